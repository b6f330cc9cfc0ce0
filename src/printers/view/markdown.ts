/**
 * The annotated view in Markdown (CommonMark and GitHub's extensions): words as quotations, annotations as footnotes of
 * the passages that they are about.
 */
import { groupBy } from '../../core/maps.ts';
import type { Id, Source } from '../../core/model/model.ts';
import type { ClaimView, PlacedAnnotation, SpeechView, View } from '../../core/model/view.ts';
import { toUtf16Offset } from '../../core/text/code-points.ts';
import { markdownInline } from '../escape/markdown.ts';
import { anchorDetailsOf, detailsOf } from './details.ts';
import { headFacts, titleOf } from './head.ts';
import {
  fewPlaceNames,
  isKnown,
  partyNames,
  placeNames,
  readingName,
  speakerName,
  targetNames,
} from './names.ts';
import { type AnnotatedPassage, cutsOf, inOrder, labelsOf, passagesOf } from './passages.ts';
import type { PartsPrinter, ViewPrinter } from './printer.ts';
import { afterStanding, sentence } from './sentences.ts';
import { factsOf } from './speech-facts.ts';
import { summarise, summaryLine } from './summary.ts';
import { unsureLines } from './unsure.ts';

/** The content under one heading. Plain strings, which are made safe when they are printed. */
interface Entry {
  readonly id: string | undefined;
  readonly heading: string;
  readonly facts: readonly string[];
  /** The words, cut where passages begin and end. */
  readonly words: readonly Words[];
  /** In Markdown. */
  readonly standings: readonly string[];
  readonly notes: readonly Note[];
}

interface Words {
  readonly text: string;
  /** Letters of the passages that end with these words. */
  readonly ends: readonly string[];
}

interface Note {
  readonly placed: PlacedAnnotation;
  /** Letters of the passages that it is about. */
  readonly passages: readonly string[];
}

export const printMarkdown: ViewPrinter = (view, context, options) =>
  [...markdownParts(view, context, options)].join('');

export const markdownParts: PartsPrinter = (view, _context, options = {}) => {
  const onClaims = new Set(view.claims.flatMap(claim => notesOnClaim(view, claim)));
  const others = view.general.filter(placed => isKnown(placed) && !onClaims.has(placed));
  const sections: readonly (readonly [title: string | undefined, entries: readonly Entry[]])[] = [
    // The first section, of the talk itself, has no title.
    [undefined, view.utterances.map(speech => speechEntry(view, speech))],
    ['Statements about the talk', view.statements.map(speech => speechEntry(view, speech))],
    ['Claims', view.claims.map(claim => claimEntry(view, claim))],
    ['Other annotations', others.map(otherEntry)],
    ['Sources', Array.from(view.sources, ([id, source]) => sourceEntry(id, source))],
  ];
  const footnotes = new Footnotes(
    view,
    sections.flatMap(([, entries]) => entries),
  );
  const facts = headFacts(view);
  const blocks = [
    `# ${markdownInline(titleOf(view))}`,
    ...(facts.length === 0 ? [] : [facts.map(([label, text]) => `- ${label}: ${inside(text)}`).join('\n')]),
    ...unsureLines(view, options.noCommands).map(notice => `**!** ${inside(notice)}`),
    ...sections.flatMap(([title, entries]) => [
      ...(title === undefined || entries.length === 0 ? [] : [`## ${title}`]),
      ...entries.flatMap(entry => entryBlocks(entry, footnotes)),
    ]),
    '---',
    markdownInline(summaryLine(summarise(view))),
  ];
  return blocks.map((block, index) => (index === blocks.length - 1 ? `${block}\n` : `${block}\n\n`));
};

const PLAIN = { facts: [], words: [], standings: [], notes: [] } as const;

