/** The only module that imports the EDTF library. The library validates; this module computes the days. */

import type { Parsed } from 'edtf';
import { largest, smallest } from '../long-lists.ts';
import { boundsOfMask, boundsOfYears, clockTime, type DateBounds, spanOf, sureBounds } from './bounds.ts';
import { boundsOfSeason } from './season.ts';

/** The library's parser needs time that grows faster than the text; no real date is longer than this. */
const LONGEST = 250;

let parse: typeof import('edtf').parse | undefined;

/** Loads the library; later calls cost nothing. */
export async function loadEdtf(): Promise<void> {
  parse ??= (await import('edtf')).parse;
}

/**
 * Bounds of any EDTF string of level 0 to 2; undefined for other strings.
 * @throws Error when the library has not been loaded: the caller skipped `prepareDates`.
 */
export function parseWithLibrary(text: string): DateBounds | undefined {
  if (parse === undefined)
    throw new Error(`"${text}" was parsed before prepareDates had loaded the EDTF library`);
  if (text.length > LONGEST) return undefined;
  const { isOpenStart, isOpenEnd, closed } = withoutOpenEnds(text);
  let parsed: Parsed;
  try {
    parsed = parse(closed, { level: 2 });
  } catch {
    return undefined;
  }
  const bounds = boundsOf(parsed);
  return (
    bounds && {
      ...bounds,
      ...(isOpenStart && { earliest: -Infinity }),
      ...(isOpenEnd && { latest: Infinity }),
    }
  );
}

/** `..2004-06-01/2004-06-20`: it begins on that day or before. The library knows `..` only in place of a date. */
const OPEN_START = /^\.\.(?=[^./]+\/)/;
/** `2004-06-01/2004-06-20..`: it ends on that day or later. */
const OPEN_END = /(?<=\/[^./]+)\.\.$/;

function withoutOpenEnds(text: string): { isOpenStart: boolean; isOpenEnd: boolean; closed: string } {
  const isOpenStart = OPEN_START.test(text);
  const isOpenEnd = OPEN_END.test(text);
  return { isOpenStart, isOpenEnd, closed: text.replace(OPEN_START, '').replace(OPEN_END, '') };
}

function boundsOf(parsed: Parsed): DateBounds | undefined {
  const bounds = unmarkedBounds(parsed);
  if (bounds === undefined) return undefined;
  return {
    ...bounds,
    uncertain: bounds.uncertain || Boolean(parsed.uncertain),
    approximate: bounds.approximate || Boolean(parsed.approximate),
  };
}

function unmarkedBounds(parsed: Parsed): DateBounds | undefined {
  const [first] = parsed.values as readonly number[];
  switch (parsed.type) {
    case 'Year':
      return boundsOfYear(first!, parsed.significant);
    case 'Decade':
      return boundsOfYears(first! * 10, first! * 10 + 9);
    case 'Century':
      return boundsOfYears(first! * 100, first! * 100 + 99);
    case 'Season':
      return boundsOfSeason(first!, (parsed.values as readonly number[])[1]!);
    case 'Interval':
      return boundsOfInterval(parsed.values as readonly End[]);
    case 'List':
    case 'Set':
      return boundsOfMembers(parsed);
    default:
      return boundsOfDate(parsed);
  }
}

/** `1950S2` is some year whose first two digits are those of 1950. */
function boundsOfYear(year: number, significant: number | undefined): DateBounds {
  if (significant === undefined) return boundsOfYears(year, year);
  const unit = 10 ** Math.max(0, String(Math.abs(year)).length - significant);
  const low = Math.floor(Math.abs(year) / unit) * unit;
  const high = low + unit - 1;
  return year < 0 ? boundsOfYears(-high, -low) : boundsOfYears(low, high);
}

/** A calendar date, with a time of day or without; months count from 0 in the library's result. */
function boundsOfDate(parsed: Parsed): DateBounds | undefined {
  const [year, month, date, ...time] = parsed.values as readonly number[];
  const mask = (digits: string, firstBit: number) =>
    Array.from(digits, (digit, index) =>
      (parsed.unspecified ?? 0) & (1 << (firstBit + index)) ? 'X' : digit,
    ).join('');
  const bounds = boundsOfMask(
    mask(String(Math.abs(year!)).padStart(4, '0'), 0),
    month === undefined ? undefined : mask(String(month + 1).padStart(2, '0'), 4),
    date === undefined ? undefined : mask(String(date).padStart(2, '0'), 6),
    year! < 0,
  );
  if (bounds === undefined || time.length === 0) return bounds;
  const shift = parsed.timeZone === undefined ? undefined : parsed.offset;
  return { ...bounds, clock: clockTime(bounds.earliest, time, shift) };
}

/** The library gives an open end as Infinity and an unknown one as null. */
type End = Parsed | number | null;

function boundsOfInterval([from, to]: readonly End[]): DateBounds | undefined {
  const first = boundsOfEnd(from);
  const last = boundsOfEnd(to);
  return first && last && spanOf(first, last);
}

function boundsOfEnd(end: End | undefined): DateBounds | undefined {
  return end === null || typeof end !== 'object' ? sureBounds(-Infinity, Infinity) : boundsOf(end);
}

/** Sets (one of) and lists (all of): from their first to their last day. */
function boundsOfMembers(parsed: Parsed): DateBounds | undefined {
  const members = (parsed.values as readonly (Parsed | readonly [Parsed, Parsed])[]).map(member =>
    Array.isArray(member) ? boundsOfInterval(member) : boundsOf(member as Parsed),
  );
  const known = members.filter(member => member !== undefined);
  if (known.length < members.length || known.length === 0) return undefined;
  return {
    earliest: parsed.earlier === true ? -Infinity : smallest(known.map(member => member.earliest)),
    latest: parsed.later === true ? Infinity : largest(known.map(member => member.latest)),
    uncertain: known.some(member => member.uncertain),
    approximate: known.some(member => member.approximate),
  };
}
