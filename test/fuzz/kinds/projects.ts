/** The whole program on generated projects, by command lines as people write them. */
import { FORMAT_IDS } from '../../../src/formats/index.ts';
import { readYaml } from '../../../src/formats/yaml/read/reader.ts';
import { AGREE_FORMATS } from '../../../src/printers/agree/index.ts';
import { COLLATE_FORMATS } from '../../../src/printers/collate/index.ts';
import { DIFF_FORMATS } from '../../../src/printers/diff/index.ts';
import { FIND_FORMATS } from '../../../src/printers/find/index.ts';
import { FINDINGS_FORMATS } from '../../../src/printers/findings/index.ts';
import { QUOTES_FORMATS } from '../../../src/printers/quotes/index.ts';
import { REANCHOR_FORMATS } from '../../../src/printers/reanchor/index.ts';
import { STATS_FORMATS } from '../../../src/printers/stats/index.ts';
import { TIMELINE_FORMATS } from '../../../src/printers/timeline/index.ts';
import { VIEW_FORMATS } from '../../../src/printers/view/index.ts';
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

/** The commands as people call them, each line by one function. Two thirds only read. */
const LINES: readonly ((random: Random) => string[])[] = [
  random => [
    'show',
    transcript,
    '--format',
    random.pick(VIEW_FORMATS),
    ...(random.once(3) ? ['--where', random.pick(QUERIES)] : []),
  ],
  random => [
    'show',
    transcript,
    '--as-of',
    random.pick(['2016', '2016-10-15', '1000', text(random)]),
    '--undated',
    'skip',
  ],
  random => ['show', transcript, random.pick(['--explain-standing', '--brief', '--all', '--private'])],
  random => ['show', random.pick([captions, layer, other, '.']), '--width', random.pick(['20', '40', '200'])],
  random => [
    'show',
    transcript,
    '--format',
    random.pick(['csv', 'tsv']),
    '--table',
    random.pick(['claims', 'stances', 'utterances', 'x']),
  ],
  random => ['check', '.', '--format', random.pick(FINDINGS_FORMATS)],
  random => ['check', transcript, '--verbose', ...(random.once(2) ? ['--strict'] : [])],
  random => ['check', '-', '--stdin-filename', random.pick([transcript, layer, text(random)])],
  () => ['check', '--fix', '--dry-run', '.'],
  () => ['check', '--fix', '.'],
  () => ['check', '--print-config', transcript],
  () => ['check', '.', '--baseline', 'known.json', '--update-baseline'],
  random => ['diff', earlier, transcript, '--format', random.pick(DIFF_FORMATS)],
  random => ['diff', transcript, earlier, '--only', random.pick(['text', 'annotations', 'standing'])],
  () => ['diff', ours, theirs],
  random => ['quotes', draft, '--in', transcript, '--format', random.pick(QUOTES_FORMATS)],
  random => ['quotes', draft, '--in', transcript, '--fix', ...(random.once(2) ? ['--dry-run'] : [])],
  random => [
    'reanchor',
    earlier,
    transcript,
    '--format',
    random.pick(REANCHOR_FORMATS),
    ...(random.once(2) ? ['--dry-run'] : []),
  ],
  random => [
    'reanchor',
    earlier,
    transcript,
    '--accept',
    random.pick(['moved', 'edited', 'without-alarms', 'n1,n2', 'x']),
    '--creator',
    'Ada Reader',
  ],
  () => ['reanchor', '-i', earlier, transcript, '--creator', 'Ada Reader'],
  random => [
    'merge',
    base,
    ours,
    theirs,
    ...random.pick([[], ['-o', ours], ['-o', 'merged.yaml'], ['-o', 'merged.yaml', '--format', 'json']]),
  ],
  () => ['merge-driver', base, ours, theirs, '7', layer],
  () => ['resolve', ours],
  random => [
    'resolve',
    random.pick([ours, layer]),
    '--take',
    random.pick(['ours', 'theirs', 'base']),
    '--all',
  ],
  () => ['resolve', layer, '-i'],
  random => [
    'convert',
    random.pick([transcript, captions]),
    '--to',
    random.pick(FORMAT_IDS),
    ...(random.once(3) ? ['-o', 'made.txt'] : []),
  ],
  random => [
    'convert',
    random.pick([draft, layer, captions]),
    ...random.pick([[], ['--dry-run'], ['--to', 'onrecord-yaml', '-o', 'made.yaml']]),
  ],
  random => [
    'speakers',
    random.pick([transcript, captions]),
    ...random.pick([[], ['--format', 'json'], ['--format', 'csv']]),
  ],
  random => ['speakers', transcript, `p0=${text(random)}`],
  random => ['speakers', transcript, '--rename-id', `p0=${random.pick(['ann', 'p1', text(random)])}`],
  random => ['edit', transcript, random.pick(['u1', 'u2..u4', 'u99']), '--text', text(random)],
  random => ['edit', transcript, 'u1..u2', '--join', ...(random.once(2) ? ['--dry-run'] : [])],
  random => ['edit', transcript, 'u2', '--speaker', random.pick(['p0', 'unknown', text(random)])],
  random => ['edit', transcript, 'u1', '--split-at', random.pick(['on', 'it', 'the', text(random)])],
  random => [
    'edit',
    transcript,
    '--from',
    random.pick([earlier, captions, draft]),
    '--creator',
    'Ada Reader',
    ...(random.once(2) ? ['--accept', 'edited'] : []),
  ],
  random => [
    'annotate',
    transcript,
    '--target',
    random.pick(['u1', 'u1..u3', 'ac1', 'p0', 'transcript']),
    '--comment',
    text(random),
  ],
  random => [
    ...[
      'annotate',
      transcript,
      '--quote',
      random.once(4) ? text(random) : words(random, 1),
      '--occurrence',
      '1',
    ],
    ...['--tag', random.pick(['disputed', 'confirmed', 'unclear', 'x']), '--by', 'p0', '--creator', 'Ada'],
    ...(random.once(4)
      ? []
      : ['--aspect', 'content', '--when', 'unknown', '--wording', text(random), '--source', 's0@p. 1']),
  ],
  random => ['annotate', layer, '--change', 'n1', '--note', text(random)],
  () => ['annotate', layer, '--withdraw', 'n2'],
  () => ['annotate', transcript, '-i'],
  () => ['annotate', layer, '-e', '--target', 'u1'],
  () => ['annotate', layer, '--from', '-'],
  random => ['add', random.pick(['source', 'party', 'claim']), transcript, text(random)],
  random => [
    ...['find', random.pick([...QUERIES, 'on', text(random)]), '.', '--format'],
    ...[random.pick(FIND_FORMATS), ...random.pick([[], ['--context', '2'], ['--count'], ['--files']])],
  ],
  random => ['stats', '.', '--format', random.pick(STATS_FORMATS)],
  random => [
    'timeline',
    '.',
    '--format',
    random.pick(TIMELINE_FORMATS),
    ...(random.once(2) ? ['--all'] : []),
  ],
  random => [
    'agree',
    transcript,
    '--format',
    random.pick(AGREE_FORMATS),
    '--by',
    random.pick(['tag', 'speaker']),
  ],
  random => ['collate', earlier, transcript, captions, '--format', random.pick(COLLATE_FORMATS)],
  random => [
    ...['collate', transcript, captions, '--times-from', captions, '--onto', transcript],
    ...(random.once(2) ? ['-o', 'made.yaml'] : []),
  ],
  () => ['textconv', transcript],
  () => ['git', 'install'],
  () => ['init', 'new'],
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
  if (stderr.includes('merged as text')) return undefined;
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
