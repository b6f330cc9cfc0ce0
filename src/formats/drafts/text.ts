/** Plain text: paragraphs are parted by empty lines. */

import { SourceText } from '../../core/model/span.ts';
import { BlockBuilder, type Draft, type DraftBlock } from '../../core/quotes/draft.ts';

const EMPTY_LINE = /(?:\r\n|\n|\r(?!\n))[ \t]*(?=[\r\n])/g;

export function readTextDraft(text: string, file: string): Draft {
  const blocks: DraftBlock[] = [];
  const builder = new BlockBuilder();
  let from = 0;
  const take = (end: number) => {
    builder.add(text.slice(from, end), { start: from, end });
    const block = builder.finish(false);
    if (block !== undefined) blocks.push(block);
    from = end;
  };
  for (const { 0: line, index } of text.matchAll(EMPTY_LINE)) take(index + line.length);
  take(text.length);
  return { file, format: 'text', source: new SourceText(text), blocks, comments: [] };
}
