/** The options of a command: its own, and those that every command has. */
import { type Command, Option } from 'commander';
import { COMMON } from './combinations.ts';
import type { CommandEntry, CommandModule } from './command.ts';
import { describeFormatFromName } from './format-option.ts';

/** Short forms, which mean the same in every command that has the option. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  '--format': '-f',
  '--where': '-w',
  '--output': '-o',
};

export function declareOptions(command: Command, entry: CommandEntry, module: CommandModule): void {
  module.declare(command);
  const printsResult = entry.printsResult === true;
  if (printsResult && command.options.every(({ long }) => long !== '--output')) {
    command.option('--output <file>', 'write the result to this file; an existing file only with --force');
    command.option('--force', 'with --output: overwrite an existing file');
  }
  if (printsResult) describeFormatFromName(command);
  for (const option of command.options) addShortForm(option, command);
  const common = (option: Option) => command.addOption(option.helpGroup(COMMON));
  common(
    new Option('--color <when>', 'colour the output').choices(['auto', 'always', 'never']).default('auto'),
  );
  common(new Option('--no-color', 'do not colour the output').hideHelp());
  common(new Option('--ascii', 'use no symbols outside ASCII'));
  common(
    new Option('--no-pager', 'print long results on a terminal without a pager').hideHelp(!printsResult),
  );
  common(new Option('--debug', 'show where an internal error happened'));
}

function addShortForm(option: Option, command: Command): void {
  const short = SHORT_FORMS[option.long ?? ''];
  if (short === undefined || option.short !== undefined) return;
  if (command.options.some(other => other.short === short)) return;
  option.short = short;
  option.flags = `${short}, ${option.flags}`;
}
