/** The CI gate: everything that is wrong in transcripts and layers, and where. */
import { countBySeverity, type Finding, withoutConsequences } from '../../core/model/finding.ts';
import { ProjectConfigs } from '../../project/project-config.ts';
import { type CommandModule, ExitStatus } from '../command.ts';
import type { Options } from '../printing.ts';
import { reportTrouble } from '../trouble.ts';
import { checkFiles } from './jobs.ts';
import { tellMissingMergeDriver } from './merge-driver.ts';
import { declareOptions, refuseUnknownRules } from './options.ts';
import { printFindings } from './print-findings.ts';
import { quotedDrafts } from './quoted.ts';
import { refuseStdin, selectFiles, withoutEmptyFolders } from './selection.ts';
import { uncheckedLayers } from './unchecked-layers.ts';

export const command: CommandModule = {
  declare(command) {
    command.description(
      'Report what is wrong in transcripts and layers: structure, references, quotes and dates; stances without\na party, a date or a source; tags that say more than the words. In a folder, the YAML files that begin with\n`onrecord:` are checked, every `*.layer.yaml`, and what `layers:` in the configuration names; the last line\nsays what was left out. Drafts that `quotes:` in the configuration names are compared with their transcripts\n(`onrecord help quotes`). `.onrecord.yaml` sets levels; `onrecord explain RULE` tells what a rule wants.\n\nExamples:\n  $ onrecord check .\n  $ onrecord check talk.yaml notes.layer.yaml --strict\n  $ onrecord check --fix --dry-run .\n  $ onrecord check --since origin/main .\n  $ onrecord check --format sarif . > findings.sarif\n\nExit status: 0 no errors, 1 errors found (with --strict or --max-warnings also warnings), 2 a file cannot be opened,\nthere is nothing to check, or --since cannot compare.',
    );
    declareOptions(command);
  },
  combinations: [
    { option: '--print-config', only: ['--config', '--no-config'] },
    { option: '--update-baseline', needs: ['--baseline'] },
    { option: '--dry-run', needs: ['--fix'] },
    // It prints what would be changed, and judges nothing.
    { option: '--dry-run', not: ['--since', '--baseline', '--strict', '--max-warnings'] },
    { option: '--strict', not: ['--max-warnings'] },
  ],
  async run([given], options, env) {
    const paths = given as string[];
    await refuseUnknownRules(options);
    const configs = await ProjectConfigs.open(env, options['config'] as string | boolean | undefined);
    if (options['printConfig'] !== undefined) {
      const { printConfig } = await import('./print-config.ts');
      await env.stdout.write(printConfig(await configs.for(String(options['printConfig']))));
      return ExitStatus.clean;
    }
    refuseStdin(paths, options);
    const quoted = await quotedDrafts(paths, configs, env);
    const all = await selectFiles(quoted?.others ?? paths, configs, options, env, quoted?.named);
    const selected = quoted === undefined ? all : withoutEmptyFolders(all, quoted.folders);
    let result = await checkFiles(selected.share, configs, options, env);
    if (options['fix'] === true) {
      const { tellUnwritable, writeAllFixes } = await import('./fix-files.ts');
      await tellUnwritable(result.formats, paths, env);
      if (options['dryRun'] === true) {
        const { patchOf } = await import('../file-patch.ts');
        await env.stdout.write(result.fixed.map(patchOf).join(''));
        return (await reportTrouble([...selected.troubles, ...result.troubles], env))
          ? ExitStatus.trouble
          : ExitStatus.clean;
      }
      const again = selected.share.map(({ name }) => ({ name }));
      result = await writeAllFixes(result, () => checkFiles(again, configs, options, env), env);
    }
    if (options['since'] !== undefined) {
      const { withTransitions } = await import('./since.ts');
      result = await withTransitions(result, paths, selected, configs, options, env);
    }
    if (quoted !== undefined) {
      const { withDrafts } = await import('./drafts.ts');
      result = await withDrafts(result, quoted, configs, options, env);
    }
    const troubles = [...selected.troubles, ...result.troubles];
    let { findings } = result;
    if (options['baseline'] !== undefined) {
      const { freshFindings } = await import('./baseline.ts');
      findings = await freshFindings(findings, troubles.length === 0, options, env);
    }
    findings = withoutConsequences(findings);
    const layers = await uncheckedLayers(quoted?.others ?? paths, selected, configs, env);
    await printFindings({ ...result, findings, troubles }, { ...selected.leftOut, layers }, options, env);
    await tellMissingMergeDriver(result.files, env);
    if (await reportTrouble(troubles, env)) return ExitStatus.trouble;
    return isFailure(findings, options) ? ExitStatus.found : ExitStatus.clean;
  },
};

function isFailure(findings: readonly Finding[], options: Options): boolean {
  const { error, warning } = countBySeverity(findings);
  const allowed =
    options['strict'] === true ? 0 : ((options['maxWarnings'] as number | undefined) ?? Infinity);
  return error > 0 || warning > allowed;
}
