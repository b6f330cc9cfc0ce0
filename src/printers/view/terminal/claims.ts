/** Claims: in short at the passages where they appear, in full in a section of their own. */

import type { Anchor, ClaimView, SpeechView, Standing } from '../../../core/model/view.ts';
import { claimKind } from '../../../core/standing/claim-kind.ts';
import { listOf } from '../../../core/text/list-of.ts';
import { anchorsIn } from '../../../core/view/anchors-in.ts';
import type { Run } from '../../layout/page.ts';
import { STANDING_ORDER } from '../../signs.ts';
import { anchorDetailsOf } from '../details.ts';
import { anchorName, isKnown, readingName } from '../names.ts';
import { groupOf, sentenceLine, weightWord } from '../sentences.ts';
import { claimWords, remarksOf, sharedStandings } from '../standing-words.ts';
import { printAnnotations } from './annotations.ts';
import type { Sheet } from './sheet.ts';

/** The claims that appear in an utterance or statement. `labels` gives the labels of the passages among anchors. */
export function printClaimsAt(
  sheet: Sheet,
  speech: SpeechView,
  labels: (anchors: readonly Anchor[]) => readonly string[],
): void {
  if (speech.claims.length > 0) sheet.page.blank();
  for (const claim of inOrderOfStanding(speech.claims.map(index => sheet.view.claims[index]!))) {
    const text = claim.text ?? impliedText(speech, labels(claim.anchors), claim);
    const about = claim.aspect === undefined ? text : `${text} (${claim.aspect})`;
    printStandings(sheet, claim, about, sheet.indent);
    // Elsewhere remarks are left to the section of claims, but an unsettled claim has only its remarks.
    if (claim.standings.some(({ name }) => name === 'unsettled'))
      printRemarks(sheet, claim, sheet.indent + 2);
  }
}

/** Sorts claims so that those that an editor must see come first; claims with one standing keep the order of the file. */
function inOrderOfStanding(claims: readonly ClaimView[]): ClaimView[] {
  const rank = (claim: ClaimView) => STANDING_ORDER.indexOf(claimKind(claim) ?? 'unreviewed');
  return [...claims].sort((a, b) => rank(a) - rank(b));
}

export function printClaim(sheet: Sheet, claim: ClaimView): void {
  const { page, palette, signs, view } = sheet;
  const indent = 2;
  page.blank();
  printStandings(sheet, claim, claimWords(claim), 0);
  const facts = claimFacts(claim).join(signs.between);
  if (facts !== '') page.paragraph([{ text: facts, style: palette.muted }], { indent });
  printRemarks(sheet, claim, indent);
  if (sheet.explainStanding) for (const standing of claim.standings) explain(sheet, standing, indent);
  for (const { label, text: said } of anchorDetailsOf(view, claim))
    page.paragraph([{ text: `${label} `, style: palette.muted }, said], { indent });
  const note = claim.entry?.value.note;
  if (note !== undefined) page.paragraph([{ text: 'note: ', style: palette.muted }, note], { indent });
  const annotations = sheet.onClaims.get(claim)!;
  if (annotations.some(isKnown)) page.blank();
  printAnnotations(sheet, annotations, { indent: 0 });
}

/** "✗ disputed by Serzh Sargsyan: WHAT  ID"; where readings differ, what each says is on the next line. */
function printStandings(sheet: Sheet, claim: ClaimView, about: string, indent: number): void {
  const { page, palette, signs, view } = sheet;
  const id: Run = { text: claim.id === undefined ? '' : `  ${claim.id}`, style: palette.muted };
  const shared = sharedStandings(view, claim);
  const [only] = shared;
  if (only === undefined) {
    page.paragraph([about, id], { indent: indent + 4, column: indent });
    return;
  }
  if (shared.length === 1) {
    const { name } = only.standing;
    const style = palette.standing[name];
    const by = only.words.slice(name.length);
    const runs = [{ text: `${signs.standing[name]} ${name}`, style }, `${by}: ${about}`, id];
    page.paragraph(runs, { indent: indent + 4, column: indent });
    return;
  }
  const head = { text: `${signs.standing.differs} readings differ`, style: palette.standing.differs };
  page.paragraph([head, `: ${about}`, id], { indent: indent + 4, column: indent });
  for (const { standing, words, readings } of shared)
    page.paragraph(
      [
        `${listOf(readings!)}: `,
        { text: `${signs.standing[standing.name]} ${standing.name}`, style: palette.standing[standing.name] },
        words.slice(standing.name.length),
      ],
      { indent: indent + 4, column: indent + 2 },
    );
}

/** Prints the remarks on a standing, with the reading unless all share them. */
function printRemarks({ page, palette }: Sheet, claim: ClaimView, indent: number): void {
  for (const remark of remarksOf(claim, true))
    page.paragraph([{ text: remark, style: palette.muted }], { indent: indent + 2, column: indent });
}

/** The letters of its passages, or the words of one that has no place now; else the whole utterance is meant. */
function impliedText(speech: SpeechView, labels: readonly string[], { anchors }: ClaimView): string {
  if (labels.length > 0) return `passage ${labels.join(', ')}`;
  const words = anchorsIn(speech, anchors).flatMap(({ quote }) => (quote === undefined ? [] : `"${quote}"`));
  return words.length > 0 ? listOf([...new Set(words)]) : `this ${speech.kind}`;
}

function claimFacts({ aspect, anchors, entry }: ClaimView): string[] {
  const checked = entry?.value.checked;
  const places = entry === undefined ? [] : [...new Set(anchors.map(anchorName))];
  return [
    ...(aspect === undefined ? [] : [aspect]),
    ...(places.length === 0 ? [] : [`appears in ${places.join(', ')}`]),
    ...(checked === undefined ? [] : [`checked ${checked}`]),
  ];
}

/** Columns of "not counted" and its distance. */
const WEIGHT_LABEL = 13;

/** Which stances counted, which did not, and why. */
function explain({ page, palette, view, isNarrow }: Sheet, standing: Standing, indent: number): void {
  const reading = view.readings.length > 1 ? ` (${readingName(standing.reading)})` : '';
  page.paragraph([{ text: 'because ', style: palette.muted }, standing.because + reading], { indent });
  for (const weighed of standing.stances) {
    if (!isKnown(weighed.stance)) continue;
    const { annotation } = weighed.stance;
    const group = palette.group[groupOf(view, annotation)];
    const style = weighed.counts === undefined ? palette.muted : group;
    page.paragraph(
      [
        sentenceLine(view, weighed.stance),
        { text: `  ${annotation.id}\n`, style: palette.muted },
        { text: weighed.why, style: palette.muted },
      ],
      {
        indent: indent + (isNarrow ? 2 : WEIGHT_LABEL),
        lead: { text: ' '.repeat(indent) + weightWord(weighed), style },
      },
    );
  }
}
