/** Compares every quotation of drafts with the record. */
import { Option } from 'commander';
import { pushAll } from '../../core/long-lists.ts';
import type { Project } from '../../core/model/project.ts';
import { DRAFT_FORMATS } from '../../core/quotes/draft.ts';
import { failuresOf } from '../../core/quotes/judge.ts';
import type { Env } from '../../io/env.ts';
import { UsageError } from '../../io/errors.ts';
import { fileName, visible } from '../../printers/escape/visible.ts';
import { QUOTES_PRINTERS } from '../../printers/quotes/index.ts';
import type { QuotesReport } from '../../printers/quotes/report.ts';
import { type LoadedRecords, loadRecords } from '../../project/load-records.ts';
import { Loader } from '../../project/loader.ts';
import { ProjectConfigs } from '../../project/project-config.ts';
import { type DraftOptions, loadDrafts } from '../../project/quotes/load-drafts.ts';
import { type CommandModule, ExitStatus } from '../command.ts';
import { formatOption, printResult } from '../format-option.ts';
import { privateOption } from '../kept-back.ts';
import { isPublic, type Options, widthOption } from '../printing.ts';
import { encodingFrom, readingFrom, readingOptions } from '../reading-options.ts';
import { tellFindings } from '../tell-findings.ts';
import { reportTrouble } from '../trouble.ts';
import { momentOf, viewOptions } from '../view-options.ts';
import { collectFailOn, parseMinWords, reasonsFrom } from './options.ts';
import { keepPrivateBack } from './private.ts';
import { type ComparedDrafts, reportOn } from './report-on.ts';
import { comparisonsOf, namedOn, withoutRecords } from './transcripts.ts';

const LEAST_WORDS = 3;

/** What transcripts are looked for in folders. */
const QUOTED = { verb: 'quote', command: 'quotes DRAFT --in' };

