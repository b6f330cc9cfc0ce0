/** `--format`: how a result is printed. */
import { Option } from 'commander';
import type { Env } from '../io/env.ts';
import type { Printer } from '../printers/printer.ts';
import { type Options, printContext } from './printing.ts';

/** @param what "how counts are printed" */
export function formatOption(formats: readonly string[], what = 'how it is printed'): Option {
  return new Option('--format <format>', what).choices(formats).default('text');
}

/** Where the name of the output tells the format as well. */
export function formatOrNameOption(formats: readonly string[], what = 'how it is printed'): Option {
  const byName = `${what}; default: by the name of the output, else text`;
  return new Option('--format <format>', byName).choices(formats);
}

/** Formats by the ends of names. */
const FORMAT_OF_EXTENSION: Readonly<Record<string, string>> = {
  html: 'html',
  htm: 'html',
  md: 'markdown',
  markdown: 'markdown',
  json: 'json',
  ndjson: 'ndjson',
  csv: 'csv',
  tsv: 'tsv',
  svg: 'svg',
};

/** The format that an option names, or else the name of the output; else HTML for a browser, and text for all others. */
export function formatFrom<F extends string>({ format, output, open }: Options, formats: readonly F[]): F {
  const [, extension = ''] = /\.(\w+)$/.exec(String(output ?? '')) ?? [];
  const byName = FORMAT_OF_EXTENSION[extension.toLowerCase()];
  const usual = (open === true ? 'html' : 'text') as F;
  return (format as F | undefined) ?? formats.find(name => name === byName) ?? usual;
}

/** Prints a result on stdout, in the format that the options ask for. */
export async function printResult<T>(
  printers: Readonly<Record<string, () => Promise<Printer<T>>>>,
  result: T,
  options: Options,
  env: Env,
): Promise<void> {
  const print = await printers[formatFrom(options, Object.keys(printers))]!();
  await env.stdout.write(print(result, await printContext(env, options)));
}
