import { scoreOf, wordsField } from '../../core/model/word-times.ts';
import { defineFormat } from '../define-format.ts';
/** What Deepgram answers: seconds, speakers as numbers that begin anew in each channel. */
import type { ReadOptions, ReadResult } from '../format.ts';
import { tidy } from '../shared/blanks.ts';
import { fromSeconds } from '../shared/clock.ts';
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

export const format = defineFormat({
  id: 'deepgram',
  name: 'Deepgram JSON',
  title: 'Deepgram JSON',
  extensions: ['json'],
  keeps: 'words, times, numbers of speakers and channels; times and scores of words (x-words)',
  loses: 'alternatives, confidence of utterances',
  detect: text =>
    /^\s*[[{]/.test(text) && /"results"\s*:\s*\{/.test(text) && /"channels"\s*:\s*\[/.test(text) ? 0.95 : 0,
  read,
});

/** Utterances where there are any, else the words of each channel. */
function read(text: string, options: ReadOptions): ReadResult {
  const report = new ImportReport(options.file);
  // A list of one answer is what call-backs are saved as.
  const json = readJson(text, report, 'first');
  if (json === undefined) return report.result();
  const results = isObject(json.root['results']) ? json.root['results'] : {};
  const channels = objectsOf(results['channels']);
  if (channels.length === 0)
    return report.refused(json.locate(['results']), 'no channel in `results.channels`');
  const isMany = channels.length > 1;
  const utterances = objectsOf(results['utterances']);
  const segments =
    utterances.length > 0
      ? utterances.flatMap(([index, item]) => utteranceSegments(json, item, index, isMany, report))
      : channels.flatMap(([index, channel]) => channelSegments(channel, index, isMany));
  for (const [, { alternatives }] of channels)
    report.lose('alternatives', Math.max(0, objectsOf(alternatives).length - 1));
  return report.result(transcriptOf(segments, options));
}

function utteranceSegments(
  json: JsonSource,
  item: JsonObject,
  index: number,
  isMany: boolean,
  report: ImportReport,
): Segment[] {
  const channel = typeof item['channel'] === 'number' ? item['channel'] : 0;
  const words = wordsOf(item, channel, isMany);
  if (countSpeakers(words) > 1) {
    report.add(
      'several-speakers',
      json.locate(['results', 'utterances', index]),
      'words of several speakers in one utterance',
      {
        help: 'it was split where the speaker of the words changes',
      },
    );
    return groupWords(words);
  }
  const transcript = textOf(item['transcript']);
  if (transcript === undefined) {
    report.add(
      'missing-field',
      json.locate(['results', 'utterances', index]),
      'an utterance without `transcript` was left out',
    );
    report.lose('utterances without `transcript`');
    return [];
  }
  if (typeof item['confidence'] === 'number') report.lose('confidence of utterances');
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
