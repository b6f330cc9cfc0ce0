/** Explains why a text is not a date, and how to write the dates that it may mean. */
import { lazily } from '../lazily.ts';
import type { DateBounds } from './bounds.ts';
import { daysInMonth } from './day.ts';
import { NOT_PLAIN, parsePlain } from './plain.ts';

export interface DateAdvice {
  /** "there is no month 13"; undefined if no part is at fault. */
  readonly fault: string | undefined;
  /** EDTF for each possible reading, likelier ones first. */
  readonly instead: readonly string[];
}

/** Names of months in lower case, 1 to 12. */
export type MonthNames = ReadonlyMap<string, number>;

/**
 * @param text what EDTF does not allow
 * @param months names of months in the language of the texts, for dates that are written with one
 */
export function adviseOn(text: string, months: MonthNames = new Map()): DateAdvice {
  if (text.length > LONGEST) return { fault: undefined, instead: [] };
  const tidy = tidied(text);
  const readings = [...new Set(readingsOf(tidy, months))];
  const instead = readings.filter(isPlain);
  return { fault: faultOf(tidy) ?? (instead.length > 0 ? undefined : faultOfReadings(readings)), instead };
}

/** A text that may be a date is short; patterns need time that grows faster than the text. */
const LONGEST = 80;

/** "there is no month 13", "write 2026-03-02 or 2026-02-03", or undefined if neither applies. */
export function adviceInWords({ fault, instead }: DateAdvice): string | undefined {
  return instead.length > 0 ? `write ${instead.join(' or ')}` : fault;
}

function isPlain(text: string): boolean {
  return boundsOf(text) !== undefined;
}

function boundsOf(text: string): DateBounds | undefined {
  const bounds = parsePlain(text);
  return bounds === NOT_PLAIN ? undefined : bounds;
}

