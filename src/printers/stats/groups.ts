/** The tables of `stats`, one for each `--by`, with a row for each speaker, tag, reading, ... */

import { UNKNOWN_PARTY } from '../../core/model/vocabulary.ts';
import type { StandingKind } from '../../core/standing/claim-kind.ts';
import type { FileStats, ReadingStats, Stats } from '../../core/stats/stats.ts';
import type { Cell } from '../escape/csv.ts';
import { STANDING_ORDER } from '../signs.ts';
import { readingLabel } from '../view/names.ts';

export const GROUP_NAMES = ['speaker', 'tag', 'reading', 'standing', 'source', 'file'] as const;

export type GroupName = (typeof GROUP_NAMES)[number];

/** A row: what it is of, its numbers in the order of the columns, and what follows them. */
export interface GroupRow {
  readonly label: string;
  readonly standing?: StandingKind;
  readonly counts: readonly number[];
  /** Share of the whole, 0 to 1. */
  readonly share?: number;
  /** In milliseconds. */
  readonly duration?: number | undefined;
  readonly list: readonly string[];
  /** Cells of a table for programs, in the order of `fields`. */
  readonly cells: readonly Cell[];
}

export interface GroupTable {
  /** Names of the numbers of each row. */
  readonly columns: readonly string[];
  /** Whether `share` is shown as a number as well as a bar. */
  readonly hasShare: boolean;
  readonly rows: readonly GroupRow[];
  /** Columns of a table for programs; the first is the group. */
  readonly fields: readonly string[];
}

export function groupTable(name: GroupName, stats: Stats): GroupTable {
  return TABLES[name](stats);
}

const TABLES: Readonly<Record<GroupName, (stats: Stats) => GroupTable>> = {
  speaker: ({ speakers, totals }) => ({
    columns: ['turns', 'words'],
    hasShare: true,
    fields: ['speaker', 'ids', 'file', 'turns', 'words', 'share', 'seconds'],
    rows: speakers.map(({ name, ids, file, turns, words, duration }) => {
      const share = part(words, totals.words);
      const label = name ?? UNKNOWN_PARTY;
      return {
        label: file === undefined || totals.transcripts === 1 ? label : `${label} (${file})`,
        counts: [turns, words],
        share,
        duration,
        list: [],
        cells: [label, ids.join(' '), file, turns, words, rounded(share), seconds(duration)],
      };
    }),
  }),

  tag: ({ tags }) => {
    const all = tags.reduce((sum, { annotations }) => sum + annotations, 0);
    return {
      columns: ['annotations'],
      hasShare: false,
      fields: ['tag', 'annotations', 'transcripts', 'readings'],
      rows: tags.map(({ tag, annotations, transcripts, readings }) => ({
        label: tag,
        counts: [annotations],
        share: part(annotations, all),
        list: [],
        cells: [
          tag,
          annotations,
          transcripts,
          readings.map(({ name, count }) => `${readingLabel(name)} ${count}`).join('; '),
        ],
      })),
    };
  },

  reading: ({ readings, totals }) => ({
    columns: READING_COLUMNS,
    hasShare: false,
    fields: ['reading', 'transcripts', 'annotations', 'ended', ...READING_COLUMNS.slice(1)],
    rows: readings.map(reading => {
      const counts = READING_COLUMNS.map(name => reading[name]);
      const label = readingLabel(reading.name);
      return {
        label,
        counts,
        share: part(reading.annotations, totals.annotations),
        list: [],
        cells: [label, reading.transcripts, reading.annotations, reading.ended, ...counts.slice(1)],
      };
    }),
  }),

  standing: ({ standings }) => ({
    columns: ['claims'],
    hasShare: false,
    fields: ['standing', 'claims', 'ids', 'passages', 'transcripts'],
    rows: STANDING_ORDER.flatMap(kind => standings.filter(({ standing }) => standing === kind)).map(
      ({ standing, claims, declared, passages, transcripts }) => ({
        label: standing,
        standing,
        counts: [claims],
        list: [
          ...declared.map(({ id }) => id),
          ...(passages === 0 ? [] : [passages === 1 ? '1 passage' : `${passages} passages`]),
          ...(transcripts === 0 ? [] : [transcripts === 1 ? 'the transcript' : `${transcripts} transcripts`]),
        ],
        cells: [standing, claims, declared.map(({ id }) => id).join(' '), passages, transcripts],
      }),
    ),
  }),

  source: ({ sources }) => {
    const all = sources.reduce((sum, { speech, annotations }) => sum + speech + annotations, 0);
    return {
      columns: ['passages', 'annotations'],
      hasShare: false,
      fields: ['source', 'title', 'passages', 'annotations'],
      rows: sources.map(({ id, title, speech, annotations }) => ({
        label: title === undefined ? id : `${id}: ${title}`,
        counts: [speech, annotations],
        share: part(speech + annotations, all),
        list: [],
        cells: [id, title, speech, annotations],
      })),
    };
  },

  file: ({ files, totals }) => ({
    columns: FILE_COLUMNS,
    hasShare: false,
    fields: ['file', 'title', 'utterances', 'statements', 'words', 'seconds', ...FILE_FIELDS],
    rows: files.map(file => ({
      label: file.file,
      counts: FILE_COLUMNS.map(name => file[name]),
      share: part(file.words, totals.words),
      duration: file.duration,
      list: [],
      cells: [
        file.file,
        file.title,
        file.utterances,
        file.statements,
        file.words,
        seconds(file.duration),
        ...FILE_FIELDS.map(name => file[name]),
      ],
    })),
  }),
};

const READING_COLUMNS = [
  'annotations',
  'stances',
  'undated',
  'requests',
  'dates',
  'waiting',
] as const satisfies readonly (keyof ReadingStats)[];

const FILE_COLUMNS = [
  'utterances',
  'words',
  'claims',
  'annotations',
  'requests',
  'waiting',
] as const satisfies readonly (keyof FileStats)[];

const FILE_FIELDS = [
  'speakers',
  'claims',
  'annotations',
  'ended',
  'stances',
  'undated',
  'requests',
  'dates',
  'waiting',
] as const satisfies readonly (keyof FileStats)[];

function part(count: number, all: number): number {
  return all === 0 ? 0 : count / all;
}

function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}

function seconds(duration: number | undefined): number | undefined {
  return duration === undefined ? undefined : duration / 1000;
}
