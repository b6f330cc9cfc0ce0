/** One file under several names: links lead to it, or it was named twice. */
import path from 'node:path';
import { STDIN } from '../core/model/standard-input.ts';
import type { FileSystem } from '../io/env.ts';

interface Named {
  readonly name: string;
}

/**
 * The files in their order, each once: under the first name that somebody gave, or else under its own in place of that of a
 * link.
 */
export function eachOnce<T extends Named>(
  all: readonly T[],
  files: FileSystem,
  isGiven: (name: string) => boolean = () => false,
): readonly T[] {
  if (all.length < 2) return all;
  const rank = ({ name }: Named) => (isGiven(name) ? 2 : isLink(files, name) ? 0 : 1);
  const chosen = new Map<string, T>();
  for (const file of all) {
    const real = (file.name === STDIN ? undefined : files.real(file.name)) ?? file.name;
    const known = chosen.get(real);
    if (known === undefined || rank(file) > rank(known)) chosen.set(real, file);
  }
  if (chosen.size === all.length) return all;
  const kept = new Set(chosen.values());
  return all.filter(file => kept.has(file));
}

/** Whether a file of a folder that was listed is a link. */
function isLink(files: FileSystem, name: string): boolean {
  return files.links(path.dirname(name)).includes(path.basename(name));
}
