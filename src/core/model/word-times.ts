/**
 * The field `x-words`: the words of an utterance with their times and how sure the recogniser was, as one line of text:
 * `Hello@0.12-0.5/0.98 there.@0.5-0.8`. Times are seconds, the score is from 0 to 1; unknown values are omitted.
 */
import type { Milliseconds } from './model.ts';

export const WORDS_KEY = 'x-words';

export interface TimedWord {
  readonly text: string;
  readonly start?: Milliseconds | undefined;
  readonly end?: Milliseconds | undefined;
  /** How sure the recogniser was, from 0 to 1. */
  readonly score?: number | undefined;
}

export function wordsField(words: readonly TimedWord[]): Readonly<Record<string, string>> {
  const isTimed = words.some(({ start, end, score }) => (start ?? end ?? score) !== undefined);
  return isTimed ? { [WORDS_KEY]: words.map(wordText).join(' ') } : {};
}

function wordText({ text, start, end, score }: TimedWord): string {
  const word = text.trim().replace(/\s+/g, '\u00a0');
  const seconds = (time: Milliseconds | undefined) => (time === undefined ? '' : time / 1000);
  const times = start === undefined && end === undefined ? '' : `${seconds(start)}-${seconds(end)}`;
  return `${word}@${times}${score === undefined ? '' : `/${score}`}`;
}

const WORD = /^(.*)@(?:([\d.]*)-([\d.]*))?(?:\/([\d.eE+-]+))?$/;

/** The words of a field that this module wrote; undefined if it is something else. */
export function parseWordsField(field: unknown): readonly TimedWord[] | undefined {
  if (typeof field !== 'string') return undefined;
  const words: TimedWord[] = [];
  for (const text of field.split(' ')) {
    const match = WORD.exec(text);
    if (match === null) return undefined;
    const [, word = '', start, end, score] = match;
    const time = (seconds: string | undefined) =>
      seconds === undefined || seconds === '' ? undefined : Math.round(Number(seconds) * 1000);
    words.push({
      text: word.replaceAll('\u00a0', ' '),
      start: time(start),
      end: time(end),
      score: score === undefined ? undefined : Number(score),
    });
  }
  return words;
}

/** A score as recognisers write it, as a number or a decimal text. */
export function scoreOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
