/**
 * Pins: what an annotated text was when it was annotated. A pin is `sha256-` and the first digits of a SHA-256; where the
 * annotation has a quote, a point and the first digits of a second one follow.
 *
 * - The first part is of the speaker and text of all target utterances and statements.
 * - The second part is of the speaker and the sentence in which the quote stands (`sentencesAround`). It tells a typo far
 *   from the quote from a change of what the quote says.
 *
 * What is hashed is a JSON array without white space (RFC 8785) of `[speaker, text]` pairs in the order of the targets;
 * `null` stands for what is absent, an event is a third member. Text is taken as it is, without Unicode normalisation: a
 * pin notices every change of a code point. Pins of one part stay valid.
 */

import { lazilyFor } from '../lazily.ts';
import type { Speech } from '../model/model.ts';
import type { Entry } from '../model/project.ts';
import type { Anchor, TextRange } from '../model/view.ts';
import { toUtf16Range } from '../text/code-points.ts';
import { sentencesAround } from '../text/sentences.ts';
import { findQuote } from './find-quote.ts';
import { sha256 } from './hash.ts';
import type { Quote } from './locate-quote.ts';

const PREFIX = 'sha256-';
const BETWEEN_PARTS = '.';
const DIGITS_WRITTEN = 8;
const FEWEST_DIGITS = 8;

/** The fields of an annotation that say which words it is about; without a quote the whole target is meant. */
export type MaybeQuote = { readonly [K in keyof Quote]?: Quote[K] | undefined };

/** Where a quote stands: code points of an utterance's or statement's text. */
export interface SpeechPassage {
  readonly speech: Speech;
  readonly range: TextRange;
}

/**
 * The pin of the utterances and statements among the entries, with a second part where the quote stands in them once;
 * undefined where there are none: nothing else has a pin.
 */
export function pinOf(entries: readonly Entry[], quoted: MaybeQuote = {}): string | undefined {
  return pinOfSpeeches(speechesIn(entries), quoted);
}

/** As {@link pinOf}, for utterances and statements that are at hand without their entries. */
export function pinOfSpeeches(
  speeches: readonly Speech[],
  { quote, before, after }: MaybeQuote = {},
): string | undefined {
  const digest = digestOfSpeeches(speeches);
  if (digest === undefined) return undefined;
  const first = PREFIX + digest.slice(0, DIGITS_WRITTEN);
  const found = quote === undefined ? undefined : findQuote({ quote, before, after }, speeches);
  if (found?.verdict !== 'exact') return first;
  return first + BETWEEN_PARTS + digestOfSentences(found.place).slice(0, DIGITS_WRITTEN);
}

/** Whether the first part of a pin, 8 to 64 hexadecimal digits, is that of the entries' present text. */
export function pinMatches(pin: string, entries: readonly Entry[]): boolean {
  return pinMatchesSpeeches(pin, speechesIn(entries));
}

/** As {@link pinMatches}, for utterances and statements that are at hand without their entries. */
export function pinMatchesSpeeches(pin: string, speeches: readonly Speech[]): boolean {
  const [digits] = partsOf(pin);
  return digits !== undefined && digestOfSpeeches(speeches)?.startsWith(digits) === true;
}

/** Whether the second part of a pin is that of the sentences in which the quote stands; false where it has none. */
export function pinMatchesSentences(pin: string, passage: SpeechPassage): boolean {
  const [, digits] = partsOf(pin);
  return digits !== undefined && digestOfSentences(passage).startsWith(digits);
}

/** The digits of the two parts of a pin; undefined for a part that is absent or too short to tell texts apart. */
function partsOf(pin: string): readonly [string | undefined, string | undefined] {
  if (!pin.startsWith(PREFIX)) return [undefined, undefined];
  const [first, second] = pin.slice(PREFIX.length).split(BETWEEN_PARTS);
  const digits = (part: string | undefined) =>
    part !== undefined && part.length >= FEWEST_DIGITS ? part : undefined;
  return [digits(first), digits(second)];
}

function speechesIn(entries: readonly Entry[]): Speech[] {
  return entries.filter(isSpeech).map(entry => entry.value);
}

function digestOfSpeeches(speeches: readonly Speech[]): string | undefined {
  const [first] = speeches;
  if (first === undefined) return undefined;
  return speeches.length === 1 ? digestOfOne(first) : digested(speeches);
}

function digestOfSentences({ speech, range }: SpeechPassage): string {
  const { speaker, text = '' } = speech;
  const { start, end } = sentencesAround(text, toUtf16Range(text, range));
  return digested([{ speaker, text: text.slice(start, end) }]);
}

/** Most annotations aim at one utterance, and several at the same one; speeches are never changed once they are read. */
const digestOfOne = lazilyFor((speech: Speech) => digested([speech]));

type Pinned = { readonly [K in 'speaker' | 'text' | 'event']?: string | undefined };

function digested(speeches: readonly Pinned[]): string {
  const parts = speeches.map(({ speaker = null, text = null, event }) =>
    event === undefined ? [speaker, text] : [speaker, text, event],
  );
  return sha256(JSON.stringify(parts));
}

/** Whether an entry has words that can be quoted and pinned. */
export function isSpeech(entry: Entry): entry is Entry<Speech> {
  return entry.kind === 'utterance' || entry.kind === 'statement';
}

/** The utterance or statement that an anchor leads to. */
export function speechAt({ entry }: Pick<Anchor, 'entry'>): Speech | undefined {
  return entry !== undefined && entry !== 'transcript' && isSpeech(entry) ? entry.value : undefined;
}
