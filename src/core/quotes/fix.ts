/** The record's words put into a draft, where they differ in nothing that matters. */
import { diffWords } from '../diff/word-diff.ts';
import type { Fix } from '../model/finding.ts';
import { readEditorialMarks } from './editorial-marks.ts';
import type { JudgedQuotation } from './judge.ts';

export type QuotationFix =
  | {
      readonly fix: Fix;
      /** The quotation as it reads once it is fixed. */
      readonly text: string;
    }
  /** Why the words are left as they are. */
  | { readonly refused: string };

const BLANK = /^\s+$/;

/**
 * The edits that give a quotation the record's words: of one that is folded, or altered without an alarm. Undefined where
 * there is nothing to do; line breaks of the draft stay.
 * @param escaped makes words safe in the draft's markup
 */
export function fixOf(judged: JudgedQuotation, escaped: (words: string) => string): QuotationFix | undefined {
  const { match, alarms, allowed, places, quotation } = judged;
  if (allowed !== undefined || (match !== 'folded' && match !== 'altered')) return undefined;
  if (alarms.length > 0) return { refused: 'its meaning changed: a person decides' };
  const { draft, block, inner } = quotation;
  const { ellipses, brackets } = readEditorialMarks(quotation.text);
  if (ellipses.length + brackets.length > 0) return { refused: 'it has words left out or in brackets' };
  const found = new Set(places.map(place => place.words));
  if (found.size !== 1) return { refused: 'the record has it in several ways' };
  const { text, places: map } = draft.blocks[block]!;
  const [place] = places;
  let end = judged.quoted!.end;
  let words = [...found][0]!;
  const { behind } = place!;
  if (text[end] === '.' && end < inner.end && behind !== '' && '?!'.includes(behind)) {
    end++;
    words += behind;
  }
  const span = { start: judged.quoted!.start, end };
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

/** Without edits of blanks alone: the line breaks of a draft are its own. */
function withoutBlanks(edits: readonly Fix['edits'][number][], source: string): Fix['edits'][number][] {
  return edits.filter(({ span, text }) => {
    const old = source.slice(span.start, span.end);
    return !(BLANK.test(text) && BLANK.test(old));
  });
}
