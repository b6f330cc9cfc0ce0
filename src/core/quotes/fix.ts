/** The record's words put into a draft, where they differ in nothing that matters. */
import { diffWords } from '../diff/word-diff.ts';
import type { Fix } from '../model/finding.ts';
import type { Span } from '../model/span.ts';
import { readEditorialMarks } from './editorial-marks.ts';
import type { Quotation } from './find-quotations.ts';
import type { JudgedQuotation } from './judge.ts';
import { outermost, pairMarks } from './quotation-marks.ts';

export type QuotationFix =
  | {
      readonly fix: Fix;
      /** The quotation as it reads once it is fixed. */
      readonly text: string;
    }
  /** Why the words are left as they are. */
  | { readonly refused: string };

const BLANK = /^\s+$/;
/** Quotation marks, and no apostrophes inside words. */
const MARKS = /["“”„‟«»‹›「」『』＂״]|(?<![\p{L}\p{N}])['‘’‚]|['’](?![\p{L}\p{N}])/gu;
const MARK = new RegExp(MARKS.source, 'u');

/**
 * The edits that give a quotation the record's words: of one that is folded, or altered without an alarm. Undefined where
 * there is nothing to do; line breaks and quotation marks of the draft stay.
 * @param escaped makes words safe in the draft's markup
 */
export function fixOf(judged: JudgedQuotation, escaped: (words: string) => string): QuotationFix | undefined {
  const { match, alarms, allowed, places, quotation } = judged;
  if (allowed !== undefined || (match !== 'folded' && match !== 'altered')) return undefined;
  if (alarms.length > 0) return { refused: 'its meaning changed: a person decides' };
  const { draft, block, inner } = quotation;
  const { ellipses, brackets } = readEditorialMarks(quotation.text);
  if (ellipses.length + brackets.length > 0) return { refused: 'it has words left out or in brackets' };
  if (judged.quoted === undefined) return { refused: 'it says inside its marks who speaks' };
  const found = new Set(places.map(place => place.words));
  if (found.size !== 1) return { refused: 'the record has it in several ways' };
  const { text, places: map } = draft.blocks[block]!;
  const [place] = places;
  let end = judged.quoted.end;
  let words = [...found][0]!;
  const { behind } = place!;
  if (text[end] === '.' && end < inner.end && behind !== '' && '?!'.includes(behind)) {
    end++;
    words += behind;
  }
  const span = { start: judged.quoted.start, end };
  words = withMarksOf(text.slice(span.start, span.end), words);
  if (!staysWhole(quotation, text, span, words))
    return { refused: 'quotation marks of the record would end it' };
  const edits: Fix['edits'][number][] = [];
  let fixed = '';
  let at = span.start;
  for (const { kind, text: run } of diffWords(text.slice(span.start, span.end), words.replace(/\s+/g, ' '))) {
    if (kind === 'added') {
      const last = edits.at(-1);
      const before =
        at > span.start
          ? map.spanOf({ start: at - 1, end: at }).end
          : map.spanOf({ start: at, end: at + 1 }).start;
      if (last !== undefined && last.span.end === before && last.text === '')
        edits[edits.length - 1] = { span: last.span, text: escaped(run) };
      else edits.push({ span: { start: before, end: before }, text: escaped(run) });
      fixed += run;
      continue;
    }
    if (kind === 'kept') fixed += run;
    else edits.push({ span: map.spanOf({ start: at, end: at + run.length }), text: '' });
    at += run.length;
  }
  const kept = withoutBlanks(edits, draft.source.text);
  if (kept.length === 0) return undefined;
  if (!map.isInOneNode(span)) return { refused: 'markup stands between its words' };
  return {
    fix: {
      title: "put the record's words in",
      done: "put the record's words in",
      file: draft.file,
      edits: kept,
    },
    text:
      quotation.text.slice(0, span.start - inner.start) +
      fixed +
      quotation.text.slice(span.end - inner.start),
  };
}

/** Whether a quotation still ends where it did, once words of the record with marks of their own stand in it. */
function staysWhole({ inner, outer }: Quotation, text: string, span: Span, words: string): boolean {
  if (inner.start === outer.start || !MARK.test(words)) return true;
  const fixed = text.slice(0, span.start) + words + text.slice(span.end);
  const end = outer.end + words.length - (span.end - span.start);
  return outermost(pairMarks(fixed).pairs).some(
    pair => pair.outer.start === outer.start && pair.outer.end === end,
  );
}

/** Words of the record with the quotation marks of the draft, which go with the marks around it, if it has as many. */
function withMarksOf(draft: string, words: string): string {
  const marks = draft.match(MARKS) ?? [];
  let next = 0;
  const changed = words.replace(MARKS, () => marks[next++] ?? '');
  return next === marks.length ? changed : words;
}

/** Without edits of blanks alone: the line breaks of a draft are its own. */
function withoutBlanks(edits: readonly Fix['edits'][number][], source: string): Fix['edits'][number][] {
  return edits.filter(({ span, text }) => {
    const old = source.slice(span.start, span.end);
    return !(BLANK.test(text) && BLANK.test(old));
  });
}
