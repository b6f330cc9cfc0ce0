// Two annotators on two branches, merged by the real git with and without the merge driver. Needs the built program.
//   npm run bench:merges            200 pairs
//   npm run bench:merges -- 50      so many
import { table } from './measure.mjs';
import { simulate } from './merges/simulate.mjs';

const pairs = Number(process.argv[2] ?? 200);
const rows = [
  ['git alone', simulate(pairs, false)],
  ['git with the driver', simulate(pairs, true)],
];
console.log(
  table([
    ['', 'merges', 'in conflict', 'no longer YAML', 'annotations lost', 'duplicated', 'edits lost'],
    ...rows.map(([name, total]) => [
      name,
      total.merges,
      total.conflicts,
      total.unreadable,
      total.lost,
      total.duplicated,
      total.lostEdits,
    ]),
  ]),
);
