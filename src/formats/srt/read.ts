/** SRT to a conversation. */
import type { Transcript } from '../../core/model/model.ts';
import type { Conversation, ReadOptions, ReadResult } from '../format.ts';
import { type Caption, captionSegments } from '../shared/captions.ts';
import { knownTexts, smallFiles } from '../shared/read-parts.ts';
import { ImportReport } from '../shared/report.ts';
import { RollingSigns, withoutRolling } from '../shared/rolling.ts';
import { type Segment, transcriptOf } from '../shared/segments.ts';
import { parseSrt, type SrtCue, type SrtFile } from './blocks.ts';
import { withoutMarkup } from './markup.ts';

export function readSrt(text: string, options: ReadOptions): ReadResult {
  const report = new ImportReport(options.file);
  const { header, cues } = parseSrt(text, report);
  if (cues.length === 0) return report.refused(undefined, 'no caption with times was found');
  const shown = withoutRolling(cues, options, report) ?? cues;
  const segments = captionSegments(shown.map(captionOf), options, report);
  return report.result(transcriptFrom(header, segments, options));
}

/** Reads what `writeSrt` wrote, by its parts; undefined where there is no caption, or lines may be repeated ones. */
export function readBackSrt(parts: Iterable<string>, { transcript }: Conversation): Conversation | undefined {
  const report = new ImportReport('');
  let header: string | undefined;
  const signs = new RollingSigns();
  for (const file of filesOf(parts, report)) {
    header ??= file.header;
    for (const cue of file.cues) signs.add(cue);
  }
  if (signs.areFound) return undefined;
  // Read anew each time: words are known when it is known which labels before them are speakers.
  function* captions(): Generator<Caption> {
    for (const { cues } of filesOf(parts, report)) for (const cue of cues) yield captionOf(cue);
  }
  const known = knownTexts(transcript.utterances);
  const options = { file: '' };
  const segments = captionSegments({ [Symbol.iterator]: captions }, options, report, undefined, known);
  return segments.length === 0
    ? undefined
    : { transcript: transcriptFrom(header ?? '', segments, options), layers: [] };
}

function* filesOf(parts: Iterable<string>, report: ImportReport): Generator<SrtFile> {
  for (const text of smallFiles(parts)) yield parseSrt(text, report);
}

function captionOf({ start, end, payload, badTimes, span }: SrtCue): Caption {
  const words = withoutMarkup(payload);
  const extra =
    badTimes === undefined && words === payload
      ? undefined
      : {
          ...(badTimes !== undefined && { 'x-srt-times': badTimes }),
          ...(words !== payload && { 'x-srt-text': payload }),
        };
  return { start, end, span, parts: [{ voice: undefined, text: words }], extra };
}

function transcriptFrom(header: string, segments: readonly Segment[], options: ReadOptions): Transcript {
  const extensions = new Map(header === '' ? [] : [['x-srt-header', header]]);
  return transcriptOf(segments, options, { extensions });
}
