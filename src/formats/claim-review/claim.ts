/** A claim as schema.org has it: whose it is, and where it appears. */
import type { Id, Source, Statement, Transcript, Utterance } from '../../core/model/model.ts';
import type { Anchor, ClaimView, Standing, View } from '../../core/model/view.ts';
import type { Aspect } from '../../core/model/vocabulary.ts';
import { sliceCodePoints } from '../../core/text/code-points.ts';

/** A claim with its words and one reading's standing of it. */
export interface Review {
  readonly claim: ClaimView;
  readonly words: string;
  readonly standing: Standing;
}

/** Claims on how words were reported are made about a passage, not in it: its speaker is not their author. */
const ABOUT_THE_REPORT: ReadonlySet<Aspect | undefined> = new Set<Aspect>([
  'authenticity',
  'completeness',
  'attribution',
  'wording',
  'translation',
]);

const ISO_DATE = /^\d{4}(?:-\d{2}){0,2}$/;

export function claimOf({ aspect, anchors }: ClaimView, words: string, view: View) {
  const transcript = view.project.transcript.value;
  const works = anchors.flatMap(anchor => workOf(anchor, transcript, view.sources) ?? []);
  const claim = { '@type': 'Claim', text: words };
  if (works.length === 0) return isAboutAll(anchors) ? { ...claim, about: talkOf(transcript) } : claim;
  if (ABOUT_THE_REPORT.has(aspect)) return { ...claim, about: works };
  const authors = speakersOf(anchors).map(id => ({ name: view.parties.get(id)?.name ?? id }));
  const first = anchors.find(anchor => kindOf(anchor) === 'utterance');
  return {
    ...claim,
    ...(authors.length > 0 && { author: authors }),
    appearance: works,
    // Statements come after the talk, but which of them came first their order does not tell.
    ...(first !== undefined && { firstAppearance: workOf(first, transcript, view.sources) }),
  };
}

/** Parties that speak where the claim appears, each once. */
function speakersOf(anchors: readonly Anchor[]): Id[] {
  const speakers = anchors.flatMap(anchor => speechOf(anchor)?.speaker ?? []);
  return [...new Set(speakers)].filter(speaker => speaker !== 'unknown');
}

function isAboutAll(anchors: readonly Anchor[]): boolean {
  return anchors.some(({ entry }) => entry === 'transcript');
}

function talkOf({ title, date }: Transcript) {
  return {
    '@type': 'CreativeWork',
    ...(title !== undefined && { name: title }),
    ...(date !== undefined && ISO_DATE.test(date) && { dateCreated: date }),
  };
}

function workOf(anchor: Anchor, transcript: Transcript, sources: View['sources']) {
  const speech = speechOf(anchor);
  if (speech === undefined) return undefined;
  const source = speech.source === undefined ? undefined : sources.get(speech.source);
  const { text } = speech;
  const { range } = anchor;
  const passage =
    text === undefined || range === undefined ? text : sliceCodePoints(text, range.start, range.end);
  return {
    // Words that a reporter put together are no quotation.
    '@type': speech.form === 'direct' && speech.paraphrase !== true ? 'Quotation' : 'CreativeWork',
    identifier: speech.id,
    ...(passage !== undefined && { text: passage }),
    ...(kindOf(anchor) === 'utterance' && { isPartOf: talkOf(transcript) }),
    ...(source !== undefined && { isBasedOn: documentOf(source) }),
  };
}

function documentOf({ title, url, publisher, published }: Source) {
  return {
    '@type': 'CreativeWork',
    ...(title !== undefined && { name: title }),
    ...(url !== undefined && { url }),
    ...(publisher !== undefined && { publisher: { name: publisher } }),
    ...(published !== undefined && ISO_DATE.test(published) && { datePublished: published }),
  };
}

function kindOf({ entry }: Anchor) {
  return entry === undefined || entry === 'transcript' ? undefined : entry.kind;
}

function speechOf(anchor: Anchor): Utterance | Statement | undefined {
  const kind = kindOf(anchor);
  if (kind !== 'utterance' && kind !== 'statement') return undefined;
  return (anchor.entry as Exclude<Anchor['entry'], 'transcript' | undefined>).value as Utterance | Statement;
}
