/** Three versions of a file merged line by line, as git does it without a driver. */
import type { FileSystem, Git } from './env.ts';

export interface VersionFiles {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

export interface TextMerge {
  readonly bytes: Uint8Array;
  /** Whether the text has no conflict markers. */
  readonly isClean: boolean;
}

/** git's default. */
const MARKER_SIZE = 7;
/** Beyond any size that git is set to; a marker is repeated in memory. */
const LONGEST_MARKER = 1000;

/**
 * Merges as git does. What git does not merge (binary files) goes between the markers whole, both sides, so that neither
 * is lost.
 */
export function mergeText(
  git: Git,
  files: FileSystem,
  versions: VersionFiles,
  markerSize: number,
): TextMerge {
  const isSize = Number.isInteger(markerSize) && markerSize > 0 && markerSize <= LONGEST_MARKER;
  const size = isSize ? markerSize : MARKER_SIZE;
  const labels = ['-L', 'ours', '-L', 'base', '-L', 'theirs'];
  const names = [versions.ours, versions.base, versions.theirs].map(file => files.absolute(file));
  const merged = git(
    ['merge-file', '-p', '-q', `--marker-size=${size}`, ...labels, '--', ...names],
    files.absolute('.'),
  );
  // The status is the number of conflicts, and above 127 an error.
  if (merged.status < 128) return { bytes: merged.stdout, isClean: merged.status === 0 };
  const marker = (sign: string, label: string) => new TextEncoder().encode(`${sign.repeat(size)}${label}\n`);
  const ended = (bytes: Uint8Array) => (bytes.at(-1) === 10 ? [bytes] : [bytes, new Uint8Array([10])]);
  const bytes = Buffer.concat([
    marker('<', ' ours'),
    ...ended(files.read(versions.ours)),
    marker('=', ''),
    ...ended(files.read(versions.theirs)),
    marker('>', ' theirs'),
  ]);
  return { bytes, isClean: false };
}
