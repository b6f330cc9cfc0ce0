/** The whole program on generated projects, by command lines as people write them. */
import { loadFormats } from '../../../src/formats/index.ts';
import { readYaml } from '../../../src/formats/yaml/read/reader.ts';
import { AGREE_PRINTERS } from '../../../src/printers/agree/index.ts';
import { COLLATE_PRINTERS } from '../../../src/printers/collate/index.ts';
import { DIFF_PRINTERS } from '../../../src/printers/diff/index.ts';
import { FIND_PRINTERS } from '../../../src/printers/find/index.ts';
import { FINDINGS_PRINTERS } from '../../../src/printers/findings/index.ts';
import { QUOTES_PRINTERS } from '../../../src/printers/quotes/index.ts';
import { REANCHOR_PRINTERS } from '../../../src/printers/reanchor/index.ts';
import { STATS_PRINTERS } from '../../../src/printers/stats/index.ts';
import { TIMELINE_PRINTERS } from '../../../src/printers/timeline/index.ts';
import { VIEW_PRINTERS } from '../../../src/printers/view/index.ts';
import type { Kind, Outcome } from '../kind.ts';
import { bytesOf, mutate } from '../mutate.ts';
import { HOSTILE, text, words } from '../pieces.ts';
import { type Files, NAMES, project } from '../projects.ts';
import type { Random } from '../random.ts';
import { type Ran, runIn } from '../world.ts';

const { transcript, earlier, layer, other, base, ours, theirs, draft, captions } = NAMES;

/** A query as people type it into `--where`. */
const QUERIES = [
  'tag:disputed',
  'speaker:p1',
  '-aspect:date "on Monday"',
  'is:waiting',
  'nine or:',
  '"',
  'tag:',
  ':x',
];

const FORMATS = (await loadFormats()).map(({ id }) => id);
const TABLES = ['claims', 'stances', 'utterances', 'x'];
const ACCEPTED = ['moved', 'edited', 'without-alarms', 'n1,n2', 'x'];
/** Where a merge is written. */
const WRITTEN = [[], ['-o', ours], ['-o', 'merged.yaml'], ['-o', 'merged.yaml', '--format', 'json']];

/** The words of a command line as it is typed. What is filled in stays whole, blanks included; a list is several words. */
function line(typed: TemplateStringsArray, ...filled: readonly (string | readonly string[])[]): string[] {
  return typed.flatMap((text, index) => [...text.split(' ').filter(Boolean), filled[index] ?? []].flat());
}

