/** Agreement as one JSON value, `onrecord/agree@1`. Coefficients have ten decimals; `null` is no number. */
import type { FigureResult } from '../../core/agree/compare-readings.ts';
import { type Interval, LEVEL, SAMPLES } from '../../core/agree/interval.ts';
import { jsonDocument } from '../escape/json.ts';
import { type AgreePrinter, reasonText } from './report.ts';

export const printAgreeJson: AgreePrinter = report => {
  const { readings, transcripts, by, seed, differences, failures, waiting, keptBack, shared } = report;
  const figures = (results: readonly FigureResult[]) =>
    results.map(result => figure(result, readings.length));
  return jsonDocument({
    schema: 'onrecord/agree@1',
    readings: readings.map(name => name ?? null),
    transcripts,
    seed,
    samples: SAMPLES,
    level: LEVEL,
    figures: figures(report.figures),
    ...(by !== undefined && {
      by,
      groups: report.groups.map(({ name, figures: own }) => ({ name: name ?? null, figures: figures(own) })),
    }),
    differences: differences.map(({ of, file, place, values, annotations, command }) => ({
      figure: of,
      file,
      kind: place.kind,
      id: place.id ?? null,
      quote: place.quote ?? null,
      values: readings.map(name => ({ reading: name ?? null, says: values.get(name) ?? null })),
      annotations,
      command,
    })),
    ...(failures.length > 0 && {
      failures: failures.map(({ figure: name, least, alpha, reason }) => ({
        figure: name,
        least,
        alpha: number(alpha),
        reason: reason ?? null,
      })),
    }),
    summary: {
      readings: readings.length,
      transcripts: transcripts.length,
      shared,
      differences: differences.length + keptBack,
      waiting,
    },
  });
};

function figure(result: FigureResult, readings: number) {
  const { ac1, others } = result;
  return {
    figure: result.figure,
    distance: result.distance,
    units: result.units,
    both: result.both,
    same: result.same,
    n: result.compared,
    alpha: number(result.alpha),
    interval: range(result.interval),
    undefined: result.undefined === undefined ? null : reasonText(result.undefined, readings),
    observed: number(result.observed),
    expected: number(result.expected),
    ...(ac1 !== undefined && { ac1: number(ac1.value), 'ac1-interval': range(ac1.interval) }),
    ...(others !== undefined && {
      agreement: number(others.agreement),
      kappa: number(others.kappa),
      pi: number(others.pi),
      s: number(others.s),
    }),
  };
}

function range(interval: Interval | undefined) {
  return interval === undefined ? null : { low: number(interval.low), high: number(interval.high) };
}

function number(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : Number(value.toFixed(10));
}
