/** Whether words of a quotation that are the record's have its characters as well. */
import type { Span } from '../model/span.ts';
import type { ComparedTexts } from './compared-texts.ts';
import type { WordRange } from './cut-texts.ts';
import { withoutEllipses, withoutSic } from './editorial-marks.ts';
import { unbroken } from './verbatim-places.ts';

const QUESTION = /[?\u037e\u055e\u061f\uff1f]/;
/** In Greek the semicolon asks. */
const GREEK_QUESTION = /\p{Script=Greek}\s?;/u;

/**
 * Whether a quotation has the characters of the record, with those beside its words. A line break is a blank; `[sic]` and
 * an ellipsis at an edge are nothing.
 */
export function isVerbatim(
  { written, quotations, record }: ComparedTexts,
  quotation: number,
  text: number,
  span: Span,
): boolean {
  const quoted = written[quotation]!;
  const there = record.text(text);
  const { start, end } = quotations.spanOf(quotations.wordsOf(quotation));
  const said = withoutSic(quoted.slice(start, end));
  if (unbroken(said) !== unbroken(there.slice(span.start, span.end))) return false;
  const lead = unbroken(withoutMarks(quoted.slice(0, start)).trimStart());
  const tail = unbroken(withoutMarks(quoted.slice(end)).trimEnd());
  return (
    unbroken(there.slice(Math.max(0, span.start - 2 * lead.length - 2), span.start)).endsWith(lead) &&
    unbroken(there.slice(span.end, span.end + 2 * tail.length + 2)).startsWith(tail)
  );
}

function withoutMarks(text: string): string {
  return withoutEllipses(withoutSic(text)).trim() === '' ? '' : withoutSic(text);
}

/** Question marks of the record that a quotation has not. */
export function changedQuestions(
  { written, quotations, record }: ComparedTexts,
  quotation: number,
  { start, end }: WordRange,
): string[] {
  const first = quotations.wordsOf(quotation).start;
  const notes: string[] = [];
  for (let word = start; word < end; word++) {
    const text = record.textAround(word);
    const quoted = first + word - start;
    const isLast = word + 1 === end;
    const from = record.endOf(word);
    // With the word itself: the Armenian mark stands inside of it.
    const asked = asks(
      text.slice(record.startOf(word), isLast ? endOfMarks(text, from) : record.startOf(word + 1)),
    );
    const isAskedThere = asks(
      written[quotation]!.slice(
        quotations.startOf(quoted),
        isLast ? undefined : quotations.startOf(quoted + 1),
      ),
    );
    if (asked === isAskedThere) continue;
    const said = record.spelled(word);
    notes.push(
      asked
        ? `the record has a question mark behind "${said}"`
        : `the record has no question mark behind "${said}"`,
    );
  }
  return notes;
}

/** The end of the mark behind a word, which French parts by a blank: "caché ?". */
function endOfMarks(text: string, from: number): number {
  return from + (/^\s?[?\u037e\uff1f]/.exec(text.slice(from, from + 2))?.[0].length ?? 1);
}

function asks(text: string): boolean {
  return QUESTION.test(text) || GREEK_QUESTION.test(text);
}
