/** What `check` finds in drafts: quotations that fail, allowances that do nothing, and drafts without quotations. */
import { compareFindings, type Finding } from '../../core/model/finding.ts';
import type { Allowances } from '../../core/quotes/allowances.ts';
import type { Draft } from '../../core/quotes/draft.ts';
import { findQuotations } from '../../core/quotes/find-quotations.ts';
import { findingsOf } from '../../core/quotes/findings.ts';
import { FAILING, judgeQuotations, type QuotedRecord } from '../../core/quotes/judge.ts';
import { DraftSuppressions } from './draft-suppressions.ts';

/** Shorter quotations are not judged. */
const LEAST_WORDS = 3;

/** The findings of the quotations of drafts, and of drafts that have none. */
export function quotationFindings(
  drafts: readonly Draft[],
  records: readonly QuotedRecord[],
  allowances: Allowances,
): Finding[] {
  const found = drafts.map(draft => findQuotations(draft, LEAST_WORDS));
  const judged = judgeQuotations(
    found.flatMap(({ quotations }) => quotations),
    records,
    allowances,
  );
  const findings = judged.flatMap(one => findingsOf(one, FAILING));
  for (const [index, { file }] of drafts.entries())
    if (found[index]!.quotations.length === 0)
      findings.push({
        rule: 'draft-without-quotations',
        severity: 'info',
        file,
        message: `no quotation of ${LEAST_WORDS} words or more was found`,
        fingerprint: 'no quotation',
      });
  return findings;
}

/** Findings without those that comments of their drafts allow, with what is wrong in these comments; sorted. */
export function allowedFindings(
  findings: readonly Finding[],
  drafts: readonly Draft[],
  ruleIds: ReadonlySet<string>,
): Finding[] {
  const suppressions = new DraftSuppressions(drafts, ruleIds);
  const left = findings.filter(finding => suppressions.reasonFor(finding) === undefined);
  return [...left, ...suppressions.findings()].sort(compareFindings);
}
