/**
 * The dates that nearly every file consists of, decided without the EDTF library, whose loading would cost more than
 * the rest of a command: calendar dates with masked digits or one mark at the end, times, seasons, and intervals of
 * them.
 */
import { boundsOfMask, clockTime, type DateBounds, spanOf, sureBounds } from './bounds.ts';
import { dayOf, daysInMonth } from './day.ts';
import { boundsOfSeason } from './season.ts';

/** The form is not decided here. */
export const NOT_PLAIN = Symbol('not a plain date');

/** The form of nearly every date. */
const WHOLE_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const CALENDAR = /^([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?([?~%]?)$/;
const SEASON = /^(\d{4})-(2[1-9]|3\d|4[01])$/;
const TIME =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d(?:\.\d+)?)(Z|[+-](?:0\d|1[0-4])(?::[0-5]\d)?)?$/;

/** Bounds of a plain date; undefined for an invalid date in plain form, `NOT_PLAIN` for other strings. */
export function parsePlain(text: string): DateBounds | undefined | typeof NOT_PLAIN {
  const slash = text.indexOf('/');
  return slash === -1 ? parseOne(text) : parseInterval(text.slice(0, slash), text.slice(slash + 1));
}

function parseOne(text: string): DateBounds | undefined | typeof NOT_PLAIN {
  // Patterns are long to compile, and few dates are of these kinds.
  const season = text.length === 7 ? SEASON.exec(text) : null;
  if (season !== null) return boundsOfSeason(Number(season[1]), Number(season[2]));
  const time = text.includes('T') ? TIME.exec(text) : null;
  return time === null ? parseCalendar(text) : parseTime(time);
}

function parseTime([, day, hours, minutes, seconds, zone]: RegExpExecArray): DateBounds | undefined {
  const bounds = parseCalendar(day!);
  if (bounds === undefined || bounds === NOT_PLAIN) return undefined;
  const clock = clockTime(bounds.earliest, [hours, minutes, seconds].map(Number), shiftOf(zone));
  return { ...bounds, clock };
}

/** Minutes ahead of UTC; undefined if no zone is written. */
function shiftOf(zone: string | undefined): number | undefined {
  if (zone === undefined || zone === 'Z') return zone && 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return zone.startsWith('-') ? -minutes : minutes;
}

function parseCalendar(text: string): DateBounds | undefined | typeof NOT_PLAIN {
  const [isDay, ...parts] = WHOLE_DAY.exec(text) ?? [];
  const [wholeYear = 0, wholeMonth = 0, wholeDate = 0] = parts.map(Number);
  if (isDay !== undefined && wholeDate >= 1 && wholeDate <= daysInMonth(wholeYear, wholeMonth)) {
    const day = dayOf(wholeYear, wholeMonth, wholeDate);
    return sureBounds(day, day);
  }
  const [match, year, month, date, mark = ''] = CALENDAR.exec(text) ?? [];
  if (match === undefined || year === undefined) return NOT_PLAIN;
  // EDTF marks whole dates or masks digits, not both.
  if (mark !== '' && match.includes('X')) return undefined;
  const bounds = boundsOfMask(year, month, date);
  const isBoth = mark === '%';
  return bounds && { ...bounds, uncertain: mark === '?' || isBoth, approximate: mark === '~' || isBoth };
}

const ANY_TIME = sureBounds(-Infinity, Infinity);

/** Seasons and times have no place in an interval at EDTF level 2. */
function parseInterval(from: string, to: string): DateBounds | undefined | typeof NOT_PLAIN {
  const first = isOpen(from) ? ANY_TIME : parseCalendar(from);
  const last = isOpen(to) ? ANY_TIME : parseCalendar(to);
  if (first === NOT_PLAIN || last === NOT_PLAIN) return NOT_PLAIN;
  return first && last && spanOf(first, last);
}

/** `..` is an open end, nothing an unknown one. */
function isOpen(text: string): boolean {
  return text === '..' || text === '';
}
