/** Patterns of file names, understood by picomatch. */
import picomatch from 'picomatch';

/** A test for paths that one of the globs matches. */
export function compileGlobs(
  globs: readonly string[],
  options?: { readonly dot: boolean },
): (path: string) => boolean {
  return picomatch([...globs], options);
}

/** Whether a text is a pattern, the folder in front of its first special character, and whether it begins with `!`. */
export function scanGlob(glob: string): {
  readonly isGlob: boolean;
  readonly base: string;
  readonly negated: boolean;
} {
  return picomatch.scan(glob);
}
