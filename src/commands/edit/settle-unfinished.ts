/** `--continue` and `--abort`: what a killed edit left is finished or taken back. */
import { shellWord } from '../../core/text/shell-word.ts';
import type { Env } from '../../io/env.ts';
import { fileName, visible } from '../../printers/escape/visible.ts';
import { abortEdit, continueEdit, unfinishedEdit } from '../../project/edit-journal.ts';
import { ExitStatus } from '../command.ts';
import { say } from '../printing.ts';

export async function settleUnfinished(
  transcript: string,
  how: 'continue' | 'abort',
  env: Env,
): Promise<ExitStatus> {
  const left = unfinishedEdit(env.files, transcript);
  if (left === undefined) {
    await say(`${fileName(transcript)}: no edit is unfinished\n`, env);
    return ExitStatus.clean;
  }
  const names = (state: 'before' | 'after') =>
    left.files.filter(file => file.state === state).map(({ file }) => fileName(file));
  if (how === 'continue') {
    const pending = names('before');
    continueEdit(env.files, transcript, left);
    await say(
      left.files.length === 0
        ? `${fileName(transcript)}: the edit was killed before anything was written; run it again\n`
        : `finished the edit of ${fileName(transcript)}${pending.length === 0 ? '' : `: wrote ${pending.join(', ')}`}\n`,
      env,
    );
    return ExitStatus.clean;
  }
  const written = names('after');
  const strangers = abortEdit(env.files, transcript, left);
  await say(
    `took the edit of ${fileName(transcript)} back${written.length === 0 ? '' : `: restored ${written.join(', ')}`}\n`,
    env,
  );
  for (const file of strangers)
    await env.stderr.write(
      `onrecord: ${visible(file)}: changed since the edit began; it stays as it is\n  compare it with ${visible(transcript)}: onrecord check ${shellWord(transcript)}\n`,
    );
  return strangers.length === 0 ? ExitStatus.clean : ExitStatus.found;
}
