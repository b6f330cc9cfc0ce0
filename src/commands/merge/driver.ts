/** Merges one file for git (gitattributes(5), "Defining a custom merge driver"). */
import { shellWord } from '../../core/text/shell-word.ts';
import type { Env } from '../../io/env.ts';
import { mergeText, type TextMerge, type VersionFiles } from '../../io/merge-text.ts';
import { conflictLines } from '../../printers/conflicts.ts';
import { fileName, visible } from '../../printers/escape/visible.ts';
import { type CommandModule, ExitStatus } from '../command.ts';
import { reportTrouble } from '../trouble.ts';
import { mergeFiles, type Unmergeable } from './merge-files.ts';

export const command: CommandModule = {
  declare(command) {
    command
      .description('Called by git; `onrecord git install` sets it up.')
      .argument('<base>', 'file with the common version (%O)')
      .argument('<ours>', 'file with our version, in which the result is left (%A)')
      .argument('<theirs>', 'file with the other version (%B)')
      .argument('<marker-size>', 'length of conflict markers (%L)')
      .argument('<path>', 'name of the file in the work tree, for messages (%P)');
  },
  /**
   * git takes 0 for "merged" and everything else for a conflict, but it does not look at %A: whatever is there then is
   * the file in the work tree, and `git add` makes it the result. So both sides are in it before anything can fail.
   */
  async run([base, ours, theirs, markerSize, path], _options, env) {
    const files = { base: String(base), ours: String(ours), theirs: String(theirs) };
    const net = await spreadNet(files, Number(markerSize), env);
    if (net === undefined) return ExitStatus.noResult;
    const named = (bytes: Uint8Array) => ({ file: String(path), bytes });
    const { asText, versions } = net;
    const result = await mergeFiles(named(versions.base), named(versions.ours), named(versions.theirs)).catch(
      (error: Error) => error,
    );
    const name = fileName(String(path));
    if ('bytes' in result) {
      env.files.replace(files.ours, result.bytes, asText.bytes);
      const { conflicts } = result;
      if (conflicts.length === 0) return ExitStatus.clean;
      const help = `settle them with \`onrecord resolve ${shellWord(String(path))}\`, then git add`;
      await env.stderr.write(
        `onrecord: ${name}: ${conflicts.length} in conflict; ${help}\n${conflictLines(conflicts)}`,
      );
      return ExitStatus.found;
    }
    if (isOfOtherKind(result) && asText.isClean) return ExitStatus.clean;
    const reason = visible(reasonOf(result));
    await env.stderr.write(`onrecord: ${name}: merged as text: ${reason}; look at it before git add\n`);
    return ExitStatus.found;
  },
};

interface Net {
  readonly versions: Readonly<Record<keyof VersionFiles, Uint8Array>>;
  /** The current content of %A. */
  readonly asText: TextMerge;
}

/** Leaves the merge of the text in %A; undefined, with a message, if that fails. */
async function spreadNet(files: VersionFiles, markerSize: number, env: Env): Promise<Net | undefined> {
  try {
    const [base, ours, theirs] = [files.base, files.ours, files.theirs].map(env.files.read);
    const asText = mergeText(env.git, env.files, files, markerSize);
    env.files.replace(files.ours, asText.bytes, ours);
    return { versions: { base: base!, ours: ours!, theirs: theirs! }, asText };
  } catch (error) {
    await reportTrouble([error], env);
    return undefined;
  }
}

/** No version is an onrecord file, so git's own merge is the right result. */
function isOfOtherKind(result: Unmergeable | Error): boolean {
  return (
    !(result instanceof Error) &&
    result.unreadable.length > 0 &&
    result.unreadable.every(({ findings }) => findings.some(({ rule }) => rule === 'not-onrecord'))
  );
}

function reasonOf(result: Unmergeable | Error): string {
  if (result instanceof Error) return result.message;
  if (result.kindsDiffer) return 'one side is a transcript and the other a layer';
  const [finding] = result.unreadable.flatMap(({ findings }) => findings);
  return finding?.message ?? 'cannot read one side';
}
