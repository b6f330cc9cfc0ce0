/** The options of `check`. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { didYouMean } from '../../core/text/closest.ts';
import { UsageError } from '../../io/errors.ts';
import { FINDINGS_PRINTERS } from '../../printers/findings/index.ts';
import { RULES } from '../../rules/rules.ts';
import { jobsOption } from '../jobs-option.ts';
import { type Options, widthOption } from '../printing.ts';
import { readingOptions } from '../reading-options.ts';
import { parseShard } from './shard.ts';

export function declareOptions(command: Command): void {
  command
    .argument('[paths...]', 'files, folders and globs; `-` is standard input', ['.'])
    .addOption(
      new Option('--format <format>', 'how findings are printed')
        .choices(['auto', ...Object.keys(FINDINGS_PRINTERS)])
        .default('auto', '`github` in GitHub Actions, else `text`'),
    )
    .option('-q, --quiet', 'report errors only')
    .option('-v, --verbose', 'list every finding, even those that are folded into one line')
    .option('--rule <ids>', 'run only these rules: separated by commas, or given several times', collectIds)
    .option('--strict', 'fail on warnings as on errors')
    .option('--max-warnings <number>', 'fail if there are more warnings than this', parseCount)
    .option('--fix', 'apply the fixes that are safe; comments and order stay')
    .option('--dry-run', 'with --fix: print what it would change as a unified diff, and write nothing')
    .option(
      '--since <revision>',
      'also report standings that changed in a forbidden way since this git revision',
    )
    .option('--baseline <file>', 'report only findings that this file does not list')
    .option('--update-baseline', 'with --baseline: write the present findings into it')
    .option('--allow-empty', 'exit with 0 if there is nothing to check')
    .option('--skip-foreign', 'skip named files that are not onrecord’s, for hooks that pass every YAML file')
    .option('--shard <part/of>', 'check one part of the files, such as 1/4, for parallel jobs', parseShard)
    .addOption(jobsOption('check this many projects at once'))
    .option('--stdin-filename <name>', 'name of standard input in findings')
    .option('--config <file>', 'use this configuration for every file')
    .option('--no-config', 'use no configuration')
    .option('--print-config <file>', 'print the configuration of a file, and check nothing');
  readingOptions(command);
  widthOption(command);
}

/** @throws UsageError for `--rule` with the id of none. */
export async function refuseUnknownRules(options: Options): Promise<void> {
  const wanted = options['rule'] as string[] | undefined;
  if (wanted === undefined) return;
  const { DRAFT_RULES } = await import('../../rules/all-rules.ts');
  const ids = [...RULES, ...DRAFT_RULES].map(({ id }) => id);
  const unknown = wanted.find(id => !ids.includes(id));
  if (unknown === undefined) return;
  throw new UsageError(
    `there is no rule ${unknown}`,
    didYouMean(unknown, ids) ?? '`onrecord explain` lists the rules',
  );
}

/** A list separated by commas, not several words: a path may follow it. */
function collectIds(text: string, before: readonly string[] = []): string[] {
  return [...before, ...text.split(',').map(id => id.trim())];
}

function parseCount(text: string): number {
  if (!/^[0-9]{1,9}$/.test(text)) throw new InvalidArgumentError('Expected a whole number.');
  return Number(text);
}
