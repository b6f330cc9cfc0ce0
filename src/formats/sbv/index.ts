/** SubViewer captions as YouTube writes them (SBV): `0:00:00.599,0:00:04.160`, then the words. */
import type { Milliseconds } from '../../core/model/model.ts';
import { defineFormat } from '../define-format.ts';
import type { ReadOptions, ReadResult } from '../format.ts';
import { type Caption, captionSegments } from '../shared/captions.ts';
import { parseClock } from '../shared/clock.ts';
import { linesOf } from '../shared/lines.ts';
import { ImportReport } from '../shared/report.ts';
import { transcriptOf } from '../shared/segments.ts';

/** Two times and a comma. A malformed time still begins a caption. */
const TIMES =
  /^[ \t]*([-−]?\d{1,3}:\d{1,2}:\d{1,3}(?:\.\d{1,9})?)[ \t]*,[ \t]*([-−]?\d{1,3}:\d{1,2}:\d{1,3}(?:\.\d{1,9})?)[ \t]*$/;
const BREAK = /\[br\]/gi;

export const format = defineFormat({
  id: 'sbv',
  name: 'SBV',
  title: 'SubViewer captions of YouTube (SBV)',
  extensions: ['sbv'],
  keeps: 'words, times, names of speakers before the words',
  loses: 'nothing',
  takes: ['speakers', 'carrySpeaker'],
  detect: text => (TIMES.test(/^\s*([^\r\n]{0,80})/.exec(text)?.[1] ?? '') ? 0.95 : 0),
  read,
});

function read(text: string, options: ReadOptions): ReadResult {
  const report = new ImportReport(options.file);
  const captions: (Caption & { readonly lines: string[] })[] = [];
  for (const line of linesOf(text)) {
    const times = TIMES.exec(line.text);
    const span = { start: line.start, end: line.start + line.text.length };
    if (times !== null) {
      const [start, end] = [timeOf(times[1]!), timeOf(times[2]!)];
      if (start === undefined || end === undefined)
        report.add('bad-time', span, 'the times of a caption cannot be read', {
          help: 'its words were kept; write H:MM:SS.mmm,H:MM:SS.mmm',
          loses: 'times of captions',
        });
      else if (end < start) report.add('bad-time', span, 'a caption ends before it starts');
      captions.push({ start, end, span, parts: [], lines: [] });
    } else if (captions.length > 0) captions.at(-1)!.lines.push(line.text);
    else if (line.text.trim() !== '') {
      report.add('bad-structure', span, 'a line before the first caption was left out');
      report.lose('lines before the first caption');
    }
  }
  if (captions.length === 0) return report.refused(undefined, 'no caption with times was found');
  const whole = captions.map(({ lines, ...caption }) => {
    const words = lines.filter(line => line.trim() !== '').join('\n');
    return { ...caption, parts: [{ voice: undefined, text: words.replace(BREAK, '\n') }] };
  });
  return report.result(transcriptOf(captionSegments(whole, options, report), options));
}

/** A negative time lies before the recording. */
function timeOf(text: string): Milliseconds | undefined {
  return /^[-−]/.test(text) ? undefined : parseClock(text);
}
