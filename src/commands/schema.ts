/** Prints a JSON Schema of the file format, for editors and for other validators. */
import { Argument } from 'commander';
import { shippedText } from '../io/shipped-file.ts';
import { type CommandModule, ExitStatus } from './command.ts';

const KINDS = ['transcript', 'layer', 'config'] as const;

export const command: CommandModule = {
  declare(command) {
    command
      .description(
        'Print a JSON Schema of the file format. An editor with a YAML language server completes and checks\nwhile you type when the first line of a file is `# yaml-language-server: $schema=FILE`.\n\nExample:\n  $ onrecord schema layer > layer.schema.json',
      )
      .addArgument(new Argument('[kind]', 'which file').choices(KINDS).default('transcript'));
  },
  async run([kind], _options, env) {
    await env.stdout.write(shippedText(env, `schema/${kind}.schema.json`));
    return ExitStatus.clean;
  },
};
