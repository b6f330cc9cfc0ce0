/** Notes beside the words: one for each marked passage, with everything that readers say of it, and one for the whole. */
import { type Annotation, isStance, type SourceReference } from '../../../core/model/model.ts';
import { isKnown, type PlacedAnnotation, type SpeechView } from '../../../core/model/view.ts';
import { type Detail, detailsOf } from '../details.ts';
import type { AnnotatedPassage } from '../passages.ts';
import { sentence, sentencePhrase } from '../sentences.ts';
import { noteGroup } from './groups.ts';
import { isolated, type Markup, markup } from './markup.ts';
import type { Page } from './page.ts';
import { actChip } from './signs.ts';

/** An annotation by one reader, or by several in the same words. The first has the most details. */
interface Saying {
  readonly placed: readonly [PlacedAnnotation, ...PlacedAnnotation[]];
}

interface Note {
  /** The letter of its passage; undefined for a note on the whole. */
  readonly letter: string | undefined;
  readonly annotations: readonly PlacedAnnotation[];
  readonly sayings: readonly Saying[];
  readonly differ: boolean;
}

/** The notes of an utterance or statement: those that must be seen, then the rest, folded. */
export function notesBeside(
  page: Page,
  { annotations }: SpeechView,
  key: string,
  passages: readonly AnnotatedPassage[],
): Markup | undefined {
  const onPassages = new Set(passages.flatMap(passage => passage.annotations));
  const onWhole = annotations.filter(placed => isKnown(placed) && !onPassages.has(placed));
  const notes = [
    ...passages.map(passage => noteOf(page, passage.label, passage.annotations)),
    ...splitWhole(page, onWhole),
  ];
  const open = notes.filter(note => isOpen(note));
  const rest = notes.filter(note => !isOpen(note));
  if (notes.length === 0) return undefined;
  return markup`${open.length === 0 ? undefined : list(page, open, key)}${
    rest.length === 0 ? undefined : folded(page, rest, key, open.length > 0)
  }`;
}

/** Splits annotations of the whole into two notes: stances stay open, the rest is folded. */
function splitWhole(page: Page, annotations: readonly PlacedAnnotation[]): Note[] {
  const whole = noteOf(page, undefined, annotations);
  if (!isOpen(whole) || whole.differ) return annotations.length === 0 ? [] : [whole];
  const urgent = annotations.filter(isUrgent);
  const others = annotations.filter(placed => !isUrgent(placed));
  return [urgent, others].filter(part => part.length > 0).map(part => noteOf(page, undefined, part));
}

function noteOf(page: Page, letter: string | undefined, annotations: readonly PlacedAnnotation[]): Note {
  const sayings = sayingsOf(page, annotations);
  return { letter, annotations, sayings, differ: doDiffer(page, sayings) };
}

function isUrgent({ annotation, state, dead }: PlacedAnnotation): boolean {
  return dead === undefined && (isStance(annotation) || state.state === 'waits');
}

function isOpen({ annotations, differ }: Note): boolean {
  return differ || annotations.some(isUrgent);
}

/** Groups readers who say the same. */
function sayingsOf(page: Page, annotations: readonly PlacedAnnotation[]): Saying[] {
  const sayings: { placed: [PlacedAnnotation, ...PlacedAnnotation[]] }[] = [];
  for (const placed of annotations) {
    const same = sayings.find(({ placed: [first] }) => addsNothing(page, placed, first));
    const larger = same ?? sayings.find(({ placed: [first] }) => addsNothing(page, first, placed));
    if (larger === undefined) sayings.push({ placed: [placed] });
    else if (same === undefined) larger.placed.unshift(placed);
    else same.placed.push(placed);
  }
  return sayings;
}

/** Whether another reader says everything that this one says. */
function addsNothing(page: Page, placed: PlacedAnnotation, other: PlacedAnnotation): boolean {
  if (placed.reading === other.reading || lineOf(page, placed) !== lineOf(page, other)) return false;
  const told = new Set(detailsOf(page.view, other).map(({ label, text }) => `${label} ${text}`));
  return detailsOf(page.view, placed).every(({ label, text }) => told.has(`${label} ${text}`));
}

