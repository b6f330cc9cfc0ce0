/** A conversation in the shape of whisperX, which is that of openai-whisper with speakers. */
import type { Utterance } from '../../core/model/model.ts';
import { parseWordsField, WORDS_KEY } from '../../core/model/word-times.ts';
import type { Conversation, Written } from '../format.ts';
import { inParts } from '../in-parts.ts';
import { toSeconds } from '../shared/clock.ts';
import { jsonParts, jsonWords } from '../shared/json-text.ts';
import { wordsOf } from '../shared/segments.ts';
import { labelsOf } from '../shared/speakers.ts';
import { filledTimes } from '../shared/timing.ts';

/** The words that were read with their times, while they are still the words of the utterance. */
function wordsOfField(utterance: Utterance): { readonly words?: readonly object[] } {
  const words = parseWordsField((utterance as { readonly [WORDS_KEY]?: unknown })[WORDS_KEY]);
  if (words === undefined || words.map(({ text }) => text).join(' ') !== utterance.text) return {};
  const seconds = (time: number | undefined) => (time === undefined ? undefined : toSeconds(time));
  return {
    words: words.map(({ text, start, end, score }) => ({
      word: text,
      start: seconds(start),
      end: seconds(end),
      score,
    })),
  };
}

export function writeWhisperJson(value: Conversation): Written {
  const { transcript } = value;
  const labels = labelsOf(transcript);
  const times = filledTimes(transcript.utterances);
  const segments = transcript.utterances.map((utterance, index) => ({
    id: index,
    start: toSeconds(times[index]!.start),
    end: toSeconds(times[index]!.end),
    text: wordsOf(utterance),
    ...(utterance.speaker !== undefined && { speaker: labels.get(utterance.speaker) }),
    ...wordsOfField(utterance),
  }));
  const { language } = transcript;
  const root = { segments, ...(language !== undefined && { language }) };
  return inParts(() => withText(jsonParts(root), transcript.utterances));
}

/** What stands around the words of all segments, which are one text. */
const TEXT = '  "text": "';
const TEXT_END = '",\n';

/** The parts of the segments behind a field with the words of all of them, a part for each. */
function* withText(parts: Iterable<string>, utterances: readonly Utterance[]): Generator<string> {
  let isFirst = true;
  for (const part of parts) {
    yield part;
    if (!isFirst) continue;
    isFirst = false;
    yield TEXT;
    for (const [index, utterance] of utterances.entries())
      yield `${index === 0 ? '' : ' '}${jsonWords(wordsOf(utterance))}`;
    yield TEXT_END;
  }
}

/** The parts without that field. No quotation mark stands in its words. */
export function* withoutText(parts: Iterable<string>): Generator<string> {
  let isText = false;
  for (const part of parts) {
    isText ||= part === TEXT;
    if (!isText) yield part;
    isText &&= part !== TEXT_END;
  }
}
