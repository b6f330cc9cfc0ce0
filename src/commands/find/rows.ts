/** Matches as rows to be printed: with their place in the file, and with names for ids. */

import { filterView } from '../../core/filter/filter-view.ts';
import type { Query } from '../../core/filter/query.ts';
import { type Found, findMatches, type Match } from '../../core/find/find-matches.ts';
import { compareText } from '../../core/model/finding.ts';
import { bodyName } from '../../core/model/model.ts';
import type { Document } from '../../core/model/project.ts';
import type { Position } from '../../core/model/span.ts';
import type { PlacedAnnotation, View } from '../../core/model/view.ts';
import type { Stretch } from '../../core/text/stretch.ts';
import type { FoundRow } from '../../printers/find/report.ts';
import { readingName, speakerName, targetNames } from '../../printers/view/names.ts';
import { actorName } from '../../printers/view/sentences.ts';

/**
 * Returns the rows of a query's matches in a view, by file, and within a file by line.
 *
 * @param context number of utterances before and after each match that get rows as well
 */
export function rowsOf(view: View, query: Query, context: number): FoundRow[] {
  const matches = findMatches(view, filterView(view, query), query);
  if (matches.length === 0) return [];
  const rows = matches.map(match => rowOf(view, match));
  if (context > 0) addContext(rows, view, context);
  const files = [view.project.transcript, ...view.project.layers].map(({ file }) => file);
  return rows.sort((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || byPlace(a, b));
}

function byPlace(a: FoundRow, b: FoundRow): number {
  return (
    a.line - b.line ||
    (a.index ?? 0) - (b.index ?? 0) ||
    a.column - b.column ||
    compareText(a.id ?? '', b.id ?? '')
  );
}

function rowOf(view: View, match: Match): FoundRow {
  const { found, document, path, field, text, hits, annotations } = match;
  const { line, column } = positionOf(document, path, text, hits[0]);
  const speech = 'speech' in found ? found.speech.speech : undefined;
  return {
    file: document.file,
    line,
    column,
    kind: found.kind,
    id: idOf(found),
    index: found.kind === 'utterance' ? Number(path[1]) : undefined,
    speaker: speech?.speaker,
    label: labelOf(view, found, field),
    start: speech?.start,
    field,
    text,
    hits,
    annotations,
  };
}

function idOf(found: Found): string | undefined {
  switch (found.kind) {
    case 'annotation':
      return found.placed.annotation.id;
    case 'claim':
      return found.claim.id;
    default:
      return found.speech.id;
  }
}

function labelOf(view: View, found: Found, field: string): string | undefined {
  switch (found.kind) {
    case 'annotation':
      return annotationLabel(view, found.placed, field);
    case 'claim':
      return 'claim';
    default: {
      const name = speakerName(view, found.speech.speech);
      return field === 'cue' ? `${name ?? 'speaker not given'}, cue` : name;
    }
  }
}

/** "Serzh Sargsyan, disputed u1", whose words they are; "First reader, note on u1", who wrote them. */
function annotationLabel(view: View, placed: PlacedAnnotation, field: string): string {
  const { annotation, reading } = placed;
  const places = targetNames(placed);
  if (field === 'wording') return `${actorName(view, annotation)}, ${annotation.tag ?? field}, on ${places}`;
  const what = field === '' ? (annotation.tag ?? bodyName(annotation) ?? 'annotation') : field;
  return `${readingName(reading)}, ${what} on ${places}`;
}

/** Words between which marks, line ends and indents may stand. */
const WORDS = /[\p{L}\p{N}]+/gu;
const WORD = /[\p{L}\p{N}]+/u;
const BETWEEN = '[^\\p{L}\\p{N}]+';

/**
 * Returns the position of the first hit, else of the words; that of their field if the file writes them in another way.
 */
function positionOf(
  document: Document,
  path: Match['path'],
  text: string,
  hit: Stretch | undefined,
): Position {
  const { source } = document;
  const span = document.locate(path);
  const words = wordsOf(text, hit);
  const [first] = words;
  if (first === undefined) return source.position(span.start);
  const written = source.text.slice(span.start, span.end);
  const start = text.indexOf(first, hit?.start);
  // Most texts are in the file as they are, perhaps between quotation marks.
  const verbatim = written.lastIndexOf(text);
  return source.position(
    span.start + (verbatim === -1 ? placeIn(written, words, text.slice(0, start)) : verbatim + start),
  );
}

/** The words of the hit; else the first word. */
function wordsOf(text: string, hit: Stretch | undefined): readonly string[] {
  if (hit === undefined) return WORD.exec(text) ?? [];
  return text.slice(hit.start, hit.end).match(WORDS) ?? [];
}

/** Finds words that are written over several lines, or with escapes. */
function placeIn(written: string, words: readonly string[], before: string): number {
  const pattern = new RegExp(words.join(BETWEEN), 'gu');
  const earlier = [...before.matchAll(pattern)].length;
  const places = [...written.matchAll(pattern)];
  return (places[earlier] ?? places[0])?.index ?? 0;
}

/** Puts the utterances around those that were found beside them. */
function addContext(rows: FoundRow[], view: View, context: number): void {
  const { utterances } = view;
  const shown = new Set(rows.flatMap(({ index }) => index ?? []));
  const { transcript } = view.project;
  for (const index of [...shown]) {
    const last = Math.min(utterances.length - 1, index + context);
    for (let at = Math.max(0, index - context); at <= last; at++) {
      if (shown.has(at)) continue;
      shown.add(at);
      const speech = utterances[at]!;
      const field = speech.speech.text === undefined ? 'event' : 'text';
      const text = speech.speech.text ?? ('event' in speech.speech ? (speech.speech.event ?? '') : '');
      const found = { kind: 'utterance', speech } as const;
      const path = ['utterances', at, field];
      const match = { found, document: transcript, path, field, text, hits: [], annotations: [] };
      rows.push({ ...rowOf(view, match), isContext: true });
    }
  }
}
