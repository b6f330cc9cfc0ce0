/** The fields of a segment of JSON under the names that programs give them. */
import type { Path } from '../../core/model/finding.ts';
import type { Milliseconds } from '../../core/model/model.ts';
import { fromSeconds, parseClock } from './clock.ts';
import { isObject, type JsonObject, type JsonSource, textOf } from './json-source.ts';

const TEXT = ['text', 'body', 'content', 'transcript', 'utterance', 'sentence'];
const SPEAKER = ['speaker', 'speakerName', 'speaker_name', 'speakerLabel', 'speaker_label'];
const TIMES = {
  start: ['start', 'startTime', 'start_time', 'begin', 'from'],
  end: ['end', 'endTime', 'end_time', 'to'],
};

export function wordsIn(item: JsonObject): string | undefined {
  return textOf(firstOf(item, TEXT));
}

/** The speaker's label: a text that is not blank, a number, or the name in an object. */
export function labelIn(item: JsonObject): string | undefined {
  const value = firstOf(item, SPEAKER);
  const speaker = isObject(value) ? (value['name'] ?? value['id']) : value;
  if (typeof speaker === 'number') return `speaker ${speaker}`;
  const label = textOf(speaker)?.trim();
  return label === '' ? undefined : label;
}

/** Seconds, as a number or a text, or a clock time; any other time is reported and counted as lost. */
export function timeIn(
  json: JsonSource,
  item: JsonObject,
  path: Path,
  which: 'start' | 'end',
): Milliseconds | undefined {
  const key = TIMES[which].find(name => item[name] !== undefined && item[name] !== null);
  return key === undefined ? undefined : timeOf(json, item[key], [...path, key]);
}

/** A time at a path of the file; null means no time and is not a fault. */
export function timeOf(json: JsonSource, value: unknown, path: Path): Milliseconds | undefined {
  if (value === undefined || value === null) return undefined;
  const time = fromSeconds(value) ?? parseClock(textOf(value) ?? '');
  if (time === undefined)
    json.add('bad-time', path, 'expected seconds', {
      help: 'the time was left out',
      loses: 'times of segments',
    });
  return time;
}

export function addSeveralSpeakers(json: JsonSource, path: Path, item: string): void {
  json.add('several-speakers', path, `words of several speakers in one ${item}`, {
    help: 'it was split where the speaker of the words changes',
  });
}

function firstOf(item: JsonObject, names: readonly string[]): unknown {
  const name = names.find(key => item[key] !== undefined && item[key] !== null);
  return name === undefined ? undefined : item[name];
}
