/** kill -9 of the built program at moments that a seed chooses: each file is the old one or the new one, and there is a way on. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Random } from '../fuzz/random.ts';
import { ROOT, runCli } from '../helpers/run-cli.ts';
import { IS_FULL } from '../helpers/runs.ts';

const PROGRAM = path.join(ROOT, 'bin/onrecord.cjs');
const KILLS = IS_FULL ? 25 : 4;
/** Enough that a write takes a while. */
const UTTERANCES = IS_FULL ? 3000 : 400;

const talk = (word: string) =>
  `onrecord: 1\nparties: {ann: {name: Ann Baker}}\nutterances:\n${Array.from(
    { length: UTTERANCES },
    (_, index) =>
      `  - {id: u${index}, speaker: ann, text: The ferry ${word} number ${index} leaves at nine.}\n`,
  ).join('')}`;
const layer = (note: string) =>
  `onrecord: 1\ntranscript: talk.yaml\nannotations:\n${Array.from(
    { length: UTTERANCES },
    (_, index) =>
      `  - {id: a${index}, target: u${index}, quote: number ${index}, comment: ${note} ${index}}\n`,
  ).join('')}`;

type Files = Readonly<Record<string, string>>;

class Folder {
  readonly name = fs.realpathSync(fs.mkdtempSync(path.join(tmpdir(), 'onrecord-kills-')));

  constructor() {
    onTestFinished(() => fs.rmSync(this.name, { recursive: true }));
  }

  write(files: Files): void {
    for (const name of fs.readdirSync(this.name)) fs.rmSync(path.join(this.name, name));
    for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(this.name, name), text);
  }

  read(names: readonly string[]): Files {
    return Object.fromEntries(names.map(name => [name, fs.readFileSync(path.join(this.name, name), 'utf8')]));
  }

  /** Milliseconds that a run takes from its start, and until its first lock is there; with `kill`, it ends there. */
  run(argv: readonly string[], kill?: { readonly behindLock: boolean; readonly after: number }) {
    const child = spawn(process.execPath, [PROGRAM, ...argv], { cwd: this.name, stdio: 'ignore' });
    const start = performance.now();
    const end = () => child.kill('SIGKILL');
    let toLock: number | undefined;
    const watcher = fs.watch(this.name, (_event, name) => {
      if (toLock !== undefined || name?.endsWith('.lock') !== true) return;
      toLock = performance.now() - start;
      if (kill?.behindLock === true) setTimeout(end, kill.after);
    });
    const timer = kill?.behindLock === false ? setTimeout(end, kill.after) : undefined;
    return new Promise<{ whole: number; toLock: number; isKilled: boolean }>(resolve => {
      child.on('exit', (_status, signal) => {
        watcher.close();
        clearTimeout(timer);
        const whole = performance.now() - start;
        resolve({ whole, toLock: toLock ?? whole, isKilled: signal === 'SIGKILL' });
      });
    });
  }
}

/**
 * Half of the kills come at any moment of a run, half while it writes. A run that ends sooner than the last whole one, as where
 * other programs no longer take the processor, is the measure of the next.
 */
async function killAgainAndAgain(
  before: Files,
  argv: readonly string[],
  look: (folder: Folder, old: Files, fresh: Files, index: number) => Promise<void>,
): Promise<number> {
  const folder = new Folder();
  const names = Object.keys(before);
  folder.write(before);
  let { whole, toLock } = await folder.run(argv);
  const fresh = folder.read(names);
  expect(fresh).not.toEqual(before);
  const random = new Random(22);
  let killed = 0;
  for (let index = 0; index < KILLS || (killed === 0 && index < 5 * KILLS); index++) {
    folder.write(before);
    const behindLock = index % 2 === 0;
    const span = behindLock ? whole - toLock : whole;
    const ran = await folder.run(argv, { behindLock, after: (span * random.int(1000)) / 1000 });
    if (ran.isKilled) killed++;
    else ({ whole, toLock } = ran);
    const now = folder.read(names);
    for (const name of names)
      expect([name, [before[name], fresh[name]].includes(now[name])]).toEqual([name, true]);
    await look(folder, before, fresh, index);
  }
  return killed;
}

test('of edit: check says how to go on, and both ways lead to an end', async () => {
  const names = ['talk.yaml', 'talk.layer.yaml', 'ada.layer.yaml'];
  const killed = await killAgainAndAgain(
    { 'talk.yaml': talk('with'), 'talk.layer.yaml': layer('Said'), 'ada.layer.yaml': layer('Heard') },
    ['edit', 'talk.yaml', 'u7', '--text', 'The ferry with number 7 left at ten.'],
    async (folder, old, fresh, index) => {
      const cwd = folder.name;
      const now = folder.read(names);
      const isOpen = fs.existsSync(path.join(cwd, 'talk.yaml.edit.lock'));
      if (!isOpen) {
        expect([old, fresh]).toContainEqual(now);
        return;
      }
      const { status, stdout } = await runCli(['check', 'talk.yaml', '--rule', 'edit-unfinished'], { cwd });
      expect([status, stdout.includes('onrecord edit talk.yaml --continue')]).toEqual([1, true]);
      const way = index % 3 === 0 ? '--abort' : '--continue';
      expect((await runCli(['edit', 'talk.yaml', way], { cwd })).status).toBe(0);
      expect(folder.read(names)).toEqual(way === '--abort' ? old : fresh);
    },
  );
  expect(killed).toBeGreaterThan(0);
});

test('of merge -o: the merge can be made again', async () => {
  const argv = ['merge', 'base.yaml', 'ours.yaml', 'theirs.yaml', '-o', 'ours.yaml'];
  const theirs = layer('Said').replace('comment: Said 9}', 'comment: Heard 9}');
  const killed = await killAgainAndAgain(
    {
      'base.yaml': layer('Said'),
      'ours.yaml': layer('Said').replace('comment: Said 5}', 'comment: Heard 5}'),
      'theirs.yaml': theirs,
    },
    argv,
    async (folder, _old, fresh) => {
      expect((await runCli(argv, { cwd: folder.name })).status).toBe(0);
      expect(folder.read(['ours.yaml'])['ours.yaml']).toBe(fresh['ours.yaml']);
    },
  );
  expect(killed).toBeGreaterThan(0);
});