/** The commands as people call them, each line by one function. Two thirds only read. */
const LINES: readonly ((random: Random) => string[])[] = [
  r =>
    line`show ${transcript} --format ${r.pick(Object.keys(VIEW_PRINTERS))} ${r.once(3) ? ['--where', r.pick(QUERIES)] : []}`,
  r => line`show ${transcript} --as-of ${r.pick(['2016', '2016-10-15', '1000', text(r)])} --undated skip`,
  r => line`show ${transcript} ${r.pick(['--explain-standing', '--brief', '--all', '--private'])}`,
  r => line`show ${r.pick([captions, layer, other, '.'])} --width ${r.pick(['20', '40', '200'])}`,
  r => line`show ${transcript} --format ${r.pick(['csv', 'tsv'])} --table ${r.pick(TABLES)}`,
  r => line`check . --format ${r.pick(Object.keys(FINDINGS_PRINTERS))}`,
  r => line`check ${transcript} --verbose ${r.once(2) ? ['--strict'] : []}`,
  r => line`check - --stdin-filename ${r.pick([transcript, layer, text(r)])}`,
  () => line`check --fix --dry-run .`,
  () => line`check --fix .`,
  () => line`check --print-config ${transcript}`,
  () => line`check . --baseline known.json --update-baseline`,
  r => line`diff ${earlier} ${transcript} --format ${r.pick(Object.keys(DIFF_PRINTERS))}`,
  r => line`diff ${transcript} ${earlier} --only ${r.pick(['text', 'annotations', 'standing'])}`,
  () => line`diff ${ours} ${theirs}`,
  r => line`quotes ${draft} --in ${transcript} --format ${r.pick(Object.keys(QUOTES_PRINTERS))}`,
  r => line`quotes ${draft} --in ${transcript} --fix ${r.once(2) ? ['--dry-run'] : []}`,
  r =>
    line`reanchor ${earlier} ${transcript} --format ${r.pick(Object.keys(REANCHOR_PRINTERS))} ${r.once(2) ? ['--dry-run'] : []}`,
  r => line`reanchor ${earlier} ${transcript} --accept ${r.pick(ACCEPTED)} --creator ${'Ada Reader'}`,
  () => line`reanchor -i ${earlier} ${transcript} --creator ${'Ada Reader'}`,
  r => line`merge ${base} ${ours} ${theirs} ${r.pick(WRITTEN)}`,
  () => line`merge-driver ${base} ${ours} ${theirs} 7 ${layer}`,
  () => line`resolve ${ours}`,
  r => line`resolve ${r.pick([ours, layer])} --take ${r.pick(['ours', 'theirs', 'base'])} --all`,
  () => line`resolve ${layer} -i`,
  r =>
    line`convert ${r.pick([transcript, captions])} --to ${r.pick(FORMATS)} ${r.once(3) ? ['-o', 'made.txt'] : []}`,
  r =>
    line`convert ${r.pick([draft, layer, captions])} ${r.pick([[], ['--dry-run'], line`--to onrecord-yaml -o made.yaml`])}`,
  r =>
    line`speakers ${r.pick([transcript, captions])} ${r.pick([[], line`--format json`, line`--format csv`])}`,
  r => line`speakers ${transcript} ${`p0=${text(r)}`}`,
  r => line`speakers ${transcript} --rename-id ${`p0=${r.pick(['ann', 'p1', text(r)])}`}`,
  r => line`edit ${transcript} ${r.pick(['u1', 'u2..u4', 'u99'])} --text ${text(r)}`,
  r => line`edit ${transcript} u1..u2 --join ${r.once(2) ? ['--dry-run'] : []}`,
  r => line`edit ${transcript} u2 --speaker ${r.pick(['p0', 'unknown', text(r)])}`,
  r => line`edit ${transcript} u1 --split-at ${r.pick(['on', 'it', 'the', text(r)])}`,
  r =>
    line`edit ${transcript} --from ${r.pick([earlier, captions, draft])} --creator ${'Ada Reader'} ${r.once(2) ? ['--accept', 'edited'] : []}`,
  r =>
    line`annotate ${transcript} --target ${r.pick(['u1', 'u1..u3', 'ac1', 'p0', 'transcript'])} --comment ${text(r)}`,
  r => [
    ...line`annotate ${transcript} --quote ${r.once(4) ? text(r) : words(r, 1)} --occurrence 1`,
    ...line`--tag ${r.pick(['disputed', 'confirmed', 'unclear', 'x'])} --by p0 --creator Ada`,
    ...(r.once(4) ? [] : line`--aspect content --when unknown --wording ${text(r)} --source ${'s0@p. 1'}`),
  ],
  r => line`annotate ${layer} --change n1 --note ${text(r)}`,
  () => line`annotate ${layer} --withdraw n2`,
  () => line`annotate ${transcript} -i`,
  () => line`annotate ${layer} -e --target u1`,
  () => line`annotate ${layer} --from -`,
  r => line`add ${r.pick(['source', 'party', 'claim'])} ${transcript} ${text(r)}`,
  r =>
    line`find ${r.pick([...QUERIES, 'on', text(r)])} . --format ${r.pick(Object.keys(FIND_PRINTERS))} ${r.pick([[], ['--context', '2'], ['--count'], ['--files']])}`,
  r => line`stats . --format ${r.pick(Object.keys(STATS_PRINTERS))}`,
  r => line`timeline . --format ${r.pick(Object.keys(TIMELINE_PRINTERS))} ${r.once(2) ? ['--all'] : []}`,
  r =>
    line`agree ${transcript} --format ${r.pick(Object.keys(AGREE_PRINTERS))} --by ${r.pick(['tag', 'speaker'])}`,
  r => line`collate ${earlier} ${transcript} ${captions} --format ${r.pick(Object.keys(COLLATE_PRINTERS))}`,
  r =>
    line`collate ${transcript} ${captions} --times-from ${captions} --onto ${transcript} ${r.once(2) ? ['-o', 'made.yaml'] : []}`,
  () => line`textconv ${transcript}`,
  () => line`git install`,
  () => line`init new`,
];

