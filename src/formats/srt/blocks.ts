/**
 * SRT has no specification, so this reads what players read: lines with times are found first, and the words run to
 * the next number-and-times pair, across blank lines. Where times cannot be read, the words are kept without them.
 */
import type { Milliseconds } from '../../core/model/model.ts';
import type { Span } from '../../core/model/span.ts';
import { fromClock } from '../shared/clock.ts';
import { linesOf } from '../shared/lines.ts';
import type { ImportReport } from '../shared/report.ts';

export interface SrtCue {
  /** Absent where the time cannot be read, or lies before the recording. */
  readonly start?: Milliseconds | undefined;
  readonly end?: Milliseconds | undefined;
  /** Lines joined by line feeds, with their markup. */
  readonly payload: string;
  /** The line of times, where a time of it was left out. */
  readonly badTimes?: string | undefined;
  readonly span: Span;
}

export interface SrtFile {
  /** What stands before the first caption: mostly a remark of the tool that made the file. */
  readonly header: string;
  readonly cues: readonly SrtCue[];
}

const TIME = '([-−]?)(\\d{1,6}):([0-5]?\\d):([0-5]?\\d)(?:[,.](\\d{1,9}))?';
/** `-->`, and what translation programs and word processors make of it. */
const ANY_ARROW = '(?:-+>|[–—]+>|=+>|→)';
const TIMES = new RegExp(
  `^[ \\t]*${TIME}[ \\t]*(${ANY_ARROW})[ \\t]*${TIME}(?:[ \\t]+([^ \\t].*?))?[ \\t]*$`,
);
/** Something that was meant to be a line of times, by a slip of a person or of a program. */
const ARROW = new RegExp(
  [
    '^[ \\t]*[-−]?[\\d:.,]+[ \\t]*-->',
    `^[ \\t]*[-−]?\\d+:[\\d:.,]+[ \\t]*${ANY_ARROW}[ \\t]*[-−]?\\d`,
    '^[ \\t]*[-−]?\\d+:\\d[^ \\t]{0,20}[ \\t]*-->',
    '^[ \\t]*(?:NaN|undefined|null)[^ \\t]{0,20}[ \\t]*-->',
    '^[ \\t]*-->[ \\t]*\\d+:\\d',
  ].join('|'),
);
const EVERY_ARROW = new RegExp(ANY_ARROW, 'g');
const COUNTER = /^[ \t]*\d+[ \t]*$/;
const FORM = 'write HH:MM:SS,mmm --> HH:MM:SS,mmm';

/** A quick look that most words do not pass. */
export function mayHoldArrow(words: string): boolean {
  return words.includes('>') || words.includes('→');
}

/** Words that begin no caption: an arrow becomes a shorter one, or a dash where it stands behind a time. */
export function withoutTimes(words: string): string {
  const shorter = words.replaceAll('-->', '->');
  return ARROW.test(shorter) ? shorter.replace(EVERY_ARROW, '-') : shorter;
}

export function parseSrt(text: string, report: ImportReport): SrtFile {
  const lines = linesOf(text);
  const heads = lines.flatMap((line, at) => (ARROW.test(line.text) ? [at] : []));
  const cues: SrtCue[] = [];
  const header =
    heads.length === 0 ? '' : headerOf(text.slice(0, lines[startOfCue(lines, heads[0]!)]!.start), report);
  for (const [n, head] of heads.entries()) {
    const next = heads[n + 1];
    const end = next === undefined ? lines.length : startOfCue(lines, next);
    const line = lines[head]!;
    const span = { start: line.start, end: line.start + line.text.length };
    const body = lines.slice(head + 1, end).map(({ text: words }) => words);
    // Field by field: what is spread into an object stays in memory until V8 cleans up all.
    const { start, end: stop, badTimes } = timesOf(line.text, span, report);
    cues.push({ start, end: stop, badTimes, payload: trimmed(body).join('\n'), span });
  }
  return { header, cues };
}

type Times = Pick<SrtCue, 'start' | 'end' | 'badTimes'>;

function timesOf(line: string, span: Span, report: ImportReport): Times {
  const times = TIMES.exec(line);
  if (times === null) {
    report.add('bad-time', span, 'the times of a caption cannot be read', {
      help: `its words were kept without them; ${FORM}`,
      loses: 'times of captions',
    });
    return { badTimes: line.trim() };
  }
  const [, startSign, , , , , arrow, endSign] = times;
  const start = startSign === '' ? fromClock(times.slice(2, 6)) : undefined;
  const end = endSign === '' ? fromClock(times.slice(8, 12)) : undefined;
  if (start === undefined || end === undefined) {
    report.add('bad-time', span, 'a time before the start of the recording', {
      help: 'the words were kept without it; the file was shifted too far',
      loses: 'times of captions',
    });
    return { start, end, badTimes: line.trim() };
  }
  if (arrow !== '-->') report.add('bad-time', span, `"${arrow}" stands for -->`, { help: FORM });
  else if ([times[5], times[11]].some(fraction => fraction !== undefined && fraction.length < 3)) {
    report.add('bad-time', span, 'fewer than three digits after the comma; read as a decimal fraction', {
      severity: 'info',
    });
  }
  if (end < start) report.add('bad-time', span, 'a caption ends before it starts');
  return { start, end };
}

/** The number above a line of times belongs to it; a number directly below times is a caption's words. */
function startOfCue(lines: readonly { text: string }[], head: number): number {
  const above = lines[head - 1];
  const isCounter =
    above !== undefined && COUNTER.test(above.text) && !ARROW.test(lines[head - 2]?.text ?? '');
  return isCounter ? head - 1 : head;
}

function headerOf(preamble: string, report: ImportReport): string {
  const words = preamble.trim();
  if (words === '') return '';
  const start = preamble.indexOf(words);
  report.add('bad-structure', { start, end: start + words.length }, 'text before the first caption', {
    severity: 'info',
    help: 'it was kept in x-srt-header',
  });
  return words;
}

function trimmed(body: readonly string[]): readonly string[] {
  const isBlank = (line: string | undefined) => line !== undefined && line.trim() === '';
  let end = body.length;
  while (end > 0 && isBlank(body[end - 1])) end--;
  return body.slice(0, end).filter(line => !isBlank(line));
}
