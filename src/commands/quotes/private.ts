/** Keeps what is private out of reports for readers. */
import type { QuotedStanding } from '../../core/quotes/flags.ts';
import { counted } from '../../core/text/counted.ts';
import type { Env } from '../../io/env.ts';
import type { QuotesReport } from '../../printers/quotes/report.ts';

/** The report without claims that only private stances imply. Private words are left out by the printers; all is counted. */
export async function keepPrivateBack(report: QuotesReport, env: Env): Promise<QuotesReport> {
  let standings = 0;
  let words = 0;
  const quotations = report.quotations.map(judged => {
    if (judged.flags.includes('private')) words++;
    const shown = judged.standings.filter(standing => !isImpliedByPrivate(standing));
    standings += judged.standings.length - shown.length;
    return { ...judged, standings: shown };
  });
  const parts = [
    ...(words > 0 ? [counted(words, 'private quotation')] : []),
    ...(standings > 0 ? [counted(standings, 'private standing')] : []),
  ];
  if (parts.length > 0)
    await env.stderr.write(`onrecord: kept back ${parts.join(' and ')}; --private prints them\n`);
  return { ...report, quotations };
}

function isImpliedByPrivate({ claim, standing }: QuotedStanding): boolean {
  return (
    claim.entry === undefined &&
    standing.stances.length > 0 &&
    standing.stances.every(({ stance }) => stance.annotation.private === true)
  );
}
