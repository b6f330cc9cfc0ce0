/** Every command that writes, with faults of the disk, kills and saves of others. `npm run faults` tries every call. */
import fs from 'node:fs';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/commands/index.ts';
import { ROOT } from '../helpers/run-cli.ts';
import { partOf } from '../helpers/runs.ts';
import { ACTIONS } from './actions.ts';
import { inject } from './inject.ts';

/** A few calls of each command; CI runs `npm run faults`, which takes all. */
const EVERY = 61;

test.each(partOf(ACTIONS, 3).map(action => [action.name, action] as const))(
  '%s leaves the old files or the new ones',
  async (_name, action) => {
    const { points, problems } = await inject(action, ROOT, EVERY);
    expect(problems).toEqual([]);
    expect(points.kill + points.once).toBeGreaterThan(0);
  },
);

test('every command that writes is among them', () => {
  const tried = new Set(ACTIONS.map(({ argv }) => argv[0]));
  const writing = COMMANDS.filter(({ group }) => group === 'Write' || group === 'Set up');
  const readOnly = ['explain', 'schema', 'help', 'completion', 'completion-server'];
  expect(
    writing.map(({ name }) => name).filter(name => !tried.has(name) && !readOnly.includes(name)),
  ).toEqual([]);
});

const annotate = ACTIONS.find(({ name }) => name === 'annotate')!;
type Program = NonNullable<Parameters<typeof inject>[3]>;

test.each<[string, Program, RegExp]>([
  [
    'a write in place',
    async (_argv, env) => {
      fs.writeFileSync(env.files.absolute('talk.layer.yaml'), 'the new bytes');
      return 0;
    },
    /talk.layer.yaml is torn/,
  ],
  [
    'an error that is not told',
    async (_argv, env) => {
      try {
        env.files.replace('talk.layer.yaml', Buffer.from('new'), env.files.read('talk.layer.yaml'));
      } catch {}
      return 0;
    },
    /ends with 0, and it is not done/,
  ],
  [
    'a save that is overwritten',
    async (_argv, env) => {
      env.files.read('talk.layer.yaml');
      fs.renameSync(env.files.absolute('made.yaml'), env.files.absolute('talk.layer.yaml'));
      return 0;
    },
    /what somebody saved in talk.layer.yaml is gone/,
  ],
  [
    'what is left behind',
    async (_argv, env) => {
      const file = env.files.absolute('talk.layer.yaml');
      fs.writeFileSync(`${file}.lock.new`, 'new');
      fs.renameSync(`${file}.lock.new`, file);
      return 0;
    },
    /leaves talk.layer.yaml.lock.new|status/,
  ],
])('%s is found', async (_what, program, problem) => {
  const { problems } = await inject({ ...annotate, files: { 'made.yaml': 'new' } }, ROOT, 1, program);
  expect(problems.join('\n')).toMatch(problem);
});
