/** A conversation to SRT: times and words, the speaker before them by convention. */
import type { Transcript, Utterance } from '../../core/model/model.ts';
import { formatTime } from '../../core/model/time.ts';
import type { Conversation, Written } from '../format.ts';
import { inParts } from '../in-parts.ts';
import { tidy } from '../shared/blanks.ts';
import { labelOfLine } from '../shared/captions.ts';
import { saysSame, wordsOf } from '../shared/segments.ts';
import { directed, labelsOf } from '../shared/speakers.ts';
import { filledTimes } from '../shared/timing.ts';
import { mayHoldArrow, withoutTimes } from './blocks.ts';
import { withoutMarkup } from './markup.ts';

export function writeSrt(value: Conversation): Written {
  const { utterances } = value.transcript;
  const labels = labelsOf(value.transcript);
  const times = filledTimes(utterances);
  const clock = (time: number) => formatTime(time).replace('.', ',');
  return inParts(function* () {
    yield headerOf(value.transcript);
    for (const [index, utterance] of utterances.entries()) {
      const { start, end } = times[index]!;
      const payload = originalText(utterance, labels) ?? payloadOf(utterance, labels);
      const gap = index === 0 ? '' : '\n';
      yield `${gap}${index + 1}\n${clock(start)} --> ${clock(end)}\n${payload}\n`;
    }
  });
}

/** What stood before the first caption of an SRT file, unless it would be read as one. */
function headerOf({ extensions, utterances }: Transcript): string {
  const header = extensions.get('x-srt-header');
  const isSafe = typeof header === 'string' && !/>|→|(?:^|\n)[ \t]*\d+[ \t]*$/.test(header);
  return isSafe && utterances.length > 0 ? `${header}\n\n` : '';
}

function payloadOf(utterance: Utterance, labels: ReadonlyMap<string, string>): string {
  const words = tidy(wordsOf(utterance));
  const { speaker } = utterance;
  const label = speaker === undefined ? undefined : directed(labels.get(speaker)!, utterance);
  const payload = label === undefined ? words : `${label}: ${words}`;
  // What is put together of two is copied where it is searched.
  return mayHoldArrow(words) || (label !== undefined && mayHoldArrow(label))
    ? withoutTimes(payload)
    : payload;
}

/** The text that was read, markup and all, while it still says what the utterance says. */
function originalText(utterance: Utterance, labels: ReadonlyMap<string, string>): string | undefined {
  const original = (utterance as { 'x-srt-text'?: unknown })['x-srt-text'];
  if (typeof original !== 'string' || original.includes('-->') || /\n\s*(?:\n|$)/.test(original))
    return undefined;
  const words = tidy(withoutMarkup(original));
  if (utterance.speaker === undefined) return saysSame(words, utterance) ? original : undefined;
  const found = labelOfLine(words);
  const isSpeaker = found?.label === labels.get(utterance.speaker);
  return isSpeaker && saysSame(found?.rest ?? '', utterance) ? original : undefined;
}
