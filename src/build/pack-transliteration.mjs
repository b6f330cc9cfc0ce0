// The table of transliterations is a quarter of the program as it comes, and seldom needed: it is packed, without what names
// of parties are hardly ever written in.
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

/**
 * Blocks of 256 code points, from the first of each pair to before the second. Left out: cuneiform, hieroglyphs, Tangut,
 * emoji, and the ideographs beyond the Basic Multilingual Plane.
 */
const KEPT = [
  [0, 0x120],
  [0x1e0, 0x1f0],
];
/** One more than the last block that is kept. */
const BLOCKS = 0x1f0;

export const packTransliteration = {
  name: 'pack-transliteration',
  async load(id) {
    if (!id.endsWith('/any-ascii/block.js')) return;
    const { default: block } = await import(pathToFileURL(id).href);
    const table = Array.from({ length: BLOCKS }, (_, number) =>
      KEPT.some(([first, end]) => first <= number && number < end) ? (block(number) ?? '') : '',
    );
    const packed = brotliCompressSync(JSON.stringify(table)).toString('base64');
    return `import { brotliDecompressSync } from 'node:zlib';
const table = JSON.parse(brotliDecompressSync(Buffer.from('${packed}', 'base64')));
export default number => table[number] ?? '';`;
  },
};
