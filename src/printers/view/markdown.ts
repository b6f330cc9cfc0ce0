/** The annotated view in Markdown (CommonMark and GitHub's extensions): words as quotations, annotations as lists. */
import { markdownInline } from '../escape/markdown.ts';
import {
  type DocumentEntry,
  documentOf,
  type Note,
  type Section,
  type StandingLine,
  type Words,
} from './document.ts';
import type { ViewPrinter } from './printer.ts';

export const printMarkdown: ViewPrinter = view => {
  const { title, facts, notices, sections, summary } = documentOf(view);
  const blocks = [
    `# ${markdownInline(title)}`,
    ...(facts.length === 0
      ? []
      : [facts.map(([label, text]) => `- ${label}: ${markdownInline(text)}`).join('\n')]),
    ...notices.map(notice => `**!** ${markdownInline(notice)}`),
    ...sections.flatMap(sectionBlocks),
    `---`,
    markdownInline(summary),
  ];
  return `${blocks.join('\n\n')}\n`;
};

function sectionBlocks({ title, entries }: Section): string[] {
  return [...(title === undefined ? [] : [`## ${markdownInline(title)}`]), ...entries.flatMap(entryBlocks)];
}

function entryBlocks({ id, heading, facts, words, standings, notes }: DocumentEntry): string[] {
  const idText = id === undefined ? '' : ` (${markdownInline(id)})`;
  const about = facts.length === 0 ? '' : `\\\n*${markdownInline(facts.join('; '))}*`;
  return [
    `**${markdownInline(heading)}**${idText}${about}`,
    ...(words.length === 0 ? [] : [quotation(words)]),
    ...(standings.length === 0 ? [] : [standings.map(standingItem).join('\n')]),
    ...(notes.length === 0 ? [] : [notes.map(noteItem).join('\n')]),
  ];
}

/** Passages are underlined by their letters alone: Markdown's emphasis cannot cross or touch as passages do. */
function quotation(words: readonly Words[]): string {
  const text = words
    .map(({ text: piece, ends }) => markdownInline(piece) + ends.map(label => `\\[${label}\\]`).join(''))
    .join('');
  return `> ${text}`;
}

function standingItem({ before, name, after }: StandingLine): string {
  if (name !== 'unsettled') return `- standing: ${markdownInline(before + name + after)}`;
  // Blanks beside the emphasis are written as they are: at the edge of a text they would be escaped.
  const inside = (text: string) => text.replace(/^ ?(.*?) ?$/su, (_, words) => markdownInline(words));
  const [blankBefore, blankAfter] = [before === '' ? '' : ' ', after.startsWith(' ') ? ' ' : ''];
  return `- standing: ${inside(before)}${blankBefore}**! ${name}**${blankAfter}${inside(after)}`;
}

function noteItem({ id, passages, sentence, isDead, waits, reading, details }: Note): string {
  const lead = passages.length === 0 ? '' : `\\[${passages.join(', ')}\\] `;
  const said = `**${waits ? '! ' : ''}${markdownInline(sentence.label)}**${markdownInline(sentence.text)}`;
  const from = reading === undefined ? id : `${id}, ${reading}`;
  const head = `- ${lead}${isDead ? `~~${said}~~` : said} (${markdownInline(from)})`;
  return [head, ...details.map(({ label, text }) => `  - ${label}: ${markdownInline(text)}`)].join('\n');
}
