/**
 * JSON of the whisper family, told apart by its keys: openai-whisper (and its web API), whisperX, whisper.cpp,
 * transformers and insanely-fast-whisper (`chunks`, `speakers`), and bare lists of segments, as scripts dump them.
 */
import type { Path } from '../../core/model/finding.ts';
import { scoreOf, wordsField } from '../../core/model/word-times.ts';
import type { Conversation, ReadOptions, ReadResult } from '../format.ts';
import { tidy } from '../shared/blanks.ts';
import { fromMilliseconds, fromSeconds, parseClock } from '../shared/clock.ts';
import {
  type JsonObject,
  type JsonSource,
  jsonReader,
  objectOf,
  objectsOf,
  textOf,
} from '../shared/json-source.ts';
import { segmentsOfParts } from '../shared/read-parts.ts';
import type { ImportReport } from '../shared/report.ts';
import { addSeveralSpeakers, labelIn, timeIn, timeOf, wordsIn } from '../shared/segment-fields.ts';
import { type Segment, transcriptOf } from '../shared/segments.ts';
import { isWordByWord } from '../shared/word-by-word.ts';
import { countSpeakers, groupWords, type Word } from '../shared/word-groups.ts';
import { withoutText } from './write.ts';

/** Lists of segments by their keys, the more telling first. */
const LISTS = ['transcription', 'speakers', 'segments', 'chunks'] as const;

export const readWhisperJson = jsonReader(readSegments, { listAs: 'segments' });

/** Reads what `writeWhisperJson` wrote, by its parts. */
export function readBackWhisperJson(parts: Iterable<string>, before: Conversation): Conversation | undefined {
  // The segments alone are read, not the words of all in one text.
  const json = segmentsOfParts(withoutText(parts), 'text', before);
  return json && readSegments(json, { file: '' }).value;
}

function readSegments(json: JsonSource, options: ReadOptions): ReadResult {
  const list = listIn(json.root);
  if (list === undefined) return json.refused([], 'none of `segments`, `chunks`, `transcription` is a list');
  const isCpp = list === 'transcription';
  const read = isCpp ? cppSegment : pythonSegments;
  const segments = objectsOf(json.root[list]).flatMap(([index, item]) => read(json, item, [list, index]));
  const isWords =
    (list === 'chunks' || list === 'speakers') && isWordByWord(segments.map(({ text: words }) => words));
  const language = textOf((isCpp ? objectOf(json.root['result']) : json.root)['language']);
  const said = isWords ? groupWords(segments.map(wordOf)) : segments;
  return json.report.result(transcriptOf(said, options, { language }), dialectOf(list, segments));
}

function listIn(root: JsonObject): (typeof LISTS)[number] | undefined {
  const lists = LISTS.filter(key => Array.isArray(root[key]));
  return lists.find(key => objectsOf(root[key]).length > 0) ?? lists[0];
}

function dialectOf(list: (typeof LISTS)[number], segments: readonly Segment[]): string {
  if (list === 'transcription') return 'whisper.cpp';
  if (list === 'chunks' || list === 'speakers') return 'transformers';
  return segments.some(({ label }) => label !== undefined) ? 'whisperX' : 'openai-whisper';
}

/** Seconds as numbers or texts; speakers of segments and words are whisperX's, `timestamp` is transformers'. */
function pythonSegments(json: JsonSource, item: JsonObject, path: Path): Segment[] {
  const text = wordsIn(item);
  if (text === undefined) return missingText(json, path);
  if (isEmpty(text, json.report)) return [];
  countScores(item, json.report);
  const [from, to] = Array.isArray(item['timestamp']) ? (item['timestamp'] as unknown[]) : [];
  const start = timeIn(json, item, path, 'start') ?? timeOf(json, from, [...path, 'timestamp', 0]);
  const end = timeIn(json, item, path, 'end') ?? timeOf(json, to, [...path, 'timestamp', 1]);
  if (start !== undefined && end !== undefined && end < start)
    json.add('bad-time', path, 'a segment ends before it starts');
  const spoken = spokenWords(item);
  if (countSpeakers(spoken) < 2)
    return [{ text: tidy(text), label: labelIn(item), start, end, extra: wordsField(spoken) }];
  addSeveralSpeakers(json, path, 'segment');
  return groupWords(spoken).map(part => ({ ...part, start: part.start ?? start, end: part.end ?? end }));
}

function spokenWords(item: JsonObject): Word[] {
  return objectsOf(item['words']).map(([, word]) => ({
    text: (textOf(word['word']) ?? textOf(word['text']) ?? '').trim(),
    speaker: labelIn(word),
    start: fromSeconds(word['start']),
    end: fromSeconds(word['end']),
    score: scoreOf(word['score'] ?? word['probability'] ?? word['confidence']),
  }));
}

/** How sure the recogniser was of a whole segment has no field. */
function countScores(item: JsonObject, report: ImportReport): void {
  const scores = ['avg_logprob', 'no_speech_prob', 'confidence', 'score'];
  if (scores.some(key => typeof item[key] === 'number')) report.lose('scores of segments');
}

/** Milliseconds under `offsets`, or clock times under `timestamps`; speakers are "0", "1" and "?". */
function cppSegment(json: JsonSource, item: JsonObject, path: Path): Segment[] {
  const text = textOf(item['text']);
  if (text === undefined) return missingText(json, path);
  if (isEmpty(text, json.report)) return [];
  json.report.lose('times and scores of tokens', objectsOf(item['tokens']).length);
  json.report.lose('characters cut in two', text.split('\ufffd').length - 1);
  const offsets = objectOf(item['offsets']);
  const clocks = objectOf(item['timestamps']);
  const time = (key: string) => fromMilliseconds(offsets[key]) ?? parseClock(textOf(clocks[key]) ?? '');
  const speaker = textOf(item['speaker']);
  const label = speaker === undefined ? undefined : `speaker ${speaker}`;
  return [{ text: tidy(text), label, start: time('from'), end: time('to') }];
}

function wordOf({ text, label, start, end }: Segment): Word {
  return { text, speaker: label, start, end };
}

/** Recognisers list stretches in which they heard nothing. */
function isEmpty(text: string, report: ImportReport): boolean {
  if (text.trim() !== '') return false;
  report.lose('segments without words');
  return true;
}

function missingText(json: JsonSource, path: Path): [] {
  json.addMissing(path, 'a segment', '`text`', 'segments without `text`');
  return [];
}
