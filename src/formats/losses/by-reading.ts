/** Counts the losses of a format by comparing the written conversation with the one read back. */
import {
  type Contents,
  type Layer,
  NO_CONTENTS,
  type Transcript,
  type Utterance,
} from '../../core/model/model.ts';
import { sameValue } from '../../core/model/same-value.ts';
import type { Conversation, Loss } from '../format.ts';
import { withIdsOf } from './known-parties.ts';
import { Losses } from './losses.ts';

const EMPTY: Transcript = { kind: 'transcript', ...NO_CONTENTS, utterances: [] };
/** The header is all the rest. */
const NOT_IN_HEADER = new Set(Object.keys(EMPTY));

/**
 * Counts values of `before` that `after` lacks or changes.
 *
 * @param after undefined if the reader could make nothing of the text.
 */
export function lossesBetween(
  before: Conversation,
  after: Conversation = { transcript: EMPTY, layers: [] },
): readonly Loss[] {
  const losses = new Losses();
  const { parties, known, renamed } = withIdsOf(before.transcript, after.transcript);
  addHeader(before.transcript, after.transcript, 'the transcript', losses);
  losses.add('id of parties', renamed);
  for (const [id, party] of before.transcript.parties) {
    const again = parties.get(id);
    if (again === undefined) losses.add('parties');
    // A party without a name is known by its id, which is then its name.
    else addFields({ ...party, name: party.name ?? id }, again, 'parties', losses);
  }
  addUtterances(before.transcript, after.transcript, known, losses);
  addContents(before.transcript, after.transcript, losses);
  for (const [index, layer] of before.layers.entries()) {
    const again = after.layers[index];
    if (again === undefined) losses.add('layers');
    else addHeader(layer, again, 'layers', losses);
    addContents(layer, again ?? EMPTY, losses);
    losses.add('parties', missing(layer.parties, again?.parties));
  }
  return losses.list();
}

function addHeader<T extends Transcript | Layer>(before: T, after: T, of: string, losses: Losses): void {
  const fields = (contents: T) => ({ ...contents, ...Object.fromEntries(contents.extensions) });
  const again = fields(after) as Readonly<Record<string, unknown>>;
  for (const [field, value] of Object.entries(fields(before))) {
    if (!NOT_IN_HEADER.has(field) && !sameValue(value, again[field])) losses.add(`${field} of ${of}`);
  }
}

function addUtterances(
  before: Transcript,
  after: Transcript,
  known: (utterance: Utterance) => Utterance,
  losses: Losses,
): void {
  if (before.utterances.length !== after.utterances.length) {
    losses.add('bounds of utterances', Math.abs(before.utterances.length - after.utterances.length));
  }
  for (const [index, utterance] of before.utterances.entries()) {
    const again = after.utterances[index];
    addFields(utterance, again === undefined ? {} : known(again), 'utterances', losses);
  }
}

function addContents(before: Contents, after: Contents, losses: Losses): void {
  losses.add('sources', missing(before.sources, after.sources));
  for (const kind of ['statements', 'claims', 'annotations'] as const) {
    const again = new Map<string, object>(after[kind].map(entry => [entry.id, entry]));
    losses.add(kind, missing(new Map<string, object>(before[kind].map(entry => [entry.id, entry])), again));
  }
}

function missing(
  before: ReadonlyMap<string, object>,
  after: ReadonlyMap<string, object> | undefined,
): number {
  let count = 0;
  for (const [id, entry] of before) if (!sameValue(entry, after?.get(id))) count++;
  return count;
}

function addFields(before: object, after: object, kind: string, losses: Losses): void {
  const fields = before as Readonly<Record<string, unknown>>;
  const again = after as Readonly<Record<string, unknown>>;
  for (const field of new Set([...Object.keys(fields), ...Object.keys(again)])) {
    if (sameValue(fields[field], again[field])) continue;
    losses.add(`${field} of ${kind}${fields[field] === undefined ? ' (made up)' : ''}`);
  }
}
