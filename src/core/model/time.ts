import type { Milliseconds } from './model.ts';

/** `HH:MM:SS`: a time to look for in a recording. */
export function clockTime(time: Milliseconds): string {
  return formatTime(time).slice(0, -'.mmm'.length);
}

/** A time as the format writes it: `HH:MM:SS.mmm`; hours take more digits where they need them. */
export function formatTime(time: Milliseconds): string {
  const pad = (value: number, digits: number) => String(Math.floor(value)).padStart(digits, '0');
  const seconds = time / 1000;
  return `${pad(seconds / 3600, 2)}:${pad((seconds / 60) % 60, 2)}:${pad(seconds % 60, 2)}.${pad(time % 1000, 3)}`;
}
