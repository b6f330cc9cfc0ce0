/**
 * Patterns of file names, as in gitignore(5) and in shells: `*`, `?`, `[a-z]`, `{a,b}`, and `**` for any folders. A pattern
 * comes from a file that a stranger may have written, so a match takes time in proportion to the path, whatever the
 * pattern: libraries compile patterns to regular expressions, which backtrack.
 */

/** More alternatives than a person writes; each is tried. */
const MAX_ALTERNATIVES = 256;

/** `@(a|b)` and its like, which only some shells know. */
const EXTENDED = /(?<!\\)[@?*+!]\(/;

export interface GlobOptions {
  /** Let `*`, `?` and `**` match names that begin with a dot. */
  readonly dot?: boolean;
}

/** Why a text cannot be used as a pattern, in words for people; undefined if it can. */
export function globFault(glob: string): string | undefined {
  if (glob === '') return 'the pattern is empty';
  if (/[\u0000-\u001f\u007f]/.test(glob)) return 'the pattern has control characters';
  if (EXTENDED.test(glob)) return 'patterns such as `+(a|b)` are not supported';
  return alternatives(withoutNegation(glob)) === undefined
    ? `the pattern has more than ${MAX_ALTERNATIVES} alternatives`
    : undefined;
}

/** Why a pattern finds no file, and what to write in its place. */
export interface Unusable {
  readonly message: string;
  readonly help?: string;
}

/**
 * Why a pattern of a configuration can match no file, whatever files there are: it is broken, or leads out of reach.
 * Undefined if it can match one.
 *
 * @param mayLeadUp whether files outside of the folder that it is relative to count.
 */
export function unusable(glob: string, mayLeadUp: boolean): Unusable | undefined {
  const fault = globFault(glob);
  if (fault !== undefined) return { message: fault };
  for (const pattern of alternatives(withoutNegation(glob))!) {
    const why = whyUnreachable(pattern, mayLeadUp);
    if (why !== undefined) return { message: `\`${glob}\` matches nothing: ${why}`, help: WRITE_RELATIVE };
    if (pattern.endsWith('/'))
      return { message: `\`${glob}\` matches nothing: it names a folder`, help: `write \`${glob}**\`` };
  }
  return undefined;
}

const WRITE_RELATIVE = 'write it relative to the folder of this file, with / between folders';

function whyUnreachable(pattern: string, mayLeadUp: boolean): string | undefined {
  if (pattern.startsWith('/')) return 'it begins at the root of the disk';
  if (/^[~$].*\/|^~$/.test(pattern)) return '`~` and `$` stand for no folder here';
  if (/^[A-Za-z][A-Za-z0-9+.-]*:/.test(pattern)) return 'addresses and drives are not followed';
  if (/\\[\p{L}\p{N}]/u.test(pattern)) return '`\\` does not part folders';
  const segments = pattern.split('/');
  if (!mayLeadUp && segments.includes('..')) return 'it leads out of the folder of this file';
  return segments.slice(0, -1).some(name => name === '' || name === '.')
    ? 'a folder in it has no name'
    : undefined;
}

/** Whether a text is a pattern, not just a name. */
export function isGlob(text: string): boolean {
  return /(?<!\\)(?:[*?]|\[[^\]]+\]|\{[^}]*(?:,|\.\.)[^}]*\})/.test(text);
}

/** Whether a pattern says by its own ending which files are meant: `talks/*.txt`. */
export function namesEnding(glob: string): boolean {
  return /\.[a-z][a-z0-9]*$/i.test(glob);
}

export function isNegated(glob: string): boolean {
  return glob.startsWith('!');
}

/** The folder in front of the first segment that is a pattern; empty if there is none. */
export function baseOf(glob: string): string {
  const segments = withoutNegation(glob).split('/');
  const first = segments.findIndex(isGlob);
  return segments.slice(0, first === -1 ? -1 : first).join('/');
}

/** A test for paths, with `/` between folders, that one of the patterns matches. Unusable patterns match nothing. */
export function globMatcher(
  globs: readonly string[],
  { dot = false }: GlobOptions = {},
): (path: string) => boolean {
  const tests = globs
    .filter(glob => globFault(glob) === undefined)
    .map(glob => {
      const patterns = alternatives(withoutNegation(glob))!.map(pattern =>
        pattern.split('/').map(segmentTest),
      );
      const matches = (segments: readonly string[]) =>
        patterns.some(pattern => matchesPath(pattern, segments, dot));
      return isNegated(glob) ? (segments: readonly string[]) => !matches(segments) : matches;
    });
  return path => {
    const segments = path.split('/');
    return tests.some(test => test(segments));
  };
}

function withoutNegation(glob: string): string {
  const plain = isNegated(glob) ? glob.slice(1) : glob;
  return plain.startsWith('./') ? plain.slice(2) : plain;
}

/** Any number of folders. */
const FOLDERS = Symbol('folders');

type SegmentTest = typeof FOLDERS | ((name: string, dot: boolean) => boolean);

/** Walks the path once and keeps every segment of the pattern that may come next. */
function matchesPath(pattern: readonly SegmentTest[], segments: readonly string[], dot: boolean): boolean {
  let next = withEmptyFolders(pattern, new Set([0]));
  for (const name of segments) {
    const after = new Set<number>();
    for (const index of next) {
      const test = pattern[index];
      if (test === FOLDERS) {
        if (dot || !name.startsWith('.')) after.add(index);
      } else if (test?.(name, dot) === true) after.add(index + 1);
    }
    next = withEmptyFolders(pattern, after);
  }
  return next.has(pattern.length);
}