/** Commands that do the other files all the same where one is in trouble. */
const GOES_ON = new Set(['check', 'reanchor', 'quotes']);

function linesOf(texts: Files, random: Random): string {
  const line = random.pick([
    '{"target":"u1","comment":"x"}',
    JSON.stringify({ target: 'u1', tag: 'disputed', by: 'p0', note: text(random) }),
    JSON.stringify({
      id: text(random),
      target: text(random),
      [random.pick(['comment', '__proto__'])]: text(random),
    }),
    '[]',
    'null',
  ]);
  return random.once(3)
    ? mutate(`${line}\n${line}\n`, random, [Buffer.from(texts.get(layer)!).toString()])
    : `${line}\n`;
}

/** @returns what is wrong with what was printed and written, beside what holds of every run. */
function problemOf(
  { status, stdout, stderr, written }: Ran,
  argv: readonly string[],
  files: Files,
): string | undefined {
  const [command = ''] = argv;
  const format = argv[argv.indexOf('--format') + 1];
  if (status < 2 && argv.includes('--format') && stdout !== '') {
    if (format === 'json' || format === 'sarif') JSON.parse(stdout);
    if (format === 'ndjson') for (const line of stdout.trimEnd().split('\n')) JSON.parse(line);
  }
  // What git cannot merge by meaning is left with marks of conflict, which is said.
  if (/merged\s+as\s+text/.test(stderr)) return undefined;
  if (status > 1 && written.size > 0 && !GOES_ON.has(command))
    return `wrote ${[...written.keys()].join(', ')} and ended with ${status}`;
  for (const [name, bytes] of written) {
    if (!name.endsWith('.yaml') || !isYaml(files.get(name))) continue;
    if (!isYaml(bytes)) return `${name} is no longer YAML that can be read`;
  }
  return undefined;
}

/** True for a file that is not there yet: what is made must be sound. */
function isYaml(bytes: Uint8Array | undefined): boolean {
  if (bytes === undefined) return true;
  const source = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  return readYaml(source, { file: '', typedKeys: new Set() }).document !== undefined;
}

export const projects: Kind = {
  name: 'projects',
  share: 1,
  patience: 4000,
  async run(random, { root }): Promise<Outcome> {
    const files = project(random);
    const argv = random.pick(LINES)(random);
    const isTerminal = random.once(3) || argv.includes('-i') || argv.includes('-e');
    if (isTerminal && random.once(2)) argv.push(random.pick(['--color', '--ascii', '--no-pager']));
    if (argv.at(-1) === '--color') argv.push('always');
    const input = argv.includes('--from')
      ? linesOf(files, random)
      : Buffer.from(files.get(transcript)!).toString();
    const stdin = argv.includes('-') ? bytesOf(input, random) : undefined;
    const vars = random.once(8) ? hostileVariables(random) : {};
    const ran = await runIn(
      root,
      { argv, files, vars, ...(stdin && { stdin }), ...(isTerminal && { columns: 20 + random.int(120) }) },
      random,
    );
    const all: Files = new Map([...files, ...(stdin ? ([['stdin', stdin]] as const) : [])]);
    let problem = ran.problem;
    try {
      problem ??= problemOf(ran, argv, files);
    } catch (error) {
      problem = `printed what is no JSON: ${error}`;
    }
    return { reached: `status ${ran.status}`, problem, files: all, call: ['onrecord', ...argv] };
  },
};

const VARIABLES = [
  'COLUMNS',
  'TERM',
  'LANG',
  'LC_ALL',
  'NO_COLOR',
  'FORCE_COLOR',
  'SOURCE_DATE_EPOCH',
  'TZ',
  'CI',
  'GITHUB_ACTIONS',
  'EDITOR',
  'PAGER',
];

export function hostileVariables(random: Random): Record<string, string> {
  return Object.fromEntries(
    random.times(1, 4, () => [
      random.pick(VARIABLES),
      random.pick([...HOSTILE, '1', '80', 'dumb', 'true', '1700000000']),
    ]),
  );
}
