import { scoreOf, wordsField } from '../../core/model/word-times.ts';
import { defineFormat } from '../define-format.ts';
/** AssemblyAI: times in milliseconds, where others count seconds; speakers as letters. */
import type { ReadOptions, ReadResult } from '../format.ts';
import { tidy } from '../shared/blanks.ts';
import { fromMilliseconds } from '../shared/clock.ts';
import { type JsonObject, type JsonSource, jsonReader, objectsOf, textOf } from '../shared/json-source.ts';
import { type Segment, transcriptOf } from '../shared/segments.ts';
import { groupWords, type Word } from '../shared/word-groups.ts';

const ANSWER = /"language_model"\s*:|"acoustic_model"\s*:|"audio_url"\s*:/;
/** An answer saved without these: words with whole milliseconds. */
const SAVED =
  /"words"\s*:\s*\[\s*\{\s*"text"\s*:\s*"[^"]*"\s*,\s*"start"\s*:\s*\d+\s*,\s*"end"\s*:\s*\d+\s*[,}]/;

export const format = defineFormat({
  id: 'assemblyai',
  name: 'AssemblyAI JSON',
  title: 'AssemblyAI JSON',
  extensions: ['json'],
  keeps: 'words, times, letters of speakers, language; times and scores of words (x-words)',
  loses: 'confidence of utterances, and everything but the transcript: summaries, chapters, entities',
  detect: text =>
    /^\s*\{/.test(text) && (ANSWER.test(text) || SAVED.test(text)) && /"words"\s*:\s*\[/.test(text)
      ? 0.95
      : 0,
  read: jsonReader(read),
});

/** Utterances where there are any, else the words. */
function read(json: JsonSource, options: ReadOptions): ReadResult {
  const utterances = objectsOf(json.root['utterances']);
  const segments =
    utterances.length > 0
      ? utterances.flatMap(([index, item]) => utteranceSegment(json, item, index))
      : groupWords(wordsOf(json.root));
  if (segments.length === 0) return json.refused([], 'neither `utterances` nor `words` holds any words');
  const language = textOf(json.root['language_code']);
  return json.report.result(transcriptOf(segments, options, { language }));
}

function utteranceSegment(json: JsonSource, item: JsonObject, index: number): Segment[] {
  const words = textOf(item['text']);
  if (words === undefined) {
    json.addMissing(['utterances', index], 'an utterance', '`text`', 'utterances without `text`');
    return [];
  }
  if (typeof item['confidence'] === 'number') json.report.lose('confidence of utterances');
  return [{ ...timesOf(item), text: tidy(words), label: labelOf(item), extra: wordsField(wordsOf(item)) }];
}

function wordsOf(item: JsonObject): Word[] {
  return objectsOf(item['words']).map(([, word]) => ({
    ...timesOf(word),
    text: textOf(word['text']) ?? '',
    speaker: labelOf(word),
    score: scoreOf(word['confidence']),
  }));
}

function timesOf(item: JsonObject) {
  return { start: fromMilliseconds(item['start']), end: fromMilliseconds(item['end']) };
}

function labelOf(item: JsonObject): string | undefined {
  const speaker = textOf(item['speaker']);
  return speaker === undefined ? undefined : `Speaker ${speaker}`;
}
