/**
 * The annotated view in Markdown (CommonMark and GitHub's extensions): words as quotations, annotations as footnotes of
 * the passages that they are about.
 */
import { markdownInline } from '../escape/markdown.ts';
import {
  type DocumentEntry,
  documentOf,
  type Note,
  type Section,
  type StandingLine,
  type ViewDocument,
  type Words,
} from './document.ts';
import type { PartsPrinter, ViewPrinter } from './printer.ts';

export const printMarkdown: ViewPrinter = (view, context) => markdownParts(view, context).join('');

export const markdownParts: PartsPrinter = view => {
  const document = documentOf(view);
  const { title, facts, notices, sections, summary } = document;
  const footnotes = new Footnotes(document);
  const blocks = [
    `# ${markdownInline(title)}`,
    ...(facts.length === 0 ? [] : [facts.map(([label, text]) => `- ${label}: ${inside(text)}`).join('\n')]),
    ...notices.map(notice => `**!** ${inside(notice)}`),
    ...sections.flatMap(section => sectionBlocks(section, footnotes)),
    '---',
    markdownInline(summary),
  ];
  return blocks.map((block, index) => (index === blocks.length - 1 ? `${block}\n` : `${block}\n\n`));
};

/** Text that other words of its line come before: nothing in it can begin a block. */
function inside(text: string): string {
  return markdownInline(text, { before: ' ' });
}

/** The labels of notes: their ids. Markdown does not tell capitals apart in them. */
class Footnotes {
  readonly #labels = new Map<string, string>();
  readonly #written = new Set<string>();

  constructor({ sections }: ViewDocument) {
    const taken = new Set<string>();
    for (const { notes } of sections.flatMap(({ entries }) => entries))
      for (const { id } of notes) {
        if (this.#labels.has(id)) continue;
        const plain = id.replace(/[^A-Za-z0-9_-]/g, '-');
        let label = plain;
        for (let count = 2; taken.has(label.toLowerCase()); count++) label = `${plain}-${count}`;
        taken.add(label.toLowerCase());
        this.#labels.set(id, label);
      }
  }

  mark({ id }: Note): string {
    return `[^${this.#labels.get(id)}]`;
  }

  /** The note itself, the first time it is asked for. */
  text(note: Note): string | undefined {
    if (this.#written.has(note.id)) return undefined;
    this.#written.add(note.id);
    return `${this.mark(note)}: ${noteText(note)}`;
  }
}

function sectionBlocks({ title, entries }: Section, footnotes: Footnotes): string[] {
  return [
    ...(title === undefined ? [] : [`## ${markdownInline(title)}`]),
    ...entries.flatMap(entry => entryBlocks(entry, footnotes)),
  ];
}

function entryBlocks(
  { id, heading, facts, words, standings, notes }: DocumentEntry,
  footnotes: Footnotes,
): string[] {
  const ends = new Set(words.flatMap(piece => piece.ends));
  // A note on the whole, or on words that are not there, is marked at the heading.
  const onWhole = notes.filter(({ passages }) => !passages.some(label => ends.has(label)));
  const idText = id === undefined ? '' : ` (${inside(id)})`;
  const about = facts.length === 0 ? '' : `\\\n*${markdownInline(facts.join('; '))}*`;
  const texts = notes.flatMap(note => footnotes.text(note) ?? []);
  return [
    `**${markdownInline(heading)}**${idText}${onWhole.map(note => footnotes.mark(note)).join('')}${about}`,
    ...(words.length === 0 ? [] : [quotation(words, notes, footnotes)]),
    ...(standings.length === 0 ? [] : [standings.map(standingItem).join('\n')]),
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

function standingItem({ before, name, after }: StandingLine): string {
  if (name !== 'unsettled') return `- standing: ${inside(before + name + after)}`;
  const lead = before === '' ? '' : markdownInline(before, { before: ' ', after: '*' });
  return `- standing: ${lead}**! ${name}**${after === '' ? '' : markdownInline(after, { before: '*' })}`;
}

/** What a note says, its details one after the other, and at its end who says it. */
function noteText({ id, sentence, isDead, waits, reading, details }: Note): string {
  const label = `**${waits ? '! ' : ''}${markdownInline(sentence.label)}**`;
  const said = `${label}${sentence.text === '' ? '' : markdownInline(sentence.text, { before: '*' })}`;
  const from = reading === undefined ? id : `${id}, ${reading}`;
  const parts = [
    isDead ? `~~${said}~~` : said,
    ...details.map(
      ({ label: name, text }) => `${name}: ${markdownInline(text, { before: ' ', after: ';' })}`,
    ),
  ];
  return `${parts.join('; ')} — ${inside(from)}`;
}
