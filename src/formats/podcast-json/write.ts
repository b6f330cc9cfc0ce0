/** A conversation to Podcasting 2.0 JSON. */
import type { Conversation, WriteResult } from '../format.ts';
import { toSeconds } from '../shared/clock.ts';
import { jsonText } from '../shared/json-text.ts';
import { writtenWithLosses } from '../shared/losses.ts';
import { wordsOf } from '../shared/segments.ts';
import { labelsOf } from '../shared/speakers.ts';
import { filledTimes } from '../shared/timing.ts';
import { readPodcastJson } from './read.ts';

const VERSION = '1.0.0';

export function writePodcastJson(value: Conversation): WriteResult {
  const { utterances } = value.transcript;
  const labels = labelsOf(value.transcript);
  const times = filledTimes(utterances);
  const segments = utterances.map((utterance, index) => ({
    ...(utterance.speaker !== undefined && { speaker: labels.get(utterance.speaker) }),
    startTime: toSeconds(times[index]!.start),
    ...(utterance.end !== undefined && { endTime: toSeconds(utterance.end) }),
    body: wordsOf(utterance),
  }));
  const text = jsonText({ version: VERSION, segments });
  return writtenWithLosses(text, value, written => readPodcastJson(written, { file: '' }));
}
