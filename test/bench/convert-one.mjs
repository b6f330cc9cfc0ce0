// One conversion of one file in a fresh process: the time of reading alone, of writing and of both.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [formats, from, to, file] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');
const { loadFormat } = await import(pathToFileURL(formats).href);
const [reads, writes] = [await loadFormat(from), await loadFormat(to)];

const now = () => Number(process.hrtime.bigint()) / 1e6;
const start = now();
const { value } = reads.read(text, { file });
const read = now();
const { text: written } = writes.write(value);
const end = now();
if (written.length === 0) throw new Error('nothing was written');
console.log(JSON.stringify({ read: read - start, write: end - read, wall: end - start }));
