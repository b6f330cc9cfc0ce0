/** Counts as one JSON value, `onrecord/stats@1`; durations are in milliseconds, and unknown values are null. */
import type { Stats } from '../../core/stats/stats.ts';
import { jsonDocument } from '../escape/json.ts';
import type { GroupName } from './groups.ts';
import type { StatsPrinter } from './report.ts';

const LISTS = {
  speaker: 'speakers',
  tag: 'tags',
  reading: 'readings',
  standing: 'standings',
  source: 'sources',
  file: 'files',
} as const satisfies Record<GroupName, keyof Stats>;

export const printStatsJson: StatsPrinter = ({ stats, by, asOf }) => {
  const { totals } = stats;
  return jsonDocument({
    schema: 'onrecord/stats@1',
    'as-of': asOf ?? null,
    by: by ?? null,
    totals: { ...totals, duration: totals.duration ?? null },
    ...(by === undefined ? listsOf(stats) : { [LISTS[by]]: listsOf(stats)[LISTS[by]] }),
  });
};

function listsOf({ standings, speakers, tags, readings, sources, requests, dates, files }: Stats) {
  return {
    standings,
    speakers: speakers.map(({ name, ids, file, turns, words, duration }) => ({
      name: name ?? null,
      ids,
      file: file ?? null,
      turns,
      words,
      duration: duration ?? null,
    })),
    tags: tags.map(({ readings: each, ...tag }) => ({
      ...tag,
      readings: each.map(({ name, count }) => ({ name: name === '' ? null : name, count })),
    })),
    readings: readings.map(({ name, ...reading }) => ({ name: name ?? null, ...reading })),
    sources: sources.map(source => ({ ...source, title: source.title ?? null })),
    requests,
    dates,
    files: files.map(file => ({ ...file, title: file.title ?? null, duration: file.duration ?? null })),
  };
}
