/** The diff for programs, `onrecord/diff@1`. Times are written as in the files. */

import type { Change, FieldChanges, Fields, IndexedUtterance } from '../../core/diff/changes.ts';
import { countChanges, type ViewDiff } from '../../core/diff/diff-views.ts';
import { formatTime } from '../../core/model/time.ts';
import type { View } from '../../core/model/view.ts';
import { type JsonRecord, jsonDocument, jsonLines } from '../escape/json.ts';
import { momentRecord } from '../view/records.ts';
import type { DiffPrinter } from './report.ts';

/** Version of the records: fields are only added within one. */
const DIFF_SCHEMA = 'onrecord/diff@1';

/** One JSON value. */
export const printDiffJson: DiffPrinter = ({ diff }) =>
  jsonDocument({
    schema: DIFF_SCHEMA,
    ...headerRecord(diff),
    ...(diff.speakers.length > 0 && { speakers: diff.speakers }),
    changes: diff.changes.map(changeRecord),
    alarms: diff.alarms,
    summary: summaryRecord(diff),
  });

/** JSON Lines, one record a line with its `type`: `diff` first, then `speaker`, `change` and `alarm`; `summary` last. */
export const printDiffNdjson: DiffPrinter = ({ diff }) =>
  jsonLines([
    { type: 'diff', schema: DIFF_SCHEMA, ...headerRecord(diff) },
    ...diff.speakers.map(renaming => ({ type: 'speaker', ...renaming })),
    ...diff.changes.map(change => ({ type: 'change', ...changeRecord(change) })),
    ...diff.alarms.map(alarm => ({ type: 'alarm', ...alarm })),
    { type: 'summary', ...summaryRecord(diff) },
  ]);

/** The two sides: files, date and readings of each. */
function headerRecord(diff: ViewDiff): JsonRecord {
  return { old: sideRecord(diff.old), new: sideRecord(diff.new) };
}

function sideRecord(view: View): JsonRecord {
  const { project, readings } = view;
  return {
    transcript: project.transcript.file,
    layers: project.layers.map(layer => layer.file),
    ...momentRecord(view),
    readings: readings.map(reading => reading.creator ?? null),
  };
}

function changeRecord(change: Change): JsonRecord {
  switch (change.kind) {
    case 'added':
      return { ...change, new: withTimes(change.new) };
    case 'removed':
      return { ...change, old: withTimes(change.old) };
    // Words are made anew each time they are asked for: a copy does not have them.
    case 'edited':
      return { ...change, words: change.words };
    case 'changed':
      return { ...change, fields: changesWithTimes(change.fields) };
    case 'split':
    case 'merged':
    case 'regrouped':
      return {
        ...change,
        old: change.old.map(indexedWithTimes),
        new: change.new.map(indexedWithTimes),
        words: change.words,
      };
    default:
      return { ...change };
  }
}

function summaryRecord(diff: ViewDiff): JsonRecord {
  return { ...countChanges(diff.changes), alarms: diff.alarms.length };
}

const TIME_FIELDS = ['start', 'end'];

function withTimes(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, timeOr(name, value)]));
}

function changesWithTimes(changes: FieldChanges): FieldChanges {
  return Object.fromEntries(
    Object.entries(changes).map(([name, change]) => [
      name,
      Object.fromEntries(Object.entries(change).map(([side, value]) => [side, timeOr(name, value)])),
    ]),
  );
}

function indexedWithTimes({ index, utterance }: IndexedUtterance): IndexedUtterance {
  return { index, utterance: withTimes(utterance) };
}

function timeOr(name: string, value: unknown): unknown {
  return TIME_FIELDS.includes(name) && typeof value === 'number' ? formatTime(value) : value;
}
