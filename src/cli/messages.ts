/** What is told on stderr, fitted to the terminal: one place for every command. Not loaded in a pipe. */
import { terminalWidth } from '../commands/printing.ts';
import type { Env, OutputStream } from '../io/env.ts';
import { fitted } from '../printers/layout/fitted.ts';

/** Data for programs begins so, and is never wrapped. */
const JSON_START = '{';

/** A stream that wraps the lines of messages at words. */
export function fittedStream(stream: OutputStream, vars: Env['vars']): OutputStream {
  return Object.create(stream, {
    write: {
      value: (text: string) =>
        stream.write(text.startsWith(JSON_START) ? text : fitted(text, terminalWidth(stream, { vars }))),
    },
  });
}
