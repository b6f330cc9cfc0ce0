// What makes the package smaller. Large tables that few runs need are packed: together they would be a seventh of the program.
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

/** A module that has a value of JSON as `packed`. */
function packedModule(value) {
  const text = brotliCompressSync(JSON.stringify(value)).toString('base64');
  return `import { brotliDecompressSync } from 'node:zlib';
const packed = JSON.parse(brotliDecompressSync(Buffer.from('${text}', 'base64')));
`;
}

/**
 * Blocks of 256 code points, from the first of each pair to before the second. Left out: cuneiform, hieroglyphs, Tangut,
 * emoji, and the extensions of the ideographs, in which names of parties are hardly ever written.
 */
const KEPT = [
  [0, 0x34],
  [0x4e, 0x120],
  [0x1e0, 0x1f0],
];
/** One more than the last block that is kept. */
const BLOCKS = 0x1f0;

const packTransliteration = {
  name: 'pack-transliteration',
  async load(id) {
    if (!id.endsWith('/any-ascii/block.js')) return;
    const { default: block } = await import(pathToFileURL(id).href);
    const table = Array.from({ length: BLOCKS }, (_, number) =>
      KEPT.some(([first, end]) => first <= number && number < end) ? (block(number) ?? '') : '',
    );
    return `${packedModule(table)}export default number => packed[number] ?? '';`;
  },
};

/** English is met so often that it is ready to use. */
const OTHER_LANGUAGE = /\/core\/language\/generated\/[a-z]{2}\.ts$/;
/** Lists of words, as the generated modules write them. */
const LIST = /"(?:[^"\\]|\\.)*"/g;
/** What is shorter is not worth its place in the table. */
const LONG = 20;

const packLanguages = {
  name: 'pack-languages',
  transform(code, id) {
    if (!OTHER_LANGUAGE.test(id)) return;
    const lists = [];
    const short = code.replace(LIST, list =>
      list.length < LONG ? list : `packed[${lists.push(JSON.parse(list)) - 1}]`,
    );
    return `${packedModule(lists)}${short}`;
  },
};

/** Files of the examples of rules, which `dedent` frees of their indentation in any case. */
const EXAMPLE = /\b(dedent|transcript)`([^`$\\]*)`/g;

function withoutIndentation(text) {
  const lines = text.split('\n');
  const indents = lines.filter(line => line.trim() !== '').map(line => line.search(/\S/));
  const indent = Math.min(...indents, text.length);
  return lines.map(line => line.slice(indent)).join('\n');
}

const dedentExamples = {
  name: 'dedent-examples',
  transform(code, id) {
    if (!/\/src\/rules\/.*\.ts$/.test(id)) return;
    return code.replace(EXAMPLE, (_, tag, text) => `${tag}\`${withoutIndentation(text)}\``);
  },
};

export const PACK_PLUGINS = [packTransliteration, packLanguages, dedentExamples];
