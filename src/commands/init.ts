/** Writes a small project to start from. It writes new files only. */
import path from 'node:path';
import { InputError } from '../io/errors.ts';
import { shippedFile } from '../io/shipped-file.ts';
import { visible } from '../printers/escape/visible.ts';
import { type CommandModule, ExitStatus } from './command.ts';

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
    const targets = FILES.map(([from, to]) => ({ from, shown: path.join(String(folder), to) }));
    for (const { shown } of targets) {
      if (env.files.kind(shown) !== 'missing') {
        throw new InputError(shown, 'is there already; nothing was written', 'name another folder');
      }
    }
    for (const { from, shown } of targets) {
      env.files.makeFolder(path.dirname(shown));
      env.files.replace(shown, shippedFile(env, from), undefined);
      await env.stdout.write(`wrote ${visible(shown)}\n`);
    }
    const transcript = path.join(String(folder), 'transcript.yaml');
    await env.stdout.write(`\nNext: onrecord show ${visible(transcript)}\n`);
    return ExitStatus.clean;
  },
};
