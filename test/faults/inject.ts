/** Runs an action with every fault at every call, and says what of the files or of the message is not as promised. */
import { execFileSync, spawnSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { run } from '../../src/cli/run.ts';
import { nodeEnv } from '../../src/io/node-env.ts';
import { type Action, PROJECT } from './actions.ts';
import { FAULTS, type Fault, sound, type Watched, watchDisk } from './faulty-disk.ts';

/** Files by name, with `/` between folders. */
type State = ReadonlyMap<string, string>;

export interface Report {
  readonly points: Readonly<Record<Fault, number>>;
  readonly problems: readonly string[];
}

interface Outcome {
  readonly status: number;
  readonly output: string;
  readonly state: State;
  readonly watched: Watched;
}

/** What somebody adds who saves a file in the middle. */
const SAVED = '# saved by somebody else\n';
/** What a killed process may leave. */
const LEFTOVER = /\.lock(?:\.new|\.\d+-\w+)?$/;

/**
 * @param program what runs the command line.
 * @param every takes only each so-manieth call, beginning with one that differs by action.
 */
export async function inject(action: Action, root: string, every = 1, program = run): Promise<Report> {
  const lab = new Lab(action, root, program);
  try {
    return await lab.injectAll(every);
  } finally {
    lab.close();
  }
}

class Lab {
  readonly #action: Action;
  readonly #root: string;
  readonly #program: typeof run;
  readonly #folder = sound.realpathSync(sound.mkdtempSync(path.join(os.tmpdir(), 'onrecord-faults-')));
  readonly #problems: string[] = [];
  /** The process id of a process that has ended: whose lock a killed program leaves. */
  readonly #deadPid = spawnSync('true').pid;

  constructor(action: Action, root: string, program: typeof run) {
    this.#action = action;
    this.#program = program;
    this.#root = root;
  }

  close(): void {
    sound.rmSync(this.#folder, { recursive: true, force: true });
  }

  async injectAll(every: number): Promise<Report> {
    const points: Record<Fault, number> = { kill: 0, once: 0, full: 0, save: 0 };
    this.#reset();
    const before = this.#state();
    const clean = await this.#run(() => watchDisk(this.#folder));
    if (clean.status > 1) throw new Error(`${this.#action.name} ends with ${clean.status}: ${clean.output}`);
    const targets = [...clean.state.keys()].filter(name => clean.state.get(name) !== before.get(name));
    if (targets.length === 0) throw new Error(`${this.#action.name} writes nothing`);
    const started = this.#action.name.length % every;
    for (const fault of FAULTS)
      for (let at = 1 + started; at <= clean.watched.calls.length; at += every) {
        const saves = fault !== 'save' ? [undefined] : this.#action.isOverwriting ? [] : targets;
        for (const saved of saves) {
          // Between the last look at a file and its new name nobody can be heard.
          if (saved !== undefined && this.#isTooLate(saved, at, clean.watched)) continue;
          this.#reset();
          const save = saved === undefined ? undefined : () => this.#save(saved);
          const outcome = await this.#run(() =>
            watchDisk(this.#folder, { fault, at, ...(save && { save }) }),
          );
          if (!outcome.watched.isHit) continue;
          points[fault]++;
          const { call, file } = outcome.watched.calls[at - 1]!;
          const place = `${this.#action.name}: ${fault} at ${call} #${at} of ${path.relative(this.#folder, file)}`;
          const problem =
            saved === undefined
              ? await this.#problemOf(fault, outcome, before, clean)
              : this.#problemOfSave(saved, outcome);
          if (problem !== undefined) this.#problems.push(`${place}: ${problem}`);
        }
      }
    return { points, problems: this.#problems };
  }

  /** Whether a call lies behind the last look at a file and before it gets its new bytes. */
  #isTooLate(name: string, at: number, { calls }: Watched): boolean {
    const file = path.join(this.#folder, name);
    const rename = calls.findIndex(
      ({ call, file: seen }, index) =>
        index >= at - 1 && call === 'renameSync' && seen === `${file}.lock.new`,
    );
    const look = calls.findLastIndex(
      ({ call, file: seen }, index) =>
        index < rename && (call === 'openSync' || call === 'existsSync') && seen === file,
    );
    return rename >= 0 && at - 1 > look;
  }

  #reset(): void {
    sound.rmSync(this.#folder, { recursive: true, force: true });
    sound.mkdirSync(this.#folder);
    const files = { ...PROJECT, ...this.#action.files };
    for (const [name, text] of Object.entries(files))
      sound.writeFileSync(path.join(this.#folder, name), text);
    if (this.#action.isInGit) execFileSync('git', ['init', '-q', this.#folder]);
  }

  #save(name: string): void {
    const file = path.join(this.#folder, name);
    const text = sound.existsSync(file) ? sound.readFileSync(file, 'utf8') : '';
    sound.mkdirSync(path.dirname(file), { recursive: true });
    sound.writeFileSync(`${file}.other`, text + SAVED);
    sound.renameSync(`${file}.other`, file);
  }

  #state(): State {
    const names = sound.readdirSync(this.#folder, { recursive: true, withFileTypes: true });
    return new Map(
      names
        .filter(entry => entry.isFile())
        .map(entry => path.join(entry.parentPath, entry.name))
        .map((file): [string, string] => [path.relative(this.#folder, file).split(path.sep).join('/'), file])
        .filter(([name]) => !name.startsWith('.git/'))
        .map(([name, file]) => [name, sound.readFileSync(file, 'latin1')]),
    );
  }

  async #run(watch: () => Watched, argv = this.#action.argv): Promise<Outcome> {
    let output = '';
    let byte = 0;
    const stream = {
      isTTY: false,
      columns: undefined,
      write: async (text: string) => {
        output += text;
      },
    };
    const env = {
      ...nodeEnv(this.#root, this.#folder),
      vars: {},
      stdout: stream,
      stderr: stream,
      stdin: { isTTY: false, read: async () => Buffer.from(this.#action.stdin ?? '') },
      today: () => '2026-01-15',
      random: (count: number) => Uint8Array.from({ length: count }, () => 37 * byte++),
      threads: undefined,
    };
    const watched = watch();
    try {
      const status = await this.#program(argv, env);
      watched.end();
      return { status, output, state: this.#state(), watched };
    } catch (error) {
      watched.end();
      return { status: 2, output: String(error), state: this.#state(), watched };
    }
  }

  #plain(argv: readonly string[]): Promise<Outcome> {
    return this.#run(() => watchDisk(this.#folder), argv);
  }

  async #problemOf(
    fault: Fault,
    { status, output, state }: Outcome,
    before: State,
    clean: Outcome,
  ): Promise<string | undefined> {
    // git takes 129 from a merge driver for "there is no result".
    const most = this.#action.argv[0] === 'merge-driver' ? 129 : 2;
    if (status > most || output.includes('internal error')) return `status ${status}: ${output}`;
    const left = [...state.keys()].filter(name => LEFTOVER.test(name));
    const files = new Map([...state].filter(([name]) => !left.includes(name)));
    for (const name of new Set([...files.keys(), ...before.keys(), ...clean.state.keys()])) {
      const text = files.get(name);
      const isWhole = text !== undefined && this.#action.isWhole?.(text) === true;
      if (text !== before.get(name) && text !== clean.state.get(name) && !isWhole) return `${name} is torn`;
    }
    const isNew = isSame(files, clean.state);
    const isOld = isSame(files, before);
    if (fault !== 'kill' && status <= 1 && !isNew) return `ends with ${status}, and it is not done`;
    const isBetween =
      !isNew && !isOld && this.#action.isByFile !== true && this.#action.isWhole === undefined;
    if (isBetween && !left.some(isJournal)) return 'some files are new, some old, and nothing says so';
    // An edit that a full disk does not let take back is told with the way to go on.
    const untold = output.includes('--continue') ? left.filter(name => !isJournal(name)) : left;
    if (fault !== 'kill' && untold.length > 0) return `leaves ${untold.join(', ')}`;
    // git merges again from what it has; nobody calls the driver again on its own result.
    const isAgain = fault === 'kill' && this.#action.isWhole === undefined;
    return isAgain ? this.#problemAfterKill(files, left, before, clean) : undefined;
  }

  /** The command again, or what `check` says to do, leads to the new files; `--abort` to the old ones. */
  async #problemAfterKill(
    files: State,
    left: readonly string[],
    before: State,
    clean: Outcome,
  ): Promise<string | undefined> {
    for (const name of left.filter(each => each.endsWith('.lock') && !isJournal(each))) {
      const file = path.join(this.#folder, name);
      const text = sound.readFileSync(file, 'utf8');
      sound.writeFileSync(file, text.replace(/^\d+/, String(this.#deadPid)));
    }
    const journal = left.find(isJournal);
    if (journal === undefined) {
      const again = await this.#plain(this.#action.argv);
      // What is there already is refused where only new files are made.
      const isDone = isSame(files, clean.state);
      return isDone || isSame(withoutLeftovers(again.state), clean.state)
        ? undefined
        : `the command again: ${again.output}`;
    }
    const transcript = journal.replace(/\.edit\.lock$/, '');
    const check = await this.#plain(['check', transcript]);
    for (const way of ['--continue', '--abort'])
      if (!check.output.includes(`edit ${transcript} ${way}`))
        return `check does not say ${way}: ${check.output}`;
    const kept = this.#state();
    const aborted = await this.#plain(['edit', transcript, '--abort']);
    if (!isSame(withoutLeftovers(aborted.state), before)) return `--abort: ${aborted.output}`;
    for (const [name, text] of kept) sound.writeFileSync(path.join(this.#folder, name), text, 'latin1');
    const continued = await this.#plain(['edit', transcript, '--continue']);
    // Killed before the journal was whole, no file was touched: then there is nothing to go on with.
    const end = withoutLeftovers(continued.state);
    return isSame(end, clean.state) || isSame(end, before) ? undefined : `--continue: ${continued.output}`;
  }

  #problemOfSave(name: string, { status, output, state }: Outcome): string | undefined {
    if (status > 2 || output.includes('internal error')) return `status ${status}: ${output}`;
    if (state.get(name)?.includes(SAVED) !== true) return `what somebody saved in ${name} is gone`;
    const left = [...state.keys()].filter(each => LEFTOVER.test(each));
    return left.length === 0 ? undefined : `leaves ${left.join(', ')}`;
  }
}

/** The lock of an edit of several files: with it the edit is finished or taken back. */
function isJournal(name: string): boolean {
  return name.endsWith('.edit.lock');
}

function withoutLeftovers(state: State): State {
  return new Map([...state].filter(([name]) => !LEFTOVER.test(name) || isJournal(name)));
}

function isSame(one: State, other: State): boolean {
  return one.size === other.size && [...one].every(([name, text]) => other.get(name) === text);
}
