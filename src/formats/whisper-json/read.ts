/** JSON of the whisper family: openai-whisper (and its web API), whisper.cpp, whisperX; told apart by their keys. */
import type { ReadOptions, ReadResult } from '../format.ts';
import { tidy } from '../shared/blanks.ts';
import { fromMilliseconds, fromSeconds, parseClock } from '../shared/clock.ts';
import {
  isObject,
  type JsonObject,
  type JsonSource,
  objectsOf,
  readJson,
  textOf,
} from '../shared/json-source.ts';
import { ImportReport } from '../shared/report.ts';
import { type Segment, transcriptOf } from '../shared/segments.ts';
import { countSpeakers, groupWords, type Word } from '../shared/word-groups.ts';

export function readWhisperJson(text: string, options: ReadOptions): ReadResult {
  const report = new ImportReport(options.file);
  const json = readJson(text, report);
  if (json === undefined) return { findings: report.list() };
  const isCpp = Array.isArray(json.root['transcription']);
  if (!isCpp && !Array.isArray(json.root['segments'])) {
    report.add('bad-structure', json.locate([]), 'neither `segments` nor `transcription` is a list', {
      severity: 'error',
    });
    return { findings: report.list() };
  }
  const segments = isCpp ? cppSegments(json, report) : pythonSegments(json, report);
  const language = isCpp ? languageOfCpp(json.root) : textOf(json.root['language']);
  const transcript = transcriptOf(segments, language === undefined ? {} : { language });
  const detail = isCpp
    ? 'whisper.cpp'
    : segments.some(({ label }) => label !== undefined)
      ? 'whisperX'
      : 'openai-whisper';
  return { value: { transcript, layers: [] }, detail, findings: report.list() };
}

function languageOfCpp({ result }: JsonObject): string | undefined {
  return isObject(result) ? textOf(result['language']) : undefined;
}

/** Seconds as numbers; speakers of segments and words are whisperX's. */
function pythonSegments(json: JsonSource, report: ImportReport): Segment[] {
  return objectsOf(json.root['segments']).flatMap(([index, item]): Segment[] => {
    const words = textOf(item['text']);
    const path = ['segments', index];
    if (words === undefined) return missingText(json, path, report);
    const segment = {
      text: tidy(words),
      label: textOf(item['speaker']),
      start: timeIn(json, item, [...path, 'start'], report),
      end: timeIn(json, item, [...path, 'end'], report),
    };
    const spoken = wordsOf(item);
    if (countSpeakers(spoken) < 2) return [segment];
    report.add('several-speakers', json.locate(path), 'words of several speakers in one segment', {
      help: 'it was split where the speaker of the words changes',
    });
    return groupWords(spoken).map(part => ({
      ...part,
      start: part.start ?? segment.start,
      end: part.end ?? segment.end,
    }));
  });
}

function wordsOf(item: JsonObject): Word[] {
  return objectsOf(item['words']).map(([, word]) => ({
    text: (textOf(word['word']) ?? '').trim(),
    speaker: textOf(word['speaker']),
    start: fromSeconds(word['start']),
    end: fromSeconds(word['end']),
  }));
}

function timeIn(
  json: JsonSource,
  item: JsonObject,
  path: readonly (string | number)[],
  report: ImportReport,
): number | undefined {
  const value = item[path.at(-1)!];
  const time = fromSeconds(value);
  if (value !== undefined && value !== null && time === undefined) {
    report.add('bad-time', json.locate(path), 'expected seconds', { help: 'the time was left out' });
  }
  return time;
}

/** Milliseconds under `offsets`, or clock times under `timestamps`; speakers are "0", "1" and "?". */
function cppSegments(json: JsonSource, report: ImportReport): Segment[] {
  return objectsOf(json.root['transcription']).flatMap(([index, item]): Segment[] => {
    const words = textOf(item['text']);
    const path = ['transcription', index];
    if (words === undefined) return missingText(json, path, report);
    const offsets = isObject(item['offsets']) ? item['offsets'] : {};
    const clocks = isObject(item['timestamps']) ? item['timestamps'] : {};
    const time = (key: string) => fromMilliseconds(offsets[key]) ?? parseClock(textOf(clocks[key]) ?? '');
    const speaker = textOf(item['speaker']);
    const label = speaker === undefined ? undefined : `speaker ${speaker}`;
    return [{ text: tidy(words), label, start: time('from'), end: time('to') }];
  });
}

function missingText(json: JsonSource, path: readonly (string | number)[], report: ImportReport): [] {
  report.add('missing-field', json.locate(path), 'a segment without `text` was left out');
  return [];
}
