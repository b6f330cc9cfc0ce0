/** The least figures that `--min` demands. */
import { InvalidArgumentError } from 'commander';
import { FIGURES, type Figure, type FigureResult } from '../../core/agree/compare-readings.ts';
import { didYouMean } from '../../core/text/closest.ts';
import { type Failure, reasonText } from '../../printers/agree/report.ts';

/** The figures that a number without a name applies to. */
const CODED = FIGURES.filter(figure => figure !== 'passages');

interface Least {
  readonly alpha: number;
  /** The figure was named, so there must be something to judge. */
  readonly isNamed: boolean;
}

export type Leasts = ReadonlyMap<Figure, Least>;

/** `0.8` of all figures but passages, or `tags=0.67,passages=0.5`. */
export function parseLeast(text: string): Leasts {
  const leasts = new Map<Figure, Least>();
  for (const part of text.split(',')) {
    const [, name, number = ''] = /^\s*(?:([^=]*?)\s*=)?\s*(.*?)\s*$/s.exec(part)!;
    const alpha = /^-?(?:\d+(?:\.\d*)?|\.\d+)$/.test(number) ? Number(number) : Number.NaN;
    if (!(alpha >= -1 && alpha <= 1))
      throw new InvalidArgumentError('Expected numbers from -1 to 1: 0.8, or tags=0.67,passages=0.5.');
    if (name === undefined) for (const figure of CODED) leasts.set(figure, { alpha, isNamed: false });
    else leasts.set(figureNamed(name), { alpha, isNamed: true });
  }
  return leasts;
}

function figureNamed(name: string): Figure {
  const figure = FIGURES.find(known => known === name);
  if (figure !== undefined) return figure;
  throw new InvalidArgumentError(
    `"${name}" is not a figure; ${didYouMean(name, FIGURES) ?? `figures are ${FIGURES.join(', ')}`}`,
  );
}

/**
 * Returns the figures below their least value, and those that cannot be judged. A figure without units is passed over,
 * unless it is named or there is no other.
 */
export function failuresOf(
  figures: readonly FigureResult[],
  leasts: Leasts,
  readings: number,
): readonly Failure[] {
  const asked = figures.flatMap(result => {
    const least = leasts.get(result.figure);
    return least === undefined ? [] : [{ result, least }];
  });
  const hasUnits = asked.some(({ result }) => result.units > 0);
  return asked.flatMap(({ result, least }): Failure[] => {
    const { figure, alpha } = result;
    if (alpha !== undefined)
      return alpha < least.alpha ? [{ figure, least: least.alpha, alpha, reason: undefined }] : [];
    if (result.units === 0 && hasUnits && !least.isNamed) return [];
    const reason = `undefined: ${reasonText(result.undefined!, readings)}`;
    return [{ figure, least: least.alpha, alpha, reason }];
  });
}
