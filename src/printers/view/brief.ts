/**
 * The first look: facts about the talk, every claim with its standing and parties in one line, then the words of the talk
 * with only stances marked. Statements and other annotations are counted.
 */

import { largest } from '../../core/long-lists.ts';
import { isStance } from '../../core/model/model.ts';
import type { ClaimView, PlacedAnnotation, SpeechView, View } from '../../core/model/view.ts';
import { liveStances } from '../../core/model/view.ts';
import { claimKind, type StandingKind } from '../../core/standing/claim-kind.ts';
import { isUndated } from '../../core/standing/ends.ts';
import { toUtf16Range } from '../../core/text/code-points.ts';
import { counted } from '../../core/text/counted.ts';
import { listOf } from '../../core/text/list-of.ts';
import { anchorsIn } from '../../core/view/anchors-in.ts';
import { Page, type Run, type Style, type StyledRule } from '../layout/page.ts';
import { STANDING_ORDER, signsFor, tagSign } from '../signs.ts';
import { annotationsOf, isKnown, speakerName } from './names.ts';
import { paletteOf } from './palette.ts';
import type { NextStep, ViewPrinter } from './printer.ts';
import { actorName, groupOf, sentence } from './sentences.ts';
import { FORM_WORDS } from './speech-facts.ts';
import { claimWords, madeBy, remarksOf, sharedStandings, standingWords } from './standing-words.ts';
import { summarise, summaryLine } from './summary.ts';
import { type HeadSheet, printTalkHead } from './talk-head.ts';

/** Columns before the words of the talk: room for `u999`. */
const GUTTER = 5;
/** From this width on a claim is cut to its line; below, it is wrapped. */
const CUTS = 80;

interface Sheet extends HeadSheet {
  readonly view: View;
  readonly width: number | undefined;
}

export const printBrief: ViewPrinter = (view, context, options = {}) => {
  const sheet: Sheet = {
    view,
    page: new Page(context),
    palette: paletteOf(context.colour),
    signs: signsFor(context.unicode),
    width: context.width,
  };
  printTalkHead(view, sheet, options.noCommands);
  printClaims(sheet);
  if (view.utterances.length > 0) sheet.page.blank();
  for (const speech of view.utterances) printUtterance(sheet, speech);
  sheet.page.blank();
  sheet.page.paragraph([{ text: countsLine(view), style: sheet.palette.muted }]);
  printNext(sheet, options.next ?? []);
  return sheet.page.toString();
};

/** A claim with its rank in the order. */
interface Ranked {
  readonly claim: ClaimView;
  readonly kind: StandingKind;
}

function printClaims(sheet: Sheet): void {
  const { view, page } = sheet;
  const ranked = view.claims.flatMap((claim): Ranked[] => {
    const kind = claimKind(claim);
    return kind === undefined ? [] : [{ claim, kind }];
  });
  if (ranked.length === 0) return;
  page.blank();
  printCounts(sheet, ranked);
  for (const kind of STANDING_ORDER) {
    const claims = ranked.filter(candidate => candidate.kind === kind).map(({ claim }) => claim);
    if (kind !== 'not-checkable') for (const claim of claims) printClaim(sheet, claim, kind);
    else if (claims.length > 0) printNotCheckable(sheet, claims);
  }
}

/** The counts in order, two blanks apart; a count is never broken over lines. */
function printCounts({ page, palette, signs, width }: Sheet, ranked: readonly Ranked[]): void {
  let runs: Run[] = [];
  let used = 0;
  for (const kind of STANDING_ORDER) {
    const count = ranked.filter(claim => claim.kind === kind).length;
    if (count === 0) continue;
    const style = palette.standing[kind];
    const word = kind === 'differs' && count > 1 ? 'differ' : kind;
    const text = `${signs.standing[kind]} ${count} ${word}`;
    if (used > 0 && width !== undefined && used + 2 + text.length > width) {
      page.paragraph(runs);
      [runs, used] = [[], 0];
    }
    if (used > 0) runs.push('  ');
    runs.push({ text, style });
    used += text.length + 2;
  }
  page.paragraph(runs);
}

