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
  const [opening = '', ...rest] = jsonParts({ segments, ...(language !== undefined && { language }) });
  return inParts([opening, ...textParts(value), ...rest]);
}

/** The field with the words of all segments as one text, a part for each. */
export function textParts({ transcript }: Conversation): string[] {
  const words = transcript.utterances.map(
    (utterance, index) => `${index === 0 ? '' : ' '}${jsonWords(wordsOf(utterance))}`,
  );
  return ['  "text": "', ...words, '",\n'];
}
