/** Times as heads hold them: `00:01:02`, `[0:03 - 0:07]`, `(10:02 AM)`, `3 minutes 4 seconds`, `[0.00s -> 2.50s]`. */
import type { Milliseconds } from '../../../core/model/model.ts';
import { fromClock } from '../../shared/clock.ts';

export interface ScannedTime {
  /** Absent where a day stands before the time: then it is no place in a recording. */
  readonly start?: Milliseconds | undefined;
  readonly end?: Milliseconds | undefined;
  /** UTF-16 offset behind it in the line. */
  readonly next: number;
  /** The bracket that it stands in, or none. */
  readonly bracket: '' | '[' | '(' | '<' | '{' | '#';
  /** Nothing but a place in a recording is written so: in brackets, a range, with seconds beside hours, with units. */
  readonly isSure: boolean;
  /** `0:12` and `09:15`, which few people write for a time of day in a sentence. */
  readonly hasLeadingZero: boolean;
  /** Written with units: `3 minutes 4 seconds`. */
  readonly isWorded: boolean;
  /** Day and time as they are written, where there is a day. */
  readonly dated?: string | undefined;
}

const CLOCK =
  /(\d{1,6}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9})|[:;]\d{2}(?!\d))?|[.,](\d{1,9})(?!\d))?(?:[ \u00a0\u202f]?([ap])\.?m\b\.?)?(?![\d:]|[.,]\d|\p{L})/iuy;
const SECONDS = /(\d{1,7}\.\d{1,9}|\d{1,7}(?=[ ]?s\b))(?:[ ]?s(?:ec)?\b)?/y;
const ARROW = /[ \t]*(?:-{1,2}>|–>|→|[-–—]|to\b|bis\b)[ \t]*/y;
const UNITS =
  /(?:(\d{1,3})[ \u00a0]?(?:hours?|hrs?|h|stunden?|std\.?|heures?|horas?|ore|ora|uur|timer?|timmar|час\p{L}*|小时|時間)[ ,\u00a0]*)?(?:(\d{1,4})[ \u00a0]?(?:minutes?|mins?|m|minuten?|minutos?|minuti|minuto|minuut|minutter|minuter|мин\p{L}*|分钟|分)[ ,\u00a0]*)?(?:(\d{1,5})[ \u00a0]?(?:seconds?|secs?|s|sekunden?|sek\.?|secondes?|segundos?|secondi|secondo|seconden|sekunder|сек\p{L}*|秒))?(?![\p{L}\d])/iuy;
/** A day before the time: `2026-03-02 10:02:03`, `02.03.26, 10:02`. */
const DAY = /(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?:T|,?[ \u00a0]+)/y;
/** f4 and MAXQDA: `#00:01:02-5#`. */
const HASHED = /#(\d{1,3}):(\d{2}):(\d{2})(?:-(\d))?#/y;

const HOUR = 3_600_000;
const CLOSING: Readonly<Record<string, string>> = { '[': ']', '(': ')', '<': '>', '{': '}' };

/** The time or range that begins at an offset, with the brackets around it. */
export function scanTime(line: string, at: number): ScannedTime | undefined {
  const first = line[at]!;
  if (first === '#') return scanHashed(line, at);
  const closing = CLOSING[first];
  if (closing === undefined) return isDigit(line, at) ? scanBare(line, at, '') : undefined;
  const inner = skipBlanks(line, at + 1);
  if (!isDigit(line, inner)) return undefined;
  const time = scanBare(line, inner, first as Bracket);
  if (time === undefined) return undefined;
  const end = skipBlanks(line, time.next);
  if (line[end] !== closing) return undefined;
  time.next = end + 1;
  time.isSure = true;
  return time;
}

type Scanned = { -readonly [K in keyof ScannedTime]: ScannedTime[K] };
type Bracket = ScannedTime['bracket'];

function scanBare(line: string, at: number, bracket: Bracket): Scanned | undefined {
  const day = matchAt(DAY, line, at);
  if (day !== null) return scanDated(line, at, at + day[0].length, bracket);
  const clock = clockAt(line, at);
  if (clock === undefined) return bracket === '' ? scanUnits(line, at) : scanSeconds(line, at, bracket);
  const arrow = matchAt(ARROW, line, clock.next);
  const to = arrow === null ? undefined : clockAt(line, clock.next + arrow[0].length);
  const time = timeOf(clock.time, to?.next ?? clock.next, bracket);
  time.end = to?.time;
  time.isSure = clock.isLong || to !== undefined;
  time.hasLeadingZero = line[at] === '0';
  return time;
}

