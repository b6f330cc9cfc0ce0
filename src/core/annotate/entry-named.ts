/** Entries by what people call them: their id, a name or alias, a title or address, the words of a claim. */
import type { Claim, Id, Party, Source } from '../model/model.ts';
import { type Entry, type EntryIndex, entriesIn, type Project } from '../model/project.ts';
import { closest } from '../text/closest.ts';
import { foldName } from '../text/fold-name.ts';

/** Kinds of entry that people call by something else than an id. */
export type NamedKind = 'party' | 'source' | 'claim';

export type Named =
  | { readonly found: 'one'; readonly id: Id }
  /** Several have this name; none is taken. */
  | { readonly found: 'several'; readonly ids: readonly Id[] }
  /** `nearest` is how the closest one is called. */
  | { readonly found: 'none'; readonly nearest: string | undefined };

/** What an entry of the kind is called besides its id, the best known first. */
export function namesOf({ kind, value }: Pick<Entry, 'kind' | 'value'>): readonly string[] {
  const { name, aliases = [] } = value as Party;
  const { title, url, archive } = value as Source;
  const { text } = value as Claim;
  const names =
    kind === 'party'
      ? [name, ...aliases]
      : kind === 'source'
        ? [title, url, archive]
        : kind === 'claim'
          ? [text]
          : [];
  return names.filter(text => text !== undefined);
}

/**
 * The entry that a text names: by id, else by a name, title, alias or address that is the same but for case, marks of
 * Unicode, the shape of quotation marks and white space.
 */
export function entryNamed(text: string, kind: NamedKind, project: Project, index: EntryIndex): Named {
  if (index.of(kind, text) !== undefined) return { found: 'one', id: text };
  const sought = foldName(text);
  const entries = entriesIn(project).filter(entry => entry.kind === kind);
  const matching = entries.filter(entry => namesOf(entry).some(name => foldName(name) === sought));
  const ids = [...new Set(matching.map(({ id }) => id))];
  if (ids.length === 1) return { found: 'one', id: ids[0]! };
  if (ids.length > 1) return { found: 'several', ids };
  const known = entries.flatMap(entry => [...namesOf(entry), entry.id]);
  return { found: 'none', nearest: closest(text, known) ?? onlyNameWith(sought, entries) };
}

function onlyNameWith(word: string, entries: readonly Entry[]): string | undefined {
  const named = entries.filter(entry =>
    namesOf(entry).some(name => foldName(name).split(' ').includes(word)),
  );
  return named.length === 1 ? namesOf(named[0]!)[0] : undefined;
}