export const command: CommandModule = {
  declare(command) {
    command
      .description(
        'Compare every quotation in drafts with the record: whether the words are there, who said them, whether\n' +
          'the record has them as direct speech, and what the claims in them are worth. Quotations are words in\n' +
          'quotation marks of any language, block quotations and <q>; `onrecord help quotes` defines every verdict.\n\n' +
          'Examples:\n  $ onrecord quotes draft.md --in talk.yaml\n  $ onrecord quotes articles/ --in talks/ --format markdown > quotations.md\n  $ onrecord quotes draft.md --in talk.yaml --fix --dry-run\n  $ onrecord quotes draft.md --in talk.yaml --fail-on not-found,altered,disputed\n  $ pandoc draft.odt -t markdown | onrecord quotes - --in talk.yaml\n\nExit status: 0 nothing fails, 1 a quotation fails, 2 a file cannot be read or no draft has a quotation.',
      )
      .argument(
        '[drafts...]',
        'drafts in Markdown, text, HTML or DOCX: files, folders, globs; `-` is standard input',
      )
      .option(
        '--in <transcripts...>',
        'the transcripts quoted: files, folders, globs; default: those that `quotes` in .onrecord.yaml names for the drafts',
      )
      .addOption(formatOption(Object.keys(QUOTES_PRINTERS), 'how quotations are printed'))
      .addOption(
        new Option(
          '--fail-on <reasons>',
          'exit with 1 on these matches, flags and standings; default: altered, not-found, spliced, other-speaker, indirect, off-record, private',
        ).argParser(collectFailOn),
      )
      .addOption(
        new Option('--min-words <number>', 'do not judge shorter quotations, only count them')
          .argParser(parseMinWords)
          .default(LEAST_WORDS),
      )
      .option('--fix', 'replace a quotation by the record’s words where it differs and its meaning does not')
      .option('-n, --dry-run', 'with --fix: print the change as a unified diff and write nothing')
      .addOption(
        new Option('--from <format>', 'read the drafts as this; default: by their names').choices(
          DRAFT_FORMATS,
        ),
      )
      .option('--draft-encoding <name>', 'encoding of the drafts, if it is not UTF-8');
    readingOptions(command, { hasFrom: false });
    viewOptions(command);
    privateOption(command);
    widthOption(command);
  },
  combinations: [
    { option: '--dry-run', needs: ['--fix'] },
    { option: '--dry-run', not: ['--fail-on'] },
  ],
  async run([given], options, env) {
    const { drafts: paths, transcripts: wanted } = namedOn(
      given as string[],
      options['in'] as string[] | undefined,
    );
    if (options['fix'] === true && paths.includes('-'))
      throw new UsageError('--fix cannot write to standard input', 'name the file');
    const failing = reasonsFrom(options['failOn'] as readonly string[] | undefined);
    const encoding = options['draftEncoding'] as string | undefined;
    const loaded = await loadDrafts(env, paths, {
      format: options['from'] as DraftOptions['format'],
      encoding: encoding === undefined ? undefined : await encodingFrom(encoding, '--draft-encoding'),
      encodingOption: '--draft-encoding',
    });
    const configs = await ProjectConfigs.open(env);
    const loader = new Loader(env, { configs, reading: await readingFrom(options, { hasFrom: false }) });
    const { comparisons, troubles } = await comparisonsOf(loaded.drafts, wanted, configs, env);
    const all = [...loaded.troubles, ...troubles];
    const compared: ComparedDrafts[] = [];
    for (const { drafts, transcripts } of comparisons) {
      const records = await loadRecords(env, transcripts, loader, configs, QUOTED);
      const projects = await usableOf(records, options, env);
      pushAll(all, records.troubles);
      if (projects === undefined || records.lacksProject) {
        await reportTrouble(all, env);
        return ExitStatus.trouble;
      }
      const apart = withoutRecords(drafts, projects, paths, env);
      pushAll(all, apart.troubles);
      if (apart.drafts.length > 0) compared.push({ drafts: apart.drafts, projects });
    }
    const moment = await momentOf(
      compared.flatMap(({ projects }) => projects),
      options,
    );
    let isInTrouble = await reportTrouble(all, env);
    if (compared.length === 0) return ExitStatus.trouble;
    const comparing = { moment, failing, configs, options, env };
    const order = loaded.drafts.map(({ draft: { file } }) => file);
    let report = await reportOn(compared, order, comparing);
    if (options['fix'] === true) {
      const { fixDrafts } = await import('./fix-drafts.ts');
      const isDryRun = options['dryRun'] === true;
      const fixed: ComparedDrafts[] = [];
      for (const { drafts, projects } of compared) {
        const written = await fixDrafts(drafts, report, isDryRun, env);
        fixed.push({ drafts: written.drafts, projects });
        if (await reportTrouble(written.troubles, env)) isInTrouble = true;
      }
      if (isDryRun) return isInTrouble ? ExitStatus.trouble : ExitStatus.clean;
      report = await reportOn(fixed, order, comparing);
    }
    const isEmpty = await tellEmpty(report, env);
    const shown = isPublic(options) ? await keepPrivateBack(report, env) : report;
    await printResult(QUOTES_PRINTERS, shown, options, env);
    if (isInTrouble || isEmpty) return ExitStatus.trouble;
    const isFound =
      report.quotations.some(judged => failuresOf(judged, failing).length > 0) ||
      report.idle.some(({ problem }) => problem !== 'unused');
    return isFound ? ExitStatus.found : ExitStatus.clean;
  },
};

/** Undefined if a transcript cannot be used; stderr then says why. */
async function usableOf(
  { projects, unusable, refusals }: LoadedRecords,
  options: Options,
  env: Env,
): Promise<readonly Project[] | undefined> {
  const findings = [...unusable.flatMap(file => file.findings), ...refusals];
  if (unusable.length + refusals.length > 0) {
    await tellFindings(unusable, findings, options, env);
    return undefined;
  }
  if (projects.length === 0) return undefined;
  return projects.map(({ project }) => project);
}

/** Says of which drafts no quotation was found. Returns true if that is so of all. */
async function tellEmpty({ quotations, drafts, minWords }: QuotesReport, env: Env): Promise<boolean> {
  const having = new Set(quotations.map(({ quotation }) => quotation.draft.file));
  for (const file of drafts)
    if (!having.has(file))
      await env.stderr.write(
        `onrecord: ${fileName(file)}: no quotation of ${visible(String(minWords))} words or more was found\n`,
      );
  return having.size === 0;
}
