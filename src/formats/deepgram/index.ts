import { scoreOf, wordsField } from '../../core/model/word-times.ts';
import { defineFormat } from '../define-format.ts';
/** Deepgram: times in seconds, speakers as numbers that start anew in each channel. */
import type { ReadOptions, ReadResult } from '../format.ts';
import { tidy } from '../shared/blanks.ts';
import { fromSeconds } from '../shared/clock.ts';
import {
  type JsonObject,
  type JsonSource,
  jsonReader,
  objectOf,
  objectsOf,
  textOf,
} from '../shared/json-source.ts';
import { addSeveralSpeakers } from '../shared/segment-fields.ts';
import { type Segment, transcriptOf } from '../shared/segments.ts';
import { countSpeakers, groupWords, type Word } from '../shared/word-groups.ts';

export const format = defineFormat({
  id: 'deepgram',
  name: 'Deepgram JSON',
  title: 'Deepgram JSON',
  extensions: ['json'],
  keeps: 'words, times, numbers of speakers and channels; times and scores of words (x-words)',
  loses: 'alternatives, confidence of utterances',
  detect: text =>
    /^\s*[[{]/.test(text) && /"results"\s*:\s*\{/.test(text) && /"channels"\s*:\s*\[/.test(text) ? 0.95 : 0,
  // A list of one answer is what call-backs are saved as.
  read: jsonReader(read, 'first'),
});

/** Utterances where there are any, else the words of each channel. */
function read(json: JsonSource, options: ReadOptions): ReadResult {
  const results = objectOf(json.root['results']);
  const channels = objectsOf(results['channels']);
  if (channels.length === 0) return json.refused(['results'], 'no channel in `results.channels`');
  const isMany = channels.length > 1;
  const utterances = objectsOf(results['utterances']);
  const segments =
    utterances.length > 0
      ? utterances.flatMap(([index, item]) => utteranceSegments(json, item, index, isMany))
      : channels.flatMap(([index, channel]) => channelSegments(channel, index, isMany));
  for (const [, { alternatives }] of channels)
    json.report.lose('alternatives', Math.max(0, objectsOf(alternatives).length - 1));
  return json.report.result(transcriptOf(segments, options));
}

function utteranceSegments(json: JsonSource, item: JsonObject, index: number, isMany: boolean): Segment[] {
  const path = ['results', 'utterances', index];
  const channel = typeof item['channel'] === 'number' ? item['channel'] : 0;
  const words = wordsOf(item, channel, isMany);
  if (countSpeakers(words) > 1) {
    addSeveralSpeakers(json, path, 'utterance');
    return groupWords(words);
  }
  const transcript = textOf(item['transcript']);
  if (transcript === undefined) {
    json.addMissing(path, 'an utterance', '`transcript`', 'utterances without `transcript`');
    return [];
  }
  if (typeof item['confidence'] === 'number') json.report.lose('confidence of utterances');
  return [
    {
      label: labelOf(item['speaker'], channel, isMany),
      text: tidy(transcript),
      start: fromSeconds(item['start']),
      end: fromSeconds(item['end']),
      extra: wordsField(words),
    },
  ];
}

function channelSegments(channel: JsonObject, index: number, isMany: boolean): Segment[] {
  const [, best = {}] = objectsOf(channel['alternatives'])[0] ?? [];
  return groupWords(wordsOf(best, index, isMany));
}

function wordsOf(item: JsonObject, channel: number, isMany: boolean): Word[] {
  return objectsOf(item['words']).map(([, word]) => ({
    text: textOf(word['punctuated_word']) ?? textOf(word['word']) ?? '',
    speaker: labelOf(word['speaker'], channel, isMany),
    start: fromSeconds(word['start']),
    end: fromSeconds(word['end']),
    score: scoreOf(word['confidence']),
  }));
}

function labelOf(speaker: unknown, channel: number, isMany: boolean): string | undefined {
  const number = typeof speaker === 'number' ? `speaker ${speaker}` : undefined;
  if (!isMany) return number;
  return number === undefined ? `channel ${channel}` : `channel ${channel} ${number}`;
}
