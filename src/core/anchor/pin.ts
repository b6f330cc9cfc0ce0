/**
 * Pins: what an annotated text was when it was annotated. A pin is `sha256-` and the first digits of the SHA-256 of
 * the target utterances' speaker and text, as a JSON array without white space (RFC 8785) of `[speaker, text]` pairs
 * in the order of the targets; `null` stands for what is absent, an event is a third member. Text is taken as it is,
 * without Unicode normalisation: a pin notices every change of a code point.
 */

import type { Statement, Utterance } from '../model/model.ts';
import type { Entry } from '../model/project.ts';
import { sha256 } from './hash.ts';

const PREFIX = 'sha256-';
const DIGITS_WRITTEN = 8;
const FEWEST_DIGITS = 8;

/** The pin of the utterances and statements among the entries; undefined where there are none: nothing else has one. */
export function pinOf(entries: readonly Entry[]): string | undefined {
  return pinOfSpeeches(entries.filter(isSpeech).map(entry => entry.value));
}

/** As {@link pinOf}, for utterances and statements that are at hand without their entries. */
export function pinOfSpeeches(speeches: readonly (Utterance | Statement)[]): string | undefined {
  const digest = digestOfSpeeches(speeches);
  return digest && PREFIX + digest.slice(0, DIGITS_WRITTEN);
}

/** Whether a pin of 8 to 64 hexadecimal digits is that of the entries' present text. */
export function pinMatches(pin: string, entries: readonly Entry[]): boolean {
  const digits = digitsOf(pin);
  if (digits === undefined) return false;
  const [only] = entries;
  const digest =
    entries.length === 1 && only !== undefined && isSpeech(only)
      ? digestOfOne(only.value)
      : digestOf(entries);
  return digest?.startsWith(digits) === true;
}

/** As {@link pinMatches}, for utterances and statements that are at hand without their entries. */
export function pinMatchesSpeeches(pin: string, speeches: readonly (Utterance | Statement)[]): boolean {
  const digits = digitsOf(pin);
  return digits !== undefined && digestOfSpeeches(speeches)?.startsWith(digits) === true;
}

/** What a pin has behind its prefix, undefined where that is too little to tell texts apart. */
function digitsOf(pin: string): string | undefined {
  return pin.startsWith(PREFIX) && pin.length >= PREFIX.length + FEWEST_DIGITS
    ? pin.slice(PREFIX.length)
    : undefined;
}

function digestOf(entries: readonly Entry[]): string | undefined {
  return digestOfSpeeches(entries.filter(isSpeech).map(entry => entry.value));
}

function digestOfSpeeches(speeches: readonly (Utterance | Statement)[]): string | undefined {
  const [first] = speeches;
  if (first === undefined) return undefined;
  return speeches.length === 1 ? digestOfOne(first) : digested(speeches);
}

/** Most annotations aim at one utterance, and several at the same one; speeches are never changed once they are read. */
const DIGESTS = new WeakMap<Utterance | Statement, string>();

function digestOfOne(speech: Utterance | Statement): string {
  const known = DIGESTS.get(speech);
  if (known !== undefined) return known;
  const digest = digested([speech]);
  DIGESTS.set(speech, digest);
  return digest;
}

function digested(speeches: readonly (Utterance | Statement)[]): string {
  const [first] = speeches;
  const parts = speeches.length === 1 ? pinnedPart(first!) : speeches.map(pinnedPart).join();
  return sha256(`[${parts}]`);
}

/** Whether an entry has words that can be quoted and pinned. */
export function isSpeech(entry: Entry): entry is Entry<Utterance | Statement> {
  return entry.kind === 'utterance' || entry.kind === 'statement';
}

/** As JSON; a text alone is written several times as fast as a list that holds it. */
function pinnedPart(speech: Utterance | Statement): string {
  const pair = `${jsonText(speech.speaker)},${jsonText(speech.text)}`;
  const isEvent = 'event' in speech && speech.event !== undefined;
  return isEvent ? `[${pair},${jsonText(speech.event)}]` : `[${pair}]`;
}

/** What JSON may have to escape. */
const SPECIAL = /["\\\0-\x1f\ud800-\udfff]/;

/** Most texts only need quotes; to look for what needs more is several times as fast as to write every character. */
function jsonText(text: string | undefined): string {
  if (text === undefined) return 'null';
  return SPECIAL.test(text) ? JSON.stringify(text) : `"${text}"`;
}
