/** Parties and sources by what people call them: their id, their name or title, an alias, an address. */
import type { Id, Party, Source } from '../model/model.ts';
import { type Entry, type EntryIndex, entriesIn, type Project } from '../model/project.ts';
import { closest } from '../text/closest.ts';

export type Named =
  | { readonly found: 'one'; readonly id: Id }
  /** Several have this name; none is taken. */
  | { readonly found: 'several'; readonly ids: readonly Id[] }
  /** `nearest` is how the closest one is called. */
  | { readonly found: 'none'; readonly nearest: string | undefined };

/** What an entry of the kind is called besides its id, the best known first. */
export function namesOf({ kind, value }: Pick<Entry, 'kind' | 'value'>): readonly string[] {
  const { name, aliases = [] } = value as Party;
  const { title, url } = value as Source;
  const names = kind === 'party' ? [name, ...aliases] : kind === 'source' ? [title, url] : [];
  return names.filter(text => text !== undefined);
}

/**
 * The entry that a text names: by id, else by a name, title, alias or address that is the same but for case, marks of
 * Unicode and white space.
 */
export function entryNamed(
  text: string,
  kind: 'party' | 'source',
  project: Project,
  index: EntryIndex,
): Named {
  if (index.of(kind, text) !== undefined) return { found: 'one', id: text };
  const sought = folded(text);
  const entries = entriesIn(project).filter(entry => entry.kind === kind);
  const matching = entries.filter(entry => namesOf(entry).some(name => folded(name) === sought));
  const ids = [...new Set(matching.map(({ id }) => id))];
  if (ids.length === 1) return { found: 'one', id: ids[0]! };
  if (ids.length > 1) return { found: 'several', ids };
  const known = entries.flatMap(entry => [...namesOf(entry), entry.id]);
  return { found: 'none', nearest: closest(text, known) };
}

function folded(text: string): string {
  return text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}
