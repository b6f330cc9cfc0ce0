/** One utterance or statement: who to whom, how it reached us, the words with their passages marked, what is said of them. */

import type { SpeechView } from '../../../core/model/view.ts';
import { toUtf16Offset } from '../../../core/text/code-points.ts';
import type { Passage, Run } from '../../layout/page.ts';
import { isKnown, partyNames, speakerName } from '../names.ts';
import { type AnnotatedPassage, inOrder, labelsOf, passagesOf } from '../passages.ts';
import { groupOf } from '../sentences.ts';
import { factsOf } from '../speech-facts.ts';
import { printAnnotations } from './annotations.ts';
import { printClaimsAt } from './claims.ts';
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
  printAnnotations(sheet, inOrder(speech, passages), {
    indent,
    passages: placed => labelsOf(speech, passages, placed.anchors),
  });
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
    start: toUtf16Offset(text, range.start),
    end: toUtf16Offset(text, range.end),
    style: annotations.some(({ state }) => state.state === 'waits')
      ? sheet.palette.standing.unsettled
      : sheet.palette.group[groupOf(sheet.view, annotations[0]!.annotation)],
  }));
}
