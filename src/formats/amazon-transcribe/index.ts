/** Amazon Transcribe: words with times as texts, punctuation apart, speakers in a list of their own. */
import type { Milliseconds } from '../../core/model/model.ts';
import { scoreOf } from '../../core/model/word-times.ts';
import { defineFormat } from '../define-format.ts';
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
import type { ImportReport } from '../shared/report.ts';
import { type Segment, transcriptOf } from '../shared/segments.ts';
import { groupWords, type Item, withMarks } from '../shared/word-groups.ts';

export const format = defineFormat({
  id: 'amazon-transcribe',
  name: 'Amazon Transcribe JSON',
  title: 'Amazon Transcribe JSON',
  extensions: ['json'],
  keeps: 'words, times, labels of speakers or channels, language; times and scores of words (x-words)',
  loses: 'alternatives',
  detect: text =>
    /^\s*\{/.test(text) &&
    /"results"\s*:\s*\{/.test(text) &&
    /"type"\s*:\s*"pronunciation"|"transcripts"\s*:\s*\[/.test(text)
      ? 0.95
      : 0,
  read: jsonReader(read, 'first'),
});

function read(json: JsonSource, options: ReadOptions): ReadResult {
  const results = objectOf(json.root['results']);
  const segments = segmentsOf(results, json.report);
  if (segments.length === 0) return json.refused(['results'], '`results` holds no words');
  const language = textOf(results['language_code']);
  return json.report.result(transcriptOf(segments, options, { language }));
}

/** The words by speaker; without words, the text as a whole. */
function segmentsOf(results: JsonObject, report: ImportReport): Segment[] {
  const labels = labelsByTime(results);
  const items = objectsOf(results['items']).map(([, item]) => itemOf(item, labels, report));
  if (items.length > 0) return groupWords(withMarks(items)).filter(({ text }) => text !== '');
  return objectsOf(results['transcripts']).flatMap(([, item]): Segment[] => {
    const words = tidy(textOf(item['transcript']) ?? '');
    return words === '' ? [] : [{ text: words }];
  });
}

function itemOf(item: JsonObject, labels: Labels, report: ImportReport): Item {
  const [[, best = {}] = [], ...others] = objectsOf(item['alternatives']);
  report.lose('alternatives', others.length);
  const start = fromSeconds(item['start_time']);
  const end = fromSeconds(item['end_time']);
  return {
    text: textOf(best['content']) ?? '',
    isMark: item['type'] === 'punctuation',
    speaker: textOf(item['speaker_label']) ?? textOf(item['channel_label']) ?? labels.of(start, end),
    start,
    end,
    score: scoreOf(best['confidence']),
  };
}

interface Stretch {
  readonly label: string;
  readonly start: Milliseconds;
  readonly end: Milliseconds;
}

/** Who speaks when: by the exact times of a word, else by the stretch that contains it. */
class Labels {
  readonly #exact = new Map<string, string>();
  readonly #stretches: Stretch[] = [];
  #at = 0;

  addWord(item: JsonObject, label: string | undefined): void {
    const [start, end] = [fromSeconds(item['start_time']), fromSeconds(item['end_time'])];
    if (label !== undefined && start !== undefined) this.#exact.set(`${start} ${end}`, label);
  }

  addStretch(item: JsonObject, label: string | undefined): void {
    const [start, end] = [fromSeconds(item['start_time']), fromSeconds(item['end_time'])];
    if (label !== undefined && start !== undefined && end !== undefined)
      this.#stretches.push({ label, start, end });
  }

  /** Called in the order of the words, so that each stretch is passed once. */
  of(start: Milliseconds | undefined, end: Milliseconds | undefined): string | undefined {
    if (start === undefined) return undefined;
    const exact = this.#exact.get(`${start} ${end}`);
    if (exact !== undefined) return exact;
    while (this.#at < this.#stretches.length && this.#stretches[this.#at]!.end <= start) this.#at++;
    const stretch = this.#stretches[this.#at];
    return stretch !== undefined && stretch.start <= start ? stretch.label : undefined;
  }
}

function labelsByTime(results: JsonObject): Labels {
  const labels = new Labels();
  const speakers = objectOf(results['speaker_labels']);
  for (const [, segment] of objectsOf(speakers['segments'])) {
    const label = labelOf(segment['speaker_label']);
    labels.addStretch(segment, label);
    for (const [, item] of objectsOf(segment['items']))
      labels.addWord(item, labelOf(item['speaker_label']) ?? label);
  }
  const channels = objectOf(results['channel_labels']);
  for (const [, channel] of objectsOf(channels['channels'])) {
    const label = labelOf(channel['channel_label']);
    for (const [, item] of objectsOf(channel['items'])) labels.addWord(item, label);
  }
  return labels;
}

function labelOf(value: unknown): string | undefined {
  const label = textOf(value)?.trim();
  return label === '' ? undefined : label;
}
