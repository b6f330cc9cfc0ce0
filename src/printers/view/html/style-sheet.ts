/** Style sheets from outside: a page loads nothing, so a sheet may hold no address and no import. */

/** The place where a sheet refers to another file. Offsets are UTF-16. */
export interface StyleFault {
  readonly offset: number;
  readonly message: string;
}

/**
 * Whatever names another file: `@import` and `@namespace`, and the functions that take an address (CSS Values 4, CSS
 * Images 4).
 */
const NAMES_FILE =
  /^(?:@(?:import|namespace|document)|(?:url|url-prefix|src|image|image-set|cross-fade|element|expression)\()$/i;

/** Comments and strings, and what may name a file, with the ways in which CSS lets it be written. */
const TOKEN =
  /\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?|@?(?:[\w-]|[^\0-\x7f]|\\[0-9a-f]{1,6}\s?|\\[^\n0-9a-f])+\(?/gi;

/** Returns the first thing in a sheet that a page must not hold; undefined if there is none. */
export function faultInStyleSheet(css: string): StyleFault | undefined {
  const end = /<\/style/i.exec(css);
  if (end !== null) return { offset: end.index, message: 'ends the style sheet of the page' };
  for (const { 0: token, index } of css.matchAll(TOKEN)) {
    if (/^(?:\/\*|["'])/.test(token)) continue;
    const plain = unescaped(token).replace(/^-(?:webkit|moz|ms|o)-/i, '');
    if (!NAMES_FILE.test(plain) && !/^(?:-moz-)?(?:binding|behavior)$/i.test(plain)) continue;
    const what = plain.startsWith('@') ? plain : plain.replace(/\($/, '()');
    return { offset: index, message: `${what} asks for another file, and a page loads nothing` };
  }
  return undefined;
}

/** Returns the part of our own sheet that every page needs: its colours, and the look of its elements. */
export function groundOf(css: string): string {
  const [ground = ''] = css.split(/^\/\* Head -+ \*\/$/m, 1);
  return ground.trimEnd();
}

/** `\75rl(` as CSS reads it: `url(`. */
function unescaped(token: string): string {
  return token.replace(/\\(?:([0-9a-f]{1,6})\s?|([^\n]))/gi, (_, code: string | undefined, sign: string) => {
    const point = code === undefined ? undefined : Number.parseInt(code, 16);
    if (point === undefined) return sign;
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
  });
}