function printClaim(sheet: Sheet, claim: ClaimView, kind: StandingKind): void {
  const { page, palette, signs, view } = sheet;
  const shared = sharedStandings(view, claim);
  const words = kind === 'differs' ? 'readings differ' : wordsOf(view, claim);
  // Cut after the standing itself, which alone is coloured.
  const end = kind === 'differs' ? words.length : kind.length;
  const remarks = remarksOf(claim);
  const per = remarks.filter(remark => PER.test(remark));
  const head = { text: `${signs.standing[kind]} ${words.slice(0, end)}`, style: palette.standing[kind] };
  row(sheet, head, `${words.slice(end)}: ${claimWords(claim)}`, [
    ...per,
    ...(claim.id === undefined ? [] : [claim.id]),
  ]);
  if (kind === 'differs') {
    const each = shared.map(({ words: said, readings }) => `${listOf(readings!)}: ${said}`);
    page.paragraph([each.join(' | ')], { indent: 2 });
  }
  const others = remarks.filter(remark => !PER.test(remark)).join('; ');
  if (others !== '') printRemark(sheet, others);
}

/** The person who reports the act is on its line. */
const PER = /^per /;

/** Readings may agree on the standing but rest it on different acts: all acts are shown. */
function wordsOf(view: View, { standings }: ClaimView): string {
  return standingWords(view, { ...standings[0]!, stances: standings.flatMap(({ stances }) => stances) });
}

/** One line, cut to it where the page is wide enough for that, else wrapped. What stands last is never cut. */
function row(sheet: Sheet, head: Run, text: string, ending: readonly string[]): void {
  const { page, palette, signs } = sheet;
  const last: Run = { text: ending.map(words => `  ${words}`).join(''), style: palette.muted };
  if (isWrapped(sheet)) page.paragraph([head, text, last], { indent: 4, column: 0 });
  else page.cut([head, text], last, signs.cut);
}

function printRemark(sheet: Sheet, remark: string): void {
  const run = { text: remark, style: sheet.palette.muted };
  if (isWrapped(sheet)) sheet.page.paragraph([run], { indent: 2 });
  else sheet.page.cut(['  ', run], '', sheet.signs.cut);
}

function isWrapped({ width }: Sheet): boolean {
  return width !== undefined && width < CUTS;
}

function printNotCheckable({ page, palette, signs }: Sheet, claims: readonly ClaimView[]): void {
  const style = palette.standing['not-checkable'];
  const names = claims.map(claim => claim.id ?? claimWords(claim)).join(', ');
  const lead = { text: `${signs.standing['not-checkable']} not-checkable:`, style };
  page.paragraph([{ text: names, style }], { indent: 4, lead });
}

function printUtterance(sheet: Sheet, speech: SpeechView): void {
  const { view, page, palette } = sheet;
  const { speech: said, id } = speech;
  const speaker = speakerName(view, said);
  const indent = view.utterances.some(utterance => utterance.id !== undefined) ? GUTTER : 0;
  const lead: Run = { text: id ?? '', style: palette.id };
  const form = said.form === undefined || said.form === 'direct' ? '' : `, ${FORM_WORDS[said.form]}`;
  if (said.text === undefined) {
    const event = 'event' in said && said.event !== undefined ? `[${said.event}]` : '';
    page.paragraph([{ text: event, style: palette.muted }, speaker === undefined ? '' : ` ${speaker}`], {
      indent,
      lead,
    });
    return;
  }
  const before: Run[] = speaker === undefined ? [] : [{ text: speaker, style: palette.speaker }, `${form}: `];
  const after: Run[] = [
    ...wholeStances(sheet, speech).map(
      ({ sign, label, style }): Run => ({ text: `  ${sign} ${label}`, style }),
    ),
    ...contestedClaims(sheet, speech),
  ];
  page.ruled(before, said.text, after, rulesOf(sheet, speech, said.text), { indent, lead });
}

