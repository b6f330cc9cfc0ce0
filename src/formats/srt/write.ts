/** A conversation to SRT: times and words, the speaker before them by convention. */
import type { Utterance } from '../../core/model.ts';
import { formatTime } from '../../core/time.ts';
import type { Conversation, WriteResult } from '../format.ts';
import { tidy } from '../shared/blanks.ts';
import { captionSegments } from '../shared/captions.ts';
import { countUncarried, Losses } from '../shared/losses.ts';
import { ImportReport } from '../shared/report.ts';
import { countChangedEvents, countChangedIds, wordsOf } from '../shared/segments.ts';
import { countChangedParties, labelsOf } from '../shared/speakers.ts';
import { filledTimes } from '../shared/timing.ts';
import { parseSrt } from './blocks.ts';
import { withoutMarkup } from './markup.ts';

export function writeSrt(value: Conversation): WriteResult {
  const { utterances } = value.transcript;
  const losses = new Losses();
  const labels = labelsOf(value.transcript);
  const times = filledTimes(utterances, losses);
  const blocks = utterances.map((utterance, index) => {
    const { start, end } = times[index]!;
    const words = labelled(utterance, labels);
    const clock = (time: number) => formatTime(time).replace('.', ',');
    const payload = originalText(utterance, words) ?? withoutArrow(words);
    return `${index + 1}\n${clock(start)} --> ${clock(end)}\n${payload}\n`;
  });
  const text = blocks.join('\n');
  countUncarried(
    value,
    { utterance: ['id', 'speaker', 'start', 'end', 'text', 'event', 'x-srt-text'] },
    losses,
  );
  countChangedParties(value.transcript, labels, losses);
  countChangedIds(utterances, losses);
  countChangedEvents(utterances, losses);
  countMisread(value, text, labels, losses);
  return { text, losses: losses.list() };
}

function labelled(utterance: Utterance, labels: ReadonlyMap<string, string>): string {
  const words = tidy(wordsOf(utterance));
  return utterance.speaker === undefined ? words : `${labels.get(utterance.speaker)!}: ${words}`;
}

/** The text that was read, markup and all, while its words are still those of the utterance. */
function originalText(utterance: Utterance, words: string): string | undefined {
  const original = (utterance as { 'x-srt-text'?: unknown })['x-srt-text'];
  if (typeof original !== 'string' || original.includes('-->') || /\n\s*(?:\n|$)/.test(original))
    return undefined;
  return tidy(withoutMarkup(original)) === words ? original : undefined;
}

/** An arrow in the words would begin a caption. */
function withoutArrow(words: string): string {
  return words.replaceAll('-->', '->');
}

/** Reads what was written: words that a reader takes for a label, and labels that it does not. */
function countMisread(
  { transcript }: Conversation,
  text: string,
  labels: ReadonlyMap<string, string>,
  losses: Losses,
): void {
  const report = new ImportReport('');
  const captions = parseSrt(text, report).map(({ start, end, span, text: words }) => ({
    start,
    end,
    span,
    parts: [{ voice: undefined, text: withoutMarkup(words) }],
  }));
  const again = captionSegments(captions, { file: '' }, report);
  if (again.length !== captions.length || captions.length !== transcript.utterances.length) {
    losses.add('words that read as more than one caption');
    return;
  }
  for (const [index, utterance] of transcript.utterances.entries()) {
    const label = utterance.speaker === undefined ? undefined : labels.get(utterance.speaker);
    const found = again[index]!;
    if (found.label !== label) losses.add('speakers that a reader finds only with --speakers');
    else if (found.text !== wordsOf(utterance)) losses.add('line breaks, markup or arrows in texts');
  }
}
