/** A conversation to WebVTT. */

import { append } from '../../core/maps.ts';
import type { Party, Transcript, Utterance } from '../../core/model/model.ts';
import { formatTime } from '../../core/model/time.ts';
import { escapeMarkup } from '../../core/text/markup.ts';
import type { Conversation, WriteOptions, Written } from '../format.ts';
import { inParts } from '../in-parts.ts';
import { tidy } from '../shared/blanks.ts';
import { type Caption, isReadAs, labelOfLine, type Part } from '../shared/captions.ts';
import { partyIds } from '../shared/party-ids.ts';
import { saysSame, wordsOf } from '../shared/segments.ts';
import { labelsOf } from '../shared/speakers.ts';
import { filledTimes, type Timed } from '../shared/timing.ts';
import { parseCueText } from './cue-text.ts';
import { type Notes, notesOf, speakersNote } from './sidecar.ts';

const NO_NOTES: Notes = { header: [], before: [] };

export function writeWebvtt(value: Conversation, { withAnnotations = false }: WriteOptions = {}): Written {
  const { transcript } = value;
  const labels = labelsOf(transcript);
  const notes = withAnnotations ? notesOf(value, areDerivable(transcript, labels)) : NO_NOTES;
  const times = filledTimes(transcript.utterances);
  const kept = keptBlocks(transcript);
  const speakers = transcript.utterances.map(({ speaker }) => speaker && labels.get(speaker));
  function* captions(): Generator<Caption> {
    for (const [index, utterance] of transcript.utterances.entries())
      yield { parts: [partOf(utterance, speakers[index])] };
  }
  const first = [...notesOfSpeakers({ [Symbol.iterator]: captions }, speakers), ...notes.header];
  return inParts(function* () {
    yield headOf(transcript);
    for (const block of first) yield `\n\n${block}`;
    for (const [index, utterance] of transcript.utterances.entries()) {
      for (const block of kept.get(index) ?? []) yield `\n\n${block}`;
      for (const block of notes.before[index] ?? []) yield `\n\n${block}`;
      yield `\n\n${cueOf(utterance, times[index]!, payloadOf(utterance, speakers[index]))}`;
    }
    for (const block of kept.get(transcript.utterances.length) ?? []) yield `\n\n${block}`;
    yield '\n';
  });
}

function headOf({ language, extensions }: Transcript): string {
  const header = String(extensions.get('x-vtt-header') ?? '');
  const [first = '', ...below] = header.split('\n');
  const more = isOneBlock(below.join('\n')) ? below : [];
  const signature = first.trim() === '' ? 'WEBVTT' : `WEBVTT ${first.trim()}`;
  return [signature, ...more, ...(language === undefined ? [] : [`Language: ${language}`])].join('\n');
}

/** Whether a text stays one block and begins no cue. */
function isOneBlock(text: string): boolean {
  return !text.includes('-->') && !/(?:\r\n|\n|\r)[ \t]*(?:[\r\n]|$)/.test(text);
}

/** Comments, styles and regions that were read, by the index of the cue that they stand before. */
function keptBlocks({ extensions, utterances }: Transcript): ReadonlyMap<number, string[]> {
  const found = new Map<number, string[]>();
  const blocks = extensions.get('x-vtt-blocks');
  for (const block of Array.isArray(blocks) ? blocks : []) {
    const { before, text } = block as { before?: unknown; text?: unknown };
    if (typeof text === 'string' && isOneBlock(text))
      append(found, Math.min(Number(before) || 0, utterances.length), text);
  }
  return found;
}

/** Says which labels in the words are speakers, if a reader would find others. */
function notesOfSpeakers(
  captions: Iterable<Caption>,
  speakers: readonly (string | undefined)[],
): readonly string[] {
  if (isReadAs(captions, speakers)) return [];
  const inWords = new Set<string>();
  let index = 0;
  for (const { parts } of captions) {
    const label = speakers[index++];
    if (parts[0]!.voice === undefined && label !== undefined) inWords.add(label);
  }
  return [speakersNote([...inWords])];
}

function cueOf(utterance: Utterance, { start, end }: Timed, payload: string): string {
  const settings = (utterance as { 'x-vtt-settings'?: unknown })['x-vtt-settings'];
  const times = `${formatTime(start)} --> ${formatTime(end)}${typeof settings === 'string' && /^[^\r\n>]+$/.test(settings) ? ` ${settings}` : ''}`;
  const head = utterance.id === undefined ? times : `${utterance.id}\n${times}`;
  return payload === '' ? head : `${head}\n${payload}`;
}

/** The text of a cue: as it was read, or made of the words. */
function payloadOf(utterance: Utterance, voice: string | undefined): string {
  const original = originalPayload(utterance, voice);
  if (original !== undefined) return original.payload;
  const escaped = escapeMarkup(tidy(wordsOf(utterance)));
  return voice === undefined ? escaped : `<v ${escapeMarkup(voice)}>${escaped}`;
}

/** The words and the voice that a reader finds in the text of a cue. */
function partOf(utterance: Utterance, voice: string | undefined): Part {
  return originalPayload(utterance, voice)?.part ?? { voice, text: tidy(wordsOf(utterance)) };
}

/** The payload that was read, markup and all, while it still says what the utterance says. */
function originalPayload(
  utterance: Utterance,
  label: string | undefined,
): { readonly payload: string; readonly part: Part } | undefined {
  const payload = (utterance as { 'x-vtt-payload'?: unknown })['x-vtt-payload'];
  if (typeof payload !== 'string' || !isOneBlock(payload)) return undefined;
  const { runs } = parseCueText(payload);
  const [run = { voice: undefined, text: '' }, another] = runs;
  const isSame = another === undefined && isSaid(run.voice, tidy(run.text), utterance, label);
  return isSame ? { payload, part: run } : undefined;
}

/** The label may be a voice, or stand before the words. */
function isSaid(
  voice: string | undefined,
  words: string,
  utterance: Utterance,
  label: string | undefined,
): boolean {
  if (voice === label) return saysSame(words, utterance);
  const found = voice === undefined ? labelOfLine(words) : undefined;
  return found !== undefined && found.label === label && saysSame(found.rest, utterance);
}

/** Whether a reader finds the parties as they are in the voices alone. */
function areDerivable({ parties, utterances }: Transcript, labels: ReadonlyMap<string, string>): boolean {
  const spoken = utterances.flatMap(({ speaker }) => (speaker === undefined ? [] : [labels.get(speaker)!]));
  const voices = partyIds(spoken);
  for (const label of spoken) voices.idOf(label);
  const isFound = ([id, { name, ...more }]: [string, Party]) =>
    Object.keys(more).length === 0 && voices.parties.get(id)?.name === name;
  return [...parties].every(isFound);
}
