// What reading plain text costs: by the style of its heads, by its size, and on lines made to be slow.
//   ONRECORD_BENCH_BASE=FOLDER: another checkout to compare with
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../bundle.mjs';
import { childJson, median, milliseconds, table, times } from '../measure.mjs';
import { HOSTILE, STYLES, talkIn } from './styles.mjs';

const one = fileURLToPath(new URL('read-one.mjs', import.meta.url));
const ROUNDS = 3;

export async function textSection(root, folder) {
  const ours = await formatsOf(root, path.join(folder, 'ours'));
  const base = process.env.ONRECORD_BENCH_BASE;
  const theirs = base === undefined ? undefined : await formatsOf(base, path.join(folder, 'base'));
  console.log(table(styleRows(ours, theirs, folder)));
  console.log();
  console.log(table(hostileRows(ours, folder)));
}

async function formatsOf(root, folder) {
  return (await bundle(root, folder, { formats: 'src/formats/index.ts' })).formats;
}

function styleRows(ours, theirs, folder) {
  const rows = Object.keys(STYLES).map(style => {
    const small = written(folder, talkIn(style, 1e6));
    const large = written(folder, talkIn(style, 1e7));
    const [first, whole, other] = inTurn([
      [ours, small],
      [ours, large],
      ...(theirs === undefined ? [] : [[theirs, large]]),
    ]);
    const compared = other === undefined ? [] : [times(whole / other)];
    return [style, milliseconds(whole), times(whole / first), ...compared];
  });
  const title = [
    'reading 10 MB of text',
    'processor',
    'of 1 MB',
    ...(theirs === undefined ? [] : ['of base']),
  ];
  return [title, ...rows];
}

function hostileRows(ours, folder) {
  const rows = Object.entries(HOSTILE).map(([name, make]) => {
    const [half, whole] = inTurn([
      [ours, written(folder, make(1e6))],
      [ours, written(folder, make(4e6))],
    ]);
    return [name, milliseconds(whole), times(whole / half)];
  });
  return [['reading 4 MB that are no talk', 'processor', 'of 1 MB'], ...rows];
}

let files = 0;
function written(folder, text) {
  const file = path.join(folder, `${files++}.txt`);
  writeFileSync(file, text);
  return file;
}

/** Median processor times, the runs taken in turn. */
function inTurn(runs) {
  const measured = runs.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, run] of runs.entries()) measured[index].push(childJson(one, ...run).processor);
  }
  return measured.map(median);
}
