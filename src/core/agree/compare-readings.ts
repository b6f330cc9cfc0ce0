/** How far readings agree: each figure with its numbers of units, its coefficients and their intervals. */
import type { View } from '../model/view.ts';
import { krippendorffsAlpha } from './alpha.ts';
import { CHANCE_CORRECTED, type ChanceCorrected, chanceCorrected } from './chance-corrected.ts';
import { CODED, type Coded, comparedUnits, type ReadingName, type Unit } from './compared-units.ts';
import { masiOf, nominal } from './distances.ts';
import { type Interval, intervalOf } from './interval.ts';
import { blocksOf, countPassages, type TaggedSpeech, type TaggedText, taggedText } from './passages.ts';
import { type Estimator, ratingsOf, type Undefined } from './ratings.ts';
import { unitizingAlpha } from './unitizing.ts';

export const FIGURES = [...CODED, 'passages'] as const;
export type Figure = (typeof FIGURES)[number];

export const GROUPINGS = ['tag', 'speaker', 'file'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** How two values are compared: as equal or not, as sets, or by where passages begin and end. */
type DistanceName = 'nominal' | 'masi' | 'alpha_U';

export interface FigureResult {
  readonly figure: Figure;
  readonly distance: DistanceName;
  /** Units that at least one reading codes. */
  readonly units: number;
  /** Units that two or more readings code: the n of `alpha`, except for single tags, where it is `compared`. */
  readonly both: number;
  /** Units on which these agree. */
  readonly same: number;
  /** The units that `alpha` is computed from. */
  readonly compared: number;
  /** NaN if nothing can be compared. */
  readonly observed: number;
  readonly expected: number;
  /** Krippendorff's alpha, alpha_U for passages; undefined for the reason beside it. */
  readonly alpha: number | undefined;
  readonly interval: Interval | undefined;
  readonly undefined: Undefined | undefined;
  /** Gwet's AC1 with its interval; undefined for passages. Units of one reading count towards the agreement by chance. */
  readonly ac1: { readonly value: number | undefined; readonly interval: Interval | undefined } | undefined;
  /** Share of pairs of readings that agree, and coefficients for comparison with other studies. */
  readonly others:
    | Readonly<Record<'agreement' | Exclude<ChanceCorrected, 'ac1'>, number | undefined>>
    | undefined;
}

export interface Group {
  /** A tag, the name of a speaker, a file; undefined for units without a single speaker. */
  readonly name: string | undefined;
  readonly figures: readonly FigureResult[];
}

export interface Comparison {
  /** Readings that code a unit, in the order of the files. */
  readonly readings: readonly ReadingName[];
  /** All four figures, including those without units. */
  readonly figures: readonly FigureResult[];
  readonly groups: readonly Group[];
  readonly units: readonly Unit[];
  /** Transcripts in which two readings code the same unit, or each tag a passage. */
  readonly shared: number;
  /** Annotations left out because they wait for a person. */
  readonly waiting: number;
}

export interface CompareOptions {
  readonly seed: number;
  readonly by?: Grouping | undefined;
}

/** @param views one for each transcript, with the readings to compare. */
export function compareReadings(views: readonly View[], { seed, by }: CompareOptions): Comparison {
  const found = views.map(comparedUnits);
  const units = found.flatMap(each => each.units);
  const texts = views.map(taggedText);
  const readings = readingsIn(views, units);
  const all: Part = { readings, seed, units, texts };
  return {
    readings,
    figures: figuresOf(all),
    groups: by === undefined ? [] : groupsOf(all, by),
    units,
    shared: found.filter(
      (each, index) => each.units.some(({ values }) => values.size > 1) || texts[index]!.readings.length > 1,
    ).length,
    waiting: found.reduce((sum, each) => sum + each.waiting, 0),
  };
}

/** The input of the figures. */
interface Part {
  readonly readings: readonly ReadingName[];
  readonly seed: number;
  readonly units: readonly Unit[];
  readonly texts: readonly TaggedText[];
  readonly isWanted?: (speech: TaggedSpeech) => boolean;
}

function readingsIn(views: readonly View[], units: readonly Unit[]): ReadingName[] {
  const saying = new Set(units.flatMap(({ values }) => [...values.keys()]));
  const names = new Set(views.flatMap(view => view.readings.map(({ name }) => name)));
  return [...names].filter(name => saying.has(name));
}

/** Whether readings disagree on a unit. */
export function isDifferent({ values }: Unit): boolean {
  const said = [...values.values()].map(keyOf);
  return said.some(value => value !== said[0]);
}

/** Returns equal texts for equal values. */
function keyOf(values: readonly string[]): string {
  return JSON.stringify(values);
}

function figuresOf(part: Part): FigureResult[] {
  return [
    ...CODED.map(of =>
      codedFigure(
        of,
        part.units.filter(unit => unit.of === of),
        part,
      ),
    ),
    passagesFigure(part),
  ];
}

function codedFigure(figure: Coded, units: readonly Unit[], part: Part): FigureResult {
  const counts = countsOf(units, unit => !isDifferent(unit));
  const rows = rowsOf(units, part, keyOf);
  return figureFrom(figure, figure === 'tags' ? 'masi' : 'nominal', counts, rows, part.seed);
}

/** The figure of one tag: whether readings that tag the same passage use it or not. */
function tagFigure(tag: string, units: readonly Unit[], part: Part): FigureResult {
  const hasTag = (said: readonly string[]) => said.includes(tag);
  const having = units.filter(({ values }) => [...values.values()].some(hasTag));
  const counts = countsOf(having, ({ values }) => [...values.values()].every(hasTag));
  // If nobody could have disagreed, it means nothing that all the others lack the tag.
  const rows = counts.both > 0 ? rowsOf(units, part, said => String(hasTag(said))) : [];
  return figureFrom('tags', 'nominal', counts, rows, part.seed);
}

type Rows = readonly (readonly (string | undefined)[])[];

/** Returns the values that each reading gives each unit. */
function rowsOf(
  units: readonly Unit[],
  { readings }: Part,
  codeOf: (said: readonly string[]) => string,
): Rows {
  return units.map(({ values }) =>
    readings.map(name => {
      const said = values.get(name);
      return said && codeOf(said);
    }),
  );
}

type Counts = Pick<FigureResult, 'units' | 'both' | 'same'>;

function countsOf(units: readonly Unit[], isSame: (unit: Unit) => boolean): Counts {
  const both = units.filter(({ values }) => values.size > 1);
  return { units: units.length, both: both.length, same: both.filter(isSame).length };
}

function figureFrom(
  figure: Coded,
  distance: 'nominal' | 'masi',
  counts: Counts,
  rows: Rows,
  seed: number,
): FigureResult {
  const ratings = ratingsOf(rows);
  const sets = () => masiOf(ratings.categories.map(key => JSON.parse(key) as string[]));
  const alpha = krippendorffsAlpha(ratings, distance === 'masi' ? sets() : nominal);
  const ac1 = chanceCorrected(ratings, 'ac1');
  const [agreement, ...corrected] = [
    1 - ac1.estimate().observed,
    ...CHANCE_CORRECTED.map(kind => chanceCorrected(ratings, kind).estimate().value),
  ].map(defined);
  const [, kappa, pi, s] = corrected;
  return {
    figure,
    distance,
    ...counts,
    compared: alpha.size,
    ...alphaOf(alpha, alpha.size > 0, seed),
    ac1: { value: corrected[0], interval: intervalOf(ac1, seed) },
    others: { agreement, kappa, pi, s },
  };
}

function passagesFigure({ texts, isWanted, seed }: Part, tag?: string): FigureResult {
  const { blocks, continua } = blocksOf(texts, isWanted);
  const isOf = (name: string) => tag === undefined || name === tag;
  const tags = new Set(blocks.flatMap(({ stretches }) => [...stretches.keys()]).filter(isOf));
  const counts = countPassages(blocks, isOf);
  const alphaU = unitizingAlpha(blocks, continua, tags);
  return {
    figure: 'passages',
    distance: 'alpha_U',
    ...counts,
    compared: counts.units,
    ...alphaOf(alphaU, tags.size > 0, seed),
    ac1: undefined,
    others: undefined,
  };
}

function alphaOf(
  estimator: Estimator,
  isCompared: boolean,
  seed: number,
): Pick<FigureResult, 'observed' | 'expected' | 'alpha' | 'interval' | 'undefined'> {
  const { observed, expected, value } = estimator.estimate();
  const alpha = isCompared ? defined(value) : undefined;
  return {
    observed,
    expected,
    alpha,
    interval: alpha === undefined ? undefined : intervalOf(estimator, seed),
    undefined: alpha !== undefined ? undefined : isCompared ? 'one category' : 'no unit with both',
  };
}

function defined(value: number): number | undefined {
  return Number.isNaN(value) ? undefined : value;
}

function groupsOf(all: Part, by: Grouping): Group[] {
  if (by === 'tag') {
    const units = all.units.filter(({ of }) => of === 'tags');
    const tags = new Set(units.flatMap(({ values }) => [...values.values()].flat()));
    return [...tags].sort().map(tag => ({
      name: tag,
      figures: [tagFigure(tag, units, all), passagesFigure(all, tag)],
    }));
  }
  const nameOf = ({ view, speaker }: Unit) => (by === 'file' ? view.project.transcript.file : speaker);
  return [...new Set(all.units.map(nameOf))].map(name => ({
    name,
    figures: figuresOf({
      ...all,
      units: all.units.filter(unit => nameOf(unit) === name),
      texts:
        by === 'file' ? all.texts.filter(({ view }) => view.project.transcript.file === name) : all.texts,
      ...(by === 'speaker' && { isWanted: ({ speaker }: TaggedSpeech) => speaker === name }),
    }),
  }));
}
