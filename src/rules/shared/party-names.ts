/** Parties by the names that texts call them. */
import { PhraseFinder } from '../../core/language/phrases.ts';
import { lazilyFor } from '../../core/lazily.ts';
import type { Id, Party } from '../../core/model/model.ts';
import type { Entries } from '../context/entries.ts';

/** Finds parties by name and alias; made once for a project. */
export const partyFinder = lazilyFor((entries: Entries) => new PhraseFinder(namesOf(entries, fullNames)));

/** Finds parties also by the last word of their name, as reports call them after the first mention. */
export function surnameFinder(entries: Entries): PhraseFinder<Id> {
  return new PhraseFinder([...namesOf(entries, fullNames), ...namesOf(entries, surnames)]);
}

function namesOf(entries: Entries, namesIn: (party: Party) => string[]): [string, Id][] {
  return [...entries.parties].flatMap(([id, { value }]) =>
    namesIn(value).map((name): [string, Id] => [name, id]),
  );
}

function fullNames({ name, aliases = [] }: Party): string[] {
  return name === undefined ? [...aliases] : [name, ...aliases];
}

function surnames({ name = '' }: Party): string[] {
  const words = name.trim().split(/\s+/);
  return words.length === 2 || words.length === 3 ? [words.at(-1)!] : [];
}
