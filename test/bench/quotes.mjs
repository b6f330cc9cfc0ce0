/**
 * How often `quotes` says of a quotation what is true of it, with known truth, and what 100 quotations cost beside reading.
 *
 *   npm run bench:quotes -- [--seed 1] [--cases 10000] [--kind TEXT] [--row TEXT] [--show-failures] [--no-speed]
 */
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { seededRandom } from './anchors/random.mjs';
import { percent } from './anchors/statistics.mjs';
import { bundle } from './bundle.mjs';
import { folded, ROWS } from './quotes/rows.mjs';
import { measureSpeed } from './quotes/speed.mjs';
import { KINDS, PARTY_NAMES } from './quotes/talks.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Quotations of one talk. */
const OF_A_TALK = 250;
const MOST_SHOWN = 8;
const ROUNDS = 7;
const MOST_DRAWS = 400;
/** Talks without a single case, such as a dialogue in which nobody denies anything. */
const MOST_EMPTY = 50;
/** Verbs that turn what they govern are compared as negations are. */
const TURNING = ['denied', 'refused', 'denies', 'doubted'];

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    cases: { type: 'string', default: '10000' },
    kind: { type: 'string' },
    row: { type: 'string' },
    'show-failures': { type: 'boolean', default: false },
    'no-speed': { type: 'boolean', default: false },
  },
});
const cases = Number(options.cases);
const files = await bundle(root, `${root}node_modules/.cache/onrecord-bench/quotes`, {
  quotes: 'test/bench/quotes/onrecord.ts',
});
const onrecord = await import(pathToFileURL(files.quotes).href);

console.log(`seed ${options.seed}, ${cases} quotations a row; percent with 95 % intervals`);
for (const [kind, make] of Object.entries(KINDS)) {
  if (options.kind !== undefined && !kind.includes(options.kind)) continue;
  console.log(`\n${kind}`);
  for (const [index, row] of ROWS.entries()) {
    if (options.row !== undefined && !row.name.includes(options.row)) continue;
    await measure(row, make, Number(options.seed) * 7919 + index * 31);
  }
}
if (!options['no-speed']) measureSpeed(`${root}bin/onrecord.cjs`, ROUNDS);

async function measure(row, make, seed) {
  const random = seededRandom(seed);
  let [right, total, repeated, empty] = [0, 0, 0, 0];
  const failures = [];
  while (total < cases) {
    const talk = make(random);
    talk.folded = talk.utterances.map(({ text }) => folded(text)).join(' | ');
    talk.turning = new Set(TURNING);
    const made = [];
    const wanted = Math.min(OF_A_TALK, cases - total);
    for (let draws = 0; made.length < wanted && draws < wanted * MOST_DRAWS; draws++) {
      const one = row.make(talk, random);
      if (one === undefined) repeated++;
      else made.push(one);
    }
    if (made.length === 0) {
      if (++empty > MOST_EMPTY) throw new Error(`${row.name}: no case was found`);
      continue;
    }
    const judged = await judge(talk, made.map(({ draft }) => draft).join('\n\n'));
    if (judged.length !== made.length)
      throw new Error(`${row.name}: ${judged.length} of ${made.length} found`);
    for (const [index, { isRight, draft }] of made.entries()) {
      const holds = isRight(judged[index]);
      if (holds) right++;
      if (holds === (row.most !== undefined) && failures.length < MOST_SHOWN)
        failures.push(`${draft}  ${judged[index].match} ${judged[index].flags}`);
    }
    total += made.length;
  }
  const share = right / total;
  const isMissed = row.least === undefined ? share > row.most : share < row.least;
  const bar = row.least === undefined ? `at most ${100 * row.most} %` : `at least ${100 * row.least} %`;
  console.log(
    `  ${row.name.padEnd(52)} ${String(right).padStart(6)} of ${total}: ${percent(right, total).padEnd(20)} ${bar}; ${repeated} drawn again${isMissed ? '   MISSED' : ''}`,
  );
  if (options['show-failures'] || isMissed) for (const failure of failures) console.log(`    - ${failure}`);
}

async function judge({ language, utterances }, text) {
  const draft = onrecord.readTextDraft(text, 'draft.txt');
  const transcript = {
    kind: 'transcript',
    language,
    parties: new Map(Object.entries(PARTY_NAMES).map(([id, name]) => [id, { name }])),
    sources: new Map(),
    statements: [],
    claims: [],
    annotations: [],
    extensions: new Map(),
    utterances,
  };
  const project = onrecord.projectOfValues(transcript, [], 'talk.yaml');
  const { quotations } = onrecord.findQuotations(draft, 3);
  const records = await onrecord.recordsOf([project], [draft]);
  return onrecord.judgeQuotations(quotations, records, new onrecord.Allowances([draft], []));
}
