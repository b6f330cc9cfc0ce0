/**
 * Checked values of a file as the model has them. Entries are taken over and changed where they are: what was read is
 * read for the model, and thousands of copies would only live as long beside it.
 */

import type { LayerFile, TranscriptFile } from '../../core/model/generated/entries.ts';
import { type Contents, creatorFrom, type Layer, type Transcript } from '../../core/model/model.ts';
import { parseTime } from './parse-time.ts';

/**
 * How the fields of a kind of entry change. The schema says which values are in the fields of a file, the model which it
 * wants; the casts below rely on these tables to convert one to the other.
 */
type Changes = Readonly<Record<string, (value: never) => unknown>>;

const asList = (value: unknown) => (Array.isArray(value) ? value : [value]);
const textAs = (wrap: (text: string) => unknown) => (value: unknown) =>
  typeof value === 'string' ? wrap(value) : value;

const PARTY: Changes = {};
const SOURCE: Changes = { 'derived-from': asList };
const SPEECH: Changes = { to: asList, via: asList, start: parseTime, end: parseTime };
const CLAIM: Changes = { target: asList, accepted: asList };
const SOURCE_REFERENCE = textAs(source => ({ source }));
const ANNOTATION: Changes = {
  target: asList,
  to: asList,
  date: textAs(edtf => ({ role: 'said', edtf })),
  translation: textAs(text => ({ text })),
  'refers-to': asList,
  voice: (voice: object) => changed(voice, { to: asList }),
  'same-as': asList,
  via: asList,
  sources: (list: unknown[]) => mapChanged(list, SOURCE_REFERENCE),
  creator: creatorFrom,
  supersedes: asList,
  accepted: asList,
};

export function toTranscript(file: TranscriptFile): Transcript {
  const utterances = entries(file.utterances, SPEECH);
  return { kind: 'transcript', ...contents(file), utterances } as Transcript;
}

export function toLayer(file: LayerFile): Layer {
  return { kind: 'layer', ...contents(file) } as Layer;
}

const NOT_IN_HEADER: ReadonlySet<string> = new Set([
  'onrecord',
  'parties',
  'sources',
  'statements',
  'claims',
  'annotations',
]);

function contents(file: TranscriptFile | LayerFile): Contents {
  const { parties, sources, statements, claims, annotations } = file;
  const fields = file as unknown as Readonly<Record<string, unknown>>;
  const header: Record<string, unknown> = {};
  const extensions = new Map<string, unknown>();
  for (const key in fields) {
    if (key.startsWith('x-')) extensions.set(key, fields[key]);
    else if (!NOT_IN_HEADER.has(key)) header[key] = fields[key];
  }
  return {
    ...changed(header, { creator: creatorFrom, 'ground-rule': asList }),
    parties: entryMap(parties, PARTY),
    sources: entryMap(sources, SOURCE),
    statements: entries(statements, SPEECH),
    claims: entries(claims, CLAIM),
    annotations: entries(annotations, ANNOTATION),
    extensions,
  };
}

function entries<T>(list: readonly object[] = [], changes: Changes): readonly T[] {
  for (const entry of list) changed(entry, changes);
  return list as readonly unknown[] as readonly T[];
}

function entryMap<T>(
  record: Readonly<Record<string, object>> | undefined,
  changes: Changes,
): ReadonlyMap<string, T> {
  const result: unknown = new Map(
    Object.entries(record ?? {}).map(([id, entry]) => [id, changed(entry, changes)]),
  );
  return result as ReadonlyMap<string, T>;
}

function changed(entry: object, changes: Changes): object {
  const fields = entry as Record<string, unknown>;
  for (const key in changes) {
    const value = fields[key];
    if (value === undefined) continue;
    const result = changes[key]!(value as never);
    if (result !== value) fields[key] = result;
  }
  return entry;
}

function mapChanged(list: unknown[], change: (item: unknown) => unknown): unknown[] {
  const result = list.map(change);
  return result.every((item, index) => item === list[index]) ? list : result;
}
