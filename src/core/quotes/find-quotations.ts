/** The quotations of a draft, in its order. */
import { UNSPACED } from '../align/words/word-characters.ts';
import { wordsIn } from '../language/folded-words.ts';
import { lazily } from '../lazily.ts';
import type { Span } from '../model/span.ts';
import type { Draft, DraftBlock } from './draft.ts';
import { withoutEllipses } from './editorial-marks.ts';
import { outermost, pairMarks } from './quotation-marks.ts';

export interface Quotation {
  readonly draft: Draft;
  /** Index of the block that it stands in. */
  readonly block: number;
  /** The quoted words, in the text of the block, and as text. */
  readonly inner: Span;
  readonly text: string;
  /** With its marks. */
  readonly outer: Span;
  /** In the file, with its marks. */
  readonly span: Span;
  /** Of a block quotation: what it quotes if its other words only say who speaks ("Lind said: “...”"). */
  readonly within: readonly Quotation[];
}

export interface FoundQuotations {
  readonly quotations: readonly Quotation[];
  /** How many are too short to be judged. */
  readonly short: number;
  /** Places in the file of opening marks that nothing closes. */
  readonly unclosed: readonly Span[];
}

/** So many characters of a script without blanks are as long as a phrase. */
const LEAST_UNSPACED = 6;
/** A name and a colon before what is said. */
const LABEL = /^[^\s:：][^\n:：]{0,60}[:：]\s+/;
/** A line that says who is quoted, under a block quotation. */
const ATTRIBUTION_LINE = /(?:^|\n)[ \t]*(?:[\u2012-\u2015]|--?[ \t])[^\n]{0,200}$/;

/** @param minWords shorter quotations are counted and not judged */
export function findQuotations(draft: Draft, minWords: number): FoundQuotations {
  const quotations: Quotation[] = [];
  const unclosed: Span[] = [];
  let short = 0;
  for (const [index, block] of draft.blocks.entries()) {
    const { found, open } = inBlock(block, draft.blocks[index + 1]);
    if (open !== undefined) unclosed.push(block.places.spanOf(open));
    const quotationOf = ({ inner, outer }: Found, within: readonly Quotation[]): Quotation => {
      const text = block.text.slice(inner.start, inner.end);
      return { draft, block: index, inner, outer, text, span: block.places.spanOf(outer), within };
    };
    for (const each of found) {
      const within = (each.within ?? []).map(part => quotationOf(part, []));
      const quotation = quotationOf(each, within);
      const parts = within.filter(({ text }) => isLongEnough(text, minWords));
      if (isLongEnough(quotation.text, minWords)) quotations.push({ ...quotation, within: parts });
      else short++;
    }
  }
  return { quotations, short, unclosed };
}

interface Found {
  readonly inner: Span;
  readonly outer: Span;
  readonly within?: readonly Found[];
}

function inBlock(
  block: DraftBlock,
  next: DraftBlock | undefined,
): { readonly found: readonly Found[]; readonly open: Span | undefined } {
  const { text, marked } = block;
  const { pairs, unclosed } = pairMarks(withoutCodes(block));
  const whole = block.isQuoted ? blockQuotation(text) : undefined;
  // Who quotes in marks inside a block quotation says there who speaks.
  if (whole !== undefined && !pairs.some(({ outer }) => outer.start <= whole.start))
    return { found: [{ inner: whole, outer: whole, within: ledBy(text, whole, pairs) }], open: undefined };
  const elements = marked.map(span => ({ inner: span, outer: span }));
  const all = [...pairs, ...elements].sort(
    (a, b) => a.outer.start - b.outer.start || b.outer.end - a.outer.end,
  );
  const found = outermost(all);
  const isFree =
    unclosed !== undefined &&
    found.every(({ outer }) => outer.start > unclosed.start || outer.end <= unclosed.start);
  if (!isFree) return { found, open: undefined };
  // A quotation of several paragraphs opens each of them, and closes the last.
  const mark = text.slice(unclosed.start, unclosed.end);
  if (next?.text.trimStart().startsWith(mark)) {
    const outer = { start: unclosed.start, end: text.trimEnd().length };
    return {
      found: [
        ...found.filter(other => other.outer.end <= unclosed.start),
        { outer, inner: { start: unclosed.end, end: outer.end } },
      ],
      open: undefined,
    };
  }
  return { found, open: unclosed };
}

/** What a block quotation quotes if it says itself who speaks: words in marks, or those behind a label ("Lind: ..."). */
function ledBy(text: string, whole: Span, pairs: readonly Found[]): readonly Found[] {
  if (pairs.length > 0) return outermost(pairs);
  const label = LABEL.exec(text.slice(whole.start))?.[0].length;
  if (label === undefined) return [];
  const rest = { start: whole.start + label, end: whole.end };
  return rest.start < rest.end ? [{ inner: rest, outer: rest }] : [];
}

/** The text with letters in place of its code, which may have marks of its own. */
function withoutCodes({ text, codes }: DraftBlock): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of codes) {
    parts.push(text.slice(from, start), 'x'.repeat(end - start));
    from = end;
  }
  return parts.join('') + text.slice(from);
}

/** The words of a block quotation, without the line that says whose they are. */
function blockQuotation(text: string): Span | undefined {
  const end = text.length - (ATTRIBUTION_LINE.exec(text)?.[0].length ?? 0);
  const words = text.slice(0, end);
  const start = words.length - words.trimStart().length;
  return words.trim() === '' ? undefined : { start, end: words.trimEnd().length };
}

const unspacedLetters = lazily(() => new RegExp(`[${UNSPACED}]`, 'gu'));

function isLongEnough(text: string, minWords: number): boolean {
  const said = withoutEllipses(text);
  if ((said.match(unspacedLetters())?.length ?? 0) >= LEAST_UNSPACED) return true;
  return wordsIn(said).length >= minWords;
}
