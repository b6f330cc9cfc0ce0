/** Judges the quotations of drafts and makes of it what the printers show. */
import { pushAll } from '../../core/long-lists.ts';
import { groupBy } from '../../core/maps.ts';
import type { Project } from '../../core/model/project.ts';
import { Allowances, type IdleAllowance } from '../../core/quotes/allowances.ts';
import type { Draft } from '../../core/quotes/draft.ts';
import { findQuotations } from '../../core/quotes/find-quotations.ts';
import { findingOf } from '../../core/quotes/findings.ts';
import { failuresOf, type JudgedQuotation, judgeQuotations, type Reason } from '../../core/quotes/judge.ts';
import type { ViewOptions } from '../../core/view/resolve-entries.ts';
import type { Env } from '../../io/env.ts';
import type { QuotesReport } from '../../printers/quotes/report.ts';
import type { ProjectConfigs } from '../../project/project-config.ts';
import { DraftSuppressions } from '../../project/quotes/draft-suppressions.ts';
import type { LoadedDraft } from '../../project/quotes/load-drafts.ts';
import { areAllDrafts } from '../../project/quotes/quoted-in-config.ts';
import { recordsOf } from '../../project/quotes/quoted-records.ts';
import type { ProjectConfig } from '../../project/read-project-config.ts';
import type { Options } from '../printing.ts';
import { HOMEPAGE, VERSION } from '../program-info.ts';

/** These tell of the rules, which are many. */
const AS_FINDINGS: ReadonlySet<unknown> = new Set(['github', 'sarif', 'junit', 'line']);

/** Drafts with the transcripts that they are compared with. */
export interface ComparedDrafts {
  readonly drafts: readonly LoadedDraft[];
  readonly projects: readonly Project[];
}

interface Comparing {
  readonly moment: ViewOptions;
  readonly failing: ReadonlySet<Reason>;
  readonly configs: ProjectConfigs;
  readonly options: Options;
  readonly env: Env;
}

/** @param order the names of the drafts as they are to be reported */
export async function reportOn(
  compared: readonly ComparedDrafts[],
  order: readonly string[],
  { moment, failing, configs, options, env }: Comparing,
): Promise<QuotesReport> {
  const minWords = options['minWords'] as number;
  const all = compared.flatMap(({ drafts }) => drafts.map(({ draft }) => draft));
  const found = new Map(all.map(draft => [draft, findQuotations(draft, minWords)]));
  const configOf = new Map<Draft, ProjectConfig>();
  for (const draft of all) configOf.set(draft, await configs.for(draft.file));
  const ofConfig = groupBy(all, draft => configOf.get(draft)!);
  const allowances = new Map(
    Array.from(ofConfig, ([{ config, file }, drafts]) => [
      config,
      new Allowances(drafts, config.elsewhere, file),
    ]),
  );
  const suppressions = new DraftSuppressions(all, new Set());
  const quotations: JudgedQuotation[] = [];
  for (const { drafts, projects } of compared)
    for (const group of groupBy(drafts, ({ draft }) => configOf.get(draft)!.config)) {
      const [config, loaded] = group;
      const own = loaded.map(({ draft }) => draft);
      const judged = judgeQuotations(
        own.flatMap(draft => found.get(draft)!.quotations),
        await recordsOf(projects, own, moment),
        allowances.get(config)!,
      );
      pushAll(
        quotations,
        judged.map(one => excused(one, failing, suppressions)),
      );
    }
  const idle: IdleAllowance[] = [];
  for (const [config, drafts] of ofConfig)
    pushAll(idle, allowances.get(config.config)!.idle(await areAllDrafts(env, configs, config, drafts)));
  const files = order.filter(file => all.some(draft => draft.file === file));
  const placeOf = new Map(files.map((file, index) => [file, index]));
  return {
    quotations: quotations.sort(
      (a, b) => placeOf.get(a.quotation.draft.file)! - placeOf.get(b.quotation.draft.file)!,
    ),
    idle,
    drafts: files,
    sources: new Map(all.map(({ file, source }) => [file, source])),
    short: [...found.values()].reduce((sum, { short }) => sum + short, 0),
    minWords,
    unclosed: [...found].flatMap(([{ file }, { unclosed }]) => unclosed.map(span => ({ file, span }))),
    failing,
    showsPrivate: options['private'] === true,
    docs: AS_FINDINGS.has(options['format']) ? (await import('../../rules/all-rules.ts')).ALL_RULES : [],
    program: { version: VERSION, homepage: HOMEPAGE },
  };
}

/** A quotation whose findings a comment in its draft allows, as `check` does. */
function excused(
  judged: JudgedQuotation,
  failing: ReadonlySet<Reason>,
  suppressions: DraftSuppressions,
): JudgedQuotation {
  const of = new Set<Reason>();
  let reason: string | undefined;
  for (const name of failuresOf(judged, failing)) {
    const why = suppressions.reasonFor(findingOf(judged, name));
    if (why === undefined) continue;
    of.add(name);
    reason ??= why;
  }
  return of.size === 0 ? judged : { ...judged, allowed: { reason, of } };
}
