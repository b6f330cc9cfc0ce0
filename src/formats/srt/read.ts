/** SRT to a conversation. */
import type { ReadOptions, ReadResult } from '../format.ts';
import { captionSegments } from '../shared/captions.ts';
import { ImportReport } from '../shared/report.ts';
import { transcriptOf } from '../shared/segments.ts';
import { parseSrt } from './blocks.ts';
import { withoutMarkup } from './markup.ts';

export function readSrt(text: string, options: ReadOptions): ReadResult {
  const report = new ImportReport(options.file);
  const cues = parseSrt(text, report);
  if (cues.length === 0) {
    report.add('bad-structure', undefined, 'no caption with times was found', { severity: 'error' });
    return { findings: report.list() };
  }
  const captions = cues.map(({ start, end, text: payload, span }) => {
    const words = withoutMarkup(payload);
    return {
      start,
      end,
      span,
      parts: [{ voice: undefined, text: words }],
      ...(words !== payload && { extra: { 'x-srt-text': payload } }),
    };
  });
  const transcript = transcriptOf(captionSegments(captions, options, report));
  return { value: { transcript, layers: [] }, findings: report.list() };
}
