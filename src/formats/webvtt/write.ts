/** A conversation to WebVTT. */
import type { Transcript, Utterance } from '../../core/model.ts';
import { formatTime } from '../../core/time.ts';
import type { Conversation, WriteResult } from '../format.ts';
import { tidy } from '../shared/blanks.ts';
import { LabelCounts, labelAt } from '../shared/labels.ts';
import { Losses } from '../shared/losses.ts';
import { countChangedEvents, wordsOf } from '../shared/segments.ts';
import { countChangedParties, labelsOf } from '../shared/speakers.ts';
import { filledTimes, type Timed } from '../shared/timing.ts';
import { escapeCueText, parseCueText } from './cue-text.ts';
import { notesOf } from './sidecar.ts';

export function writeWebvtt(value: Conversation): WriteResult {
  const { transcript } = value;
  const losses = new Losses();
  const labels = labelsOf(transcript);
  const changed = new Losses();
  countChangedParties(transcript, labels, changed);
  const notes = notesOf(value, changed.list().length === 0 && partiesHaveOnlyNames(transcript));
  const times = filledTimes(transcript.utterances, losses);
  const kept = keptBlocks(transcript);
  const blocks = [headOf(transcript), ...notes.header];
  for (const [index, utterance] of transcript.utterances.entries()) {
    const label = utterance.speaker === undefined ? undefined : labels.get(utterance.speaker);
    blocks.push(...(kept.get(index) ?? []), ...notes.before[index]!, cueOf(utterance, times[index]!, label));
  }
  blocks.push(...(kept.get(transcript.utterances.length) ?? []));
  countLosses(transcript, losses);
  return { text: `${blocks.join('\n\n')}\n`, losses: losses.list() };
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
    if (typeof text !== 'string' || !isOneBlock(text)) continue;
    const index = Math.min(Number(before) || 0, utterances.length);
    found.set(index, [...(found.get(index) ?? []), text]);
  }
  return found;
}

function cueOf(utterance: Utterance, { start, end }: Timed, label: string | undefined): string {
  const settings = (utterance as { 'x-vtt-settings'?: unknown })['x-vtt-settings'];
  const times = `${formatTime(start)} --> ${formatTime(end)}${typeof settings === 'string' && /^[^\r\n>]+$/.test(settings) ? ` ${settings}` : ''}`;
  const id = utterance.id === undefined ? [] : [utterance.id];
  const payload = originalPayload(utterance, label) ?? payloadOf(utterance, label);
  return [...id, times, ...(payload === '' ? [] : [payload])].join('\n');
}

function payloadOf(utterance: Utterance, label: string | undefined): string {
  const words = escapeCueText(tidy(wordsOf(utterance)));
  return label === undefined ? words : `<v ${escapeCueText(label)}>${words}`;
}

/** The payload that was read, markup and all, while it still says what the utterance says. */
function originalPayload(utterance: Utterance, label: string | undefined): string | undefined {
  const payload = (utterance as { 'x-vtt-payload'?: unknown })['x-vtt-payload'];
  if (typeof payload !== 'string' || !isOneBlock(payload)) return undefined;
  const { runs } = parseCueText(payload);
  const [run = { voice: undefined, text: '' }, another] = runs;
  const isSame = another === undefined && saysSame(run.voice, tidy(run.text), wordsOf(utterance), label);
  return isSame ? payload : undefined;
}

/** The label may be a voice, or stand before the words. */
function saysSame(
  voice: string | undefined,
  text: string,
  words: string,
  label: string | undefined,
): boolean {
  if (voice === label) return text === words;
  const found = voice === undefined ? labelAt(text) : undefined;
  return found !== undefined && found.label === label && found.rest === words;
}

function partiesHaveOnlyNames({ parties }: Transcript): boolean {
  return [...parties.values()].every(party => Object.keys(party).every(key => key === 'name'));
}

function countLosses({ utterances }: Transcript, losses: Losses): void {
  const labels = new LabelCounts();
  for (const utterance of utterances) {
    const words = wordsOf(utterance);
    if (tidy(words) !== words) losses.add('line breaks and blanks at the ends of texts');
    const found = utterance.speaker === undefined ? labelAt(words) : undefined;
    if (found !== undefined) labels.add(found);
  }
  for (const { speaker, text } of utterances) {
    const found = speaker === undefined && text !== undefined ? labelAt(text) : undefined;
    if (found !== undefined && labels.accepts(found.label))
      losses.add('words that read as the name of a speaker');
  }
  countChangedEvents(utterances, losses);
}
