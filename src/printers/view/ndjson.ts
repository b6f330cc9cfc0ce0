/**
 * The view as JSON Lines: one record a line, each with its `type`: `view` first, then `party`, `source`, `utterance`,
 * `statement`, `annotation` (each once, after the first thing that it is about) and `claim`; `summary` last.
 */
import type { PlacedAnnotation, SpeechView } from '../../core/model/view.ts';
import { type JsonRecord, json } from '../escape/json.ts';
import { isKnown } from './names.ts';
import type { ViewPrinter } from './printer.ts';
import { annotationRecord, claimRecord, headerRecord, speechRecord, VIEW_SCHEMA } from './records.ts';
import { summarise } from './summary.ts';

export const printNdjson: ViewPrinter = view => {
  const lines: string[] = [];
  const add = (type: string, record: JsonRecord) => lines.push(`${json({ type, ...record })}\n`);

  const printed = new Set<PlacedAnnotation>();
  const addAnnotations = (annotations: readonly PlacedAnnotation[]) => {
    for (const placed of annotations) {
      if (printed.has(placed) || !isKnown(placed)) continue;
      printed.add(placed);
      add('annotation', annotationRecord(placed));
    }
  };
  const addSpeech = (item: SpeechView) => {
    const ids = item.annotations.filter(isKnown).map(placed => placed.annotation.id);
    add(item.kind, { ...speechRecord(item), annotations: ids, claims: item.claims });
    addAnnotations(item.annotations);
  };

  add('view', { schema: VIEW_SCHEMA, ...headerRecord(view) });
  for (const [id, party] of view.parties) add('party', { ...party, id });
  for (const [id, source] of view.sources) add('source', { ...source, id });
  for (const item of [...view.utterances, ...view.statements]) addSpeech(item);
  addAnnotations(view.general);
  for (const [index, claim] of view.claims.entries()) add('claim', { index, ...claimRecord(claim) });
  add('summary', { ...summarise(view) });
  return lines.join('');
};
