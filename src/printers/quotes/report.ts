/** What every printer of `quotes` gets. */
import { countUp } from '../../core/maps.ts';
import type { Finding } from '../../core/model/finding.ts';
import type { ListedRule } from '../../core/model/rule-docs.ts';
import type { SourceText, Span } from '../../core/model/span.ts';
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
  /** Whether readers may have what is kept private. */
  readonly showsPrivate: boolean;
  /** Of every rule, where the format tells of them. */
  readonly docs: readonly ListedRule[];
  readonly program: { readonly version: string; readonly homepage?: string | undefined };
}

/** Everything that is told, as findings: what fails, and allowances that do nothing. */
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
  readonly first: QuotedStanding;
  /** Empty where the view has one reading. */
  readonly readings: readonly (string | undefined)[];
}

export function sharedStandings(standings: readonly QuotedStanding[]): SharedStanding[] {
  const shared = new Map<string, { first: QuotedStanding; readings: (string | undefined)[] }>();
  for (const quoted of standings) {
    const { claim, standing, text, view } = quoted;
    const key = JSON.stringify([claim.id, text, claim.aspect, standing.name, standing.remarks]);
    const isOnly = view.readings.length < 2;
    const known = shared.get(key);
    if (known === undefined)
      shared.set(key, { first: quoted, readings: isOnly ? [] : [standing.reading.name] });
    else known.readings.push(standing.reading.name);
  }
  return [...shared.values()];
}
