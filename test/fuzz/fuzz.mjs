/**
 * Looks for inputs that crash the program, hang it, or get something out of it that must not come out.
 *
 *   npm run fuzz -- [--minutes 10 | --inputs 500] [--seed 7] [--kind readers|projects|lines|growth] [--case 123]
 *
 * The same seed makes the same inputs. Each failure prints how to see it again, and its files are written to a folder.
 * Ends with 1 where there was one, and prints the numbers of inputs. Growth that looks steep in a process that has run
 * thousands of cases is measured again in one of its own, and is a failure if it is steep there too.
 */
import { fork, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleForNode } from '../helpers/bundle.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Milliseconds of the clock after which a case counts as one that never ends: the machine may be busy with other work. */
const ENDLESS = 180_000;
/** Failures of one kind that are printed in full. */
const SHOWN = 3;

const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string' },
    inputs: { type: 'string' },
    seed: { type: 'string' },
    kind: { type: 'string' },
    case: { type: 'string' },
  },
});
const seed = options.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(options.seed);
const minutes = options.minutes ?? ((options.inputs ?? options.case) ? '100000' : '1');
const deadline = Date.now() + Number(minutes) * 60_000;
const folder = path.join(os.tmpdir(), `onrecord-fuzz-${seed}`);
const running = path.join(os.tmpdir(), `onrecord-fuzz-${process.pid}`);

const worker = await bundleForNode('fuzz', { main: 'test/fuzz/main.ts', kinds: 'test/fuzz/run-cases.ts' });
const { KINDS: kinds } = await import(path.join(path.dirname(worker), 'kinds.mjs'));
const chosen = kinds.filter(({ name }) => options.kind === undefined || name === options.kind);
if (chosen.length === 0) throw new Error(`--kind is one of ${kinds.map(({ name }) => name).join(', ')}`);
/** The next case of each kind, and the one before which it ends. */
const from = {};
const until = {};
for (const { name, share } of chosen) {
  from[name] = Number(options.case ?? 0);
  until[name] =
    options.case !== undefined
      ? from[name] + 1
      : options.inputs !== undefined
        ? Math.ceil(Number(options.inputs) * share)
        : Number.MAX_SAFE_INTEGER;
}

console.log(`seed ${seed}`);
const counts = new Map(chosen.map(({ name }) => [name, new Map()]));
/** How often each problem was met, by its first line without what differs. */
const problems = new Map();
/** Failures of growth that are to be measured again. */
const steep = [];
while ((await attempt()) === 'ended early');
fs.rmSync(running, { force: true });
const held = steep.filter(({ kind, number }) => failsAlone(kind, number));
for (const { kind, number, outcome } of held) tell(kind, number, outcome);

for (const [kind, reached] of counts) {
  const total = [...reached.values()].reduce((sum, count) => sum + count, 0);
  const parts = [...reached].sort().map(([name, count]) => `${count.toLocaleString('en')} ${name}`);
  console.log(`${kind}: ${total.toLocaleString('en')} inputs (${parts.join(', ')})`);
}
const failures = [...problems.values()].reduce((sum, count) => sum + count, 0);
for (const [problem, count] of problems) console.log(`${count} times: ${problem}`);
if (held.length < steep.length)
  console.log(
    `${steep.length - held.length} times: growth that looked steep, and was not in a process of its own`,
  );
console.log(failures === 0 ? 'no failure' : `${failures} failures`);
process.exitCode = failures === 0 ? 0 : 1;

/** Runs cases in a process of their own until they end, or one of them ends the process. */
async function attempt() {
  fs.writeFileSync(running, '');
  const child = fork(worker, [], { serialization: 'advanced', execArgv: ['--no-warnings'] });
  const ended = new Promise(resolve => child.on('exit', (status, signal) => resolve(signal ?? status)));
  let isEndless = false;
  child.on('message', message => {
    if (message.type === 'counts') add(message.kind, message.counts);
    else if (message.type === 'failure' && message.kind === 'growth' && options.case === undefined)
      steep.push(message);
    else if (message.type === 'failure') tell(message.kind, message.number, message.outcome);
    // What it sent has arrived.
    else child.disconnect();
  });
  child.send({ root, seed, running, from, until, deadline });
  const watch = setInterval(() => {
    if (Date.now() - (current()?.since ?? Date.now()) < ENDLESS) return;
    isEndless = true;
    child.kill('SIGKILL');
  }, 5000);
  const end = await ended;
  clearInterval(watch);
  if (end === 0) return 'done';
  const { kind, number, next } = current() ?? {};
  if (kind === undefined) throw new Error(`the process of the cases ended with ${end} before the first one`);
  const problem = isEndless ? `does not end in ${ENDLESS / 1000} s` : `ends the process with ${end}`;
  tell(kind, number, { problem, files: new Map(), call: [] });
  Object.assign(from, next, { [kind]: number + 1 });
  return 'ended early';
}

function failsAlone(kind, number) {
  const again = ['--seed', seed, '--kind', kind, '--case', number].map(String);
  return spawnSync(process.execPath, [fileURLToPath(import.meta.url), ...again]).status !== 0;
}

/** The case that runs, or ran when the process ended. */
function current() {
  try {
    return JSON.parse(fs.readFileSync(running, 'utf8'));
  } catch {
    return undefined;
  }
}

function add(kind, more) {
  const all = counts.get(kind);
  for (const [reached, count] of Object.entries(more)) all.set(reached, (all.get(reached) ?? 0) + count);
}

function tell(kind, number, { problem, files, call }) {
  const head = problem
    .split('\n')[0]
    .replace(/\d+(?:\.\d+)?/g, 'N')
    .slice(0, 120);
  const count = (problems.get(head) ?? 0) + 1;
  problems.set(head, count);
  if (count > SHOWN) return;
  const place = path.join(folder, `${kind}-${number}`);
  for (const [name, bytes] of files) {
    const file = path.resolve(place, name);
    if (!file.startsWith(`${place}${path.sep}`)) continue;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, bytes);
  }
  console.log(
    [
      `FAILED ${kind} ${number}: ${problem.split('\n').slice(0, 12).join('\n  ')}`,
      `  ${JSON.stringify(call)}`,
      ...(files.size > 0 ? [`  its files are in ${place}`] : []),
      `  again: npm run fuzz -- --seed ${seed} --kind ${kind} --case ${number}`,
    ].join('\n'),
  );
}
