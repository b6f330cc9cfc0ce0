/** A conversation to delimited text: one row an utterance, its annotations as JSON in the last column. */
import { append } from '../../core/maps.ts';
import type { Transcript, Utterance } from '../../core/model/model.ts';
import { formatTime } from '../../core/model/time.ts';
import { csvCell } from '../../core/text/csv-cell.ts';
import { COLUMNS, type Conversation, type Written } from '../format.ts';
import { inParts } from '../in-parts.ts';
import { annotationFile } from '../shared/file-values.ts';
import { labelsOf } from '../shared/speakers.ts';

export function writeTable({ transcript }: Conversation, isTabbed: boolean): Written {
  const annotations = annotationsByUtterance(transcript);
  const labels = labelsOf(transcript);
  const extras = [
    ...new Set(transcript.utterances.flatMap(one => Object.keys(one).filter(key => extraOf(one, key)))),
  ];
  const header = [...COLUMNS, ...extras, ...(annotations.size === 0 ? [] : ['annotations'])];
  const separator = isTabbed ? '\t' : ',';
  const cellsOf = (utterance: Utterance) => [
    utterance.id ?? '',
    utterance.speaker === undefined ? '' : labels.get(utterance.speaker)!,
    utterance.start === undefined ? '' : formatTime(utterance.start),
    utterance.end === undefined ? '' : formatTime(utterance.end),
    utterance.text ?? '',
    utterance.event ?? '',
    ...extras.map(key => extraOf(utterance, key) ?? ''),
    ...(annotations.size === 0 ? [] : [annotations.get(utterance.id ?? '') ?? '']),
  ];
  return inParts(function* () {
    yield lineOf(header, separator);
    for (const utterance of transcript.utterances) yield lineOf(cellsOf(utterance), separator);
  });
}

function lineOf(cells: readonly string[], separator: ',' | '\t'): string {
  return `${cells.map(cell => csvCell(cell, separator)).join(separator)}\n`;
}

/** JSON by the id of the utterance that the annotations are about first. */
function annotationsByUtterance({ annotations, utterances }: Transcript): ReadonlyMap<string, string> {
  const ids = new Set(utterances.map(({ id }) => id));
  const lists = new Map<string, unknown[]>();
  for (const annotation of annotations) {
    const target = /^[A-Za-z][\w-]*/.exec(annotation.target[0] ?? '')?.[0] ?? '';
    if (ids.has(target)) append(lists, target, annotationFile(annotation));
  }
  return new Map([...lists].map(([id, list]) => [id, JSON.stringify(list)]));
}

function extraOf(utterance: Utterance, key: string): string | undefined {
  const value = key.startsWith('x-') ? (utterance as Record<string, unknown>)[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}
