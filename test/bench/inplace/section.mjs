// What it costs to use captions where they lie: `check` of many against reading them, `show` of one against `convert`.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundle } from '../bundle.mjs';
import { randomFrom, sentence } from '../generate.mjs';
import { childJson, interleave, median, milliseconds, table, times } from '../measure.mjs';

const FILES = 1000;
const FILE_BYTES = 10_000;
const LARGE_BYTES = 1e6;
const ROUNDS = 5;
/** `check` costs no more than reading the same files and this share. */
const OF_READING = 1.3;
/** `show` against `convert` of one file. */
const OF_CONVERT = 1.3;
const NAMES = ['Ada Okafor', 'Per Lind', 'Sam Sand', 'Ola Berg'];

export async function inplaceSection(root, folder) {
  const talks = path.join(folder, 'captions');
  mkdirSync(talks);
  writeFileSync(path.join(talks, '.onrecord.yaml'), 'transcripts:\n  - files: ["*.vtt"]\n    language: en\n');
  for (let index = 0; index < FILES; index++)
    writeFileSync(path.join(talks, `talk-${index}.vtt`), captions(FILE_BYTES, index + 1));
  const large = path.join(folder, 'large.vtt');
  writeFileSync(large, captions(LARGE_BYTES, 7));
  const ours = [process.execPath, path.join(root, 'bin/onrecord.cjs')];

  const { formats } = await bundle(root, path.join(folder, 'inplace'), { formats: 'src/formats/index.ts' });
  const check = (...args) => [...ours, 'check', '--quiet', ...args, talks];
  const [started, whole, oneRule] = interleave(
    [[...ours, '--version'], check(), check('--rule', 'ground-rule')],
    ROUNDS,
    { statuses: [0, 1] },
  );
  const one = path.join(root, 'test/bench/inplace/read-one.mjs');
  const byConvert = median(Array.from({ length: ROUNDS }, () => childJson(one, formats, talks).wall));
  const [all, reading] = [whole - started, oneRule - started];
  const row = (label, wall, bar = '') => [label, milliseconds(wall), times(all / wall), bar];
  console.log(
    table([
      [`${FILES} caption files of ${FILE_BYTES / 1000} KB, without the start`, 'median', 'check / it', ''],
      row('check', all),
      row('reading alone (one rule)', reading, above(all / reading, OF_READING)),
      row('the reader of convert alone, in one process', byConvert),
    ]),
  );
  console.log();
  const [show, convert] = interleave(
    [
      [...ours, 'show', large],
      [...ours, 'convert', large],
    ],
    ROUNDS,
  );
  console.log(
    table([
      ['captions of 1 MB', 'median', 'of convert', ''],
      ['convert to YAML', milliseconds(convert), times(1), ''],
      ['show', milliseconds(show), times(show / convert), above(show / convert, OF_CONVERT)],
    ]),
  );
}

function captions(bytes, seed) {
  const random = randomFrom(seed);
  let text = 'WEBVTT\n';
  for (let at = 0; text.length < bytes; at += 4)
    text += `\n${clock(at)} --> ${clock(at + 3)}\n<v ${NAMES[Math.floor(random() * NAMES.length)]}>${sentence(random, 8 + Math.floor(random() * 8))}\n`;
  return text;
}

const two = number => String(number).padStart(2, '0');
const clock = at => `${two(Math.floor(at / 3600))}:${two(Math.floor(at / 60) % 60)}:${two(at % 60)}.000`;

function above(ratio, bar) {
  return ratio > bar ? 'ABOVE THE BAR' : '';
}
