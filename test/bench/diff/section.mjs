// What a diff of two versions costs: as whole programs, after reading, and as the input grows.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { childJson, env, median, milliseconds, table, timeOnce, times } from '../measure.mjs';
import { asYaml, HARD_CASES, plain, versions } from './versions.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const node = process.execPath;
const DIFFERENT = { statuses: [0, 1] };
const ROUNDS = 3;
const COUNT = 100_000;
const SHARES = [0.01, 0.1, 0.5];
/** Sizes at which growth is measured, against the first. */
const SIZES = [25_000, 50_000, 100_000];

/** Seconds after which a program is stopped; nobody would wait longer. */
const PATIENCE = 30;

/** After reading, a diff takes at most so many times as long as git in all. */
const MOST_OF_GIT = 2.5;
/** Four times the input takes at most so many times as long: a little more than linear. */
const MOST_GROWTH = 6;

/** @param {string} root of the repository; @param {string} folder for files made here */
export async function diffSection(root, folder) {
  const bundle = path.join(root, 'node_modules/.cache/onrecord-bench/diff.mjs');
  const built = await rolldown({ input: path.join(here, 'onrecord.ts'), platform: 'node' });
  await built.write({ file: bundle, format: 'esm' });
  await built.close();
  const afterReading = (count, change, ids) =>
    childJson(path.join(here, 'after-reading.mjs'), bundle, String(count), String(change), ids).wall;

  console.log(table(wholePrograms(root, folder)));
  console.log();
  console.log(table(againstGit(folder, afterReading)));
  console.log();
  console.log(table(growth(afterReading)));
}

/** Ours reads the annotated views, the others the plain ones. */
function wholePrograms(root, folder) {
  const bin = path.join(root, 'bin/onrecord.cjs');
  const rows = [[`${COUNT} utterances`, 'onrecord diff', 'of git', 'of wdiff', 'of dwdiff', 'of jsdiff', '']];
  for (const share of SHARES) {
    const views = write(folder, 'yaml', asYaml, share);
    const lines = write(folder, 'txt', plain, share);
    const commands = [
      [node, bin, 'diff', ...views, '--format', 'stat'],
      ['git', 'diff', '--no-index', '--word-diff', ...lines],
      ['wdiff', '-s', ...lines],
      ['dwdiff', '-s', ...lines],
      [node, path.join(here, 'jsdiff-one.mjs'), ...lines],
    ];
    const walls = commands.map(() => []);
    for (let round = 0; round < ROUNDS; round++)
      // A program that was stopped or is missing is not asked again.
      for (const [index, command] of commands.entries())
        if (typeof walls[index].at(-1) !== 'string') walls[index].push(limited(command));
    const [ours, ...others] = walls.map(list => list.find(wall => typeof wall === 'string') ?? median(list));
    const isBehind = others.slice(1, 3).some(other => typeof other === 'number' && ours > other);
    rows.push([
      nameOf(share),
      milliseconds(ours),
      ...others.map(other => (typeof other === 'number' ? times(ours / other) : other)),
      isBehind ? 'ABOVE THE BAR' : '',
    ]);
  }
  return rows;
}

/** A program's time in milliseconds, or why there is none. */
function limited(command) {
  if (spawnSync(command[0], ['--version'], { stdio: 'ignore' }).error !== undefined) return 'not installed';
  const start = process.hrtime.bigint();
  const { status } = spawnSync('timeout', [String(PATIENCE), ...command], { stdio: 'ignore', env });
  return status === 124 ? `stopped at ${PATIENCE} s` : Number(process.hrtime.bigint() - start) / 1e6;
}

function againstGit(folder, afterReading) {
  const rows = [['after reading', 'git, whole', 'ids kept', 'of git', '', 'ids lost', 'of git', '']];
  for (const change of [...SHARES, ...HARD_CASES]) {
    const git = ['git', 'diff', '--no-index', '--word-diff', ...write(folder, 'txt', plain, change)];
    const runs = { git: [], ids: [], none: [] };
    for (let round = 0; round < ROUNDS; round++) {
      runs.git.push(timeOnce(git, DIFFERENT));
      for (const ids of ['ids', 'none']) runs[ids].push(afterReading(COUNT, change, ids));
    }
    const whole = median(runs.git);
    const cells = ids => {
      const wall = median(runs[ids]);
      const isAbove = typeof change === 'number' && wall > MOST_OF_GIT * whole;
      return [milliseconds(wall), times(wall / whole), isAbove ? 'ABOVE THE BAR' : ''];
    };
    rows.push([nameOf(change), milliseconds(whole), ...cells('ids'), ...cells('none')]);
  }
  return rows;
}

function growth(afterReading) {
  const rows = [['growth', '1x', '2x', '4x', '']];
  for (const change of [0.1, ...HARD_CASES]) {
    for (const ids of ['ids', 'none']) {
      const walls = SIZES.map(() => []);
      for (let round = 0; round < ROUNDS; round++)
        for (const [index, size] of SIZES.entries()) walls[index].push(afterReading(size, change, ids));
      const ratios = walls.map(list => median(list) / median(walls[0]));
      rows.push([
        `${nameOf(change)}, ids ${ids === 'ids' ? 'kept' : 'lost'}`,
        ...ratios.map(times),
        ratios.at(-1) > MOST_GROWTH ? 'ABOVE THE BAR' : '',
      ]);
    }
  }
  return rows;
}

/** Writes both versions and gives the names of the files. */
function write(folder, ending, print, change) {
  return versions(COUNT, change, true).map((utterances, side) => {
    const file = path.join(folder, `version-${side}.${ending}`);
    writeFileSync(file, print(utterances));
    return file;
  });
}

function nameOf(change) {
  return typeof change === 'number' ? `${change * 100} % changed` : change;
}
