/** One utterance or statement: who to whom, by what way, the words with marked passages, and the annotations. */

import { isStance } from '../../../core/model/model.ts';
import type { PlacedAnnotation, SpeechView } from '../../../core/model/view.ts';
import { toUtf16Range } from '../../../core/text/code-points.ts';
import type { Passage, Run } from '../../layout/page.ts';
import { isKnown, partyNames, speakerName } from '../names.ts';
import { type AnnotatedPassage, inOrder, labelsOf, passagesOf } from '../passages.ts';
import { groupOf } from '../sentences.ts';
import { factsOf } from '../speech-facts.ts';
import { printAgreement, printAnnotations } from './annotations.ts';
import { printClaimsAt } from './claims.ts';
import { agreeingSpeakers } from './folded.ts';
import type { Sheet } from './sheet.ts';

export function printSpeech(sheet: Sheet, speech: SpeechView): void {
  const { page, palette, indent } = sheet;
  const passages = passagesOf(speech);
  const text = speech.speech.text;
  page.blank();
  const head = heading(sheet, speech);
  if (speech.id !== undefined || head.length > 0)
    page.paragraph(head, { indent, lead: { text: speech.id ?? '', style: palette.id } });
  const facts = factsOf(sheet.view, speech).join(sheet.signs.between);
  if (facts !== '') page.paragraph([{ text: facts, style: palette.muted }], { indent });
  if (text !== undefined) {
    page.blank();
    page.marked(text, marksFor(sheet, text, passages), { indent });
  }
  if (speech.annotations.some(isKnown)) page.blank();
  const agreeing = agreeingSpeakers(sheet, speech);
  const others = inOrder(speech, passages).filter(placed => !agreeing.includes(placed));
  printAnnotations(sheet, others, {
    indent,
    passages: placed => labelsOf(speech, passages, placed.anchors),
  });
  printAgreement(sheet, agreeing, indent);
  printClaimsAt(sheet, speech, anchors => labelsOf(speech, passages, anchors));
}

function heading({ view, palette, signs, hasSpeakers }: Sheet, { speech }: SpeechView): Run[] {
  const speaker = speakerName(view, speech);
  const to = speech.to === undefined ? '' : ` ${signs.to} ${partyNames(view, speech.to)}`;
  if ('event' in speech && speech.event !== undefined) {
    return [{ text: `[${speech.event}]`, style: palette.muted }, speaker === undefined ? '' : ` ${speaker}`];
  }
  if (speaker !== undefined) return [{ text: speaker, style: palette.speaker }, to];
  return hasSpeakers || to !== '' ? [{ text: 'speaker not given', style: palette.muted }, to] : [];
}

function marksFor(sheet: Sheet, text: string, passages: readonly AnnotatedPassage[]): Passage[] {
  return passages.map(({ label, range, annotations }) => ({
    label,
    ...toUtf16Range(text, range),
    dash: dashOf(sheet, annotations),
    style: annotations.some(({ state }) => state.state === 'waits')
      ? sheet.palette.standing.unsettled
      : sheet.palette.group[groupOf(sheet.view, annotations[0]!.annotation)],
  }));
}

/** Stances of parties weigh more than other annotations, and these more than requests. */
function dashOf({ view, signs }: Sheet, annotations: readonly PlacedAnnotation[]): string {
  if (annotations.some(({ annotation }) => isStance(annotation))) return signs.rule.stance;
  const groups = annotations.map(({ annotation }) => groupOf(view, annotation));
  const isAsked = groups.every(group => group === 'request' || group === 'transcript');
  return isAsked ? signs.rule.request : signs.rule.other;
}
