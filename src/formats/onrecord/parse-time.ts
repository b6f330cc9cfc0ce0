import type { Milliseconds } from '../../core/model/model.ts';

/**
 * Whole milliseconds of a time as files have it: `HH:MM:SS.mmm` or `MM:SS.mmm` with up to nine decimals after a point
 * or comma, or seconds as a number. The schema has checked the form; finer parts are rounded.
 */
export function parseTime(time: string | number): Milliseconds {
  if (typeof time === 'number') return Math.round(time * 1000);
  if (isUsual(time))
    return (
      ((twoDigits(time, 0) * 60 + twoDigits(time, 3)) * 60 + twoDigits(time, 6)) * 1000 +
      twoDigits(time, 9) * 10 +
      digit(time, 11)
    );
  const beforeSeconds = time.lastIndexOf(':');
  const beforeMinutes = time.lastIndexOf(':', beforeSeconds - 1);
  const seconds = time.slice(beforeSeconds + 1).replace(',', '.');
  const minutes = time.slice(beforeMinutes + 1, beforeSeconds);
  const hours = beforeMinutes === -1 ? 0 : Number(time.slice(0, beforeMinutes));
  return (hours * 60 + Number(minutes)) * 60_000 + Math.round(Number(seconds) * 1000);
}

/** `HH:MM:SS.mmm`, as nearly all times are written: its digits can be added up where they stand. */
function isUsual(time: string): boolean {
  return time.length === 12 && time[2] === ':' && time[5] === ':' && (time[8] === '.' || time[8] === ',');
}

function twoDigits(time: string, at: number): number {
  return digit(time, at) * 10 + digit(time, at + 1);
}

function digit(time: string, at: number): number {
  return time.charCodeAt(at) - 48;
}
