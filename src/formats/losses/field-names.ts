/** The fields of a conversation by name, so that a format can say which of them it carries. */
import type {
  Annotation,
  Claim,
  Contents,
  Layer,
  Party,
  Source,
  Statement,
  Transcript,
  Utterance,
} from '../../core/model/model.ts';
import type { Conversation } from '../format.ts';

/** Keys that only hold entries, and a layer's reference to its transcript, which is a file location. */
type NoField =
  | Exclude<keyof Contents, 'title' | 'creator' | 'conflict'>
  | 'kind'
  | 'utterances'
  | 'transcript';

interface Kinds {
  transcript: Omit<Transcript, NoField>;
  layer: Omit<Layer, NoField>;
  party: Party;
  source: Source;
  utterance: Utterance;
  statement: Statement;
  claim: Claim;
  annotation: Annotation;
}

export type Kind = keyof Kinds;

/** `utterance.text`; `utterance.*` for every field, those of other programs included, and `utterance.x-*` for these alone. */
export type FieldName = {
  readonly [K in Kind]: `${K}.${Extract<keyof Kinds[K], string> | '*' | 'x-*'}`;
}[Kind];

/** How reports name many entries of a kind. There is one transcript. */
export const PLURALS: Readonly<Record<Kind, string>> = {
  transcript: 'the transcript',
  layer: 'layers',
  party: 'parties',
  source: 'sources',
  utterance: 'utterances',
  statement: 'statements',
  claim: 'claims',
  annotation: 'annotations',
};

interface HeaderAndUtterances {
  readonly utterances?: readonly Utterance[];
  readonly transcript?: string;
}

export interface KindEntry {
  readonly kind: Kind;
  /** The value in the conversation: a transcript, a layer, or one of their entries. */
  readonly entry: object;
  /** The fields that have a value, those of other programs included. */
  readonly fields: readonly string[];
}

/** Everything in a conversation that has fields: the transcript and its entries, then each layer and its entries. */
export function* entriesIn({ transcript, layers }: Conversation): Generator<KindEntry> {
  yield* entriesOf('transcript', transcript);
  for (const layer of layers) yield* entriesOf('layer', layer);
}

function* entriesOf(kind: 'transcript' | 'layer', contents: Transcript | Layer): Generator<KindEntry> {
  const { kind: _kind, parties, sources, statements, claims, annotations, extensions, ...rest } = contents;
  const { utterances = [], transcript: _reference, ...header } = rest as HeaderAndUtterances;
  yield { kind, entry: contents, fields: [...fieldsOf(header), ...extensions.keys()] };
  const lists: readonly (readonly [Kind, Iterable<object>])[] = [
    ['party', parties.values()],
    ['source', sources.values()],
    ['utterance', utterances],
    ['statement', statements],
    ['claim', claims],
    ['annotation', annotations],
  ];
  for (const [kindOfList, list] of lists)
    for (const entry of list) yield { kind: kindOfList, entry, fields: fieldsOf(entry) };
}

function fieldsOf(entry: object): string[] {
  return Object.entries(entry).flatMap(([field, value]) => (value === undefined ? [] : [field]));
}
