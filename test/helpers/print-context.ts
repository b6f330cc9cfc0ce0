/** How results are printed in tests. */
import { Chalk } from 'chalk';
import type { PrintContext } from '../../src/printers/printer.ts';

/** Without colours; without a width nothing is wrapped. */
export function plain(width?: number, unicode = true): PrintContext {
  return { colour: new Chalk({ level: 0 }), width, unicode };
}

export function coloured(width?: number): PrintContext {
  return { ...plain(width), colour: new Chalk({ level: 1 }) };
}
