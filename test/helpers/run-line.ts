/** One line of a console block: `onrecord` in process, also in front of a pipe, anything else (cat, jq, git) in a shell. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ROOT, runCli } from './run-cli.ts';

export interface LineResult {
  /** stdout, then stderr. */
  readonly output: string;
  readonly status: number;
}

/** @param columns of a pretended terminal without colours; without it the streams are pipes. */
export async function runLine(line: string, cwd: string, columns?: number): Promise<LineResult> {
  const [, first = line, filter] = /^(onrecord [^|]*) \| (.*)$/s.exec(line) ?? [];
  const words = plainWords(first.replaceAll('\\\n', ' '));
  if (words?.[0] !== 'onrecord') return runInShell(line, cwd);
  const { stdout, stderr, status } = await runCli(words.slice(1), {
    cwd,
    ...(columns !== undefined && filter === undefined && { columns, vars: { NO_COLOR: '1' } }),
  });
  if (filter === undefined) return { output: stdout + stderr, status };
  const filtered = runInShell(filter, cwd, stdout);
  return { ...filtered, output: stderr + filtered.output };
}

function runInShell(line: string, cwd: string, input = ''): LineResult {
  const bin = path.join(ROOT, 'test', 'helpers', 'bin');
  const env = {
    PATH: `${bin}:${process.env['PATH']}`,
    HOME: cwd,
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    NO_COLOR: '1',
  };
  const { status, stdout } = spawnSync('sh', ['-c', `{ ${line}\n} 2>&1`], {
    cwd,
    env,
    input,
    encoding: 'utf8',
  });
  return { output: stdout, status: status ?? -1 };
}

const WORD = /(?:'[^']*'|"[^"$`\\]*"|[\p{L}\p{N}_./:@%+,=-][\p{L}\p{N}_./:@%+,=~-]*)+/gu;

/** The words of a line that needs no shell, of plain and of quoted parts; undefined where a shell is needed. */
function plainWords(line: string): string[] | undefined {
  if (line.replace(WORD, '').trim() !== '') return undefined;
  return line.match(WORD)?.map(word => word.replace(/'([^']*)'|"([^"]*)"/g, '$1$2'));
}
