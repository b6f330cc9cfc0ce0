import { formatTime } from '../../core/model/time.ts';
import { parseClock } from '../shared/clock.ts';
import { labelAt } from '../shared/labels.ts';
import { byBlankLines, type TextProfile } from './profile.ts';

const STAMP = /^\[?((?:\d{1,6}:)?\d{1,2}:\d{2}(?:[.,]\d{1,9})?)\]?[ \t]+/;

/** `[00:01:02] NAME: words`, as meeting tools export it; also with a tab after the time. */
export const stamped: TextProfile = {
  id: 'stamped',
  example: '[00:01:02] ANNA: Good evening.',
  detect: (text, share) => (share > 0.2 && countStamps(text) > 1 ? 0.8 : 0),
  head(line) {
    const stamp = STAMP.exec(line);
    const start = stamp === null ? undefined : parseClock(stamp[1]!);
    const words = stamp === null || start === undefined ? line : line.slice(stamp[0].length);
    const found = labelAt(words.replace(/^([^\t:]+:)\t/, '$1 '));
    if (start === undefined) {
      return found && { label: found.label, isCertain: found.isCertain, rest: found.rest };
    }
    if (found === undefined) return { isCertain: true, start, rest: words };
    return {
      label: found.label,
      isCertain: found.isCertain,
      start,
      rest: found.rest,
      restWithoutLabel: words,
    };
  },
  role: byBlankLines,
  marksTurn: ({ start }) => start !== undefined,
  write({ label, start, paragraphs }) {
    const stamp = start === undefined ? '' : `[${formatTime(start)}] `;
    return stamp + (label === undefined ? '' : `${label}: `) + paragraphs.join('\n\n');
  },
};

function countStamps(text: string): number {
  return text.match(new RegExp(STAMP.source, 'gm'))?.length ?? 0;
}
