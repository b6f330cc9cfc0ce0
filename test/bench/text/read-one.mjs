// One reading of one text in a fresh process, after one of its beginning: the processor time in milliseconds.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [bundle, file] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');
const { loadFormat } = await import(pathToFileURL(bundle).href);
const format = await loadFormat('text');
format.read(text.slice(0, 200_000), { file });
const before = process.cpuUsage();
const { value } = format.read(text, { file });
const { user, system } = process.cpuUsage(before);
if (value.transcript.utterances.length === 0) throw new Error('nothing was read');
console.log(JSON.stringify({ processor: (user + system) / 1000 }));
