/** The model as files: short forms where they say the same, keys in the order of the definition. */
import type { Contents, Layer, Milliseconds, Transcript, Utterance } from '../../core/model/model.ts';
import { formatTime } from '../../core/model/time.ts';
import { FORMAT_VERSION } from '../../core/model/vocabulary.ts';
import { KEY_ORDER } from '../../core/schema/generated/keys.ts';
import { yamlParts } from '../yaml/edit/print.ts';

type Fields = Readonly<Record<string, unknown>>;
/** An object of the format with its own fields. */
export type Kind = keyof typeof KEY_ORDER;
type Changes = Readonly<Record<string, (value: never) => unknown>>;

/** A single item is written without a list; an empty list is omitted. */
const oneOrMany = (list: readonly unknown[]) => (list.length > 1 ? list : list[0]);
const time = (value: Milliseconds) => formatTime(value);
const SPEECH: Changes = { to: oneOrMany, via: oneOrMany, start: time, end: time };

const CHANGES: Partial<Record<Kind, Changes>> = {
  Transcript: { creator: creator, 'ground-rule': oneOrMany },
  Layer: { creator: creator, 'ground-rule': oneOrMany },
  Source: { 'derived-from': oneOrMany },
  Utterance: SPEECH,
  Statement: SPEECH,
  Claim: { target: oneOrMany, accepted: acceptances },
  Voice: { to: oneOrMany },
  Annotation: {
    target: oneOrMany,
    to: oneOrMany,
    date: (body: Fields) => shortForm(ordered(body, 'DateBody'), 'edtf', { role: 'said' }),
    translation: (body: Fields) => shortForm(body, 'text'),
    'refers-to': oneOrMany,
    voice: (voice: Fields) => ordered(voice, 'Voice'),
    'same-as': oneOrMany,
    via: oneOrMany,
    sources: (list: readonly Fields[]) =>
      list.map(source => shortForm(ordered(source, 'SourceReference'), 'source')),
    creator: creator,
    supersedes: oneOrMany,
    accepted: acceptances,
  },
};

/** An utterance in the form that a file has, its fields in their order. */
export function utteranceInFile(utterance: Utterance): Fields {
  return ordered(utterance, 'Utterance');
}

/** The value of one field of an entry, or of a file's header, in the form that a file has. */
export function fieldInFile(kind: Kind, field: string, value: unknown): unknown {
  const change = CHANGES[kind]?.[field];
  return change === undefined || value === undefined ? value : change(value as never);
}

/** Canonical YAML of a transcript, in parts: each entry is one. Reading it gives the transcript again. */
export function transcriptParts(transcript: Transcript): Iterable<string> {
  const { kind: _, utterances, ...contents } = transcript;
  return write(contents, 'Transcript', { utterances });
}

/** Canonical YAML of a layer: reading it gives the layer again. */
export function writeLayer(layer: Layer): string {
  const { kind: _, ...contents } = layer;
  return [...write(contents, 'Layer', {})].join('');
}

function write(contents: Contents, kind: 'Transcript' | 'Layer', more: Fields): Iterable<string> {
  const { parties, sources, statements, claims, annotations, extensions, ...header } = contents;
  const fields = {
    onrecord: FORMAT_VERSION,
    ...header,
    parties: unlessEmpty(entryMap(parties, 'Party')),
    sources: unlessEmpty(entryMap(sources, 'Source')),
    statements: unlessEmpty(statements),
    claims: unlessEmpty(claims),
    annotations: unlessEmpty(annotations),
    ...more,
    ...Object.fromEntries(extensions),
  };
  return yamlParts(ordered(fields, kind), (key, item) => {
    const kindOfItem = KINDS[key];
    return kindOfItem === undefined ? item : ordered(item as object, kindOfItem);
  });
}

/** The entries of lists at the top. */
const KINDS: Readonly<Record<string, Kind>> = {
  utterances: 'Utterance',
  statements: 'Statement',
  claims: 'Claim',
  annotations: 'Annotation',
};

function entryMap(entries: ReadonlyMap<string, object>, kind: Kind): Fields {
  return Object.fromEntries([...entries].map(([id, entry]) => [id, ordered(entry, kind)]));
}

function unlessEmpty<T extends object>(value: T): T | undefined {
  return Object.keys(value).length === 0 ? undefined : value;
}

/** The fields of an entry in their order, in the forms of a file; keys of other programs (`x-`) come last. */
function ordered(entry: object, kind: Kind): Fields {
  const fields = entry as Fields;
  const changes = CHANGES[kind] ?? {};
  const known: readonly string[] = KEY_ORDER[kind];
  const others = Object.keys(fields).filter(key => key.startsWith('x-'));
  const result: Record<string, unknown> = {};
  for (const key of [...known, ...others]) {
    const value = fields[key];
    if (value !== undefined) {
      const change = changes[key];
      result[key] = change === undefined ? value : change(value as never);
    }
  }
  return result;
}

/** The text of `key` where the mapping says nothing else, apart from what the short form implies. */
function shortForm(mapping: Fields, key: string, implied: Fields = {}): unknown {
  const { [key]: text, ...others } = mapping;
  const rest = Object.entries(others).filter(([, value]) => value !== undefined);
  const saysMore = rest.some(([name, value]) => implied[name] !== value);
  const isShort = !saysMore && rest.length === Object.keys(implied).length && typeof text === 'string';
  return isShort && text !== '' ? text : mapping;
}

function acceptances(list: readonly Fields[]): unknown {
  return oneOrMany(list.map(acceptance => ordered(acceptance, 'Acceptance')));
}

function creator(value: Fields): unknown {
  return shortForm(value, 'name');
}
