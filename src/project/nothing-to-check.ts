/** Why a folder or a glob gives no file to check, and what to do about it. */
import { compareText } from '../core/model/finding.ts';
import { shellWord } from '../core/text/shell-word.ts';
import { InputError } from '../io/errors.ts';

/** Captions and plain text: people expect a folder of them to be checked. */
const IMPORTABLE = /\.(?:vtt|srt|sbv|txt)$/i;

/** What the files are for: the verb of "nothing to search in talks", and the command to run. */
export interface Purpose {
  readonly verb: string;
  /** Undefined if several commands ask. */
  readonly command?: string;
}

const CHECK: Purpose = { verb: 'check', command: 'check' };

/** The files of a folder or a glob that are not checked. */
interface Unchecked {
  readonly ignored: number;
  readonly foreign: number;
  /** Names of files that are not YAML. */
  readonly others: readonly string[];
}

export function nothingIn(
  given: string,
  { ignored, foreign, others }: Unchecked,
  purpose: Purpose = CHECK,
): InputError {
  const place = nothingToCheckIn(given, purpose);
  if (ignored > 0) {
    const rest = foreign === 0 ? '' : `, ${filesAre(foreign)} not onrecord's`;
    return new InputError(
      place,
      `${filesAre(ignored)} ignored by the configuration${rest}`,
      'a file that you name is read all the same',
    );
  }
  const importable = others.filter(name => IMPORTABLE.test(name));
  const [first] = importable.toSorted(compareText);
  if (first === undefined) return new InputError(place, 'no file begins with `onrecord:`');
  const command = purpose.command === undefined ? '' : `onrecord ${purpose.command} `;
  return new InputError(
    place,
    `no transcript or layer, ${filesAre(importable.length)} captions or text`,
    `name one: ${command}${shellWord(first)}; or list them under \`transcripts:\` in .onrecord.yaml`,
  );
}

/** The first part of the message, by which it is known. */
export function nothingToCheckIn(given: string, { verb }: Purpose = CHECK): string {
  return `nothing to ${verb} in ${given}`;
}

/** "1 file is", "3 files are". */
function filesAre(count: number): string {
  return count === 1 ? '1 file is' : `${count} files are`;
}
