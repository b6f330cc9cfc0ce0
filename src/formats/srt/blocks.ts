/**
 * SRT has no specification, so this reads what players read: lines with times are found first, and the words run to
 * the next number-and-times pair, across blank lines.
 */
import type { Milliseconds } from '../../core/model/model.ts';
import type { Span } from '../../core/model/span.ts';
import { linesOf } from '../shared/lines.ts';
import type { ImportReport } from '../shared/report.ts';

export interface SrtCue {
  readonly start: Milliseconds;
  readonly end: Milliseconds;
  /** Lines joined by line feeds, with their markup. */
  readonly text: string;
  readonly span: Span;
}

const TIME = '(\\d{1,6}):([0-5]?\\d):([0-5]?\\d)(?:[,.](\\d{1,9}))?';
const TIMES = new RegExp(`^[ \\t]*${TIME}[ \\t]*-->[ \\t]*${TIME}(?:[ \\t]+([^ \\t].*?))?[ \\t]*$`);
/** Something that was meant to be a line of times. */
const ARROW = /^[ \t]*[\d:.,]+[ \t]*-+>/;
const COUNTER = /^[ \t]*\d+[ \t]*$/;

export function parseSrt(text: string, report: ImportReport): SrtCue[] {
  const lines = linesOf(text);
  const heads = lines.flatMap((line, at) => (ARROW.test(line.text) ? [at] : []));
  const cues: SrtCue[] = [];
  if (heads.length > 0) reportPreamble(text.slice(0, lines[startOfCue(lines, heads[0]!)]!.start), report);
  for (const [n, head] of heads.entries()) {
    const next = heads[n + 1];
    const end = next === undefined ? lines.length : startOfCue(lines, next);
    const line = lines[head]!;
    const span = { start: line.start, end: line.start + line.text.length };
    const times = TIMES.exec(line.text);
    if (times === null) {
      report.add('bad-time', span, 'a caption without valid times was left out', {
        help: 'write HH:MM:SS,mmm --> HH:MM:SS,mmm',
      });
      continue;
    }
    if (hasShortFraction(times)) {
      report.add('bad-time', span, 'fewer than three digits after the comma; read as a decimal fraction', {
        severity: 'info',
      });
    }
    const body = lines.slice(head + 1, end).map(({ text: words }) => words);
    cues.push({
      start: milliseconds(times, 1),
      end: milliseconds(times, 5),
      text: trimmed(body).join('\n'),
      span,
    });
  }
  return cues;
}

/** The number above a line of times belongs to it; a number directly below times is a caption's words. */
function startOfCue(lines: readonly { text: string }[], head: number): number {
  const above = lines[head - 1];
  const isCounter =
    above !== undefined && COUNTER.test(above.text) && !ARROW.test(lines[head - 2]?.text ?? '');
  return isCounter ? head - 1 : head;
}

function reportPreamble(preamble: string, report: ImportReport): void {
  const words = preamble.trim();
  if (words === '') return;
  const start = preamble.indexOf(words);
  report.add(
    'bad-structure',
    { start, end: start + words.length },
    'text before the first caption was left out',
    {
      severity: 'info',
    },
  );
}

function hasShortFraction(times: RegExpExecArray): boolean {
  return [times[4], times[8]].some(fraction => fraction !== undefined && fraction.length < 3);
}

function milliseconds(times: RegExpExecArray, at: number): Milliseconds {
  const [hours, minutes, seconds] = [times[at], times[at + 1], times[at + 2]].map(Number) as [
    number,
    number,
    number,
  ];
  return (
    ((hours * 60 + minutes) * 60 + seconds) * 1000 + Math.round(Number(`0.${times[at + 3] ?? '0'}`) * 1000)
  );
}

function trimmed(body: readonly string[]): readonly string[] {
  const isBlank = (line: string | undefined) => line !== undefined && line.trim() === '';
  let end = body.length;
  while (end > 0 && isBlank(body[end - 1])) end--;
  return body.slice(0, end).filter(line => !isBlank(line));
}
