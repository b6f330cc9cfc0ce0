/** Standard input among files. */
import { shellWord } from '../text/shell-word.ts';

/** The name of standard input on the command line. */
export const STDIN = '-';

/** The name of standard input in messages. */
export const STDIN_SHOWN = '<stdin>';

/** A file as one word of a command that is printed to be pasted; what came on standard input is left to be named. */
export function fileWord(name: string): string {
  return name === STDIN_SHOWN ? 'FILE' : shellWord(name);
}
