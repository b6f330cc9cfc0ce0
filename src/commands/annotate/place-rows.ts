/** Places in a transcript, in a row each, for whoever chooses one. */
import type { PassagePlace } from '../../core/annotate/find-passage.ts';
import type { Speech } from '../../core/model/model.ts';
import { formatTime } from '../../core/model/time.ts';
import { codePointLength, sliceCodePoints } from '../../core/text/code-points.ts';
import type { Known } from '../known.ts';

/** Code points of the text that are shown on each side of a passage. */
const CONTEXT = 32;
/** So many places are listed. */
const MOST_PLACES = 20;

interface Place {
  readonly speech: Speech;
  /** The passage; the whole without it. */
  readonly range?: PassagePlace['range'];
}

/** Numbered, each with its time, speaker and words. */
export function placeRows(places: readonly Place[], known: Known): string[] {
  const rows = places.slice(0, MOST_PLACES).map(({ speech, range }, index) => {
    const number = String(index + 1).padStart(String(Math.min(places.length, MOST_PLACES)).length);
    const time = speech.start === undefined ? '' : ` ${formatTime(speech.start).slice(0, 8)}`;
    const speaker = speech.speaker === undefined ? '' : ` ${known.nameOf(speech.speaker)}:`;
    return `${number}  ${speech.id ?? '(no id)'}${time}${speaker} ${excerpt(speech.text ?? '', range)}`;
  });
  const left = places.length - rows.length;
  return left > 0 ? [...rows, `and ${left} more`] : rows;
}

/** The passage in brackets with the words around it, on one line. */
export function excerpt(text: string, range: PassagePlace['range'] | undefined): string {
  const oneLine = (part: string) => part.replace(/\s+/g, ' ');
  const length = codePointLength(text);
  const { start, end } = range ?? { start: 0, end: 0 };
  const from = Math.max(0, start - CONTEXT);
  const to = Math.min(length, range === undefined ? 2 * CONTEXT : end + CONTEXT);
  const before = (from > 0 ? '…' : '') + sliceCodePoints(text, from, start);
  const after = sliceCodePoints(text, end, to) + (to < length ? '…' : '');
  return oneLine(range === undefined ? after : `${before}[${sliceCodePoints(text, start, end)}]${after}`);
}
