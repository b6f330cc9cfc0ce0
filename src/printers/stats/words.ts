/** Words shared by all texts of counts. Plain strings: each printer makes them safe. */

import type { NamedCount, Stats } from '../../core/stats/stats.ts';
import { countedGrouped as counted, grouped } from '../../core/text/counted.ts';
import { fewOf } from '../../core/text/list-of.ts';
import { readingLabel } from '../view/names.ts';
import type { StatsReport } from './report.ts';

/** Readings that a head names. */
const MOST_READINGS = 5;

/** The title and the lines about it. */
export function headLines({ head, stats, asOf }: StatsReport, between: string): string[] {
  if (head !== undefined)
    return [head.title, head.facts.join(between), ...(head.moment === undefined ? [] : [head.moment])];
  const names = stats.readings.map(({ name }) => readingLabel(name));
  return [
    counted(stats.totals.transcripts, 'transcript'),
    ...(names.length === 0 ? [] : [`${counted(names.length, 'reading')}: ${fewOf(names, MOST_READINGS)}`]),
    ...(asOf === undefined ? [] : [`as of ${asOf}`]),
  ];
}

/** One line of the overview. */
export interface Fact {
  readonly name: string;
  readonly sign: 'request' | 'unsettled' | undefined;
  readonly count: number;
  readonly list: readonly string[];
}

export function factsOf({ totals, readings, requests, dates }: Stats): Fact[] {
  const { annotations, ended, stances, undated, waiting, conflicts, unpinned } = totals;
  const ofReadings = readings.filter(reading => reading.annotations > 0);
  return [
    {
      name: 'annotations',
      sign: undefined,
      count: annotations,
      list: [
        ...ofReadings.map(({ name, annotations: count }) => `${readingLabel(name)} ${grouped(count)}`),
        ...(ended === 0 ? [] : [`${grouped(ended)} withdrawn or replaced`]),
      ],
    },
    {
      name: 'stances',
      sign: undefined,
      count: stances,
      list: undated === 0 ? [] : [`${grouped(undated)} undated`],
    },
    {
      name: 'open requests',
      sign: 'request',
      count: totals.requests,
      list: requests.map(({ name, count }) => `${name.replace(/-needed$/, '')} ${grouped(count)}`),
    },
    { name: 'dates', sign: undefined, count: totals.dates, list: roles(dates) },
    {
      name: 'waiting',
      sign: 'unsettled',
      count: waiting + conflicts,
      list: conflicts === 0 ? [] : [counted(conflicts, 'conflict')],
    },
    ...(unpinned === 0
      ? []
      : [{ name: 'unpinned', sign: undefined, count: unpinned, list: ['annotations and claims'] }]),
  ];
}

/** "said 3, first-public 2, 5 roles once". */
function roles(dates: readonly NamedCount[]): string[] {
  const several = dates.filter(({ count }) => count > 1);
  const once = dates.filter(({ count }) => count === 1);
  return [
    ...several.map(({ name, count }) => `${name} ${grouped(count)}`),
    ...(once.length > 1 ? [`${once.length} roles once`] : once.map(({ name }) => `${name} 1`)),
  ];
}

/** "16 utterances, 271 words, 18 claims, 146 annotations in 2 readings". */
export function summaryOf({ totals }: Stats): string {
  const { transcripts, utterances, words, claims, annotations, readings } = totals;
  return [
    ...(transcripts === 1 ? [] : [counted(transcripts, 'transcript')]),
    counted(utterances, 'utterance'),
    counted(words, 'word'),
    ...(claims === 0 ? [] : [counted(claims, 'claim')]),
    counted(annotations, 'annotation') + (readings > 1 ? ` in ${readings} readings` : ''),
  ].join(', ');
}
