/** Every rule on options that go together or not: each is refused as usage, with both names, before a file is opened. */
import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import type { Combination } from '../../src/commands/combinations.ts';
import { declareOptions } from '../../src/commands/declare-options.ts';
import { COMMANDS } from '../../src/commands/index.ts';
import { runCli } from '../helpers/run-cli.ts';

const declared = await Promise.all(
  COMMANDS.map(async entry => {
    const { command: module } = await entry.load();
    const command = new Command(entry.name);
    declareOptions(command, entry, module);
    return { command, rules: module.combinations ?? [] };
  }),
);
const rows = declared.flatMap(({ command, rules }) =>
  rules.map(rule => [`${command.name()} ${JSON.stringify(rule)}`, command, rule] as const),
);

/** Values of options that take not every text. */
const VALUES: Readonly<Record<string, string>> = {
  '--map': 'text=1',
  '--fail-on': 'altered',
  '--rename-id': 'a=b',
  '--format': 'json',
  '--shard': '1/2',
  '--speaker': 'a=b',
  '--width': '80',
};

function words(command: Command, name: string): string[] {
  if (name.startsWith('<')) return ['a=b'];
  if (name.includes('=')) return [name];
  const option = command.options.find(({ long }) => long === name)!;
  return option.required || option.optional
    ? [`${name}=${option.argChoices?.[0] ?? VALUES[name] ?? '1'}`]
    : [name];
}

async function run(command: Command, names: readonly string[]) {
  const required = command.registeredArguments
    .filter(argument => argument.required)
    .map(() => 'nowhere.yaml');
  // What is left out of a rule on arguments stands behind the required ones.
  const sorted = [...names].sort((a, b) => Number(b.startsWith('<')) - Number(a.startsWith('<')));
  return runCli([command.name(), ...required, ...sorted.flatMap(name => words(command, name))]);
}

/** What an option is given with, so that nothing but the rule in question is broken. */
function needed(command: Command, name: string): string[] {
  const own = rows.flatMap(([, of, rule]) => (of === command && rule.option === name ? [rule] : []));
  return own.flatMap(rule => ('needs' in rule ? rule.needs.slice(0, 1) : []));
}

function namesIn(rule: Combination): readonly string[] {
  if ('formats' in rule) return ['--format'];
  return 'needs' in rule ? rule.needs : 'not' in rule ? rule.not : rule.only;
}

/** Where formats are asked for, one that is not among them. */
function wrongFormat(command: Command, rule: Combination): string[] {
  if (!('formats' in rule)) return [];
  const { argChoices = [] } = command.options.find(({ long }) => long === '--format')!;
  return [`--format=${argChoices.find(name => !rule.formats.includes(name))}`];
}

test('the rules stand on options and arguments that there are', () => {
  for (const [, command, rule] of rows)
    for (const name of [rule.option, ...namesIn(rule)]) {
      const isThere = name.startsWith('<')
        ? command.registeredArguments.some(argument => `<${argument.name()}>` === name)
        : command.options.some(({ long }) => long === name);
      expect([name, isThere]).toEqual([name, true]);
    }
});

describe.each(rows)('%s', (_title, command, rule) => {
  test('is refused where it is broken', async () => {
    const shown = (name: string) => name.replace(/^<(.*)>$/, '$1');
    const others =
      'needs' in rule || 'formats' in rule
        ? [undefined]
        : 'not' in rule
          ? rule.not
          : command.options
              .flatMap(({ long, helpGroupHeading }) =>
                long && helpGroupHeading !== 'Common options:' ? [long] : [],
              )
              .filter(name => name !== rule.option && !rule.only.includes(name))
              .filter(name => needed(command, name).length === 0 && name !== '--force');
    for (const other of others) {
      const { status, stdout, stderr } = await run(command, [
        ...(other === undefined ? [] : [...needed(command, rule.option), other]),
        rule.option,
        ...wrongFormat(command, rule),
      ]);
      expect([status, stdout]).toEqual([2, '']);
      const named = other === undefined ? namesIn(rule) : [other];
      expect([other, stderr]).toEqual([other, expect.stringContaining(shown(rule.option))]);
      for (const name of named) expect(stderr).toContain(shown(name));
      expect(stderr).toMatch(/ needs | exclude each other| goes with /);
    }
  });
});

test('--force without --output is refused in every command that has both', async () => {
  for (const { command } of declared) {
    if (command.options.every(({ long }) => long !== '--force')) continue;
    const { status, stderr } = await run(command, ['--force']);
    expect([command.name(), status, stderr]).toEqual([
      command.name(),
      2,
      'onrecord: --force needs --output FILE\n',
    ]);
  }
});

test('what a default says excludes nothing', async () => {
  const { status } = await runCli(['speakers', 'data/yerevan-2016/transcript.yaml']);
  expect(status).toBe(0);
});

test('a rule on formats takes the format that the name of the output tells', async () => {
  const { status, stderr } = await runCli(['timeline', '--all', '-o', 'dates.csv']);
  expect([status, stderr]).toEqual([2, 'onrecord: --all goes with --format text\n']);
});

test('what is ignored for the value of another option is refused', async () => {
  for (const [option, value] of [
    ['--by', 'tag'],
    ['--seed', '2'],
  ] as const) {
    const run = await runCli(['agree', '-f', 'csv', '--table', 'units', option, value]);
    expect(run).toMatchObject({
      status: 2,
      stderr: `onrecord: ${option} goes with --table figures, not units\n`,
    });
  }
});
