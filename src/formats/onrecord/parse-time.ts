import type { Milliseconds } from '../../core/model.ts';

/**
 * Whole milliseconds of a time as files have it: `HH:MM:SS.mmm` or `MM:SS.mmm` with up to nine decimals after a point
 * or comma, or seconds as a number. The schema has checked the form; finer parts are rounded.
 */
export function parseTime(time: string | number): Milliseconds {
  if (typeof time === 'number') return Math.round(time * 1000);
  const [seconds = '', minutes = '', hours = '0'] = time.replace(',', '.').split(':').reverse();
  return (Number(hours) * 60 + Number(minutes)) * 60_000 + Math.round(Number(seconds) * 1000);
}