function lineOf(page: Page, placed: PlacedAnnotation): string {
  const { label, text } = sentence(page.view, placed);
  return `${label}${text}`;
}

/** Bodies of which two readers cannot both be right about the same words. */
const EXCLUSIVE = ['speaker', 'to', 'form', 'correction', 'refers-to', 'voice', 'same-as'] as const;

function doDiffer(page: Page, sayings: readonly Saying[]): boolean {
  const isDifferent = EXCLUSIVE.some(body => {
    const said = sayings.filter(
      ({ placed: [{ annotation, dead }] }) => annotation[body] !== undefined && !dead,
    );
    const lines = new Set(said.map(({ placed: [first] }) => lineOf(page, first)));
    const readers = new Set(said.flatMap(({ placed }) => placed.map(({ reading }) => reading)));
    return lines.size > 1 && readers.size > 1;
  });
  return isDifferent || haveContraryDates(page, sayings);
}

function haveContraryDates({ contradicted }: Page, sayings: readonly Saying[]): boolean {
  const annotations = sayings.flatMap(({ placed }) => placed.map(({ annotation }) => annotation));
  return annotations.some(annotation => {
    const others = contradicted.get(annotation);
    return others !== undefined && annotations.some(other => others.has(other));
  });
}

function list(page: Page, notes: readonly Note[], key: string): Markup {
  return markup`<ol class="note-list">${notes.map(note => noteItem(page, note, key))}</ol>`;
}

function folded(page: Page, notes: readonly Note[], key: string, isMore: boolean): Markup {
  const annotations = notes.flatMap(note => note.annotations);
  const count = notes.reduce((sum, { sayings }) => sum + sayings.length, 0);
  return fold(page, annotations, count, isMore, list(page, notes, key));
}

/** Annotations on one thing, folded; readers who say the same are grouped. */
export function foldedSayings(page: Page, annotations: readonly PlacedAnnotation[], isMore: boolean): Markup {
  const sayings = sayingsOf(page, annotations);
  const body = markup`<div>${sayings.map(({ placed }) => sayingBlock(page, placed))}</div>`;
  return fold(page, annotations, sayings.length, isMore, body);
}

/** "5 more notes: refers to, gloss, date": the summary names the folded notes. */
function fold(
  page: Page,
  annotations: readonly PlacedAnnotation[],
  count: number,
  isMore: boolean,
  body: Markup,
): Markup {
  const labels = [
    ...new Set(annotations.map(placed => sentence(page.view, placed).label.replaceAll('-', ' '))),
  ];
  const shown = labels.length > 4 ? `${labels.slice(0, 3).join(', ')} and others` : labels.join(', ');
  const classes = `${page.kindsClass(annotations)} ${readingsOf(page, annotations)}`;
  return markup`<details class="rest ${classes}"><summary>${count}${isMore ? ' more' : ''} ${count === 1 ? 'note' : 'notes'}<span class="quiet">: ${shown}</span></summary>${body}</details>`;
}

function noteItem(page: Page, { letter, annotations, sayings, differ }: Note, key: string): Markup {
  const group = annotations.length === 0 ? '' : noteGroup(page.view, annotations[0]!);
  const classes = `${page.kindsClass(annotations)} ${readingsOf(page, annotations)}`;
  const id = `_${key}.${letter}`;
  const address = letter === undefined ? undefined : markup` id="${id}"`;
  const back =
    letter === undefined
      ? markup`<span class="back none" aria-hidden="true">·</span>`
      : markup`<a class="back ${group}" href="#${id}.words" aria-label="${letter}, back to the words">${letter}</a>`;
  return markup`<li${address} class="note ${classes}${letter === undefined ? '' : ` on-${letter}`}">${back}<div>${
    differ ? markup`<p class="differ">Readers differ</p>` : undefined
  }${sayings.map(saying => sayingBlock(page, saying.placed))}</div></li>`;
}

