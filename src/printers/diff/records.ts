/** A diff as plain values, for the outputs that programs read. Times are written as in the files. */

import type { Change, FieldChanges, Fields, IndexedUtterance } from '../../core/diff/changes.ts';
import { countChanges, type ViewDiff } from '../../core/diff/diff-views.ts';
import { formatTime } from '../../core/model/time.ts';
import type { View } from '../../core/model/view.ts';
import type { JsonRecord } from '../escape/json.ts';
import { momentRecord } from '../view/records.ts';

/** Version of the records: fields are only added within one. */
export const DIFF_SCHEMA = 'onrecord/diff@1';

/** The two sides: files, date and readings of each. */
export function headerRecord(diff: ViewDiff): JsonRecord {
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

export function changeRecord(change: Change): JsonRecord {
  switch (change.kind) {
    case 'added':
      return { ...change, new: withTimes(change.new) };
    case 'removed':
      return { ...change, old: withTimes(change.old) };
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

export function summaryRecord(diff: ViewDiff): JsonRecord {
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