interface Mark {
  readonly sign: string;
  readonly label: string;
  readonly style: Style;
}

function markOf({ view, palette, signs }: Sheet, placed: PlacedAnnotation): Mark {
  if (placed.state.state === 'waits')
    return { sign: signs.standing.unsettled, label: 'unsettled', style: palette.standing.unsettled };
  const { annotation } = placed;
  const group = groupOf(view, annotation);
  return {
    sign: tagSign(signs, annotation, group),
    label: `${sentence(view, placed).label} by ${actorName(view, annotation)}`,
    style: palette.group[group],
  };
}

/** Live stances of an utterance. */
function stancesOf({ annotations }: SpeechView): PlacedAnnotation[] {
  return annotations.filter(
    placed => isKnown(placed) && placed.dead === undefined && isStance(placed.annotation),
  );
}

/** Stances on passages, each passage once; those of several readings share its label. */
function rulesOf(sheet: Sheet, speech: SpeechView, text: string): StyledRule[] {
  const rules = new Map<string, StyledRule>();
  for (const placed of stancesOf(speech)) {
    const mark = markOf(sheet, placed);
    for (const { range } of anchorsIn(speech, placed.anchors)) {
      if (range === undefined) continue;
      const key = `${range.start}-${range.end} ${mark.sign}`;
      const same = rules.get(key);
      const label =
        same === undefined || same.label.split('; ').includes(mark.label)
          ? mark.label
          : `${same.label}; ${mark.label}`;
      rules.set(key, {
        ...toUtf16Range(text, range),
        sign: mark.sign,
        dash: sheet.signs.rule.stance,
        label,
        style: mark.style,
      });
    }
  }
  return [...rules.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Stances on the whole utterance, each said once. */
function wholeStances(sheet: Sheet, speech: SpeechView): Mark[] {
  const marks = stancesOf(speech)
    .filter(({ anchors }) => anchorsIn(speech, anchors).some(isWhole))
    .map(placed => markOf(sheet, placed));
  return [...new Map(marks.map(mark => [`${mark.sign} ${mark.label}`, mark])).values()];
}

function isWhole(anchor: PlacedAnnotation['anchors'][number]): boolean {
  return anchor.range === undefined && anchor.quote === undefined;
}

/** Claims of the utterance that somebody contests or affirms, or that are unsettled: "✗ c6-exposure". */
function contestedClaims({ view, palette, signs }: Sheet, speech: SpeechView): Run[] {
  return speech.claims.flatMap((index): Run[] => {
    const claim = view.claims[index]!;
    const kind = claimKind(claim);
    if (claim.id === undefined || kind === undefined) return [];
    const isMoved = kind === 'differs' || kind === 'unsettled' || madeBy(view, claim.standings[0]!) !== '';
    return isMoved ? [{ text: `  ${signs.standing[kind]} ${claim.id}`, style: palette.standing[kind] }] : [];
  });
}

/** "16 utterances, 18 claims, 146 annotations in 2 readings, 14 of 28 stances undated". */
function countsLine(view: View): string {
  const acts = liveStances(annotationsOf(view));
  const undated = acts.filter(({ annotation }) => isUndated(annotation)).length;
  return (
    summaryLine({ ...summarise(view), standings: {}, differing: 0 }) +
    (undated === 0 ? '' : `, ${undated} of ${counted(acts.length, 'stance')} undated`)
  );
}

/** Commands to go on with, each with what it does. */
function printNext({ page, palette }: Sheet, next: readonly NextStep[]): void {
  const column = largest(next.map(({ command }) => command.length)) + 3;
  for (const [index, { command, why }] of next.entries()) {
    const lead: Run = index === 0 ? { text: 'next:', style: palette.title } : '';
    const text = why === undefined ? command : command.padEnd(column);
    page.paragraph([text, { text: why ?? '', style: palette.muted }], { indent: 'next: '.length, lead });
  }
}