function speechEntry(view: View, item: SpeechView): Entry {
  const { speech } = item;
  const passages = passagesOf(item);
  return {
    id: item.id,
    heading: headingOf(view, speech),
    facts: factsOf(view, item),
    words: speech.text === undefined ? [] : wordsOf(speech.text, passages),
    standings: item.claims.flatMap(index => {
      const claim = view.claims[index]!;
      const name = claim.text?.replace(/\.$/u, '') ?? `what is said of ${fewPlaceNames(claim)}`;
      return standingItems(view, claim, `${name}: `);
    }),
    notes: inOrder(item, passages)
      .filter(isKnown)
      .map(placed => ({ placed, passages: labelsOf(item, passages, placed.anchors) })),
  };
}

function headingOf(view: View, speech: SpeechView['speech']): string {
  const speaker = speakerName(view, speech);
  if ('event' in speech && speech.event !== undefined) {
    return `[${speech.event}]${speaker === undefined ? '' : ` ${speaker}`}`;
  }
  const to = speech.to === undefined ? '' : ` to ${partyNames(view, speech.to)}`;
  return `${speaker ?? 'speaker not given'}${to}`;
}

/** The text in pieces, none of which crosses the start or end of a passage. */
function wordsOf(text: string, passages: readonly AnnotatedPassage[]): Words[] {
  const ranges = passages.map(({ label, range }) => ({
    label,
    start: toUtf16Offset(text, range.start),
    end: toUtf16Offset(text, range.end),
  }));
  const cuts = cutsOf(text, ranges);
  return cuts.slice(1).map((end, index) => ({
    text: text.slice(cuts[index], end),
    ends: ranges.filter(range => range.end === end).map(range => range.label),
  }));
}

function claimEntry(view: View, claim: ClaimView): Entry {
  const { id, text, aspect, entry } = claim;
  const facts = [
    ...(aspect === undefined ? [] : [aspect]),
    ...(entry === undefined || claim.anchors.length === 0 ? [] : [`appears in ${placeNames(claim)}`]),
    ...(entry?.value.checked === undefined ? [] : [`checked ${entry.value.checked}`]),
    ...(entry?.value.note === undefined ? [] : [`note: ${entry.value.note}`]),
    ...anchorDetailsOf(view, claim).map(({ label, text: said }) => `${label} ${said}`),
  ];
  return {
    ...PLAIN,
    id,
    heading: text ?? `What is said of ${placeNames(claim)}`,
    facts,
    standings: standingItems(view, claim),
    notes: notesOnClaim(view, claim)
      .filter(isKnown)
      .map(placed => ({ placed, passages: [] })),
  };
}

/** Annotations whose target is the claim itself. */
function notesOnClaim(view: View, { entry }: ClaimView): PlacedAnnotation[] {
  if (entry === undefined) return [];
  return view.general.filter(({ anchors }) =>
    anchors.some(
      anchor =>
        anchor.entry !== undefined && anchor.entry !== 'transcript' && anchor.entry.value === entry.value,
    ),
  );
}

/** Readings with the same standing and the same remarks share an item. @param before what it is about */
function standingItems(view: View, { standings }: ClaimView, before = ''): string[] {
  const items = groupBy(standings, standing => standing.name + afterStanding(view, standing));
  return Array.from(items.values(), same => {
    const { name } = same[0]!;
    const readings = same.map(({ reading }) => readingName(reading)).join(', ');
    const reading = same.length === view.readings.length ? '' : ` (reading ${readings})`;
    const after = afterStanding(view, same[0]!) + reading;
    if (name !== 'unsettled') return `- standing: ${inside(before + name + after)}`;
    const lead = before === '' ? '' : markdownInline(before, { before: ' ', after: '*' });
    return `- standing: ${lead}**! ${name}**${after === '' ? '' : markdownInline(after, { before: '*' })}`;
  });
}

function otherEntry(placed: PlacedAnnotation): Entry {
  return { ...PLAIN, id: undefined, heading: `On ${targetNames(placed)}`, notes: [{ placed, passages: [] }] };
}