/** The annotation with its reasons. Every annotation gets its address here, the first time it is printed. */
export function sayingBlock(
  page: Page,
  placed: readonly [PlacedAnnotation, ...PlacedAnnotation[]],
  weight?: Markup,
): Markup {
  const [first, ...others] = placed;
  const { annotation } = first;
  const { label, rest } = sentencePhrase(page.view, first);
  const group = noteGroup(page.view, first);
  const classes = `${group} ${page.kindsClass(placed)} ${readingsOf(page, placed)}${first.dead === undefined ? '' : ' ended'}`;
  const lead = isStance(annotation)
    ? linkedChip(page, annotation, actChip(annotation.tag!, label, group))
    : markup`<b class="label">${label.replaceAll('-', ' ')}</b>`;
  const addresses = others.flatMap(({ annotation: { id } }) => {
    const address = page.addresses.give(id);
    return address === undefined ? [] : [markup`<span${address}></span>`];
  });
  return markup`<div${page.addresses.give(annotation.id)} class="saying ${classes}">${addresses}<p class="lead">${weight}${lead}${page.phrase(rest)}${readerLine(page, placed)}</p>${detailLines(page, first)}</div>`;
}

function linkedChip(page: Page, annotation: Annotation, chip: Markup): Markup {
  const row = page.impliedRow(annotation);
  return row === undefined ? chip : markup`<a class="to-claim" href="#${row}">${chip}</a>`;
}

/** The reader, the certainty and the basis: "First reader, medium certainty, interpreted". */
function readerLine(page: Page, placed: readonly PlacedAnnotation[]): Markup | undefined {
  const { certainty, basis } = placed[0]!.annotation;
  const parts = [
    page.readersText([...new Set(placed.map(({ reading }) => reading))]),
    certainty === undefined
      ? undefined
      : certainty === 'unknown'
        ? 'certainty unknown'
        : `${certainty} certainty`,
    basis,
  ].filter(part => part !== undefined);
  return parts.length === 0 ? undefined : markup` <span class="reader">${isolated(parts.join(', '))}</span>`;
}

/** Told by the line above, or below in a form of its own. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set(['wording', 'source', 'or', 'certainty', 'note']);

function detailLines(page: Page, placed: PlacedAnnotation): Markup {
  const { wording, sources = [], note } = placed.annotation;
  const details = detailsOf(page.view, placed);
  const others = details.filter(({ label }) => !TOLD_ELSEWHERE.has(label));
  return markup`${wording === undefined ? undefined : markup`<p class="wording"><q>${isolated(wording)}</q></p>`}${details
    .filter(({ label }) => label === 'or')
    .map(({ text }) => markup`<p class="alternative"><span class="quiet">or</span> ${isolated(text)}</p>`)}${
    sources.length === 0
      ? undefined
      : markup`<ul class="evidence">${sources.map(reference => markup`<li>${sourceLine(page, reference, wording)}</li>`)}</ul>`
  }${others.map(detail => detailLine(page, detail))}${
    note === undefined ? undefined : markup`<p class="reason">${page.note(note)}</p>`
  }`;
}

export function detailLine(page: Page, { label, text }: Detail): Markup {
  return markup`<p class="detail ${label}"><b>${label}</b> ${page.note(text)}</p>`;
}

/** @param wording the words of the act, which a source that quotes just them need not say again */
function sourceLine(page: Page, reference: SourceReference, wording: string | undefined): Markup {
  const { source, at, quote, aspect } = reference;
  return markup`${page.addresses.link(source)}${at === undefined ? undefined : markup`, ${isolated(at)}`}${
    quote === undefined || quote === wording ? undefined : markup` <q>${isolated(quote)}</q>`
  }${aspect === undefined ? undefined : markup` (on ${aspect})`}`;
}

function readingsOf(page: Page, annotations: readonly PlacedAnnotation[]): string {
  return page.readingClasses(annotations.map(({ reading }) => reading));
}
