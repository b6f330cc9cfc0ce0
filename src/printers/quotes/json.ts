/** Quotations as JSON (`onrecord/quotes@1`): lines and columns from 1, columns and offsets in code points. */
import { formatTime } from '../../core/model/time.ts';
import { failuresOf, type JudgedQuotation } from '../../core/quotes/judge.ts';
import { codePointLength } from '../../core/text/code-points.ts';
import { jsonDocument } from '../escape/json.ts';
import type { Printer } from '../printer.ts';
import type { QuotesReport } from './report.ts';

export const SCHEMA = 'onrecord/quotes@1';

export const printQuotesJson: Printer<QuotesReport> = report =>
  jsonDocument({
    schema: SCHEMA,
    quotations: report.quotations.map(judged => quotationRecord(judged, report)),
    ...totalsOf(report),
  });

/** What is told beside the quotations. */
export function totalsOf({ short, idle, unclosed, sources, drafts }: QuotesReport): Record<string, unknown> {
  const place = (file: string, offset: number) => ({ draft: file, ...sources.get(file)!.position(offset) });
  return {
    short,
    unused: idle.map(({ problem, text, at }) => ({
      ...(at === undefined ? {} : place(at.draft.file, at.span.start)),
      problem,
      text,
    })),
    unclosed: unclosed.map(({ file, span }) => place(file, span.start)),
    drafts: drafts.length,
  };
}

/** One quotation; fields without a value are left out. */
export function quotationRecord(judged: JudgedQuotation, { failing }: QuotesReport): Record<string, unknown> {
  const { quotation, match, flags, alarms, notes, places, standings, allowed, cut, named } = judged;
  const { draft, span, text } = quotation;
  const end = draft.source.position(span.end);
  return {
    draft: draft.file,
    ...draft.source.position(span.start),
    endLine: end.line,
    endColumn: end.column,
    text,
    match,
    flags,
    failing: failuresOf(judged, failing),
    alarms: alarms.map(({ kind, old, new: fresh }) => ({ kind, record: old, draft: fresh })),
    notes,
    cut,
    named: named?.parties,
    places: places.map(({ file, view, record, speech, id, span: passage, start, words, rest }) => {
      const { speaker, form, source, at } = speech.speech;
      return {
        file,
        id,
        kind: record.kind,
        speaker,
        name: speaker === undefined ? undefined : view.parties.get(speaker)?.name,
        form,
        source,
        at,
        start: start === undefined ? undefined : formatTime(start),
        text: words,
        // The last utterance of a passage that goes on.
        through: rest.at(-1)?.id,
        from: codePointLength(record.text.slice(0, passage.start)),
        to: codePointLength(record.text.slice(0, passage.end)),
      };
    }),
    standings: standings.map(({ claim, standing, text: words, isOfPart }) => ({
      claim: claim.id,
      text: words,
      aspect: claim.aspect,
      name: standing.name,
      reading: standing.reading.name,
      part: isOfPart,
    })),
    allowed: allowed === undefined ? false : (allowed.reason ?? true),
  };
}
