// What a diff of views costs, as whole programs in one run.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { childJson, interleave, median, milliseconds, table, timeOnce, times } from '../measure.mjs';
import { ADVERSARIES, asLines, asYaml, changed, talk } from './versions.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const bin = path.join(here, '../../../bin/onrecord.cjs');
const node = process.execPath;
const ROUNDS = 3;
/** jsdiff does not end on such input; nobody would wait longer. */
const PATIENCE = '30';
const DIFFERENT = { statuses: [0, 1] };

export function diffSection(folder) {
  againstOthers(folder);
  console.log();
  growth(folder);
}

/** Writes both versions as YAML and as lines, and gives the names of the files. */
function write(folder, { old, new: later }) {
  const files = {};
  for (const [side, utterances] of [
    ['old', old],
    ['new', later],
  ]) {
    files[side] = path.join(folder, `${side}.yaml`);
    files[`${side}Lines`] = path.join(folder, `${side}.txt`);
    writeFileSync(files[side], asYaml(utterances));
    writeFileSync(files[`${side}Lines`], asLines(utterances));
  }
  return files;
}

const ours = ({ old, new: later }) => [node, bin, 'diff', old, later, '--format', 'stat'];
const git = ({ oldLines, newLines }) => ['git', 'diff', '--no-index', '--word-diff', oldLines, newLines];

function againstOthers(folder) {
  const old = talk(100_000);
  const rows = [
    [
      '100,000 utterances',
      'onrecord diff',
      'of it reading',
      'git --word-diff',
      'ratio',
      'after reading',
      'jsdiff',
      'wdiff',
      'dwdiff',
    ],
  ];
  for (const share of [0.01, 0.1, 0.5]) {
    const files = write(folder, { old, new: changed(old, share) });
    const [own, others] = interleave([ours(files), git(files)], ROUNDS, DIFFERENT);
    const reading = readingTime(files);
    rows.push([
      `${share * 100} % changed`,
      milliseconds(own),
      milliseconds(reading),
      milliseconds(others),
      times(own / others),
      times((own - reading) / others),
      limited([node, path.join(here, 'jsdiff-one.mjs'), files.oldLines, files.newLines]),
      limited(['wdiff', '-s', files.oldLines, files.newLines]),
      limited(['dwdiff', '-s', files.oldLines, files.newLines]),
    ]);
  }
  console.log(table(rows));
}

/** Both files read one after the other, in processes of their own. */
function readingTime({ old, new: later }) {
  const readOnce = file => childJson(path.join(here, '../read-one.mjs'), 'document', file).wall;
  return median(Array.from({ length: ROUNDS }, () => readOnce(old) + readOnce(later)));
}

/** A program's time, or why there is none. */
function limited(command) {
  if (spawnSync(command[0], ['--version'], { stdio: 'ignore' }).error !== undefined) return 'not installed';
  const start = process.hrtime.bigint();
  const { status } = spawnSync('timeout', [PATIENCE, ...command], { stdio: 'ignore' });
  if (status === 124) return `over ${PATIENCE} s`;
  return milliseconds(Number(process.hrtime.bigint() - start) / 1e6);
}

/** Twice the input should take about twice the time, whatever the input. */
function growth(folder) {
  const sizes = [12_500, 25_000, 50_000];
  const inputs = {
    '10 % changed': count => {
      const old = talk(count);
      return { old, new: changed(old, 0.1) };
    },
    ...ADVERSARIES,
  };
  const rows = [['whole program', ...sizes.map(size => `${size / 1000}k`), '2x', '4x']];
  for (const [name, make] of Object.entries(inputs)) {
    const walls = sizes.map(size => timeOnce(ours(write(folder, make(size))), DIFFERENT));
    rows.push([name, ...walls.map(milliseconds), times(walls[1] / walls[0]), times(walls[2] / walls[0])]);
  }
  console.log(table(rows));
}
