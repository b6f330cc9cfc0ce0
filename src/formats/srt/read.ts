/** SRT to a conversation. */
import type { ReadOptions, ReadResult } from '../format.ts';
import { captionSegments } from '../shared/captions.ts';
import { ImportReport } from '../shared/report.ts';
import { withoutRolling } from '../shared/rolling.ts';
import { transcriptOf } from '../shared/segments.ts';
import { parseSrt } from './blocks.ts';
import { withoutMarkup } from './markup.ts';

export function readSrt(text: string, options: ReadOptions): ReadResult {
  const report = new ImportReport(options.file);
  const { header, cues } = parseSrt(text, report);
  if (cues.length === 0) return report.refused(undefined, 'no caption with times was found');
  const shown = withoutRolling(cues, options, report) ?? cues;
  const captions = shown.map(({ start, end, payload, badTimes, span }) => {
    const words = withoutMarkup(payload);
    const extra = {
      ...(badTimes !== undefined && { 'x-srt-times': badTimes }),
      ...(words !== payload && { 'x-srt-text': payload }),
    };
    return { start, end, span, parts: [{ voice: undefined, text: words }], extra };
  });
  const extensions = new Map(header === '' ? [] : [['x-srt-header', header]]);
  return report.result(transcriptOf(captionSegments(captions, options, report), options, { extensions }));
}
