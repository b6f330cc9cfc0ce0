/** One run of the program in process, on files in memory; and what must hold of it, whatever the files are. */
import path from 'node:path';
import { run } from '../../src/cli/run.ts';
import { type Answer, BACK, Interrupted, type Prompts } from '../../src/io/asking.ts';
import type { Env, OutputStream } from '../../src/io/env.ts';
import { nodeEnv } from '../../src/io/node-env.ts';
import { violations } from '../fixtures/hostile-text.ts';
import { LinkedFiles } from './linked-files.ts';
import { mutate } from './mutate.ts';
import { HOSTILE, text } from './pieces.ts';
import type { Files } from './projects.ts';
import type { Random } from './random.ts';

const FOLDER = '/talks/project';
const OUTSIDE = '/talks/outside.yaml';
/** Stands in the file outside; whoever prints it has read what it may not. */
const CANARY = 'CANARY-4711';

export interface Run {
  readonly argv: readonly string[];
  readonly files: Files;
  readonly stdin?: Uint8Array;
  readonly vars?: Readonly<Record<string, string>>;
  /** Columns of a pretended terminal. */
  readonly columns?: number;
}

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** By the name in the project's folder. */
  readonly written: Files;
  /** What is wrong with the run, in a line; undefined where all held. */
  readonly problem: string | undefined;
}

/** Commands that write only the result that `--output` names. */
const READING = new Set([
  'show',
  'diff',
  'find',
  'timeline',
  'agree',
  'collate',
  'stats',
  'textconv',
  'schema',
  'explain',
  'help',
  'completion',
  'completion-server',
]);

function mayWrite(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  // Behind it no word is an option.
  const options = end === -1 ? argv : argv.slice(0, end);
  // A note may begin with `-`.
  if (options.some(word => word === '--dry-run' || /^-[a-z]*n$/.test(word))) return false;
  return (
    !argv.some(word => READING.has(word)) || options.some(word => /^(?:-[a-z]*o|--output|--open)/.test(word))
  );
}

/** @param program what runs the command line. */
export async function runIn(
  root: string,
  { argv, files, stdin, vars = {}, columns }: Run,
  random: Random,
  program = run,
): Promise<Ran> {
  const outside = Buffer.from(`onrecord: 1\n${CANARY}: x\n`);
  const all = new Map([...files, [OUTSIDE, outside]]);
  const links = new Map(
    ['out.layer.yaml', 'out.yaml'].filter(() => random.once(40)).map(name => [`${FOLDER}/${name}`, OUTSIDE]),
  );
  const disk = new LinkedFiles(FOLDER, all, links);
  const output = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr'): OutputStream => ({
    isTTY: columns !== undefined,
    columns,
    rows: columns === undefined ? undefined : 24,
    write: async more => {
      output[name] += more;
    },
  });
  const env: Env = {
    ...nodeEnv(root, FOLDER),
    vars,
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    stdin: { isTTY: stdin === undefined, read: async () => stdin ?? new Uint8Array() },
    files: disk,
    git: () => ({ status: 128, stdout: new Uint8Array(), stderr: 'fatal: not a git repository\n' }),
    today: () => '2026-01-15',
    random: count => random.bytes(count),
    pager: async () => false,
    browser: async () => ({ temporaryFolder: () => `${FOLDER}/tmp`, open: async () => {} }),
    prompts:
      columns === undefined
        ? undefined
        : async () =>
            prompts(random, asked => {
              output.stderr += `${asked}\n`;
            }),
    edit: async form => (random.once(4) ? undefined : random.once(4) ? '' : mutate(form, random)),
  };
  let status = -1;
  let problem: string | undefined;
  try {
    status = await program(argv, env);
  } catch (error) {
    problem = `uncaught: ${error instanceof Error ? error.stack : String(error)}`;
  }
  const written: Files = new Map();
  for (const [file, bytes] of disk.written) written.set(path.relative(FOLDER, file), bytes);
  problem ??= problemOf({ status, ...output }, disk, argv);
  return { status, ...output, written, problem };
}

function isIn(folder: string, file: string): boolean {
  return file === folder || file.startsWith(`${folder}/`);
}

function problemOf(
  { status, stdout, stderr }: { status: number; stdout: string; stderr: string },
  disk: LinkedFiles,
  argv: readonly string[],
): string | undefined {
  // git takes what is above 128 from a merge driver for "there is no result".
  const most = argv[0] === 'merge-driver' ? 129 : 2;
  if (!Number.isInteger(status) || status < 0 || status > most) return `status ${status}`;
  const fault = stderr.search(/internal\s+error/);
  if (fault >= 0) return stderr.slice(fault);
  const named = argv.map(word => path.resolve(FOLDER, word.replace(/^--?\w[\w-]*=/, '')));
  // A file, a folder or a link that the command line names is what the person wants.
  const strange = (file: string) =>
    !disk.isInside(file) && !named.some(name => isIn(disk.real(name) ?? name, file));
  const written = [...disk.written.keys(), ...disk.removed].find(strange);
  if (written !== undefined) return `wrote ${written}`;
  if (disk.written.size > 0 && !mayWrite(argv))
    return `wrote ${[...disk.written.keys()]}, which was not asked for`;
  const read = disk.readOutside.find(strange);
  if (read !== undefined) return `read ${read}`;
  if (strange(OUTSIDE) && `${stdout}${stderr}`.includes(CANARY)) return 'printed what is in a file outside';
  return outputProblem(stdout, argv) ?? outputProblem(stderr, []);
}

/** Colours and links that the program prints itself. */
const OWN_SIGNS = /\u001b\[(?:\d{1,3}(?:;\d{1,3}){0,4})?m/g;
/** What `--format github` is for. */
const OWN_COMMANDS = /^::(?:error|warning|notice|group|endgroup)(?: [^\n:]*)?::[^\n]*$/gm;

/** Commands whose output on stdout is the file itself, as it is. */
function isFileItself(argv: readonly string[]): boolean {
  return (
    ['convert', 'merge', 'textconv'].includes(argv[0]!) ||
    argv.includes('--onto') ||
    argv.includes('--speakers-from')
  );
}

function outputProblem(output: string, argv: readonly string[]): string | undefined {
  if (isFileItself(argv)) return undefined;
  const words = argv.includes('--bom') ? output.replace(/^\ufeff/, '') : output;
  const [broken] = violations(words.replace(OWN_SIGNS, '').replace(OWN_COMMANDS, ''));
  return broken === undefined ? undefined : `printed a ${broken}`;
}

/** Somebody who answers anything, and sometimes nothing more. @param shown receives all that a question shows. */
function prompts(random: Random, shown: (text: string) => void): Prompts {
  let left = 60;
  const answer = async (make: () => Answer): Promise<Answer> => {
    left--;
    if (left < 0 || random.once(30)) throw new Interrupted();
    return random.once(20) ? BACK : make();
  };
  return {
    search: ({ label, choices }) =>
      answer(() => {
        const list = choices(random.once(2) ? '' : text(random).trim());
        for (const choice of list) shown(`${choice.label} ${choice.hint ?? ''} ${choice.short ?? ''}`);
        shown(label);
        return list.length === 0 ? BACK : random.pick(list).value;
      }),
    text: ({ label, hint, initial, problem }) =>
      answer(() => {
        shown(`${label} ${hint ?? ''}`);
        const typed = [initial ?? '', text(random), random.pick(HOSTILE), `word${random.int(100)} again`];
        return typed.find(each => problem?.(each) === undefined) ?? BACK;
      }),
    key: ({ label, keys }) =>
      answer(() => {
        shown(label);
        return random.pick(keys).key;
      }),
  };
}