function withEmptyFolders(pattern: readonly SegmentTest[], next: Set<number>): Set<number> {
  // A set grows while it is walked: `**/**` is followed too.
  for (const index of next) if (pattern[index] === FOLDERS) next.add(index + 1);
  return next;
}

/** A character that must be there, or a star. */
type Token = '*' | ((char: string) => boolean);

function segmentTest(segment: string): SegmentTest {
  if (segment === '**') return FOLDERS;
  const tokens = tokensOf(segment);
  const isHiddenMeant = segment.startsWith('.') || segment.startsWith('\\.');
  return (name, dot) => (dot || isHiddenMeant || !name.startsWith('.')) && matchesName(tokens, [...name]);
}

/** Goes back to the last star only, which is enough: what an earlier star could take, the last one can. */
function matchesName(tokens: readonly Token[], chars: readonly string[]): boolean {
  let token = 0;
  let star = -1;
  let from = 0;
  for (let at = 0; at < chars.length; ) {
    const wanted = tokens[token];
    if (wanted === '*') {
      star = token++;
      from = at;
    } else if (wanted?.(chars[at]!) === true) {
      token++;
      at++;
    } else if (star === -1) return false;
    else {
      token = star + 1;
      at = ++from;
    }
  }
  while (tokens[token] === '*') token++;
  return token === tokens.length;
}

function tokensOf(segment: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < segment.length; ) {
    const char = String.fromCodePoint(segment.codePointAt(at)!);
    if (char === '*') {
      if (tokens.at(-1) !== '*') tokens.push('*');
      at++;
      continue;
    }
    const bracket = char === '[' ? bracketAt(segment, at) : undefined;
    if (bracket !== undefined) {
      tokens.push(bracket.test);
      at = bracket.end;
    } else if (char === '?') {
      tokens.push(() => true);
      at++;
    } else {
      const literal =
        char === '\\' && at + 1 < segment.length ? String.fromCodePoint(segment.codePointAt(at + 1)!) : char;
      tokens.push(found => found === literal);
      at += literal.length + (char === '\\' && literal !== char ? 1 : 0);
    }
  }
  return tokens;
}

/** `[abc]`, `[a-z]`, `[!a]` or `[^a]`; undefined if the bracket is not closed. */
function bracketAt(
  segment: string,
  start: number,
): { readonly test: (char: string) => boolean; readonly end: number } | undefined {
  const isNot = segment[start + 1] === '!' || segment[start + 1] === '^';
  const from = start + (isNot ? 2 : 1);
  // A `]` in the first place is one of the characters.
  const close = segment.indexOf(']', from + 1);
  if (close === -1) return undefined;
  const members = [...segment.slice(from, close)];
  const ranges: (readonly [low: string, high: string])[] = [];
  for (let index = 0; index < members.length; index++) {
    const low = members[index]!;
    const isRange = members[index + 1] === '-' && index + 2 < members.length;
    ranges.push([low, isRange ? members[index + 2]! : low]);
    if (isRange) index += 2;
  }
  const isMember = (char: string) => ranges.some(([low, high]) => char >= low && char <= high);
  return { test: char => isMember(char) !== isNot, end: close + 1 };
}

/** A pattern without braces for each choice; undefined if there are too many. */
function alternatives(glob: string): string[] | undefined {
  const done: string[] = [];
  const open = [glob];
  for (let pattern = open.pop(); pattern !== undefined; pattern = open.pop()) {
    const braces = firstBraces(pattern);
    if (braces === undefined) done.push(pattern);
    else
      for (const choice of braces.choices.toReversed())
        open.push(pattern.slice(0, braces.start) + choice + pattern.slice(braces.end));
    if (done.length + open.length > MAX_ALTERNATIVES) return undefined;
  }
  return done;
}

interface Braces {
  readonly start: number;
  readonly end: number;
  readonly choices: readonly string[];
}

/** The first braces that offer a choice. */
function firstBraces(pattern: string): Braces | undefined {
  const starts: { readonly at: number; readonly commas: number[] }[] = [];
  let first: Braces | undefined;
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at];
    if (char === '\\') at++;
    else if (char === '{') starts.push({ at, commas: [] });
    else if (char === ',') starts.at(-1)?.commas.push(at);
    else if (char === '}') {
      const open = starts.pop();
      if (open === undefined) continue;
      const choices = choicesOf(pattern, open.at, open.commas, at);
      if (choices !== undefined) first = { start: open.at, end: at + 1, choices };
      if (first !== undefined && starts.length === 0) return first;
    }
  }
  return first;
}

function choicesOf(
  pattern: string,
  start: number,
  commas: readonly number[],
  end: number,
): string[] | undefined {
  if (commas.length > 0) {
    const borders = [start, ...commas, end];
    return borders.slice(1).map((border, index) => pattern.slice(borders[index]! + 1, border));
  }
  const range = /^(\d{1,4})\.\.(\d{1,4})$/.exec(pattern.slice(start + 1, end));
  if (range === null) return undefined;
  const [low, high] = [Number(range[1]), Number(range[2])];
  const count = Math.min(Math.abs(high - low) + 1, MAX_ALTERNATIVES + 1);
  return Array.from({ length: count }, (_, index) => String(low + (high < low ? -index : index)));
}
