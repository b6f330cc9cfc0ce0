/**
 * How often annotations are carried to the wrong place, lost, or sent to a person, with known truth; and how fast.
 *
 *   npm run bench:anchors -- [--seeds 1,2,3] [--cases 334] [--row TEXT] [--kind prose|dialogue|german|russian|file|languages] [--text FILE]
 *                            [--compared 50] [--show-failures] [--no-speed] [--only-speed]
 */
import { parseArgs } from 'node:util';
import { runCase } from './anchors/cases.mjs';
import { measureLanguages } from './anchors/languages.mjs';
import { load } from './anchors/load.mjs';
import { ROWS } from './anchors/operations.mjs';
import { seededRandom } from './anchors/random.mjs';
import { measureSpeed } from './anchors/speed.mjs';
import { percent } from './anchors/statistics.mjs';
import { KINDS, kindFromFile } from './anchors/transcripts.mjs';

/** The limits in `src/core/anchor/limits.ts` were chosen on these of prose and dialogue; any others are fresh, and so are German and Russian. */
const TUNED_ON = [1, 2, 3];
/** Bars, in percent. */
const MOST_WRONG = 0.3;
const MOST_REVIEWED = 5;
const MOST_SHOWN = 12;
/** Of each seed and row: their sentences are few, and more cases would repeat them. */
const CASES_OF_A_LANGUAGE = 100;

const { values: options } = parseArgs({
  options: {
    seeds: { type: 'string', default: '701,702,703' },
    cases: { type: 'string', default: '334' },
    compared: { type: 'string', default: '50' },
    row: { type: 'string' },
    kind: { type: 'string' },
    text: { type: 'string' },
    'show-failures': { type: 'boolean', default: false },
    'no-speed': { type: 'boolean', default: false },
    'only-speed': { type: 'boolean', default: false },
  },
});

const seeds = options.seeds.split(',').map(Number);
const cases = Number(options.cases);
/** Cases of each seed that the two other methods are run on. */
const compared = Number(options.compared);
const kinds = options.text === undefined ? KINDS : { ...KINDS, file: kindFromFile(options.text) };
const reanchor = await load();

console.log(
  `seeds ${seeds.join(', ')}${seeds.some(seed => TUNED_ON.includes(seed)) ? ' (tuned on)' : ' (fresh; tuned on 1, 2, 3 of prose and dialogue)'}, ${cases} cases each, the other methods on ${Math.min(compared, cases)}`,
);
if (!options['only-speed'])
  for (const [name, kind] of Object.entries(kinds))
    if (options.kind === undefined || options.kind === name) printTable(name, kind);
if (!options['only-speed'] && (options.kind ?? 'languages') === 'languages' && options.row === undefined)
  await measureLanguages({
    seeds,
    cases: Math.min(cases, CASES_OF_A_LANGUAGE),
    showFailures: options['show-failures'],
  });
if (!options['no-speed']) measureSpeed();

function printTable(kindName, kind) {
  console.log(
    `\n${kindName}: percent wrong / orphaned / sent to review, each with its 95 % interval: the second bound is the most it may be`,
  );
  const failures = [];
  for (const [index, row] of ROWS.entries()) {
    if (options.row !== undefined && !row.name.includes(options.row)) continue;
    const { tallies, shown, alarmed, total } = runRow(row, index, kind);
    const above = aboveBar(row, tallies.onrecord, alarmed, total);
    console.log(`\n${row.name}${row.gone ? ' (truth: orphan)' : ''}${row.note ? ` (${row.note})` : ''}`);
    for (const [method, { right, wrong, orphaned, review }] of Object.entries(tallies)) {
      const own = method === 'onrecord';
      const ran = right + wrong + orphaned + review;
      console.log(
        `  ${method.padEnd(11)} ${percent(wrong, ran).padEnd(18)} ${percent(orphaned, ran).padEnd(18)} ${own ? percent(review, ran).padEnd(18) : '-'.padEnd(18)}${own ? ` alarms ${percent(alarmed, total)}${above.length > 0 ? `   ABOVE THE BAR: ${above.join(', ')}` : ''}` : ''}`,
      );
    }
    if (above.length > 0 || options['show-failures']) failures.push({ row, shown });
  }
  if (options['show-failures'])
    for (const { row, shown } of failures) {
      console.log(`\n${kindName}, ${row.name}:`);
      for (const line of shown) console.log(`  - ${line}`);
    }
}

function runRow(row, index, kind) {
  const tallies = {};
  const shown = [];
  let alarmed = 0;
  for (const seed of seeds) {
    const random = seededRandom(seed * 1009 + index * 17);
    for (let count = 0; count < cases; count++) {
      const { results, alarms, show } = runCase(row, kind, random, reanchor, count < compared);
      for (const [method, result] of Object.entries(results)) {
        tallies[method] ??= { right: 0, wrong: 0, orphaned: 0, review: 0 };
        tallies[method][result]++;
      }
      if (alarms.length > 0) alarmed++;
      if (results.onrecord !== 'right' && shown.length < MOST_SHOWN)
        shown.push(`${results.onrecord}\n      ${show()}`);
    }
  }
  return { tallies, shown, alarmed, total: seeds.length * cases };
}

function aboveBar(row, { wrong, orphaned, review }, alarmed, total) {
  const share = count => (100 * count) / total;
  const above = [];
  if (share(wrong) > MOST_WRONG) above.push('wrong');
  if (share(review) > (row.review ?? MOST_REVIEWED)) above.push('review');
  if (row.orphaned !== undefined && share(orphaned) > row.orphaned) above.push('orphaned');
  if (row.waits !== undefined && share(alarmed + review) > row.waits) above.push('waits');
  return above;
}
