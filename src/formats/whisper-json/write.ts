/** A conversation in the shape of whisperX, which is that of openai-whisper with speakers. */
import type { Conversation, Written } from '../format.ts';
import { toSeconds } from '../shared/clock.ts';
import { jsonText } from '../shared/json-text.ts';
import { wordsOf } from '../shared/segments.ts';
import { labelsOf } from '../shared/speakers.ts';
import { filledTimes } from '../shared/timing.ts';

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
  }));
  const text = segments.map(segment => segment.text).join(' ');
  const { language } = transcript;
  return { text: jsonText({ text, segments, ...(language !== undefined && { language }) }) };
}
