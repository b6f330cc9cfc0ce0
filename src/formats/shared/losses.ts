/** What a writer could not carry, counted: derived from what it says it carries, so that nothing is forgotten. */
import type { Party, Utterance } from '../../core/model.ts';
import type { Conversation, Loss } from '../format.ts';

export class Losses {
  readonly #counts = new Map<string, number>();

  add(what: string, count = 1): void {
    if (count > 0) this.#counts.set(what, (this.#counts.get(what) ?? 0) + count);
  }

  /** In the order in which they were first met. */
  list(): Loss[] {
    return [...this.#counts].map(([what, count]) => ({ what, count }));
  }
}

export interface Carried {
  /** Fields of the transcript's header. */
  readonly header?: readonly string[];
  /** Fields of utterances. */
  readonly utterance: readonly (keyof Utterance | `x-${string}`)[];
  /** Fields of parties; a party is known by its name alone where this is absent. */
  readonly party?: readonly (keyof Party)[];
  readonly sources?: boolean;
  readonly statements?: boolean;
  readonly claims?: boolean;
  readonly annotations?: boolean;
  readonly layers?: boolean;
}

const NOT_HEADER = new Set([
  'kind',
  'parties',
  'sources',
  'statements',
  'claims',
  'annotations',
  'utterances',
  'extensions',
]);

/** Counts everything in a conversation that a format does not carry. */
export function countUncarried({ transcript, layers }: Conversation, carried: Carried, losses: Losses): void {
  const header = new Set(carried.header ?? []);
  for (const [field, value] of Object.entries(transcript)) {
    if (!NOT_HEADER.has(field) && !header.has(field) && value !== undefined)
      losses.add(`${field} of the transcript`);
  }
  for (const key of transcript.extensions.keys())
    if (!header.has(key)) losses.add(`${key} of the transcript`);
  const partyFields = new Set<string>(carried.party ?? ['name']);
  for (const party of transcript.parties.values()) countFields(party, partyFields, 'parties', losses);
  const utteranceFields = new Set<string>(carried.utterance);
  for (const utterance of transcript.utterances)
    countFields(utterance, utteranceFields, 'utterances', losses);
  for (const contents of [transcript, ...layers]) {
    if (carried.sources !== true) losses.add('sources', contents.sources.size);
    if (carried.statements !== true) losses.add('statements', contents.statements.length);
    if (carried.claims !== true) losses.add('claims', contents.claims.length);
    if (carried.annotations !== true) losses.add('annotations', contents.annotations.length);
  }
  if (carried.layers !== true) losses.add('layers', layers.length);
}

function countFields(entry: object, carried: ReadonlySet<string>, kind: string, losses: Losses): void {
  for (const field in entry) {
    if (!carried.has(field) && (entry as Record<string, unknown>)[field] !== undefined)
      losses.add(`${field} of ${kind}`);
  }
}
