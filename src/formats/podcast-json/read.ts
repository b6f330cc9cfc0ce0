/** Podcasting 2.0 JSON to a conversation. */

import { wordsField } from '../../core/model/word-times.ts';
import type { Conversation, ReadOptions, ReadResult } from '../format.ts';
import { tidy } from '../shared/blanks.ts';
import { type JsonSource, jsonReader, objectsOf } from '../shared/json-source.ts';
import { segmentsOfParts } from '../shared/read-parts.ts';
import { labelIn, timeIn, wordsIn } from '../shared/segment-fields.ts';
import { type Segment, transcriptOf } from '../shared/segments.ts';
import { isWordByWord } from '../shared/word-by-word.ts';
import { timesOf } from '../shared/word-groups.ts';

interface Piece {
  readonly label: string | undefined;
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly body: string;
}

export const readPodcastJson = jsonReader(readSegments);

/** Reads what `writePodcastJson` wrote, by its parts. */
export function readBackPodcastJson(parts: Iterable<string>, before: Conversation): Conversation | undefined {
  const json = segmentsOfParts(parts, 'body', before);
  return json && readSegments(json, { file: '' }).value;
}

function readSegments(json: JsonSource, options: ReadOptions): ReadResult {
  if (!Array.isArray(json.root['segments'])) return json.refused([], '`segments` is not a list');
  const pieces: Piece[] = [];
  for (const [index, item] of objectsOf(json.root['segments'])) {
    const path = ['segments', index];
    const body = wordsIn(item);
    if (body === undefined) {
      json.addMissing(path, 'a segment', '`body`', 'segments without `body`');
      continue;
    }
    const start = timeIn(json, item, path, 'start');
    if (item['startTime'] === undefined && start === undefined)
      json.add('bad-time', path, 'a segment without `startTime`', { severity: 'info' });
    pieces.push({ label: labelIn(item), start, end: timeIn(json, item, path, 'end'), body });
  }
  const isWords = isWordByWord(pieces.map(({ body }) => body));
  const segments = isWords ? joined(pieces) : pieces.map(segmentOf);
  return json.report.result(transcriptOf(segments, options));
}

function segmentOf({ body, ...piece }: Piece): Segment {
  return { ...piece, text: tidy(body) };
}

/** Words of one speaker in a row, up to the line break that ends a paragraph. */
function joined(pieces: readonly Piece[]): Segment[] {
  const groups: (Piece & { readonly text: string })[][] = [];
  let isParagraphOver = true;
  for (const piece of pieces) {
    const group = groups.at(-1);
    const word = { ...piece, text: piece.body.trim() };
    if (group === undefined || isParagraphOver || group[0]!.label !== piece.label) groups.push([word]);
    else if (/^[\p{Po}\p{Pe}\p{Pf}]/u.test(word.text)) {
      const last = group.at(-1)!;
      group[group.length - 1] = { ...last, text: last.text + word.text, end: word.end ?? last.end };
    } else group.push(word);
    isParagraphOver = piece.body.endsWith('\n');
  }
  return groups.map(words => ({
    label: words[0]!.label,
    text: words.map(({ text }) => text).join(' '),
    start: words[0]!.start,
    end: timesOf(words).end,
    // The times of one word are those of the segment.
    extra: words.length > 1 ? wordsField(words) : undefined,
  }));
}
