/** The diff as Markdown (CommonMark and GitHub's extensions), for a comment on a pull request. */
import { pushAll } from '../../core/long-lists.ts';
import { breakCommands } from '../escape/ci-commands.ts';
import { markdownInline } from '../escape/markdown.ts';
import { type Item, sectionsOf } from './items.ts';
import type { Part } from './parts.ts';
import type { DiffPrinter } from './report.ts';
import { diffSummary, momentLines } from './summary.ts';

const WORDS = {
  '+': 'added',
  '-': 'removed',
  '~': 'changed',
  '>': 'moved',
  '=': 'kept',
  '!': 'attention',
} as const;

export const printDiffMarkdown: DiffPrinter = ({ diff, names, keptBack, isAll }) => {
  const lines = [
    `### ${markdownInline(names.old)} to ${markdownInline(names.new)}`,
    '',
    `**${diffSummary(diff, keptBack, isAll)}**`,
    ...momentLines(diff).flatMap(line => ['', markdownInline(line)]),
  ];
  for (const { title, items } of sectionsOf(diff, isAll))
    pushAll(lines, ['', `#### ${title}`, '', ...items.flatMap(item => itemLines(item, ''))]);
  return breakCommands(`${lines.join('\n')}\n`);
};

function itemLines(item: Item, indent: string): string[] {
  const words = item.parts.map(markedPart).join('').trimEnd();
  const name = strong(item.name === '' ? (item.id ?? '') : item.name);
  const line = `${indent}- ${WORDS[item.sign]} ${name}${words === '' ? '' : `: ${words}`}`;
  return [line, ...item.details.flatMap(detail => itemLines(detail, `${indent}  `))];
}

function markedPart({ text, mark }: Part): string {
  if (mark === undefined) return markdownInline(text).replace(/^&#32;|&#32;$/g, ' ');
  return mark === 'removed' ? marked(text, '~~') : strong(text);
}

function strong(text: string): string {
  return marked(text, '**');
}

/** Emphasis does not begin or end with a blank: blanks stand outside of it. */
function marked(text: string, sign: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  return words === '' ? ' ' : `${before && ' '}${sign}${markdownInline(words)}${sign}${after && ' '}`;
}
