// Pairs of branches merged by the real git, with and without the merge driver, and what became of the annotations.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import { branches, joined } from './branches.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const FILE = 'first-reader.layer.yaml';

/** Counts over the pairs with the seeds 1 to `pairs`. */
export function simulate(pairs, withDriver) {
  const home = mkdtempSync(path.join(tmpdir(), 'onrecord-merges-'));
  try {
    return run(pairs, withDriver, home);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function run(pairs, withDriver, home) {
  const folder = path.join(home, 'work');
  mkdirSync(folder);
  const call = (program, args, allowed = [0]) => {
    const result = spawnSync(program, args, { cwd: folder, encoding: 'utf8', env: environment(home) });
    if (!allowed.includes(result.status)) throw new Error(`${program} ${args.join(' ')}: ${result.stderr}`);
    return result;
  };
  const git = (...args) => call('git', args);
  const commit = text => {
    writeFileSync(path.join(folder, FILE), text);
    git('commit', '-q', '-a', '--allow-empty', '-m', 'change');
  };
  git('init', '-q', '-b', 'main');
  if (withDriver) call('onrecord', ['git', 'install']);
  const sample = readFileSync(path.join(root, 'data/yerevan-2016', FILE), 'utf8');
  writeFileSync(path.join(folder, FILE), sample);
  git('add', '--all');
  git('commit', '-q', '-m', 'base');
  git('tag', 'base');

  const total = { merges: 0, conflicts: 0, unreadable: 0, lost: 0, duplicated: 0, lostEdits: 0 };
  for (let seed = 1; seed <= pairs; seed++) {
    const sides = branches(sample, seed);
    git('checkout', '-q', '-B', 'theirs', 'base');
    commit(joined(sides.theirs));
    git('checkout', '-q', '-B', 'ours', 'base');
    commit(joined(sides.ours));
    const isConflict = call('git', ['merge', '-q', '-m', 'merge', 'theirs'], [0, 1]).status === 1;
    count(total, sides, readFileSync(path.join(folder, FILE), 'utf8'), isConflict);
    if (isConflict) git('merge', '--abort');
  }
  return total;
}

function environment(home) {
  const { NODE_EXTRA_CA_CERTS: _, ...rest } = process.env;
  const who = ['AUTHOR', 'COMMITTER'].flatMap(role => [
    [`GIT_${role}_NAME`, 'A. Reader'],
    [`GIT_${role}_EMAIL`, 'reader@example.org'],
    [`GIT_${role}_DATE`, '2026-01-15T12:00:00Z'],
  ]);
  const bin = path.join(root, 'test/helpers/bin');
  return {
    ...rest,
    ...Object.fromEntries(who),
    PATH: `${bin}:${process.env.PATH}`,
    HOME: home,
    XDG_CONFIG_HOME: path.join(home, '.config'),
    GIT_CONFIG_NOSYSTEM: '1',
  };
}

/** A file that no longer reads is counted as that alone: what a person would make of it is not known. */
function count(total, { base, ours, theirs }, text, isConflict) {
  total.merges++;
  if (isConflict) total.conflicts++;
  const document = parseDocument(text);
  if (document.errors.length > 0) {
    total.unreadable++;
    return;
  }
  const annotations = document.toJS().annotations;
  const found = new Map();
  for (const annotation of annotations)
    found.set(annotation.id, [...(found.get(annotation.id) ?? []), annotation]);
  const [before, left, right] = [base, ours, theirs].map(valuesById);
  for (const id of new Set([...left.keys(), ...right.keys()])) {
    const results = found.get(id) ?? [];
    if (results.length > 1) total.duplicated++;
    const [was, mine, others] = [before.get(id), left.get(id), right.get(id)];
    const isDeleted = (mine === undefined && others === was) || (others === undefined && mine === was);
    if (results.length === 0 && !isDeleted) total.lost++;
    if (results.length === 0 || mine === undefined || others === undefined) continue;
    const expected = mine === was ? others : others === was ? mine : undefined;
    if (expected !== undefined && results.every(result => spelled(result) !== expected)) total.lostEdits++;
  }
}

function valuesById(side) {
  const { annotations } = parseDocument(joined(side)).toJS();
  return new Map(annotations.map(annotation => [annotation.id, spelled(annotation)]));
}

/** The order of fields does not matter. */
function spelled(value) {
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
