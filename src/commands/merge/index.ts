/** Three-way merge of transcripts and layers. */

import { STDIN } from '../../core/model/standard-input.ts';
import type { Env } from '../../io/env.ts';
import { refuseEmptyName, UsageError } from '../../io/errors.ts';
import { sameBytes } from '../../io/same-bytes.ts';
import { conflictLines, conflictsInWords, printConflictsJson } from '../../printers/conflicts.ts';
import { fileName } from '../../printers/escape/visible.ts';
import { refuseUnfinishedFile } from '../../project/edit-journal.ts';
import { Loader } from '../../project/loader.ts';
import { type NamedBytes, namedBytes } from '../../project/named-bytes.ts';
import { type CommandModule, ExitStatus } from '../command.ts';
import { formatOption } from '../format-option.ts';
import type { Options } from '../printing.ts';
import { tellFindings } from '../tell-findings.ts';
import { type MergedFile, mergeFiles, type Unmergeable } from './merge-files.ts';

const MERGE_SCHEMA = 'onrecord/merge@1';

export const command: CommandModule = {
  declare(command) {
    command
      .description(
        'Merge two versions of a transcript or layer with the version that both come from, by ids and field by\n' +
          'field. A change on one side is taken, and so is the same change on both. Comments, order and style of\n' +
          'OURS stay. Where both sides changed a field differently, both values stay, under `conflict` in the\n' +
          'entry: that is valid YAML, and an error of check until `onrecord resolve` or an editor settles it.\n\n' +
          'Each file is merged on its own. Annotations in a transcript are fitted to its merged words; those in a\n' +
          'layer keep their pins, and check tells which words changed under them.\n\n' +
          'Examples:\n  $ onrecord merge base.layer.yaml ours.layer.yaml theirs.layer.yaml -o ours.layer.yaml\n  $ onrecord merge base.yaml ours.yaml theirs.yaml > merged.yaml\n  $ onrecord git install          let git merge these files in this way\n\nExit status: 0 merged, 1 merged with conflicts, 2 trouble; nothing is written then.',
      )
      .argument('<base>', 'the common version of both sides; an empty file if there is none')
      .argument('<ours>', 'the file whose comments, order and style stay')
      .argument('<theirs>', 'the other side')
      .option('-o, --output <file>', 'write the merged file here; it may be OURS. Default: standard output')
      .addOption(
        formatOption(
          ['text', 'json'],
          'how conflicts are reported: as text on stderr, or with -o as json on stdout',
        ),
      );
  },
  async run([base, ours, theirs], options, env) {
    const output = options['output'] as string | undefined;
    if (options['format'] === 'json' && (output === undefined || output === STDIN))
      throw new UsageError('--format json needs -o', 'standard output is taken by the merged file otherwise');
    if ([base, ours, theirs].filter(name => name === STDIN).length > 1)
      throw new UsageError('standard input can be named only once');
    const named = (name: unknown) => namedBytes(String(name), env);
    const [before, left, right] = [await named(base), await named(ours), await named(theirs)];
    const result = await mergeFiles(before, left, right);
    if (!('bytes' in result)) {
      await refuseOtherFormats([before, left, right], env);
      await tellUnmergeable(result, options, env);
      return ExitStatus.trouble;
    }
    await write(result, output, [before, left, right], env);
    await report(result, output ?? left.file, options, env);
    return result.conflicts.length === 0 ? ExitStatus.clean : ExitStatus.found;
  },
};

/** @throws UsageError if one of the files is a transcript in another format. */
async function refuseOtherFormats(files: readonly NamedBytes[], env: Env): Promise<void> {
  const loader = new Loader(env);
  for (const { file, bytes } of files) {
    const { document } = await loader.readBytes(bytes, file);
    if (document?.format !== undefined)
      throw new UsageError(
        `${file} is ${document.format.name}, which git merges as text`,
        'onrecord merges its own YAML, such as the layers on that file',
      );
  }
}

/** Says on stderr why the files could not be merged. */
async function tellUnmergeable(
  { unreadable, kindsDiffer }: Unmergeable,
  options: Options,
  env: Env,
): Promise<void> {
  // A key that is not known is a warning elsewhere; here it is why nothing was done.
  const findings = unreadable
    .flatMap(file => file.findings)
    .map(finding => (finding.rule === 'unknown-key' ? { ...finding, severity: 'error' as const } : finding));
  if (findings.length > 0) await tellFindings(unreadable, findings, options, env);
  if (kindsDiffer) await env.stderr.write('onrecord: cannot merge a transcript with a layer\n');
  await env.stderr.write('onrecord: not merged; nothing was written\n');
}

/** Compares the output file with what was read of it, so that a save made meanwhile is not lost. */
async function write(
  { bytes }: MergedFile,
  output: string | undefined,
  inputs: readonly NamedBytes[],
  env: Env,
): Promise<void> {
  if (output === undefined || output === STDIN) return env.stdout.write(new TextDecoder().decode(bytes));
  refuseEmptyName(output);
  const { files } = env;
  refuseUnfinishedFile(files, output);
  const real = files.real(output);
  const input = inputs.find(({ file }) => real !== undefined && files.real(file) === real);
  const before = input?.bytes ?? (real === undefined ? undefined : files.read(output));
  if (!sameBytes(before, bytes)) files.replace(output, bytes, before);
}

async function report({ conflicts }: MergedFile, file: string, options: Options, env: Env): Promise<void> {
  if (options['format'] === 'json')
    return env.stdout.write(printConflictsJson(MERGE_SCHEMA, file, conflicts));
  const count = conflictsInWords(conflicts.length);
  await env.stderr.write(`${fileName(file)}: merged, ${count}\n${conflictLines(conflicts)}`);
}
