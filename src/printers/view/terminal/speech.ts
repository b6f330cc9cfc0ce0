/** One utterance or statement: who to whom, how it reached us, the words with their passages marked, what is said of them. */
import { toUtf16Offset } from '../../../core/text/code-points.ts';
import { formatTime } from '../../../core/time.ts';
import type { PlacedAnnotation, SpeechView, TextRange } from '../../../core/view.ts';
import type { Form } from '../../../core/vocabulary.ts';
import { markLabel } from '../../layout/marks.ts';
import type { Passage, Run } from '../../layout/page.ts';
import { anchorsIn, isKnown, partyNames, speakerName } from '../names.ts';
import { sentence } from '../sentences.ts';
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
  const facts = factsOf(sheet, speech).join(sheet.signs.between);
  if (facts !== '') page.paragraph([{ text: facts, style: palette.muted }], { indent });
  if (text !== undefined) {
    page.blank();
    page.marked(text, marksFor(sheet, text, passages), { indent });
  }
  if (speech.annotations.some(isKnown)) page.blank();
  printAnnotations(sheet, inOrder(speech, passages), {
    indent,
    passages: placed => labelsOf(speech, passages, placed),
  });
  printClaimsAt(sheet, speech, anchors =>
    anchorsIn(speech, anchors).flatMap(anchor => labelOf(passages, anchor.range)),
  );
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

const FORM_WORDS: Record<Exclude<Form, 'direct'>, string> = {
  mixed: 'partly quoted',
  indirect: 'indirect',
  narrated: 'narrated',
  'free-indirect': 'free indirect',
};

function* factList({ view }: Sheet, { kind, speech }: SpeechView): Generator<string> {
  if (speech.form !== undefined && speech.form !== 'direct') yield FORM_WORDS[speech.form];
  if (speech.paraphrase === true) yield 'in our words';
  if (kind === 'statement') {
    const date = 'date' in speech ? speech.date : undefined;
    yield date === undefined || date === 'unknown' ? 'undated' : `stated ${date}`;
  }
  if (speech.via !== undefined) yield `via ${partyNames(view, speech.via)}`;
  if (speech.cue !== undefined) yield `cue "${speech.cue}"`;
  const times = [speech.start, speech.end].filter(time => time !== undefined);
  if (times.length > 0) yield times.map(formatTime).join('-');
  const place = [speech.source, speech.at].filter(part => part !== undefined);
  if (place.length > 0) yield place.join(', ');
}

function factsOf(sheet: Sheet, speech: SpeechView): string[] {
  return [...factList(sheet, speech)];
}

/** A passage with what is said about it; the same passage is marked once however many annotations it has. */
interface AnnotatedPassage {
  readonly label: string;
  readonly range: TextRange;
  readonly annotations: readonly PlacedAnnotation[];
}

function passagesOf(speech: SpeechView): AnnotatedPassage[] {
  const found = new Map<string, { range: TextRange; annotations: PlacedAnnotation[] }>();
  for (const placed of speech.annotations.filter(isKnown)) {
    for (const { range } of anchorsIn(speech, placed.anchors)) {
      if (range === undefined) continue;
      const key = `${range.start}-${range.end}`;
      const passage = found.get(key);
      if (passage === undefined) found.set(key, { range, annotations: [placed] });
      else passage.annotations.push(placed);
    }
  }
  return [...found.values()]
    .sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end)
    .map((passage, index) => ({ ...passage, label: markLabel(index) }));
}

function marksFor(sheet: Sheet, text: string, passages: readonly AnnotatedPassage[]): Passage[] {
  return passages.map(({ label, range, annotations }) => ({
    label,
    start: toUtf16Offset(text, range.start),
    end: toUtf16Offset(text, range.end),
    style: sheet.palette.group[sentence(sheet.view, annotations[0]!).group],
  }));
}

function labelOf(passages: readonly AnnotatedPassage[], range: TextRange | undefined): string[] {
  return passages
    .filter(passage => passage.range.start === range?.start && passage.range.end === range.end)
    .map(passage => passage.label);
}

function labelsOf(
  speech: SpeechView,
  passages: readonly AnnotatedPassage[],
  placed: PlacedAnnotation,
): string[] {
  return anchorsIn(speech, placed.anchors).flatMap(anchor => labelOf(passages, anchor.range));
}

/** Annotations on passages in the order of their labels, then those on the whole. */
function inOrder(speech: SpeechView, passages: readonly AnnotatedPassage[]): PlacedAnnotation[] {
  const onPassages = new Set(passages.flatMap(passage => passage.annotations));
  return [...onPassages, ...speech.annotations.filter(placed => !onPassages.has(placed))];
}