/** Without invisible characters, full-width digits, dashes that look like hyphens, and blanks around it. */
function tidied(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

const DATE = /^-?[\dX]{4}-([\dX]{2})(?:-([\dX]{2}))?(?:T(.*))?$/;
const TIME = /^(\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?(?:Z|[+-](\d{2})(?::?(\d{2}))?)?$/;

const TWO_DIGIT_YEAR = /^\d{1,2}[./-]\d{1,2}[./-]\d{2}$/;

/** The first part of a date, or of the dates in an interval or set, that no calendar or clock has. */
function faultOf(text: string): string | undefined {
  if (TWO_DIGIT_YEAR.test(text)) return 'write the year in four digits';
  const parts = text.replace(/^[[{]|[\]}]$/g, '').split(/\/|,|(?<=\d)\.\.|\.\.(?=\d)/);
  for (const part of parts) {
    const fault = faultOfDate(part.trim());
    if (fault !== undefined) return fault;
  }
  return faultOfInterval(text);
}

function faultOfDate(text: string): string | undefined {
  const unmarked = text.replace(/[?~%]/g, '');
  const isMarked = unmarked !== text;
  const [match, month, day, time] = DATE.exec(unmarked) ?? [];
  if (isMarked && unmarked.includes('X')) return 'digits are masked with X or the date is marked, not both';
  if (match === undefined) return undefined;
  const year = match.slice(0, match.indexOf('-', 1));
  return (
    faultOfMonth(month!, day !== undefined) ??
    (isMarked && day === undefined && isSeason(month!) ? 'a season takes no mark' : undefined) ??
    (day === undefined ? undefined : faultOfDay(year, month!, day)) ??
    (time === undefined ? undefined : faultOfTime(time))
  );
}

function isSeason(month: string): boolean {
  return Number(month) >= 21 && Number(month) <= 41;
}

function faultOfMonth(month: string, hasDay: boolean): string | undefined {
  if (month.includes('X') || (Number(month) >= 1 && Number(month) <= 12)) return undefined;
  if (!isSeason(month)) return `there is no month ${month}`;
  return hasDay
    ? `there is no month ${month}; 21 to 41 are seasons and parts of the year, which have no days`
    : undefined;
}

function faultOfDay(year: string, month: string, day: string): string | undefined {
  if (day.includes('X')) return undefined;
  if (Number(day) < 1 || Number(day) > 31) return `there is no day ${day}`;
  if (month.includes('X') || year.includes('X')) return undefined;
  const days = daysInMonth(Number(year), Number(month));
  return Number(day) > days ? `${year}-${month} has only ${days} days` : undefined;
}

function faultOfTime(time: string): string | undefined {
  const [match, hours, minutes, seconds, zoneHours] = TIME.exec(time) ?? [];
  if (match === undefined) return undefined;
  if (Number(hours) > 24) return `there is no hour ${hours}`;
  if (Number(minutes) > 59) return `there is no minute ${minutes}`;
  if (Number(seconds) > 59) return `there is no second ${seconds}`;
  return Number(zoneHours) > 14 ? 'no clock is more than 14 hours from UTC' : undefined;
}

/** Prefers the reading whose month exists. */
function faultOfReadings(readings: readonly string[]): string | undefined {
  const faults = readings.flatMap(reading => faultOf(reading) ?? []);
  return faults.find(fault => !fault.startsWith('there is no month')) ?? faults[0];
}

function faultOfInterval(text: string): string | undefined {
  const [from, to, ...rest] = text.split('/').map(part => part.replace(/^\.\.(?=.)|(?<=.)\.\.$/g, ''));
  if (to === undefined || rest.length > 0) return undefined;
  const [first, last] = [boundsOf(from!), boundsOf(to)];
  if (first === undefined || last === undefined) return undefined;
  return first.earliest > last.latest ? 'it ends before it begins' : undefined;
}

/** Returns the possible readings as dates; an empty list if there is none. */
type Read = (text: string) => readonly string[];

interface Form {
  readonly pattern: RegExp;
  /** EDTF for a match. `read` reads a date within it. */
  readonly dates: (match: RegExpExecArray, read: Read, months: MonthNames) => readonly string[];
}

const form = (pattern: RegExp, dates: Form['dates']): Form => ({ pattern, dates });

/** Other ways to write a date; made when one is met, for most files have none. */
const forms = lazily((): readonly Form[] => [
  // Month first, as in the United States, or day first, as in most other countries.
  form(/^(\d{1,2})([./ -])(\d{1,2})\2(\d{4})$/, ([, a, , b, year]) => [
    calendar(year!, a!, b!),
    calendar(year!, b!, a!),
  ]),
  form(/^(\d{4})[./ -](\d{1,2})[./ -](\d{1,2})\.?$/, ([, year, month, day]) => [
    calendar(year!, month!, day!),
  ]),
  form(/^(\d{4})[./ -](\d{1,2})$/, ([, year, month]) => [calendar(year!, month!)]),
  form(/^(\d{1,2})[./ -](\d{4})$/, ([, month, year]) => [calendar(year!, month!)]),
  form(/^(\d{4})(\d{2})(\d{2})$/, ([, year, month, day]) => [calendar(year!, month!, day!)]),
  form(
    /^(\d{4})-?(\d{2})-?(\d{2})[t ](\d{2}):?(\d{2})(?::?(\d{2}))? ?(?:(z)|([+-]\d{2}):?(\d{2})?)?$/i,
    ([, year, month, day, hours, minutes, seconds = '00', utc, zone, zoneMinutes = '00']) => {
      const end = utc === undefined ? zone && `${zone}:${zoneMinutes}` : 'Z';
      return [`${calendar(year!, month!, day!)}T${hours}:${minutes}:${seconds}${end ?? ''}`];
    },
  ),
  form(/^(\d{1,2})\S{0,2} (\p{L}+)\.?,? (\d{4})$/u, ([, day, month, year], _, months) =>
    inMonth(year!, month!, months, day),
  ),
  form(/^(\p{L}+)\.? (\d{1,2})\S{0,2},? (\d{4})$/u, ([, month, day, year], _, months) =>
    inMonth(year!, month!, months, day),
  ),
  form(/^(\p{L}+)\.?,? (?:of )?(\d{4})$/u, ([, word, year], _, months) => [
    ...inMonth(year!, word!, months),
    ...(SEASONS.has(word!.toLowerCase()) ? [`${year}-${SEASONS.get(word!.toLowerCase())}`] : []),
  ]),
  form(/^(\d{3})0'?s$/, ([, decade]) => [`${decade}X`]),
  form(/^(?:c|ca|circa|about|around)\.? ?(\d.*)$/i, ([, date], read) =>
    read(date!).map(known => `${known}~`),
  ),
  form(/^(.+?) ?\(?([?~%])\)?$/, ([, date, mark], read) => read(date!).map(known => `${known}${mark}`)),
  form(/^(?:\.\.|before|until) ?([^./]+)$/i, ([, date], read) => read(date!).map(end => `../${end}`)),
  form(/^(?:after|since|from) ([^./]+)$/i, ([, date], read) => read(date!).map(start => `${start}/..`)),
  form(/^([^./]+) ?\.\.$/, ([, date], read) => read(date!).map(start => `${start}/..`)),
  form(/^(\d{4}-\d{2})-(\d{2})\/(\d{2})$/, ([, month, from, to]) => [`${month}-${from}/${month}-${to}`]),
  // 1990-1995; two whole days with a dash, two dots or a word between.
  form(/^(.+?)(?: ?\.\. ?| - | to | until |(?<=^\d{4})-(?=\d{4}$))(.+)$/i, ([, from, to], read) =>
    read(from!).flatMap(start => read(to!).map(end => `${start}/${end}`)),
  ),
  // EDTF before 2019: `199u`, `open`, `unknown`.
  form(/^[\du/-]*u[\du/-]*$/i, ([text]) => [text.replace(/u/gi, 'X')]),
  form(/^(.+)\/(?:open|now|present)$/i, ([, date], read) => read(date!).map(start => `${start}/..`)),
  form(/^unknown\/(.+)$/i, ([, date], read) => read(date!).map(end => `/${end}`)),
  form(/^(.+)\/unknown$/i, ([, date], read) => read(date!).map(start => `${start}/`)),
  form(/^([^/]+)\/([^/]+)$/, ([, from, to], read) =>
    read(from!).flatMap(start => read(to!).map(end => `${start}/${end}`)),
  ),
]);

const SEASONS: ReadonlyMap<string, number> = new Map([
  ['spring', 21],
  ['summer', 22],
  ['autumn', 23],
  ['fall', 23],
  ['winter', 24],
]);

/** What a text may mean, written as EDTF is; some of it no calendar may have. A form within a form is read once: no date is nested deeper. */
function readingsOf(text: string, months: MonthNames, isInner = false): string[] {
  if (isPlain(text)) return [text];
  const read: Read = inner => (isInner ? (isPlain(inner) ? [inner] : []) : readingsOf(inner, months, true));
  return forms().flatMap(({ pattern, dates }) => {
    const match = pattern.exec(text);
    return match === null ? [] : dates(match, read, months);
  });
}

function calendar(year: string, ...parts: readonly string[]): string {
  return [year, ...parts.map(part => part.padStart(2, '0'))].join('-');
}

function inMonth(year: string, name: string, months: MonthNames, day?: string): string[] {
  const month = months.get(name.toLowerCase());
  if (month === undefined) return [];
  return [calendar(year, String(month), ...(day === undefined ? [] : [day]))];
}
