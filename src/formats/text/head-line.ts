import { formatTime } from '../../core/model/time.ts';
import { parseClock } from '../shared/clock.ts';
import { labelAt, looksLikeName } from '../shared/labels.ts';
import { markdownHeading } from './markdown-heading.ts';
import { byBlankLines, type TextProfile } from './profile.ts';

const TIMED_HEAD =
  /^([^:：\r\n]{1,60}?)(?:[:：][ \t]*|[ \t]{1,8})\(?((?:\d{1,6}:)?\d{1,2}:\d{2}(?:[.,]\d{1,9})?)\)?[ \t]*$/;

/** `NAME: 00:01:02` on a line of its own, the words below it. */
export const headLine: TextProfile = {
  id: 'head-line',
  example: 'Anna Lind: 00:01:02\n\nGood evening.',
  detect: text => (countHeads(text) > 1 ? 0.85 : 0),
  head(line) {
    const timed = TIMED_HEAD.exec(line);
    const start = timed === null ? undefined : parseClock(timed[2]!);
    if (timed !== null && start !== undefined && looksLikeName(timed[1]!)) {
      return { label: timed[1]!, isCertain: true, start, rest: '' };
    }
    const found = labelAt(line);
    return found?.rest === '' ? { label: found.label, isCertain: found.isCertain, rest: '' } : undefined;
  },
  role: byBlankLines,
  heading: markdownHeading,
  marksTurn: () => false,
  write({ label, start, paragraphs }) {
    if (label === undefined) return paragraphs.join('\n\n');
    const head = start === undefined ? `${label}:` : `${label}: ${formatTime(start)}`;
    return [head, ...paragraphs].join('\n\n');
  },
};

function countHeads(text: string): number {
  return text.match(new RegExp(TIMED_HEAD.source, 'gm'))?.length ?? 0;
}
