/** The colours of a terminal. Loaded only for coloured output: chalk builds its colour table on import. */
import { Chalk, type ChalkInstance } from 'chalk';

/** @param level as chalk counts: 1 is 16 colours, 2 is 256, 3 is all. */
export function chalkOf(level: 1 | 2 | 3): ChalkInstance {
  return new Chalk({ level });
}
