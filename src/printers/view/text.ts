/** The view for a terminal: the words first, passages marked under them, below who says what about them. */

import { listOf } from '../../core/text/list-of.ts';
import { headFacts, titleOf } from './head.ts';
import { anchorName, isKnown, isOnTranscript } from './names.ts';
import type { ViewPrinter } from './printer.ts';
import { summarise, summaryLine } from './summary.ts';
import { printAnnotations } from './terminal/annotations.ts';
import { printClaim } from './terminal/claims.ts';
import { idColumns, type Sheet, sheetFor } from './terminal/sheet.ts';
import { printSpeech } from './terminal/speech.ts';
import { unsureLines } from './unsure.ts';

export const printText: ViewPrinter = (view, context, options = {}) => {
  const sheet = sheetFor(view, context, options);
  printHeader(sheet, options.noCommands);
  for (const speech of view.utterances) printSpeech(sheet, speech);
  if (view.statements.length > 0) {
    printSection(sheet, 'Statements about the talk');
    for (const speech of view.statements) printSpeech(sheet, speech);
  }
  printOnTranscript(sheet);
  if (view.claims.length > 0) {
    printSection(sheet, 'Claims');
    for (const claim of view.claims) printClaim(sheet, claim);
  }
  printElsewhere(sheet);
  printSources(sheet);
  sheet.page.blank();
  sheet.page.paragraph([{ text: summaryLine(summarise(view)), style: sheet.palette.muted }]);
  return sheet.page.toString();
};

function printSection({ page, palette, signs }: Sheet, title: string): void {
  page.blank();
  page.blank();
  page.heading(title, signs.heading.section, palette.section);
}

function printHeader(sheet: Sheet, noCommands = false): void {
  const { page, palette, signs, view } = sheet;
  page.heading(titleOf(view), signs.heading.title, palette.title);
  const column = sheet.isNarrow ? 2 : 'ground rule  '.length;
  for (const [name, value] of headFacts(view))
    page.paragraph([value], { indent: column, lead: { text: name, style: palette.muted } });
  for (const line of unsureLines(view, noCommands))
    page.paragraph([line], { indent: 2, lead: { text: '!', style: palette.standing.unsettled } });
}

/** Printed after the talk: a reader wants to meet the words before notes about all of them. */
function printOnTranscript(sheet: Sheet): void {
  const annotations = sheet.view.general.filter(placed => placed.anchors.some(isOnTranscript));
  if (!annotations.some(isKnown)) return;
  printSection(sheet, 'The talk as a whole');
  sheet.page.blank();
  printAnnotations(sheet, annotations, { indent: 0 });
}

/** Annotations that are about neither the words nor the transcript nor a claim above. */
function printElsewhere(sheet: Sheet): void {
  const { view } = sheet;
  const onClaims = new Set([...sheet.onClaims.values()].flat());
  const others = view.general.filter(placed => !onClaims.has(placed) && !placed.anchors.some(isOnTranscript));
  if (!others.some(isKnown)) return;
  printSection(sheet, 'Other annotations');
  sheet.page.blank();
  printAnnotations(sheet, others, {
    indent: 0,
    about: placed => `on ${listOf(placed.anchors.map(anchorName))}: `,
  });
}

function printSources(sheet: Sheet): void {
  const { page, palette, view } = sheet;
  const used = [...view.sources];
  if (used.length === 0) return;
  printSection(sheet, 'Sources');
  page.blank();
  const indent = idColumns(
    used.map(([id]) => id),
    sheet.isNarrow,
  );
  for (const [id, source] of used) {
    const facts = [
      source.title,
      source.publisher,
      source.published === undefined ? undefined : `published ${source.published}`,
      source.url,
      source.grade === undefined ? undefined : `grade ${source.grade}`,
    ];
    page.paragraph([facts.filter(fact => fact !== undefined).join(sheet.signs.between)], {
      indent,
      lead: { text: id, style: palette.id },
    });
  }
}
