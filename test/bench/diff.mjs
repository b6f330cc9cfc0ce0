// What comparing two versions costs after reading, against git and against the library for text differences.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { HARD_CASES, plain, versions } from './diffs/pairs.mjs';
import { childJson, median, milliseconds, table, timeOnce, times } from './measure.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const COUNT = 100_000;
const SHARES = [0.01, 0.1, 0.5];
const ROUNDS = 3;
/** Sizes at which growth is measured, against the first. */
const SIZES = [25_000, 50_000, 100_000];

/** @param {string} root of the repository; @param {string} folder for files made here */
export async function benchDiff(root, folder) {
  const file = path.join(root, 'node_modules/.cache/onrecord-bench/diff.mjs');
  const bundle = await rolldown({ input: path.join(here, 'diffs/onrecord.ts'), platform: 'node' });
  await bundle.write({ file, format: 'esm' });
  await bundle.close();
  const compare = (count, change, ids, method = 'ours') =>
    childJson(path.join(here, 'diffs/one.mjs'), file, String(count), String(change), ids, method);

  const git = change => {
    const files = versions(COUNT, change, true).map((utterances, side) => {
      const name = path.join(folder, `version-${side}.txt`);
      writeFileSync(name, plain(utterances));
      return name;
    });
    return () => timeOnce(['git', 'diff', '--no-index', '--word-diff', ...files], { statuses: [0, 1] });
  };

  const againstLibrary = (share, ours) => {
    const { wall, changes } = compare(COUNT, share, 'ids', 'jsdiff');
    return changes === null ? `stopped at ${times(wall / ours)}` : times(wall / ours);
  };

  const rows = [];
  for (const change of [...SHARES, ...HARD_CASES]) {
    const wordDiff = git(change);
    const runs = { git: [], ids: [], none: [] };
    for (let round = 0; round < ROUNDS; round++) {
      runs.git.push(wordDiff());
      for (const ids of ['ids', 'none']) runs[ids].push(compare(COUNT, change, ids).wall);
    }
    const [whole, kept, lost] = [median(runs.git), median(runs.ids), median(runs.none)];
    rows.push([
      typeof change === 'number' ? `${change * 100} % changed` : change,
      milliseconds(whole),
      milliseconds(kept),
      times(kept / whole),
      milliseconds(lost),
      times(lost / whole),
      typeof change === 'number' ? againstLibrary(change, kept) : '',
    ]);
  }
  const head = ['git, whole', 'ids kept', 'of git', 'ids lost', 'of git', 'jsdiff, of ids kept'];
  console.log(table([[`${COUNT} utterances`, ...head], ...rows]));
  console.log();

  const growth = [];
  for (const change of [0.1, ...HARD_CASES]) {
    for (const ids of ['ids', 'none']) {
      const walls = SIZES.map(() => []);
      for (let round = 0; round < ROUNDS; round++)
        for (const [index, size] of SIZES.entries()) walls[index].push(compare(size, change, ids).wall);
      const medians = walls.map(median);
      growth.push([
        `${typeof change === 'number' ? `${change * 100} % changed` : change}, ids ${ids === 'ids' ? 'kept' : 'lost'}`,
        ...medians.map(wall => times(wall / medians[0])),
      ]);
    }
  }
  console.log(table([['growth', '1x', '2x', '4x'], ...growth]));
}
