/** Links are printed on terminals that open them, and nowhere else. */
import { expect, test } from 'vitest';
import { hyperlink } from '../../src/printers/escape/hyperlink.ts';
import { runCli } from '../helpers/run-cli.ts';

const STARTER = 'data/starter/transcript.yaml';
const LINK = '\u001b]8;;file:///';

async function found(vars: Record<string, string>, ...options: readonly string[]): Promise<string> {
  const { stdout, status } = await runCli(['find', 'tonnes', STARTER, ...options], { columns: 80, vars });
  expect(status).toBe(0);
  expect(stdout).toContain(STARTER);
  return stdout;
}

test.for([
  { TERM_PROGRAM: 'WezTerm' },
  { TERM: 'xterm-kitty' },
  { VTE_VERSION: '7600' },
  { WT_SESSION: 'a' },
  { FORCE_HYPERLINK: '1' },
])('%j has links', async vars => {
  expect(await found(vars)).toContain(LINK);
});

test.for([
  { TERM: 'xterm-256color' },
  { VTE_VERSION: '4602' },
  { TERM_PROGRAM: 'WezTerm', NO_COLOR: '1' },
  { TERM_PROGRAM: 'WezTerm', TERM: 'dumb' },
  { TERM_PROGRAM: 'WezTerm', CI: 'true' },
  { TERM_PROGRAM: 'WezTerm', FORCE_HYPERLINK: '0' },
])('%j has none', async vars => {
  expect(await found(vars)).not.toContain('\u001b]8');
});

test('a pipe has none, whatever the terminal', async () => {
  const vars = { TERM_PROGRAM: 'WezTerm', FORCE_HYPERLINK: '1', FORCE_COLOR: '1' };
  const { stdout } = await runCli(['find', 'tonnes', STARTER], { vars });
  expect(stdout).toContain('\u001b[');
  expect(stdout).not.toContain('\u001b]8');
});

test('an address ends nothing: what is not printable ASCII is encoded', () => {
  const link = hyperlink('a', 'file:///a\u001b\\\u0007 é');
  expect(link).toBe('\u001b]8;;file:///a%1B\\%07%20%C3%A9\u001b\\a\u001b]8;;\u001b\\');
});
