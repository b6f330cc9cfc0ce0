/** Time expressions of TTML 2 (section 12.3): clock times, offsets with a metric, frames and ticks. In milliseconds. */
import type { Milliseconds } from '../../core/model/model.ts';
import { fromClock } from '../shared/clock.ts';

export interface Rates {
  /** Frames a second. */
  readonly frames: number;
  /** Ticks a second. */
  readonly ticks: number;
}

const CLOCK = /^(\d{2,6}):(\d{2}):(\d{2})(?:\.(\d{1,9})|:(\d{2,4})(?:\.\d+)?)?$/;
const OFFSET = /^(\d{1,12}(?:\.\d{1,9})?)(h|m|s|ms|f|t)$/;

export function ratesOf(attributes: Readonly<Record<string, string>>): Rates {
  const [numerator = 1, denominator = 1] = (attributes['frameRateMultiplier'] ?? '1 1')
    .split(/[ :]+/)
    .map(Number);
  const multiplier = numerator / denominator;
  const frames = positive(attributes['frameRate']) ?? 30;
  return {
    frames: Number.isFinite(multiplier) && multiplier > 0 ? frames * multiplier : frames,
    ticks: positive(attributes['tickRate']) ?? (attributes['frameRate'] === undefined ? 1 : frames),
  };
}

function positive(text: string | undefined): number | undefined {
  const number = Number(text);
  return Number.isFinite(number) && number > 0 ? number : undefined;
}

export function parseTimeExpression(text: string, { frames, ticks }: Rates): Milliseconds | undefined {
  const clock = CLOCK.exec(text.trim());
  if (clock !== null) {
    const [, hours, minutes, seconds, fraction, frame = '0'] = clock;
    return fromClock([hours, minutes, seconds, fraction]) + Math.round((Number(frame) / frames) * 1000);
  }
  const offset = OFFSET.exec(text.trim());
  if (offset === null) return undefined;
  const units = { h: 3_600_000, m: 60_000, s: 1000, ms: 1, f: 1000 / frames, t: 1000 / ticks };
  return Math.round(Number(offset[1]) * units[offset[2] as keyof typeof units]);
}
