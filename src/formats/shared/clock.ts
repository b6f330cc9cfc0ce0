/** Times as other formats write them, in whole milliseconds. */
import type { Milliseconds } from '../../core/model/model.ts';

const CLOCK = /^(?:(\d{1,6}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,9}))?$/;
const SECONDS = /^(\d{1,10})(?:\.(\d{1,9}))?$/;
const UNITS = /^(?:(\d+)\s*[Hh]\s*)?(?:(\d+)\s*[Mm]\s*)?(?:(\d+(?:\.\d+)?)\s*[Ss])?$/;
const LARGEST = 3_600_000_000_000;

/**
 * `HH:MM:SS.mmm`, `MM:SS,mmm`, `1:02` (minutes and seconds), `1M 20S`. Fractions are decimal: `,5` is half a second.
 * Undefined if the text is not a time.
 */
export function parseClock(text: string): Milliseconds | undefined {
  const trimmed = text.trim();
  const clock = CLOCK.exec(trimmed);
  if (clock !== null) {
    const [, hours, minutes, seconds, fraction] = clock;
    if (Number(seconds) > 59 || (hours !== undefined && Number(minutes) > 59)) return undefined;
    return fromClock([hours, minutes, seconds, fraction]);
  }
  const units = trimmed === '' ? null : UNITS.exec(trimmed);
  if (units === null) return undefined;
  const [, hours, minutes, seconds = '0'] = units;
  return checked(fromClock([hours, minutes]) + Math.round(Number(seconds) * 1000));
}

/** The time of hours, minutes, seconds and a decimal fraction of a second, each as its digits. */
export function fromClock(digits: readonly (string | undefined)[]): Milliseconds {
  const [hours = '0', minutes = '0', seconds = '0', fraction = '0'] = digits;
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return whole * 1000 + Math.round(Number(`0.${fraction}`) * 1000);
}

/** Seconds as a number or a decimal text; undefined if it is neither, or negative. */
export function fromSeconds(value: unknown): Milliseconds | undefined {
  if (typeof value === 'number') return checked(Math.round(value * 1000));
  const match = typeof value === 'string' ? SECONDS.exec(value.trim()) : null;
  return match === null ? undefined : checked(Math.round(Number(match[0]) * 1000));
}

/** Milliseconds as a number or a whole decimal text. */
export function fromMilliseconds(value: unknown): Milliseconds | undefined {
  if (typeof value === 'number') return checked(Math.round(value));
  return typeof value === 'string' && /^\s*\d{1,13}\s*$/.test(value) ? checked(Number(value)) : undefined;
}

/** Seconds with up to three decimals, exactly: 1250 is 1.25. */
export function toSeconds(time: Milliseconds): number {
  return time / 1000;
}

function checked(time: number): Milliseconds | undefined {
  return Number.isFinite(time) && time >= 0 && time < LARGEST ? time : undefined;
}
