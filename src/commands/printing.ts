/** The print context of the output stream, and the options that set it. */
import { type Command, InvalidArgumentError } from 'commander';
import { type ColourWish, colourFor, unicodeFor } from '../io/colour.ts';
import type { Env, OutputStream } from '../io/env.ts';
import type { PrintContext } from '../printers/printer.ts';

/** Columns where neither an option nor a terminal says it. */
const DEFAULT_WIDTH = 80;
/** Lines that are longer are hard to read, however wide the terminal; `--width` goes beyond. */
const WIDEST = 120;
/** Wider than any screen; rules across the page are as long. */
const MAX_WIDTH = 10_000;
/** Below this a line has no room for a word beside its margin. */
const MIN_WIDTH = 20;

export type Options = Readonly<Record<string, unknown>>;

/** Formats for people who do not keep the files (DESIGN 3.1): pages, tables and public logs. */
const FOR_READERS: ReadonlySet<unknown> = new Set([
  ...['html', 'markdown', 'csv', 'tsv', 'svg'],
  ...['github', 'sarif', 'junit'],
]);

/** Whether an output leaves out everything marked `private`. */
export function isPublic({ format, private: isWhole }: Options): boolean {
  return FOR_READERS.has(format) && isWhole !== true;
}

export function widthOption(command: Command): void {
  command.option(
    '--width <columns>',
    'wrap at this width; default: the terminal, and no wrapping in a pipe',
    parseWidth,
  );
}

function parseWidth(text: string): number {
  const width = Number(text);
  if (!/^[0-9]+$/.test(text) || width < MIN_WIDTH || width > MAX_WIDTH) {
    throw new InvalidArgumentError(`Expected a whole number from ${MIN_WIDTH} to ${MAX_WIDTH}.`);
  }
  return width;
}

/** The context for results on stdout. */
export function printContext(env: Env, options: Options): Promise<PrintContext> {
  return contextFor(env.stdout, env, options);
}

/** The context for messages on stderr. */
export function messageContext(env: Env, options: Options): Promise<PrintContext> {
  return contextFor(env.stderr, env, options);
}

async function contextFor(stream: OutputStream, env: Env, options: Options): Promise<PrintContext> {
  return {
    colour: await colourFor(stream, env.vars, colourWish(options)),
    width: (options['width'] as number | undefined) ?? terminalWidth(stream, env),
    unicode: options['ascii'] !== true && unicodeFor(env.vars),
  };
}

/** Tells on stdout what was done, in lines that fit the terminal. */
export async function say(text: string, env: Env, options: Options = {}): Promise<void> {
  const width = (options['width'] as number | undefined) ?? terminalWidth(env.stdout, env);
  if (width === undefined) return env.stdout.write(text);
  const { fitted } = await import('../printers/layout/fitted.ts');
  return env.stdout.write(fitted(text, width));
}

export function colourWish({ color }: Options): ColourWish {
  return color === false ? 'never' : ((color ?? 'auto') as ColourWish);
}

/** Columns of a terminal for text. In a pipe nothing is wrapped: the next program reads lines. */
export function terminalWidth(stream: OutputStream, { vars }: Pick<Env, 'vars'>): number | undefined {
  if (!stream.isTTY) return undefined;
  const columns = stream.columns ?? Number(vars['COLUMNS'] ?? Number.NaN);
  return columns >= MIN_WIDTH ? Math.min(columns, WIDEST) : DEFAULT_WIDTH;
}
