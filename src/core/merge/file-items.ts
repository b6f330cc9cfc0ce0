/** Files as lists of entries with fields, and back. */
import type { Fields } from '../diff/changes.ts';
import type { Layer, Transcript } from '../model/model.ts';
import type { ListName } from './merged.ts';
import type { Item } from './pair-items.ts';

/** The lists that a file holds as maps: their entries have no order. */
export function isMap(list: ListName): list is 'parties' | 'sources' {
  return list === 'parties' || list === 'sources';
}

export function itemsOf(file: Transcript | Layer, list: ListName): Item[] {
  if (isMap(list))
    return Array.from(file[list] as ReadonlyMap<string, Fields>, ([id, fields]) => ({
      id,
      fields,
      path: [list, id],
    }));
  return entriesOf(file, list).map((fields, index) => ({
    id: fields['id'] as string | undefined,
    fields,
    path: [list, index],
  }));
}

/** The entries of a list that has an order; a layer has no utterances. */
export function entriesOf(
  file: Transcript | Layer,
  list: Exclude<ListName, 'parties' | 'sources'>,
): readonly Fields[] {
  return list === 'utterances' && file.kind === 'layer'
    ? []
    : ((file as Transcript)[list] as readonly Fields[]);
}

/** The header: every field except the lists of entries, `x-` keys included. */
export function headerFields(file: Transcript | Layer): Fields {
  const { kind, parties, sources, statements, claims, annotations, extensions, ...rest } = file;
  const { utterances, ...header } = rest as Partial<Transcript>;
  return { ...header, ...Object.fromEntries(extensions) };
}

/** A file of the same kind as `like` from a header and lists. */
export function fileFrom<T extends Transcript | Layer>(
  like: T,
  header: Fields,
  lists: Readonly<Record<ListName, readonly Pick<Item, 'id' | 'fields'>[]>>,
): T {
  const own: Record<string, unknown> = {};
  const extensions = new Map<string, unknown>();
  for (const [name, value] of Object.entries(header)) {
    if (name.startsWith('x-')) extensions.set(name, value);
    else own[name] = value;
  }
  const entries = (list: ListName) => lists[list].map(({ fields }) => fields);
  const map = (list: ListName) => new Map(lists[list].map(({ id, fields }) => [id, fields]));
  return {
    ...own,
    kind: like.kind,
    parties: map('parties'),
    sources: map('sources'),
    statements: entries('statements'),
    claims: entries('claims'),
    annotations: entries('annotations'),
    ...(like.kind === 'transcript' ? { utterances: entries('utterances') } : {}),
    extensions,
  } as unknown as T;
}
