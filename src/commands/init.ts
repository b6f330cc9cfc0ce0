/** Writes a small project to start from. It writes new files only. */

import path from 'node:path';
import { shellWord } from '../core/text/shell-word.ts';
import type { Env } from '../io/env.ts';
import { InputError, refuseEmptyName } from '../io/errors.ts';
import { sameBytes } from '../io/same-bytes.ts';
import { shippedFile } from '../io/shipped-file.ts';
import { visible } from '../printers/escape/visible.ts';
import { type CommandModule, ExitStatus } from './command.ts';
import { say } from './printing.ts';

/** Shipped file → its name in the new project. */
const FILES: readonly (readonly [from: string, to: string])[] = [
  ['starter/transcript.yaml', 'transcript.yaml'],
  ['starter/notes.layer.yaml', 'notes.layer.yaml'],
  ['starter/onrecord.yaml', '.onrecord.yaml'],
  ['schema/transcript.schema.json', 'schema/transcript.schema.json'],
  ['schema/layer.schema.json', 'schema/layer.schema.json'],
  ['schema/config.schema.json', 'schema/config.schema.json'],
];

export const command: CommandModule = {
  declare(command) {
    command
      .description(
        'Write a small project to start from: a transcript, a layer of annotations, a configuration, and the\nschemas for your editor. No file is overwritten.\n\nExamples:\n  $ onrecord init my-talk\n  $ onrecord show my-talk/transcript.yaml',
      )
      .argument('[folder]', 'where to write it', '.');
  },
  async run([folder], _options, env) {
    refuseEmptyName(String(folder));
    const targets = FILES.map(([from, to]) => ({ from, shown: path.join(String(folder), to) }));
    const there = targets.filter(({ shown }) => env.files.kind(shown) !== 'missing');
    // What a killed run has left is what this one would write.
    const other = there.find(({ from, shown }) => !sameBytes(env.files.read(shown), shippedFile(env, from)));
    const blocking = other ?? (there.length === targets.length ? there[0] : undefined);
    if (blocking !== undefined)
      throw new InputError(blocking.shown, 'already exists; nothing was written', 'name another folder');
    writeAll(
      targets.filter(target => !there.includes(target)),
      env,
    );
    for (const { shown } of targets) await say(`wrote ${visible(shown)}\n`, env);
    const transcript = path.join(String(folder), 'transcript.yaml');
    await say(`\nNext: onrecord show ${shellWord(transcript)}\n`, env);
    return ExitStatus.clean;
  },
};

/** Half a project would be in the way of the next try: what cannot be written in full is taken back. */
function writeAll(targets: readonly { readonly from: string; readonly shown: string }[], env: Env): void {
  const written: string[] = [];
  try {
    for (const { from, shown } of targets) {
      env.files.makeFolder(path.dirname(shown));
      env.files.replace(shown, shippedFile(env, from), undefined);
      written.push(shown);
    }
  } catch (error) {
    for (const shown of written.reverse()) env.files.remove(shown);
    throw error;
  }
}