/** A time with nothing else known about it. */
function timeOf(start: Milliseconds | undefined, next: number, bracket: Bracket): Scanned {
  return {
    start,
    end: undefined,
    next,
    bracket,
    isSure: false,
    hasLeadingZero: false,
    isWorded: false,
    dated: undefined,
  };
}

function scanDated(line: string, at: number, from: number, bracket: Bracket): Scanned | undefined {
  const clock = clockAt(line, from);
  if (clock === undefined) return undefined;
  const time = timeOf(undefined, clock.next, bracket);
  time.dated = line.slice(at, clock.next);
  time.isSure = true;
  return time;
}

/** Bare seconds are a time in brackets, with their unit or beside an arrow. */
function scanSeconds(line: string, at: number, bracket: Bracket): Scanned | undefined {
  const start = matchAt(SECONDS, line, at);
  if (start === null) return undefined;
  const next = at + start[0].length;
  const arrow = matchAt(ARROW, line, next);
  const end = arrow === null ? null : matchAt(SECONDS, line, next + arrow[0].length);
  if (end === null && !start[0].includes('s')) return undefined;
  const behind = end === null ? next : next + arrow![0].length + end[0].length;
  const time = timeOf(seconds(start[1]!), behind, bracket);
  if (end !== null) time.end = seconds(end[1]!);
  time.isSure = true;
  return time;
}

function scanUnits(line: string, at: number): Scanned | undefined {
  const match = matchAt(UNITS, line, at);
  if (match === null || match[0].trim() === '') return undefined;
  const [written, hours, minutes, secs] = match;
  const time = timeOf(fromClock([hours, minutes, secs]), at + written.trimEnd().length, '');
  time.isWorded = true;
  return time;
}

function scanHashed(line: string, at: number): ScannedTime | undefined {
  const match = matchAt(HASHED, line, at);
  if (match === null) return undefined;
  const [written, hours, minutes, secs, tenths] = match;
  const time = timeOf(fromClock([hours, minutes, secs, tenths]), at + written.length, '#');
  time.isSure = true;
  return time;
}

interface Clock {
  readonly time: Milliseconds;
  readonly next: number;
  /** With hours, minutes and seconds, or with a fraction. */
  readonly isLong: boolean;
}

function clockAt(line: string, at: number): Clock | undefined {
  if (!isDigit(line, at)) return undefined;
  const match = matchAt(CLOCK, line, at);
  if (match === null) return undefined;
  const [whole, first, second, third, fraction, shortFraction, half] = match;
  const digits = fraction ?? shortFraction;
  // `10:02 AM` is a time of day; `10:02` alone counts minutes and seconds.
  const hasHours = third !== undefined || half !== undefined;
  const [hours, minutes, secs] = hasHours ? [first, second, third] : ['0', first, second];
  if (Number(secs ?? 0) > 59 || (hasHours && Number(minutes) > 59)) return undefined;
  const shift =
    half === undefined ? 0 : (Number(hours) === 12 ? -12 : 0) + (half.toLowerCase() === 'p' ? 12 : 0);
  return {
    time: fromClock([hours, minutes, secs, digits]) + shift * HOUR,
    next: at + whole.length,
    isLong: third !== undefined || digits !== undefined,
  };
}

function seconds(text: string): Milliseconds {
  return Math.round(Number(text) * 1000);
}

function matchAt(pattern: RegExp, line: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(line);
}

function isDigit(line: string, at: number): boolean {
  const code = line.charCodeAt(at);
  return code >= 48 && code <= 57;
}

export function skipBlanks(line: string, at: number): number {
  let next = at;
  while (isBlank(line.charCodeAt(next))) next++;
  return next;
}

/** Blank, tab, no-break blanks, the blank of CJK texts, and marks of writing direction. */
function isBlank(code: number): boolean {
  return (
    code === 32 ||
    code === 9 ||
    code === 160 ||
    code === 0x202f ||
    code === 0x3000 ||
    code === 0x200e ||
    code === 0x200f ||
    code === 0xfeff
  );
}
