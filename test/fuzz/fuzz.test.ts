/** That the fuzzer finds what it looks for, makes the same inputs again, and finds nothing in a short run. */
import { expect, test } from 'vitest';
import type { run } from '../../src/cli/run.ts';
import { steepGrowth } from '../helpers/growth.ts';
import { ROOT } from '../helpers/run-cli.ts';
import { DEAR_RUNS } from '../helpers/runs.ts';
import { corpus } from './corpus.ts';
import { project } from './projects.ts';
import { Random } from './random.ts';
import { KINDS, runCase } from './run-cases.ts';
import { runIn } from './world.ts';

type Program = typeof run;
const SURROUNDINGS = { root: ROOT, corpus: corpus(ROOT) };

/** The problem of a run of a made-up program. */
async function problemOf(
  program: Program,
  argv: readonly string[] = ['show', 'talk.yaml'],
  columns?: number,
) {
  const files = new Map([['talk.yaml', Buffer.from('onrecord: 1\n')]]);
  const ran = await runIn(ROOT, { argv, files, ...(columns && { columns }) }, new Random(1), program);
  return ran.problem;
}

const prints =
  (text: string): Program =>
  async (_argv, env) => {
    await env.stdout.write(text);
    return 0;
  };

const writes =
  (name: string): Program =>
  async (_argv, env) => {
    env.files.replace(
      name,
      new Uint8Array(),
      env.files.kind(name) === 'file' ? env.files.read(name) : undefined,
    );
    return 0;
  };

test.each<[string, Program, string, string[]?]>([
  ['an exception', () => Promise.reject(new Error('boom')), 'uncaught: Error: boom'],
  ['a status above 2', async () => 129, 'status 129'],
  ['a control character', prints('a\u001b[31337mb'), 'printed a control character'],
  ['a command to GitHub', prints('::set-env name=A::b'), 'printed a GitHub command'],
  ['a write outside', writes('../other.yaml'), 'wrote /talks/other.yaml', ['annotate', 'talk.yaml']],
  ['a write that was not asked for', writes('talk.yaml'), 'not asked for'],
  ['a write of a dry run', writes('talk.yaml'), 'not asked for', ['annotate', 'talk.yaml', '-n']],
  [
    'a read outside',
    async (_argv, env) => {
      env.files.read('../outside.yaml');
      return 0;
    },
    'read /talks/outside.yaml',
  ],
])('%s is told', async (_what, program, problem, argv) => {
  expect(await problemOf(program, argv)).toContain(problem);
});

test('what a run may do is not told', async () => {
  expect(await problemOf(prints('\u001b[31mred\u001b[39m'), undefined, 80)).toBeUndefined();
  expect(await problemOf(writes('talk.yaml'), ['annotate', 'talk.yaml'])).toBeUndefined();
  expect(
    await problemOf(writes('talk.yaml'), ['annotate', 'talk.yaml', '--note', '-rfnot here']),
  ).toBeUndefined();
  expect(
    await problemOf(prints('text: "##[error]b"\n'), [
      'collate',
      'a.yaml',
      'b.yaml',
      '--speakers-from',
      'b.yaml',
    ]),
  ).toBeUndefined();
  expect(
    await problemOf(writes('../other.yaml'), ['show', 'talk.yaml', '-o', '../other.yaml']),
  ).toBeUndefined();
});

test.each<[string, (length: number) => number, number, object?]>([
  ['work that is not linear is told', length => length ** 2 / 100, 100, { size: 100, ratio: 9 }],
  [
    'so is work that is not up to some size',
    length => Math.min(length, 300) ** 2 * length,
    100,
    { size: 100, ratio: 27 },
  ],
  ['linear work is not', length => length, 1000],
  ['nor is work of which one step takes longer', length => (length > 1000 ? 1.7 : 1) * length, 1000],
  ['nor is what takes too little time to be measured', length => length ** 2 / 100, 10],
])('%s', async (_what, steps, size, growth) => {
  const counted = async (work: () => unknown) => Number(await work());
  expect(await steepGrowth(length => length, steps, [size], counted)).toEqual(growth);
});

test('a case that takes long is told, and one that fails is not run again', async () => {
  const spin = () => {
    const end = process.cpuUsage().user + 40_000;
    while (process.cpuUsage().user < end);
  };
  let runs = 0;
  const kind = {
    name: 'slow',
    share: 1,
    patience: 20,
    run: async () => {
      runs++;
      spin();
      return { reached: 'x', files: new Map(), call: [] };
    },
  };
  expect((await runCase(kind, 1, 1, SURROUNDINGS)).problem).toContain('s of a processor');
  expect(runs).toBe(2);
});

test('the same seed and number make the same project', () => {
  const of = (number: number) => project(Random.ofCase(7, 'projects', number));
  expect(of(3)).toEqual(of(3));
  expect(of(3)).not.toEqual(of(4));
});

const runs = Math.max(20, DEAR_RUNS / 20);

test.each(KINDS.map(kind => [kind.name, kind] as const))(
  'a short run of %s finds nothing',
  async (_name, kind) => {
    const found = [];
    const reached = new Set<string>();
    for (let number = 0; number < Math.ceil(runs * kind.share); number++) {
      const outcome = await runCase(kind, 22, number, SURROUNDINGS);
      reached.add(outcome.reached);
      if (outcome.problem !== undefined) found.push({ number, problem: outcome.problem, call: outcome.call });
    }
    expect(found).toEqual([]);
    if (kind.share === 1) expect(reached.size).toBeGreaterThan(1);
  },
);
