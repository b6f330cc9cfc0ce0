/** A table for the editor, with a box to tick for each quotation: a ticked box is the editor's, none is ticked here. */
import { diffWords } from '../../core/diff/word-diff.ts';
import { placeInWords } from '../../core/quotes/findings.ts';
import { failuresOf, type JudgedQuotation } from '../../core/quotes/judge.ts';
import { breakCommands } from '../escape/ci-commands.ts';
import { markdownInline } from '../escape/markdown.ts';
import { markdownTable } from '../layout/markdown-table.ts';
import type { Printer } from '../printer.ts';
import { type QuotesReport, sharedStandings, summaryOf } from './report.ts';

const HEAD = ['', 'draft', 'verdict', 'quotation', 'record', 'worth'];
/** Places of one quotation that are listed. */
const MOST_PLACES = 3;

export const printQuotesMarkdown: Printer<QuotesReport> = report => {
  const rows = report.quotations.map(judged => row(judged, report));
  const table = rows.length === 0 ? [] : ['', ...markdownTable(HEAD, rows)];
  return breakCommands(
    `${[`### onrecord quotes: ${markdownInline(summaryOf(report))}`, ...table].join('\n')}\n`,
  );
};

function row(judged: JudgedQuotation, report: QuotesReport): string[] {
  const { quotation, match, flags, allowed, places, standings, searched } = judged;
  const { line, column } = quotation.draft.source.position(quotation.span.start);
  const draft = report.drafts.length > 1 ? `${quotation.draft.file}:${line}:${column}` : `${line}:${column}`;
  const failures = failuresOf(judged, report.failing);
  const verdicts = [...new Set([...failures, match, ...flags])].map(name =>
    (failures as readonly string[]).includes(name) ? `**${name}**` : name,
  );
  const isPrivate = flags.includes('private') && !report.showsPrivate;
  return [
    '[ ]',
    markdownInline(draft),
    allowed?.of === 'elsewhere'
      ? `from elsewhere: ${markdownInline(allowed.reason ?? 'configuration')}`
      : [
          verdicts.join(', '),
          ...(allowed === undefined ? [] : [`allowed: ${markdownInline(allowed.reason ?? '')}`]),
        ].join('<br>'),
    isPrivate ? 'private' : words(judged),
    places
      .slice(0, MOST_PLACES)
      .map(place => markdownInline(isPrivate ? (place.id ?? 'private') : placeInWords(place, searched)))
      .join('<br>'),
    isPrivate ? '' : worth(standings),
  ];
}

function worth(standings: JudgedQuotation['standings']): string {
  return sharedStandings(standings)
    .map(({ first: { standing, claim, text, isOfPart } }) =>
      markdownInline(`${standing.name}${isOfPart ? ' (part)' : ''}: ${claim.id ?? `"${text}"`}`),
    )
    .join('<br>');
}

/** The words of an altered quotation with those of the record: ~~30~~ **13**. */
function words({ match, places, quoted, quotation }: JudgedQuotation): string {
  const [first] = places;
  if (match !== 'altered' || first === undefined) return markdownInline(quotation.text.trim());
  const span = quoted ?? quotation.inner;
  const runs = diffWords(
    first.words,
    quotation.draft.blocks[quotation.block]!.text.slice(span.start, span.end),
  );
  return runs
    .map(({ kind, text }) => {
      const shown = markdownInline(text.trim());
      const mark = kind === 'removed' ? '~~' : kind === 'added' ? '**' : '';
      const marked = shown === '' ? '' : `${mark}${shown}${mark}`;
      // Marks that touch each other mark nothing.
      const before = kind !== 'kept' || /^\s/.test(text) ? ' ' : '';
      return `${before}${marked}${/\s$/.test(text) ? ' ' : ''}`;
    })
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim();
}
