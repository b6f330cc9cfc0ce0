/** Claims: in short at the passages where they appear, in full in a section of their own. */
import type { Anchor, ClaimView, SpeechView, Standing } from '../../../core/model/view.ts';
import type { Run } from '../../layout/page.ts';
import { anchorDetailsOf } from '../details.ts';
import { anchorName, anchorsIn, claimPlaces, isKnown, listOf, readingName } from '../names.ts';
import { groupOf, sentenceLine, standingParties, weightWord } from '../sentences.ts';
import { printAnnotations } from './annotations.ts';
import type { Sheet } from './sheet.ts';

/** A standing with the readings that share it. */
interface SharedStanding {
  readonly standing: Standing;
  readonly text: string;
  /** Undefined where every reading has it. */
  readonly readings: readonly string[] | undefined;
}

/** The claims that appear in an utterance or statement. `labels` gives the labels of the passages among anchors. */
export function printClaimsAt(
  sheet: Sheet,
  speech: SpeechView,
  labels: (anchors: readonly Anchor[]) => readonly string[],
): void {
  const { page, palette, view } = sheet;
  if (speech.claims.length > 0) page.blank();
  const lead = { text: `${' '.repeat(sheet.indent)}claim`, style: palette.muted };
  const indent = sheet.indent + (sheet.isNarrow ? 2 : 'claim  '.length);
  for (const index of speech.claims) {
    const claim = view.claims[index]!;
    const [id, text] = [claim.id, claim.text ?? impliedText(speech, labels(claim.anchors), claim)];
    const about: Run[] = [text, { text: bracketed([id, claim.aspect]), style: palette.muted }];
    page.paragraph(about, { indent, lead });
    for (const shared of sharedStandings(sheet, claim, standing => shortStanding(sheet, standing)))
      page.paragraph(standingRuns(sheet, shared), { indent });
  }
}

export function printClaim(sheet: Sheet, claim: ClaimView): void {
  const { page, palette, signs, indent } = sheet;
  page.blank();
  const text = claim.text ?? `What is said of ${claimPlaces(claim)}`;
  page.paragraph([text], { indent, lead: { text: `${claim.id ?? signs.bullet} `, style: palette.id } });
  const facts = claimFacts(claim).join(signs.between);
  if (facts !== '') page.paragraph([{ text: facts, style: palette.muted }], { indent });
  for (const shared of sharedStandings(sheet, claim, standing => fullStanding(sheet, standing))) {
    page.paragraph(standingRuns(sheet, shared), { indent });
    if (sheet.explainStanding) explain(sheet, shared.standing, indent + 2);
  }
  for (const { label, text: said } of anchorDetailsOf(sheet.view, claim))
    page.paragraph([{ text: `${label} `, style: palette.muted }, said], { indent });
  const note = claim.entry?.value.note;
  if (note !== undefined) page.paragraph([{ text: 'note: ', style: palette.muted }, note], { indent });
  const annotations = sheet.onClaims.get(claim)!;
  if (annotations.some(isKnown)) page.blank();
  printAnnotations(sheet, annotations, { indent });
}

/** The letters of its passages, or the words of one that has no place now; else the whole utterance is meant. */
function impliedText(speech: SpeechView, labels: readonly string[], { anchors }: ClaimView): string {
  if (labels.length > 0) return `passage ${labels.join(', ')}`;
  const words = anchorsIn(speech, anchors).flatMap(({ quote }) => (quote === undefined ? [] : `"${quote}"`));
  return words.length > 0 ? listOf([...new Set(words)]) : `this ${speech.kind}`;
}

/** At a passage the remarks are left to the section of claims; what is unsettled has nothing but its remarks. */
function shortStanding({ view }: Sheet, standing: Standing): string {
  return standing.name === 'unsettled' ? standing.remarks.join('; ') : standingParties(view, standing);
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

function fullStanding({ view }: Sheet, standing: Standing): string {
  return [standingParties(view, standing), ...standing.remarks].filter(part => part !== '').join('; ');
}

function sharedStandings(
  sheet: Sheet,
  claim: ClaimView,
  textOf: (standing: Standing) => string,
): SharedStanding[] {
  const shared = new Map<string, { standing: Standing; text: string; readings: string[] }>();
  for (const standing of claim.standings) {
    const text = textOf(standing);
    // An explanation is of one reading and its stances; it is never shared.
    const key = sheet.explainStanding ? String(shared.size) : `${standing.name} ${text}`;
    const same = shared.get(key);
    if (same === undefined) shared.set(key, { standing, text, readings: [readingName(standing.reading)] });
    else same.readings.push(readingName(standing.reading));
  }
  const isOnly = shared.size === 1;
  return [...shared.values()].map(({ standing, text, readings }) => ({
    standing,
    text,
    readings: isOnly ? undefined : readings,
  }));
}

function standingRuns({ palette, signs }: Sheet, { standing, text, readings }: SharedStanding): Run[] {
  return [
    { text: standing.name, style: palette.standing[standing.name] },
    text === '' ? '' : `: ${text}`,
    readings === undefined
      ? ''
      : { text: `${signs.between}reading ${readings.join(', ')}`, style: palette.muted },
  ];
}

/** Columns of "not counted" and its distance. */
const WEIGHT_LABEL = 13;

/** Which stances counted, which did not, and why. */
function explain({ page, palette, view, isNarrow }: Sheet, standing: Standing, indent: number): void {
  page.paragraph([{ text: 'because ', style: palette.muted }, standing.because], { indent });
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

function bracketed(parts: readonly (string | undefined)[]): string {
  const known = parts.filter(part => part !== undefined);
  return known.length === 0 ? '' : ` (${known.join(', ')})`;
}
