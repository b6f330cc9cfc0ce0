/** A conversation to Podcasting 2.0 JSON. */
import type { Conversation, Written } from '../format.ts';
import { inParts } from '../in-parts.ts';
import { toSeconds } from '../shared/clock.ts';
import { jsonParts } from '../shared/json-text.ts';
import { wordsOf } from '../shared/segments.ts';
import { labelsOf } from '../shared/speakers.ts';
import { filledTimes } from '../shared/timing.ts';
import { isWordByWord } from '../shared/word-by-word.ts';

const VERSION = '1.0.0';

export function writePodcastJson(value: Conversation): Written {
  const { utterances } = value.transcript;
  const labels = labelsOf(value.transcript);
  const times = filledTimes(utterances);
  const segments = utterances.map((utterance, index) => ({
    ...(utterance.speaker !== undefined && { speaker: labels.get(utterance.speaker) }),
    startTime: toSeconds(times[index]!.start),
    ...(utterance.end !== undefined && { endTime: toSeconds(utterance.end) }),
    body: wordsOf(utterance),
  }));
  // Short answers in a row look like a file of single words: a line break says that each is whole.
  const end = isWordByWord(segments.map(({ body }) => body)) ? '\n' : '';
  const root = {
    version: VERSION,
    segments: end === '' ? segments : segments.map(segment => ({ ...segment, body: segment.body + end })),
  };
  return inParts(() => jsonParts(root));
}
