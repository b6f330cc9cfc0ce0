import type { Milliseconds } from '../../core/model.ts';

/**
 * Whole milliseconds of a time as files have it: `HH:MM:SS.mmm` or `MM:SS.mmm` with up to nine decimals after a point
 * or comma, or seconds as a number. The schema has checked the form; finer parts are rounded.
 */
export function parseTime(time: string | number): Milliseconds {
  if (typeof time === 'number') return Math.round(time * 1000);
  const beforeSeconds = time.lastIndexOf(':');
  const beforeMinutes = time.lastIndexOf(':', beforeSeconds - 1);
  const seconds = time.slice(beforeSeconds + 1).replace(',', '.');
  const minutes = time.slice(beforeMinutes + 1, beforeSeconds);
  const hours = beforeMinutes === -1 ? 0 : Number(time.slice(0, beforeMinutes));
  return (hours * 60 + Number(minutes)) * 60_000 + Math.round(Number(seconds) * 1000);
}
