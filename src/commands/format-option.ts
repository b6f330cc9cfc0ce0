/** `--format`: how a result is printed. */
import { type Command, Option } from 'commander';
import type { Env } from '../io/env.ts';
import type { Printer } from '../printers/printer.ts';
import { type Options, printContext } from './printing.ts';

const DEFAULT = 'text';

/** @param what "how counts are printed" */
export function formatOption(formats: readonly string[], what = 'how it is printed'): Option {
  return new Option('--format <format>', what).choices(formats).default(DEFAULT);
}

/** Formats by the ends of names. */
const FORMAT_OF_EXTENSION: Readonly<Record<string, string>> = {
  html: 'html',
  htm: 'html',
  md: 'markdown',
  markdown: 'markdown',
  json: 'json',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  csv: 'csv',
  tsv: 'tsv',
  svg: 'svg',
  sarif: 'sarif',
  xml: 'junit',
};

/** Says in the help of a command with `--output` what {@link takeFormatFromName} does. */
export function describeFormatFromName(command: Command): void {
  const option = formatOf(command);
  option?.default(option.defaultValue, `by the name after -o, else ${DEFAULT}`);
}

/**
 * The one rule for every command that has `--format` and `--output`: the format is what `--format` says, else what the name
 * of the output ends in (`-o page.html`), else the default. An ending that the command does not print means nothing.
 */
export function takeFormatFromName(command: Command): void {
  const option = formatOf(command);
  if (option === undefined || command.getOptionValueSource(option.attributeName()) === 'cli') return;
  const [, extension = ''] = /\.(\w+)$/.exec(String(command.opts()['output'] ?? '')) ?? [];
  const format = FORMAT_OF_EXTENSION[extension.toLowerCase()];
  if (format !== undefined && option.argChoices?.includes(format) === true)
    command.setOptionValueWithSource(option.attributeName(), format, 'output');
}

/** Prints a result on stdout, in the format that the options ask for. */
export async function printResult<T>(
  printers: Readonly<Record<string, () => Promise<Printer<T>>>>,
  result: T,
  options: Options,
  env: Env,
): Promise<void> {
  const print = await printers[String(options['format'])]!();
  await env.stdout.write(print(result, await printContext(env, options)));
}

function formatOf(command: Command): Option | undefined {
  return command.options.find(({ long }) => long === '--format');
}
