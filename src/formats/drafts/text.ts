/** Plain text: paragraphs are parted by empty lines, and lines that begin with `>` are block quotations, as in mail. */

import { SourceText } from '../../core/model/span.ts';
import { BlockBuilder, type Draft, type DraftBlock } from '../../core/quotes/draft.ts';

const LINE = /[^\r\n]*(?:\r\n|\n|\r|$)/g;
const QUOTED = /^[ \t]{0,3}(?:>[ \t]?)+/;

export function readTextDraft(text: string, file: string): Draft {
  const blocks: DraftBlock[] = [];
  const builder = new BlockBuilder();
  let isQuoted = false;
  const finish = () => {
    const block = builder.finish(isQuoted);
    if (block !== undefined) blocks.push(block);
  };
  for (const { 0: line, index } of text.matchAll(LINE)) {
    const prefix = QUOTED.exec(line)?.[0] ?? '';
    if (line.trim() === '' || (prefix !== '') !== isQuoted) finish();
    isQuoted = prefix !== '';
    builder.add(line.slice(prefix.length), { start: index + prefix.length, end: index + line.length });
    if (line.slice(prefix.length).trim() === '') finish();
  }
  finish();
  return { file, format: 'text', source: new SourceText(text), blocks, comments: [] };
}
