/** Command lines that nobody would write: any option of a command, with any value, in any order. */
import { type Argument, Command, type Option } from 'commander';
import { declareOptions } from '../../../src/commands/declare-options.ts';
import { COMMANDS } from '../../../src/commands/index.ts';
import type { Kind } from '../kind.ts';
import { HOSTILE, words } from '../pieces.ts';
import { NAMES, project } from '../projects.ts';
import type { Random } from '../random.ts';
import { runIn } from '../world.ts';
import { hostileVariables } from './projects.ts';

const FILES = [...Object.values(NAMES), NAMES.transcript, NAMES.layer];

/** Values that mean something to one option or another. */
const VALUES = [
  ...Object.values(NAMES),
  'out.layer.yaml',
  '.',
  '-',
  '--',
  'u1',
  'u1..u3',
  'p0',
  'p0=Ann',
  'n1',
  'ac1',
  '2016-10-14',
  '2016..2017',
  'HEAD',
  'HEAD~1..HEAD',
  'HEAD:talk.yaml',
  '--upload-pack=touch x',
  'tag:disputed',
  'disputed',
  'json',
  'text',
  '1/4',
  '4/1',
  '1',
  '-1',
  '1e3',
  '999999999999',
  'auto',
  'none',
  '00:00:05',
  'Person P0 Example',
];

async function declared(name: string): Promise<Command> {
  const entry = COMMANDS.find(each => each.name === name)!;
  const command = new Command(name);
  declareOptions(command, entry, (await entry.load()).command);
  return command;
}

function value(random: Random, choices: readonly string[] | undefined): string {
  if (choices !== undefined && !random.once(12)) return random.pick(choices);
  if (random.once(10)) return random.pick(HOSTILE);
  return random.once(8) ? words(random, 4) : random.pick(VALUES);
}

/** Mostly a file that is there: what comes behind its being missing is not reached otherwise. */
function argumentOf(random: Random, { argChoices }: Argument): string {
  return argChoices === undefined && !random.once(4) ? random.pick(FILES) : value(random, argChoices);
}

function optionOf(random: Random, option: Option): string[] {
  const flag = option.short !== undefined && random.once(3) ? option.short : option.long!;
  if (!(option.required || option.optional) || random.once(20)) return [flag];
  const count = option.variadic ? 1 + random.int(3) : 1;
  const values = Array.from({ length: count }, () => value(random, option.argChoices));
  return random.once(6) ? [`${option.long}=${values[0]}`] : [flag, ...values];
}

const NAMES_OF_COMMANDS = COMMANDS.map(({ name }) => name);

async function line(random: Random): Promise<string[]> {
  const name = random.pick(NAMES_OF_COMMANDS);
  const command = await declared(name);
  const parts = [
    ...command.registeredArguments.flatMap(argument =>
      random.once(12) ? [] : [random.times(1, argument.variadic ? 3 : 1, () => argumentOf(random, argument))],
    ),
    ...random.times(0, 3, () => optionOf(random, random.pick(command.options))),
    ...(random.once(20) ? [[random.pick(HOSTILE)]] : []),
    ...(random.once(30) ? [['--help']] : []),
  ];
  if (random.once(3)) parts.reverse();
  return random.once(20) ? [...parts.flat(), name] : [name, ...parts.flat()];
}

export const lines: Kind = {
  name: 'lines',
  share: 1,
  patience: 4000,
  async run(random, { root }) {
    const argv = await line(random);
    const files = project(random);
    const ran = await runIn(
      root,
      {
        argv,
        files,
        stdin: random.once(2) ? files.get(NAMES.layer)! : new Uint8Array(),
        vars: random.once(3) ? hostileVariables(random) : {},
        ...(random.once(4) && { columns: random.int(200) }),
      },
      random,
    );
    return { reached: `status ${ran.status}`, problem: ran.problem, files, call: ['onrecord', ...argv] };
  },
};
