/** The annotated view in Markdown (CommonMark and GitHub's extensions): words as quotations, annotations as lists. */
import { markdownInline } from '../escape/markdown.ts';
import { type DocumentEntry, documentOf, type Note, type Section, type Words } from './document.ts';
import type { ViewPrinter } from './printer.ts';

export const printMarkdown: ViewPrinter = view => {
  const { title, facts, sections, summary } = documentOf(view);
  const blocks = [
    `# ${markdownInline(title)}`,
    ...(facts.length === 0
      ? []
      : [facts.map(([label, text]) => `- ${label}: ${markdownInline(text)}`).join('\n')]),
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
    ...(standings.length === 0
      ? []
      : [standings.map(text => `- standing: ${markdownInline(text)}`).join('\n')]),
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

function noteItem({ id, passages, sentence, isDead, reading, details }: Note): string {
  const lead = passages.length === 0 ? '' : `\\[${passages.join(', ')}\\] `;
  const said = `**${markdownInline(sentence.label)}**${markdownInline(sentence.text)}`;
  const from = reading === undefined ? id : `${id}, ${reading}`;
  const head = `- ${lead}${isDead ? `~~${said}~~` : said} (${markdownInline(from)})`;
  return [head, ...details.map(({ label, text }) => `  - ${label}: ${markdownInline(text)}`)].join('\n');
}
