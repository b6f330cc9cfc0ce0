/** The input of the printers of agreement, and what they have in common. */

import type { Comparison, Figure, FigureResult, Group, Grouping } from '../../core/agree/compare-readings.ts';
import type { ReadingName, Unit } from '../../core/agree/compared-units.ts';
import { counted } from '../../core/text/counted.ts';
import { listOf } from '../../core/text/list-of.ts';
import type { Printer } from '../printer.ts';
import { readingLabel } from '../view/names.ts';

/** A unit, or one of which readings differ. */
export interface ReportedUnit extends Pick<Unit, 'of' | 'place' | 'values'> {
  /** The transcript. */
  readonly file: string;
  /** Ids of the annotations that say so. */
  readonly annotations: readonly string[];
  /** A command that shows it, to be pasted into a shell. */
  readonly command: string;
}

/** A figure that `--min` asks more of, or that it cannot judge. */
export interface Failure {
  readonly figure: Figure;
  readonly least: number;
  /** Undefined if there is no number, for the reason given. */
  readonly alpha: number | undefined;
  readonly reason: string | undefined;
}

export const TABLES = ['figures', 'differences', 'units'] as const;
export type TableName = (typeof TABLES)[number];

export interface AgreeReport
  extends Pick<Comparison, 'readings' | 'figures' | 'groups' | 'shared' | 'waiting'> {
  readonly transcripts: readonly string[];
  readonly by: Grouping | undefined;
  readonly seed: number;
  /** Without what readers of the output may not see. */
  readonly differences: readonly ReportedUnit[];
  /** All units, likewise, including those of only one reading. */
  readonly units: readonly ReportedUnit[];
  /** Differences kept back because they depend on private entries. */
  readonly keptBack: number;
  readonly failures: readonly Failure[];
  readonly table: TableName;
  /** The next command to run; undefined if there is none, or nobody to paste it. */
  readonly next: string | undefined;
}

export type AgreePrinter = Printer<AgreeReport>;

/** The subject of a figure, in full and in a word. */
export const FIGURE_NAMES: Readonly<Record<Figure, { readonly long: string; readonly short: string }>> = {
  speakers: { long: 'speaker of an utterance or statement', short: 'speakers' },
  tags: { long: 'tags of the same passage or claim (MASI)', short: 'tags (MASI)' },
  standings: { long: 'standing of a claim', short: 'standings' },
  passages: { long: 'where tagged passages begin and end (alpha_U)', short: 'passages (alpha_U)' },
};

/** What readings differ about, for one unit. */
export const SAID: Readonly<Record<ReportedUnit['of'], string>> = {
  speakers: 'speaker',
  tags: 'tag',
  standings: 'standing',
};

/** Heads of the two tables of `--by tag`. */
export function tagHead(figure: 'tags' | 'passages', { figures, readings }: AgreeReport): string {
  if (figure === 'passages') return 'where passages with the tag begin and end (alpha_U)';
  const { compared } = figures.find(each => each.figure === 'tags')!;
  return `each tag, set or not, on the ${counted(compared, 'unit')} with ${readings.length > 2 ? 'two' : 'both'}`;
}

/** Groups only list figures with units; the group of all units lists every figure. */
export function rowsOf({ figures }: Group): readonly FigureResult[] {
  return figures.filter(({ units }) => units > 0);
}

export function groupLabel(name: string | undefined): string {
  return name ?? 'no single speaker';
}

/** `u4 "“bare”"`, or an id, or "the transcript". */
export function placeLabel({ place: { kind, id, quote } }: Pick<ReportedUnit, 'place'>): string {
  const name = id ?? (kind === 'transcript' ? 'the transcript' : kind);
  return quote === undefined ? name : `${name} "${quote}"`;
}

/** The values of each reading, in the order of the readings; undefined for a reading without any. */
export function valuesOf(
  { values }: Pick<ReportedUnit, 'values'>,
  readings: readonly ReadingName[],
): readonly (string | undefined)[] {
  return readings.map(name => values.get(name)?.join(', '));
}

/** Two decimals, never "-0.00"; undefined for no number. */
export function decimals(value: number | undefined): string | undefined {
  return value?.toFixed(2).replace(/^-(?=0\.00$)/, '');
}

/** Returns the interval of alpha, or why there is none, or why there is no alpha. */
export function intervalText({ interval, alpha, undefined: reason }: FigureResult, readings: number): string {
  if (reason !== undefined) return `undefined: ${reasonText(reason, readings)}`;
  if (interval === undefined)
    return alpha === 1 ? 'no interval: no passage differs' : 'no interval: too few units';
  return `${decimals(interval.low)} to ${decimals(interval.high)}`;
}

export function reasonText(reason: NonNullable<FigureResult['undefined']>, readings: number): string {
  return readings > 2 && reason === 'no unit with both' ? 'no unit with two' : reason;
}

export function failureText({ figure, least, alpha, reason }: Failure): string {
  const name = figure === 'passages' ? 'alpha_U' : 'alpha';
  return alpha === undefined
    ? `${name} of ${figure} cannot be held against ${least}: ${reason}`
    : `${name} ${distinct(alpha, least)} of ${figure} is below ${least}`;
}

/** Returns the fewest decimals, at least two, that show a number to be below another. */
function distinct(alpha: number, least: number): string {
  for (let digits = 2; digits < 10; digits++)
    if (Number(alpha.toFixed(digits)) < least) return alpha.toFixed(digits);
  return String(alpha);
}

export function summaryOf({
  readings,
  transcripts,
  shared,
  differences,
  keptBack,
  waiting,
  seed,
}: AgreeReport): string {
  const alone = transcripts.length - shared;
  const facts = [
    `${counted(readings.length, 'reading')} of ${counted(shared, 'transcript')}`,
    ...(alone > 0 ? [`${alone} with fewer than two readings`] : []),
    `/ ${counted(differences.length + keptBack, 'difference')}`,
    ...(waiting > 0
      ? [
          `! ${counted(waiting, 'annotation')} left out: ${waiting === 1 ? 'it waits' : 'they wait'} for a person`,
        ]
      : []),
  ];
  return `${facts.join(', ')}; seed ${seed}`;
}

export function readingsInWords(readings: readonly ReadingName[]): string {
  return listOf(readings.map(readingLabel));
}
