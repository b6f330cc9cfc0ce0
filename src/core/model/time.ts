import type { Milliseconds } from './model.ts';

/** A time as the format writes it: `HH:MM:SS.mmm`; hours take more digits where they need them. */
export function formatTime(time: Milliseconds): string {
  const pad = (value: number, digits: number) => String(Math.floor(value)).padStart(digits, '0');
  const seconds = time / 1000;
  return `${pad(seconds / 3600, 2)}:${pad((seconds / 60) % 60, 2)}:${pad(seconds % 60, 2)}.${pad(time % 1000, 3)}`;
}
