/** Lists of any length: a call takes its arguments on the stack, which a hundred thousand of them overflow. Uses the built program. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './helpers/run-cli.ts';

/** Functions that take any number of arguments. Few characters at a time go to `fromCharCode`. */
const ANY_NUMBER = /\.(?:push|unshift|concat|splice)\(|\bMath\.(?:max|min)\(/g;

/** The arguments of a call, from behind its parenthesis, that are spread. */
function spreadIn(code: string, start: number): string[] {
  const found: string[] = [];
  let depth = 1;
  for (let at = start; at < code.length && depth > 0; at++) {
    if ('([{'.includes(code[at]!)) depth++;
    else if (')]}'.includes(code[at]!)) depth--;
    else if (depth === 1 && code.startsWith('...', at)) found.push(code.slice(at, at + 40).split('\n')[0]!);
  }
  return found;
}

/** What the build runs knows its lists. */
test('no list is spread into a call', () => {
  const source = path.join(ROOT, 'src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    file => file.endsWith('.ts') && !file.startsWith('build'),
  );
  const faults = files.flatMap(file => {
    const code = readFileSync(path.join(source, file), 'utf8');
    const calls = [...code.matchAll(ANY_NUMBER)];
    return calls
      .flatMap(call => spreadIn(code, call.index + call[0].length))
      .map(text => `${file}: ${text}: use pushAll, largest or smallest of core/long-lists.ts`);
  });
  expect(faults).toStrictEqual([]);
});

test('a list is told that is longer than the stack has room for arguments', () => {
  const node = (args: readonly string[], input?: string) =>
    spawnSync(process.execPath, ['--stack-size=250', ...args], {
      cwd: ROOT,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
      ...(input !== undefined && { input }),
    });
  expect(node(['-e', '[].push(...Array(40_000))']).stderr).toContain('Maximum call stack size exceeded');
  const utterances = Array.from({ length: 40_000 }, () => ({ text: 'Nobody gave this an id.' }));
  const argv = ['bin/onrecord.cjs', 'check', '-', '--format', 'line'];
  const { status, stdout, stderr } = node(argv, JSON.stringify({ onrecord: 1, utterances }));
  expect([status, stderr]).toEqual([0, expect.not.stringContaining('internal error')]);
  expect(stdout.split('\n').filter(line => line.includes('[missing-id]'))).toHaveLength(40_000);
});
