// The table of transliterations is a quarter of the program as it comes, and seldom needed: it is packed.
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

/** Blocks of 256 code points up to U+10FFFF. */
const BLOCKS = 0x1100;

export const packTransliteration = {
  name: 'pack-transliteration',
  async load(id) {
    if (!id.endsWith('/any-ascii/block.js')) return;
    const { default: block } = await import(pathToFileURL(id).href);
    const table = Array.from({ length: BLOCKS }, (_, number) => block(number) ?? '');
    const packed = brotliCompressSync(JSON.stringify(table)).toString('base64');
    return `import { brotliDecompressSync } from 'node:zlib';
const table = JSON.parse(brotliDecompressSync(Buffer.from('${packed}', 'base64')));
export default number => table[number];`;
  },
};
