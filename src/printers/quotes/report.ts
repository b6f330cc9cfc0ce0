/** What every printer of `quotes` gets. */
import { countUp, groupBy } from '../../core/maps.ts';
import type { Finding } from '../../core/model/finding.ts';
import type { ListedRule } from '../../core/model/rule-docs.ts';
import type { SourceText, Span } from '../../core/model/span.ts';
import type { Standing } from '../../core/model/view.ts';
import type { IdleAllowance } from '../../core/quotes/allowances.ts';
import { findingsOf, idleFinding } from '../../core/quotes/findings.ts';
import type { QuotedStanding } from '../../core/quotes/flags.ts';
import type { JudgedQuotation, Reason } from '../../core/quotes/judge.ts';
import { counted } from '../../core/text/counted.ts';

export interface QuotesReport {
  /** In the order of the drafts. */
  readonly quotations: readonly JudgedQuotation[];
  readonly idle: readonly IdleAllowance[];
  /** Names of the drafts. */
  readonly drafts: readonly string[];
  readonly sources: ReadonlyMap<string, SourceText>;
  /** Quotations too short to be judged. */
  readonly short: number;
  readonly minWords: number;
  /** Opening marks that nothing closes. */
  readonly unclosed: readonly { readonly file: string; readonly span: Span }[];
  readonly failing: ReadonlySet<Reason>;
  /** Whether readers may see private entries. */
  readonly showsPrivate: boolean;
  /** Documentation of every rule, for formats that include it. */
  readonly docs: readonly ListedRule[];
  readonly program: { readonly version: string; readonly homepage?: string | undefined };
}

/** Returns the whole report as findings: quotations that fail, and allowances without effect. */
export function findingsIn(report: QuotesReport): Finding[] {
  const { quotations, idle, failing } = report;
  const found = quotations.flatMap(judged => findingsOf(judged, failing));
  const shown = report.showsPrivate ? found.map(({ private: _, ...finding }) => finding) : found;
  return [...shown, ...idle.map(idleFinding)];
}

/** "6 quotations in 1 draft: 1 verbatim, 1 altered; 2 too short to be judged". */
export function summaryOf(report: QuotesReport): string {
  const { quotations, drafts, short, minWords, unclosed, idle } = report;
  const counts = new Map<string, number>();
  for (const { match, flags, allowed } of quotations)
    for (const name of [allowed?.of === 'elsewhere' ? 'from elsewhere' : match, ...flags])
      countUp(counts, name);
  const names = [...counts].map(([name, count]) => `${count} ${name}`).join(', ');
  const place = `in ${counted(drafts.length, 'draft')}`;
  const found =
    quotations.length === 0
      ? `no quotation of ${minWords} words or more ${place}`
      : `${counted(quotations.length, 'quotation')} ${place}: ${names}`;
  const excused = quotations.filter(
    ({ allowed }) => allowed !== undefined && allowed.of !== 'elsewhere',
  ).length;
  return [
    found,
    ...(excused > 0 ? [`${excused} allowed with a reason`] : []),
    ...(short > 0 ? [`${short} shorter than ${minWords} words`] : []),
    ...(unclosed.length > 0 ? [`${counted(unclosed.length, 'opening mark')} without an end`] : []),
    ...(idle.length > 0 ? [`${counted(idle.length, 'allowance')} without effect`] : []),
  ].join('; ');
}

/** Standings of one claim and one name together, with the readings that share them. */
export interface SharedStanding {
  /** With the stances of all readings that have it. */
  readonly standing: Standing;
  readonly first: QuotedStanding;
  /** Empty where every reading has it. */
  readonly readings: readonly (string | undefined)[];
}

export function sharedStandings(standings: readonly QuotedStanding[]): SharedStanding[] {
  const shared = groupBy(standings, ({ claim, standing, text }) =>
    JSON.stringify([claim.id, text, claim.aspect, standing.name, standing.remarks]),
  );
  return Array.from(shared.values(), same => {
    const first = same[0]!;
    const readings = same.map(({ standing }) => standing.reading.name);
    return {
      first,
      standing: { ...first.standing, stances: same.flatMap(({ standing }) => standing.stances) },
      readings: readings.length < first.view.readings.length ? readings : [],
    };
  });
}
