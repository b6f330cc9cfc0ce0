/** Podcasting 2.0 JSON to a conversation. */
import type { ReadOptions, ReadResult } from '../format.ts';
import { tidy } from '../shared/blanks.ts';
import { fromSeconds } from '../shared/clock.ts';
import { objectsOf, readJson, textOf } from '../shared/json-source.ts';
import { ImportReport } from '../shared/report.ts';
import { type Segment, transcriptOf } from '../shared/segments.ts';

interface Piece {
  readonly label: string | undefined;
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly body: string;
}

export function readPodcastJson(text: string, options: ReadOptions): ReadResult {
  const report = new ImportReport(options.file);
  const json = readJson(text, report);
  if (json === undefined) return { findings: report.list() };
  if (!Array.isArray(json.root['segments'])) {
    report.add('bad-structure', json.locate([]), '`segments` is no list', { severity: 'error' });
    return { findings: report.list() };
  }
  const pieces: Piece[] = [];
  for (const [index, item] of objectsOf(json.root['segments'])) {
    const body = textOf(item['body']);
    const start = fromSeconds(item['startTime']);
    if (body === undefined) {
      report.add('missing-field', json.locate(['segments', index]), 'a segment without `body` was left out');
      continue;
    }
    if (start === undefined) {
      report.add('bad-time', json.locate(['segments', index]), '`startTime` is no number of seconds');
    }
    pieces.push({ label: textOf(item['speaker']), start, end: fromSeconds(item['endTime']), body });
  }
  const segments = isWordByWord(pieces) ? joined(pieces) : pieces.map(segmentOf);
  return { value: { transcript: transcriptOf(segments), layers: [] }, findings: report.list() };
}

function segmentOf({ body, ...piece }: Piece): Segment {
  return { ...piece, text: tidy(body) };
}

/** Whether most pieces are single words, as players that follow every word want them. */
export function isWordByWord(pieces: readonly { readonly body: string }[]): boolean {
  const words = pieces.filter(({ body }) => /^\s*\S+\s*$/.test(body)).length;
  return pieces.length >= 8 && words / pieces.length > 0.8;
}

/** Words of one speaker in a row, up to the line break that ends a paragraph. */
function joined(pieces: readonly Piece[]): Segment[] {
  const segments: {
    label: string | undefined;
    start: number | undefined;
    end: number | undefined;
    text: string;
  }[] = [];
  let isParagraphOver = true;
  for (const { label, start, end, body } of pieces) {
    const last = segments.at(-1);
    const word = body.trim();
    if (last !== undefined && !isParagraphOver && last.label === label) {
      last.text += /^[\p{Po}\p{Pe}\p{Pf}]/u.test(word) ? word : ` ${word}`;
      last.end = end ?? last.end;
    } else segments.push({ label, start, end, text: word });
    isParagraphOver = body.endsWith('\n');
  }
  return segments;
}