function sourceEntry(id: Id, source: Source): Entry {
  const { title, publisher, published, url, archive, grade, note } = source;
  const facts = [
    publisher,
    published === undefined ? undefined : `published ${published}`,
    url,
    archive === undefined ? undefined : `archived ${archive}`,
    grade === undefined ? undefined : `grade ${grade}`,
    note,
  ];
  return { ...PLAIN, id, heading: title ?? id, facts: facts.filter(fact => fact !== undefined) };
}

/** Text that other words of its line come before: nothing in it can begin a block. */
function inside(text: string): string {
  return markdownInline(text, { before: ' ' });
}

/** The labels of notes: the ids of annotations. Markdown does not tell capitals apart in them. */
class Footnotes {
  readonly #view: View;
  readonly #labels = new Map<Id, string>();
  readonly #written = new Set<Id>();

  constructor(view: View, entries: readonly Entry[]) {
    this.#view = view;
    const taken = new Set<string>();
    for (const { placed } of entries.flatMap(({ notes }) => notes)) {
      const { id } = placed.annotation;
      if (this.#labels.has(id)) continue;
      const plain = id.replace(/[^A-Za-z0-9_-]/g, '-');
      let label = plain;
      for (let count = 2; taken.has(label.toLowerCase()); count++) label = `${plain}-${count}`;
      taken.add(label.toLowerCase());
      this.#labels.set(id, label);
    }
  }

  mark({ placed }: Note): string {
    return `[^${this.#labels.get(placed.annotation.id)}]`;
  }

  /** The note itself, the first time it is asked for. */
  text(note: Note): string | undefined {
    const { id } = note.placed.annotation;
    if (this.#written.has(id)) return undefined;
    this.#written.add(id);
    return `${this.mark(note)}: ${noteText(this.#view, note.placed)}`;
  }
}

function entryBlocks({ id, heading, facts, words, standings, notes }: Entry, footnotes: Footnotes): string[] {
  const ends = new Set(words.flatMap(piece => piece.ends));
  // A note on the whole, or on words that are not there, is marked at the heading.
  const onWhole = notes.filter(({ passages }) => !passages.some(label => ends.has(label)));
  const idText = id === undefined ? '' : ` (${inside(id)})`;
  const about = facts.length === 0 ? '' : `\\\n*${markdownInline(facts.join('; '))}*`;
  const texts = notes.flatMap(note => footnotes.text(note) ?? []);
  return [
    `**${markdownInline(heading)}**${idText}${onWhole.map(note => footnotes.mark(note)).join('')}${about}`,
    ...(words.length === 0 ? [] : [quotation(words, notes, footnotes)]),
    ...(standings.length === 0 ? [] : [standings.join('\n')]),
    ...(texts.length === 0 ? [] : [texts.join('\n')]),
  ];
}

/** The words with the mark of a note where its passage ends: Markdown's emphasis cannot cross or touch as passages do. */
function quotation(words: readonly Words[], notes: readonly Note[], footnotes: Footnotes): string {
  const pieces = words.map(({ text, ends }, index) => {
    const marks = notes.filter(({ passages }) => passages.some(label => ends.includes(label)));
    const before = index === 0 ? '' : ']';
    const after = index === words.length - 1 && marks.length === 0 ? '' : '[';
    return markdownInline(text, { before, after }) + marks.map(note => footnotes.mark(note)).join('');
  });
  return `> ${pieces.join('')}`;
}

/** The text of a note, then its details, then its author. */
function noteText(view: View, placed: PlacedAnnotation): string {
  const { label, text } = sentence(view, placed);
  const { id } = placed.annotation;
  const name = `**${placed.state.state === 'waits' ? '! ' : ''}${markdownInline(label)}**`;
  const said = `${name}${text === '' ? '' : markdownInline(text, { before: '*' })}`;
  const from = view.readings.length > 1 ? `${id}, ${readingName(placed.reading)}` : id;
  const details = detailsOf(view, placed).map(
    detail => `${detail.label}: ${markdownInline(detail.text, { before: ' ', after: ';' })}`,
  );
  return `${[placed.dead === undefined ? said : `~~${said}~~`, ...details].join('; ')} — ${inside(from)}`;
}
