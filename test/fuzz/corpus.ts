/** The files of the golden cases and of the sample: something of every format to begin with. */
import fs from 'node:fs';
import path from 'node:path';

export interface CorpusFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** Bytes; a mutation of a larger file is like one of a smaller, and takes longer. */
const LARGEST = 20_000;
const OURS = new Set(['cmd', 'output']);

/** In the order of their names, so that a case of one seed is the same on every machine. */
export function corpus(root: string): readonly CorpusFile[] {
  const names = ['test/cases', 'data/yerevan-2016'].flatMap(folder =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && !OURS.has(entry.name))
      .map(entry => path.join(entry.parentPath, entry.name)),
  );
  return names
    .filter(name => fs.statSync(name).size <= LARGEST)
    .sort()
    .map(name => {
      const bytes = fs.readFileSync(name);
      return { name: path.relative(root, name), bytes, text: bytes.toString('utf8') };
    });
}
