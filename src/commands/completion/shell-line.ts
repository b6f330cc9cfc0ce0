/** Command lines as shells hand them over to be completed. */

/** The words before the one at the cursor, and that one as far as it is typed; without quotation marks. */
export interface ShellLine {
  readonly words: readonly string[];
  readonly current: string;
}

/** Splits a line as a POSIX shell does, without any expansion; a quotation mark may still be open at its end. */
export function splitLine(line: string): ShellLine {
  const words: string[] = [];
  let word: string | undefined;
  let quote: string | undefined;
  for (let at = 0; at < line.length; at++) {
    const sign = line[at]!;
    if (sign === '\\' && quote !== "'") {
      word = (word ?? '') + (line[++at] ?? '');
    } else if (quote !== undefined) {
      if (sign === quote) quote = undefined;
      else word += sign;
    } else if (sign === '"' || sign === "'") {
      quote = sign;
      word ??= '';
    } else if (sign === ' ' || sign === '\t' || sign === '\n') {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? '') + sign;
  }
  return { words, current: word ?? '' };
}

/** One word without its quotation marks. */
export function unquoted(word: string): string {
  const { words, current } = splitLine(word);
  return [...words, current].join(' ');
}
