/** The list of annotations below the words they are about. */
import type { PlacedAnnotation } from '../../../core/model/view.ts';
import type { Run } from '../../layout/page.ts';
import { type Detail, detailsOf } from '../details.ts';
import { isKnown, readingName } from '../names.ts';
import { sentence } from '../sentences.ts';
import type { Sheet } from './sheet.ts';

const LEAD = 3;
/** Columns of the longest usual label, "certainty", and its distance. */
const DETAIL_LABEL = 11;

export interface ListOptions {
  /** Column at which the list begins. */
  readonly indent: number;
  /** Labels of the passages that an annotation is about; without any it has a bullet. */
  readonly passages?: (placed: PlacedAnnotation) => readonly string[];
  /** Words before the sentence: what it is about, where that is not the text above. */
  readonly about?: (placed: PlacedAnnotation) => string;
}

export function printAnnotations(
  sheet: Sheet,
  annotations: readonly PlacedAnnotation[],
  options: ListOptions,
): void {
  for (const placed of annotations) if (isKnown(placed)) printAnnotation(sheet, placed, options);
}

function printAnnotation(sheet: Sheet, placed: PlacedAnnotation, options: ListOptions): void {
  const { page, palette, signs, view } = sheet;
  const { label, text, group } = sentence(view, placed);
  const isDead = placed.dead !== undefined;
  const waits = placed.state.state === 'waits';
  const style = isDead ? palette.muted : waits ? palette.standing.unsettled : palette.group[group];
  const passages = options.passages?.(placed) ?? [];
  const indent = options.indent + LEAD;
  const head: Run[] = [
    options.about?.(placed) ?? '',
    { text: waits ? `! ${label}` : label, style },
    isDead ? { text, style: palette.muted } : text,
    { text: `  ${originOf(sheet, placed)}`, style: palette.muted },
  ];
  const lead = ' '.repeat(options.indent) + (passages.length === 0 ? signs.bullet : passages.join(' '));
  page.paragraph(head, { indent, lead: { text: lead, style } });
  printDetails(sheet, detailsOf(view, placed), indent);
}

/** The annotation's id, and whose reading it is where there are several. */
function originOf({ view, signs }: Sheet, { annotation, reading }: PlacedAnnotation): string {
  return view.readings.length > 1 ? annotation.id + signs.between + readingName(reading) : annotation.id;
}

/** Long details have lines of their own; the short ones share the last. */
function printDetails(sheet: Sheet, details: readonly Detail[], indent: number): void {
  let first: Detail | undefined;
  let others = '';
  for (let i = 0; i < details.length; i++) {
    const detail = details[i]!;
    if (detail.isShort !== true) printDetail(sheet, detail.label, detail.text, indent);
    else if (first === undefined) first = detail;
    else others += `${sheet.signs.between}${detail.label} ${detail.text}`;
  }
  if (first !== undefined) printDetail(sheet, first.label, first.text + others, indent);
}

function printDetail({ page, palette, isNarrow }: Sheet, label: string, text: string, indent: number): void {
  const lead = ' '.repeat(indent) + label + (isNarrow ? ':' : '');
  page.paragraph([text], {
    indent: indent + (isNarrow ? 2 : DETAIL_LABEL),
    lead: { text: lead, style: palette.muted },
  });
}
