/** What a quotation should be looked at for, beside its words. */
import { lazilyFor } from '../lazily.ts';
import type { Statement, Utterance } from '../model/model.ts';
import type { Span } from '../model/span.ts';
import type { ClaimView, SpeechView, Standing, View } from '../model/view.ts';
import type { StandingName } from '../model/vocabulary.ts';
import type { ViewOfSpeeches } from '../view/view-of-speeches.ts';
import { counts, passageOf } from './annotated-passage.ts';
import { pairMarks } from './quotation-marks.ts';
import type { RecordText } from './record.ts';
import type { RecordPlace } from './record-place.ts';

export const FLAGS = [
  'other-speaker',
  'indirect',
  'quoted-within',
  'cut',
  'statement',
  'translated',
  'corrected',
  'correction',
  'off-record',
  'private',
] as const;
export type FlagName = (typeof FLAGS)[number];

/** Forms in which the words are somebody's report. */
const REPORTED: ReadonlySet<string> = new Set(['indirect', 'narrated', 'free-indirect']);

/** The flags of one place. Whether somebody else speaks is asked apart: it takes the draft. */
export function flagsOfPlace(
  { view, record, speech: spoken, span }: RecordPlace,
  cut: string | undefined,
): Set<FlagName> {
  const flags = new Set<FlagName>();
  const { speech } = spoken;
  const form = formOf(spoken);
  if (spoken.kind === 'statement') flags.add('statement');
  if (record.kind === 'translation') flags.add('translated');
  const isOwnText = record.kind !== 'translation';
  const isInMarks = isOwnText && isWithinMarks(record, span);
  if (speech.paraphrase === true || (form !== undefined && REPORTED.has(form))) flags.add('indirect');
  else if (form === 'mixed') {
    if (!isInMarks) flags.add('indirect');
  } else if (isInMarks) flags.add('quoted-within');
  if (record.kind === 'correction' && overlaps(record.corrected!, span)) flags.add('correction');
  else if (isOwnText && isCorrected(spoken, record.text, span)) flags.add('corrected');
  if (cut !== undefined) flags.add('cut');
  if (
    view.project.transcript.value['ground-rule']?.includes('off-record') === true &&
    spoken.kind === 'utterance'
  )
    flags.add('off-record');
  if (isPrivate(speech, view) || record.annotation?.annotation.private === true) flags.add('private');
  return flags;
}

/** The form that the file gives, else the one that a reader does. */
function formOf({ speech, annotations }: SpeechView): string | undefined {
  return (
    speech.form ??
    annotations.find(placed => placed.annotation.form !== undefined && counts(placed))?.annotation.form
  );
}

/** The pairs of quotation marks of a text, found once. */
const markedIn = lazilyFor(({ text }: RecordText) => pairMarks(text).pairs);

/** Whether a passage stands in quotation marks of the record. */
function isWithinMarks(record: RecordText, { start, end }: Span): boolean {
  if (!/["'“„‟”«»‹›‘‚「『]/.test(record.text)) return false;
  return markedIn(record).some(({ inner }) => inner.start <= start && inner.end >= end);
}

function isCorrected({ speech, annotations }: SpeechView, text: string, span: Span): boolean {
  return annotations.some(placed => {
    if (placed.annotation.correction === undefined || !counts(placed)) return false;
    const passage = passageOf(placed, speech, text);
    return passage !== undefined && overlaps(passage, span);
  });
}

function isPrivate({ source, via = [] }: Utterance | Statement, { sources }: Pick<View, 'sources'>): boolean {
  return [source, ...via].some(id => id !== undefined && sources.get(id)?.private === true);
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && one.end > other.start;
}

/** The standing of a claim that a quotation carries. */
export interface QuotedStanding {
  readonly view: ViewOfSpeeches;
  readonly claim: ClaimView;
  readonly standing: Standing;
  /** The claim's own words, or the passage that a stance is on. */
  readonly text: string;
  /** Whether the claim is in a part of the quotation only. */
  readonly isOfPart: boolean;
}

/** From the worst to the best. */
const WORST_FIRST: readonly StandingName[] = [
  'refuted',
  'denied',
  'disputed',
  'retracted',
  'unsettled',
  'qualified',
  'unverified',
  'unreviewed',
  'not-checkable',
  'acknowledged',
  'corroborated',
  'confirmed',
];

/** The standings of the claims whose passages overlap a place, the worst first. */
export function standingsAt(place: RecordPlace): QuotedStanding[] {
  const { view, record, span } = place;
  const { speech, claims } = place.speech;
  const text = speech.text ?? '';
  const found: QuotedStanding[] = [];
  for (const index of claims) {
    const claim = view.claims[index]!;
    const passages = claim.anchors.flatMap(anchor => passageOf({ anchors: [anchor] }, speech, text) ?? []);
    // Words of a translation or a correction have no places in the text that claims are about.
    const isOwnText = record.text === text;
    if (isOwnText && !passages.some(passage => overlaps(passage, span))) continue;
    const isOfPart = !(isOwnText
      ? passages.some(passage => passage.start <= span.start && passage.end >= span.end)
      : passages.some(passage => passage.start === 0 && passage.end === text.length));
    for (const standing of claim.standings)
      found.push({
        view,
        claim,
        standing,
        text: claim.text ?? text.slice(passages[0]!.start, passages[0]!.end),
        isOfPart,
      });
  }
  return found.sort((a, b) => WORST_FIRST.indexOf(a.standing.name) - WORST_FIRST.indexOf(b.standing.name));
}
