/** A name that is kept does not keep the file that it stands in. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { ownCopy } from '../../../src/core/text/own-copy.ts';

const MEGABYTE = 1_000_000;
const FILES = 20;

/** Megabytes that keeping the name of each of many large files takes. */
function kept(nameOf: (text: string) => string): number {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  // What a weak reference leads to is only free after the second time: other tests run in this process as well.
  const collect = () => {
    gc();
    gc();
  };
  collect();
  const before = process.memoryUsage().heapUsed;
  const names = Array.from({ length: FILES }, (_, file) => nameOf(fileText(file)));
  collect();
  const grown = (process.memoryUsage().heapUsed - before) / MEGABYTE;
  expect(names[7]).toBe('name of the file 107');
  return grown;
}

function fileText(file: number): string {
  return `name of the file ${100 + file}`.padEnd(MEGABYTE, `${file} words `);
}

test('a text by itself is the same text', () => {
  for (const text of ['', 'a', 'Łódź 橋 👩‍👧 \ud835', 'name of the file']) expect(ownCopy(text)).toBe(text);
});

test('a name by itself keeps no file, a part of the text does', () => {
  const name = (text: string) => text.slice(0, 'name of the file 100'.length);
  expect(kept(name)).toBeGreaterThan(FILES / 2);
  expect(kept(text => ownCopy(name(text)))).toBeLessThan(FILES / 2);
});
