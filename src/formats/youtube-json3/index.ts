/** Captions as YouTube gives them to its player (`fmt=json3`): events with pieces of text, in milliseconds. */

import { type TimedWord, wordsField } from '../../core/model/word-times.ts';
import { defineFormat } from '../define-format.ts';
import type { ReadOptions, ReadResult } from '../format.ts';
import { type Caption, captionSegments } from '../shared/captions.ts';
import { fromMilliseconds } from '../shared/clock.ts';
import { type JsonObject, type JsonSource, jsonReader, objectsOf, textOf } from '../shared/json-source.ts';
import { transcriptOf } from '../shared/segments.ts';

export const format = defineFormat({
  id: 'youtube-json3',
  name: 'YouTube captions (json3)',
  title: 'YouTube captions, json3',
  extensions: ['json3', 'json'],
  keeps: 'words, times, names of speakers before the words; times of words (x-words)',
  loses: 'windows, pens and places on the screen',
  takes: ['speakers', 'carrySpeaker'],
  detect: text =>
    /^\s*\{/.test(text) &&
    (/"wireMagic"\s*:\s*"pb3"/.test(text) || /"events"\s*:\s*\[\s*\{[^{}]*"tStartMs"\s*:/.test(text))
      ? 0.96
      : 0,
  read: jsonReader(read),
});

function read(json: JsonSource, options: ReadOptions): ReadResult {
  const captions = objectsOf(json.root['events']).flatMap(([index, event]) => captionOf(json, event, index));
  if (captions.length === 0) return json.refused(['events'], 'no event holds words');
  return json.report.result(transcriptOf(captionSegments(captions, options, json.report), options));
}

/** Events without words set up a window, or begin a new row. */
function captionOf(json: JsonSource, event: JsonObject, index: number): Caption[] {
  const pieces = objectsOf(event['segs']).map(([, piece]) => piece);
  const text = pieces.map(({ utf8 }) => textOf(utf8) ?? '').join('');
  if (text.trim() === '') return [];
  const start = fromMilliseconds(event['tStartMs']);
  const duration = fromMilliseconds(event['dDurationMs']);
  if (start === undefined)
    json.add('bad-time', ['events', index], 'an event without `tStartMs`', {
      help: 'its words were kept without times',
      loses: 'times of captions',
    });
  return [
    {
      start,
      end: start === undefined || duration === undefined ? undefined : start + duration,
      parts: [{ voice: undefined, text }],
      extra: start === undefined ? undefined : timedWords(pieces, start),
    },
  ];
}

/** One piece a word where speech was recognised; a caption of a person is one piece. */
function timedWords(
  pieces: readonly JsonObject[],
  start: number,
): Readonly<Record<string, string>> | undefined {
  if (pieces.length < 2) return undefined;
  const words = pieces.map(
    ({ utf8, tOffsetMs }): TimedWord => ({
      text: (textOf(utf8) ?? '').trim(),
      start: start + (fromMilliseconds(tOffsetMs) ?? 0),
    }),
  );
  return wordsField(words.filter(({ text }) => text !== ''));
}
