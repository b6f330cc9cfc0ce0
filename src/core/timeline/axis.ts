/** A time axis: whole years, months or days in a row of cells, with as many labels as there is room for. */
import type { DateBounds } from '../dates/bounds.ts';
import { calendarDay, type Day, dayOf, isoDay, isoYear } from '../dates/day.ts';
import { largest, smallest } from '../long-lists.ts';

export interface Axis {
  readonly cells: number;
  /** First day of the first cell, and the day after the last one. */
  readonly start: Day;
  readonly end: Day;
  readonly ticks: readonly Tick[];
}

interface Tick {
  /** The first cell of the period. */
  readonly cell: number;
  /** Share of the axis before it, 0 to 1. */
  readonly at: number;
  readonly label: string;
}

/** The cells that a span of days covers. An open end has no cell. */
export interface Bar {
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** Unit of an axis; its values are consecutive numbers. */
interface Unit {
  readonly numberOf: (day: Day) => number;
  readonly startOf: (number: number) => Day;
  readonly label: (number: number) => string;
  readonly steps: readonly number[];
}

const DAYS: Unit = {
  numberOf: day => day,
  startOf: number => number,
  label: isoDay,
  steps: [1, 2, 5],
};

const MONTHS: Unit = {
  numberOf(day) {
    const { year, month } = calendarDay(day);
    return year * 12 + month - 1;
  },
  startOf: number => dayOf(Math.floor(number / 12), (((number % 12) + 12) % 12) + 1, 1),
  label: number => isoDay(MONTHS.startOf(number)).slice(0, -3),
  steps: [1, 2, 3, 6],
};

/** Years in EDTF have any number of digits. */
const POWERS_OF_TEN = 16;

const YEARS: Unit = {
  numberOf: day => calendarDay(day).year,
  startOf: number => dayOf(number, 1, 1),
  label: isoYear,
  steps: Array.from({ length: POWERS_OF_TEN }, (_, power) =>
    [1, 2, 5].map(step => step * 10 ** power),
  ).flat(),
};

/**
 * Returns an axis with all known ends of dates on it; undefined if no end is known.
 *
 * @param cells number of cells, each as wide as a letter of a label
 * @param more other days that must be on it
 */
export function axisFor(
  dates: readonly DateBounds[],
  cells: number,
  more: readonly Day[] = [],
): Axis | undefined {
  const ends = dates.flatMap(({ earliest, latest }) => [earliest, latest]).filter(Number.isFinite);
  if (ends.length === 0) return undefined;
  const days = [...ends, ...more.filter(Number.isFinite)];
  const [first, last] = [smallest(days), largest(days)];
  // Months are fine enough for a single day.
  const units = first === last ? [MONTHS, YEARS] : [DAYS, MONTHS, YEARS];
  let axis: Axis | undefined;
  for (const unit of units)
    for (const step of unit.steps) {
      const from = Math.floor(unit.numberOf(first) / step);
      const to = Math.floor(unit.numberOf(last) / step) + 1;
      // Far too many for labels: none are made.
      if (to - from > cells) continue;
      axis = withTicks(unit, step, from, to, cells);
      if (hasRoom(axis)) return axis;
    }
  return axis;
}

function withTicks(unit: Unit, step: number, from: number, to: number, cells: number): Axis {
  const [start, end] = [unit.startOf(from * step), unit.startOf(to * step)];
  const ticks = Array.from({ length: to - from }, (_, index): Tick => {
    const number = (from + index) * step;
    const at = (unit.startOf(number) - start) / (end - start);
    return { cell: Math.round(at * cells), at, label: unit.label(number) };
  });
  return { cells, start, end, ticks };
}

/** Whether there is a blank between all labels. */
function hasRoom({ ticks, cells }: Axis): boolean {
  return ticks.every(({ cell, label }, index) => cell + label.length < (ticks[index + 1]?.cell ?? cells + 1));
}

export function barOn(axis: Axis, { earliest, latest }: DateBounds): Bar {
  return { from: cellOn(axis, earliest), to: cellOn(axis, latest) };
}

/** Returns the cell of a day; undefined for an open end. */
export function cellOn(axis: Axis, day: Day): number | undefined {
  const share = shareOn(axis, day);
  return share === undefined ? undefined : Math.min(axis.cells - 1, Math.floor(share * axis.cells));
}

/** Returns the share of the axis before a day, 0 to 1; undefined for an open end. */
export function shareOn({ start, end }: Axis, day: Day): number | undefined {
  return Number.isFinite(day) ? Math.min(1, Math.max(0, (day - start) / (end - start))) : undefined;
}
