// One way of reading one file in a fresh process: prints the time of the first call and the peak of the memory.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [readers, method, file] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');

const methods = {
  async positions() {
    const { readYaml, TYPED_KEYS } = await import(pathToFileURL(readers).href);
    return () => readYaml(text, { file, typedKeys: TYPED_KEYS });
  },
  async document() {
    const { readDocument } = await import(pathToFileURL(readers).href);
    const bytes = readFileSync(file);
    return () => readDocument(bytes, file);
  },
  async parseDocument() {
    const { parseDocument } = await import('yaml');
    return () => parseDocument(text);
  },
  async jsonParse() {
    return () => JSON.parse(text);
  },
};

const read = await methods[method]();
const start = process.hrtime.bigint();
const result = read();
const wall = Number(process.hrtime.bigint() - start) / 1e6;
if (result === undefined) throw new Error('nothing was read');
console.log(JSON.stringify({ wall, peak: process.resourceUsage().maxRSS / 1024 }));
