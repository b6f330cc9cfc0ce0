/** Whether and how a stream is coloured. chalk decides by itself only half of this (it does not know `NO_COLOR`). */
import type { ChalkInstance } from 'chalk';
import type { Env, OutputStream } from './env.ts';

export type ColourWish = 'auto' | 'always' | 'never';

type Level = 0 | 1 | 2 | 3;

/** In this order: the option, `NO_COLOR` (not empty), `FORCE_COLOR`, `TERM=dumb`, whether the stream is a terminal. */
export async function colourFor(
  stream: OutputStream,
  vars: Env['vars'],
  wish: ColourWish,
): Promise<ChalkInstance> {
  const level = colourLevel(stream, vars, wish);
  if (level === 0) return NO_COLOUR;
  // Loaded where there are colours: chalk makes its table of them at once.
  const { Chalk } = await import('chalk');
  return new Chalk({ level });
}

/** Stands in for chalk at level 0: every style, and every chained style, returns the text unchanged. */
const NO_COLOUR: ChalkInstance = new Proxy(((text: string) => text) as ChalkInstance, {
  // `await` asks each value for `then`, and would wait for a style of that name.
  get: (_, name) => (name === 'level' ? 0 : name === 'then' ? undefined : NO_COLOUR),
});

export function colourLevel(stream: OutputStream, vars: Env['vars'], wish: ColourWish): Level {
  if (wish === 'never') return 0;
  if (wish === 'always') return terminalLevel(vars);
  if (vars['NO_COLOR'] !== undefined && vars['NO_COLOR'] !== '') return 0;
  const force = vars['FORCE_COLOR'];
  if (force !== undefined) {
    if (force === '0' || force === 'false') return 0;
    return force === '2' || force === '3' ? (Number(force) as Level) : terminalLevel(vars);
  }
  if (vars['TERM'] === 'dumb') return 0;
  return stream.isTTY ? terminalLevel(vars) : 0;
}

function terminalLevel(vars: Env['vars']): Level {
  if (/^(truecolor|24bit)$/.test(vars['COLORTERM'] ?? '')) return 3;
  return /256(color)?$/.test(vars['TERM'] ?? '') ? 2 : 1;
}

/** Whether to use symbols outside ASCII: unless the locale or the platform rules them out. */
export function unicodeFor(vars: Env['vars']): boolean {
  const locale = vars['LC_ALL'] || vars['LC_CTYPE'] || vars['LANG'];
  return locale === undefined || locale === '' || /utf-?8/i.test(locale) || !/^(C|POSIX)$/.test(locale);
}
