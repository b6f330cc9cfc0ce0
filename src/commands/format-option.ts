/** `--format`: how a result is printed. */
import { Option } from 'commander';
import type { Options } from './printing.ts';

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

/** The format that an option names, or else the name of the output; undefined where neither does. */
export function formatFrom<F extends string>(
  { format, output }: Options,
  formats: readonly F[],
): F | undefined {
  const [, extension = ''] = /\.(\w+)$/.exec(String(output ?? '')) ?? [];
  const byName = FORMAT_OF_EXTENSION[extension.toLowerCase()];
  return (format as F | undefined) ?? formats.find(name => name === byName);
}
