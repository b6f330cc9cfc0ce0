/** Rev: monologues of words and punctuation, from its service (`elements`) and its editor (`spans`). */

import { scoreOf, type TimedWord, wordsField } from '../../core/model/word-times.ts';
import { defineFormat } from '../define-format.ts';
import type { ReadOptions, ReadResult } from '../format.ts';
import { tidy } from '../shared/blanks.ts';
import { fromSeconds } from '../shared/clock.ts';
import { type JsonObject, type JsonSource, jsonReader, objectsOf, textOf } from '../shared/json-source.ts';
import type { ImportReport } from '../shared/report.ts';
import { type Segment, transcriptOf } from '../shared/segments.ts';
import { timesOf } from '../shared/word-groups.ts';

export const format = defineFormat({
  id: 'rev',
  name: 'Rev JSON',
  title: 'Rev JSON',
  extensions: ['json'],
  keeps: 'words, times, speakers; times and scores of words (x-words)',
  loses: 'everything about speakers but their names',
  detect: text =>
    /^\s*\{/.test(text) &&
    /"monologues"\s*:\s*\[/.test(text) &&
    (/"(?:elements|spans)"\s*:\s*\[/.test(text) || /"monologues"\s*:\s*\[\s*\]/.test(text))
      ? 0.95
      : 0,
  read: jsonReader(read),
});

function read(json: JsonSource, options: ReadOptions): ReadResult {
  const names = speakerNames(json.root);
  const monologues = objectsOf(json.root['monologues']);
  const segments = monologues.flatMap(([, item]) => segmentOf(item, names, json.report));
  if (segments.length === 0) return json.refused(['monologues'], 'no monologue holds words');
  return json.report.result(transcriptOf(segments, options));
}

/** Names by the number or id that monologues refer to. */
function speakerNames({ speakers }: JsonObject): ReadonlyMap<string, string> {
  const names = objectsOf(speakers).flatMap(([, speaker]): [string, string][] => {
    const id = speaker['id'] ?? speaker['speaker'];
    const name = textOf(speaker['name'])?.trim() ?? '';
    return (typeof id === 'string' || typeof id === 'number') && name !== '' ? [[String(id), name]] : [];
  });
  return new Map(names);
}

function segmentOf(item: JsonObject, names: ReadonlyMap<string, string>, report: ImportReport): Segment[] {
  const elements = objectsOf(item['elements'] ?? item['spans']).map(([, element]) => element);
  const words = elements.filter(isWord).map(wordOf);
  const text = tidy(joined(elements)).replace(/[ \t]{2,}/g, ' ');
  if (text === '') {
    report.lose('monologues without words');
    return [];
  }
  return [
    {
      text,
      label: labelOf(item, names),
      ...timesOf(words),
      extra: wordsField(words),
    },
  ];
}

function labelOf({ speaker }: JsonObject, names: ReadonlyMap<string, string>): string | undefined {
  if (typeof speaker !== 'string' && typeof speaker !== 'number') return undefined;
  const own = String(speaker).trim();
  return names.get(own) ?? (/^\d+$/.test(own) ? `Speaker ${own}` : own === '' ? undefined : own);
}

function isWord({ type }: JsonObject): boolean {
  return type !== 'punct';
}

function textOfElement(element: JsonObject): string {
  return textOf(element['value']) ?? textOf(element['text']) ?? '';
}

function wordOf(element: JsonObject): TimedWord {
  return {
    text: textOfElement(element),
    start: fromSeconds(element['ts']),
    end: fromSeconds(element['end_ts'] ?? element['endTs']),
    score: scoreOf(element['confidence']),
  };
}

/** Blanks between words are elements of their own; where a program has taken them out, they are put back. */
function joined(elements: readonly JsonObject[]): string {
  let text = '';
  let wasWord = false;
  for (const element of elements) {
    const value = textOfElement(element);
    const isNext = isWord(element);
    if (
      isNext &&
      text !== '' &&
      !/\s$/.test(text) &&
      !/^\s/.test(value) &&
      (wasWord || /[,.?!:;…]$/.test(text))
    )
      text += ' ';
    text += value;
    wasWord = isNext;
  }
  return text;
}
