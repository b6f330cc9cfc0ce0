/** `4:25`, a duration as minutes and seconds. */
import type { Milliseconds } from '../../core/model/model.ts';

export function minutes(duration: Milliseconds): string {
  const seconds = Math.round(duration / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
