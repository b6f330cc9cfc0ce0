// Reads every caption file of a folder in a fresh process, as convert does without writing: prints the time.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [formats, folder] = process.argv.slice(2);
const { recogniseFormat } = await import(pathToFileURL(formats).href);
const start = process.hrtime.bigint();
let utterances = 0;
for (const name of readdirSync(folder).filter(file => file.endsWith('.vtt'))) {
  const file = path.join(folder, name);
  const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  const { format } = await recogniseFormat(text, file);
  utterances += format.read(text, { file }).value.transcript.utterances.length;
}
if (utterances === 0) throw new Error('nothing was read');
console.log(JSON.stringify({ wall: Number(process.hrtime.bigint() - start) / 1e6 }));
