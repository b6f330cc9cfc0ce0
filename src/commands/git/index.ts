/** Makes git merge and show transcripts and layers by meaning, and undoes that. */

import path from 'node:path';
import { Argument } from 'commander';
import type { Env } from '../../io/env.ts';
import { UsageError } from '../../io/errors.ts';
import { workTree } from '../../io/git.ts';
import { sameBytes } from '../../io/same-bytes.ts';
import { fileName, visible } from '../../printers/escape/visible.ts';
import { faultsIn } from '../../project/config-faults.ts';
import { ProjectConfigs } from '../../project/project-config.ts';
import { CONFIG_FILE } from '../../project/project-folder.ts';
import { type CommandModule, ExitStatus } from '../command.ts';
import { say } from '../printing.ts';
import { attributesFile, withAttributes, withoutAttributes } from './attributes.ts';
import { configure, programLine, type Scope, unconfigure } from './git-config.ts';

/** Names under which layers are found and transcripts are usual. */
const PATTERNS = ['*.layer.yaml', '*.layer.yml', 'transcript.yaml', '*.transcript.yaml'];
/** Captions: git shows them by their words, and merges them as text. */
const CAPTIONS = ['*.vtt', '*.srt', '*.sbv'];

export const command: CommandModule = {
  declare(command) {
    command
      .description(
        'Let git merge transcripts and layers by meaning (merge, rebase, cherry-pick, stash pop) and show them\nas lines of facts (diff, log -p, show); or undo that. It writes the settings merge.onrecord and\ndiff.onrecord of this repository, and marked lines in .gitattributes, which you commit. With --global,\nyour own settings and attributes file, for every repository.\n\nA file that two sides changed differently is left in conflict, as valid YAML with both versions:\n`onrecord resolve FILE` settles it, then `git add FILE`. What cannot be merged by meaning is merged as\ntext, with the usual markers, and left in conflict too. git merges each file on its own: where the\ntranscript changed under a layer, check and reanchor tell what became of its quotes.\n\nCaptions, and what `transcripts:` in .onrecord.yaml lists, are shown by their words, one utterance a line; git\nmerges them as text.\n\nExamples:\n  $ onrecord git install\n  $ onrecord git install --also "interviews/*.yaml"\n  $ onrecord git uninstall\n\nExit status: 0 done, 2 trouble.',
      )
      .addArgument(new Argument('<action>', 'what to do').choices(['install', 'uninstall']))
      .option('--global', 'for every repository of this user')
      .option('--also <pattern...>', 'with install: more files, as patterns of gitattributes');
  },
  async run([action], options, env) {
    const scope = options['global'] === true ? 'global' : 'local';
    const also = (options['also'] as readonly string[] | undefined) ?? [];
    if (action === 'uninstall' && also.length > 0) throw new UsageError('--also goes with install');
    also.forEach(refuseUnusable);
    const folder = scope === 'local' ? workTree(env.git, env.cwd) : env.cwd;
    const { file, before } = attributesFile(scope, folder, env);
    if (action === 'uninstall') {
      unconfigure(scope, folder, env);
      write(file, withoutAttributes(before), before, env);
      await say('git merges and shows these files as text again\n', env);
      return ExitStatus.clean;
    }
    const program = programLine(env);
    configure(scope, folder, program, env);
    write(
      file,
      withAttributes(before, [
        ...PATTERNS,
        ...CAPTIONS,
        ...(await listedTranscripts(scope, folder, env)),
        ...also,
      ]),
      before,
      env,
    );
    await say(
      `git now calls: ${visible(program)}\npatterns are in ${fileName(file)}${scope === 'local' ? '; commit it' : ''}\n`,
      env,
    );
    return ExitStatus.clean;
  },
};

/** Returns the patterns of `transcripts:` in the repository's configuration, as far as gitattributes can express them. */
async function listedTranscripts(scope: Scope, folder: string, env: Env): Promise<readonly string[]> {
  if (scope === 'global') return [];
  const configs = await ProjectConfigs.open(env);
  const found = await configs.for(path.join(folder, CONFIG_FILE));
  const { folder: root, config } = found;
  if (root !== folder) return [];
  const [fault] = faultsIn(found, 'transcripts');
  if (fault !== undefined) throw fault;
  const globs = config.transcripts.flatMap(({ files }) => files);
  return globs.filter(glob => /^[^!#[\s"{}][^\s"{}]*$/.test(glob));
}

/** @throws UsageError for text that is not exactly one pattern in a line of an attributes file. */
function refuseUnusable(pattern: string): void {
  if (pattern === '' || /^[!#[]|[\s"\u0000-\u001f\u007f]/.test(pattern))
    throw new UsageError(
      `${pattern} is not a pattern that works here`,
      'write blanks as `?`; it may not begin with !, # or [',
    );
}

function write(file: string, bytes: Uint8Array, before: Uint8Array | undefined, env: Env): void {
  const isSame = before === undefined ? bytes.length === 0 : sameBytes(before, bytes);
  if (!isSame) env.files.replace(file, bytes, before);
}
