/** Fits everything on stderr to the terminal: one place for every command. Not loaded in a pipe. */
import { terminalWidth } from '../commands/printing.ts';
import type { Env, OutputStream } from '../io/env.ts';
import { fitted } from '../printers/layout/fitted.ts';

/** So begin JSON and a form in YAML, which are read by programs or copied: they are never wrapped. */
const DATA_START = /^[{#]/;

/** A stream that wraps the lines of messages at words. */
export function fittedStream(stream: OutputStream, vars: Env['vars']): OutputStream {
  return Object.create(stream, {
    write: {
      value: (text: string) =>
        stream.write(DATA_START.test(text) ? text : fitted(text, terminalWidth(stream, { vars }))),
    },
  });
}
