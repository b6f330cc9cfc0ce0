// Merging and converting very large files: memory against the input, and time against `check`.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ASCII_WORDS, randomFrom, sentence } from '../generate.mjs';
import { env, milliseconds, table, times } from '../measure.mjs';

const UTTERANCES = 650_000;
/** Memory of a merge against its three inputs, and its time against `check` of one. */
const MERGE_MEMORY = 10;
const MERGE_TIME = 4;
const CONVERTED_BYTES = 1e8;
/** Memory of a conversion against its input. */
const CONVERT_MEMORY = 8;
const usage = fileURLToPath(new URL('usage-one.cjs', import.meta.url));

export function scaleSection(root, folder) {
  const onrecord = (...args) => measured(root, path.join(folder, 'usage.json'), args);
  console.log(table(mergeRows(onrecord, folder)));
  console.log();
  console.log(table(convertRows(onrecord, folder)));
}

function mergeRows(onrecord, folder) {
  const base = shortUtterances();
  const files = {
    base: written(folder, 'base.yaml', base),
    edits: [edited(base, 7, ' indeed'), edited(base, 99, ' surely')],
    'insertions and deletions': [regrouped(base, 5000, 'ours'), regrouped(base, 9000, 'theirs')],
    'moves and edits': [edited(base, 7, ' indeed'), moved(base)],
  };
  const check = onrecord('check', '--quiet', files.base);
  const rows = Object.entries(files)
    .filter(([name]) => name !== 'base')
    .map(([name, sides]) => {
      const inputs = [files.base, ...sides.map((lines, side) => written(folder, `side${side}.yaml`, lines))];
      const merge = onrecord('merge', ...inputs, '-o', path.join(folder, 'merged.yaml'));
      return row(`merge, ${name}`, merge, inputs, [check, MERGE_TIME], MERGE_MEMORY);
    });
  return [
    [`${UTTERANCES} utterances`, 'processor', 'of check', 'peak', 'of input', ''],
    row('check', check, [files.base], [check, Number.POSITIVE_INFINITY], Number.POSITIVE_INFINITY),
    ...rows,
  ];
}

/** A letter beyond Latin-1 makes all letters of a text take two bytes in memory. */
const LETTERS = { ASCII: ASCII_WORDS, 'letters of two bytes': undefined };

/** From, to, and the format where the name does not say it. What is read was written before. */
const CONVERSIONS = [
  ['talk.yaml', 'talk.vtt'],
  ['talk.yaml', 'talk.srt'],
  ['talk.yaml', 'talk.txt'],
  ['talk.yaml', 'talk.json'],
  ['talk.yaml', 'talk.csv'],
  ['talk.yaml', 'talk.html'],
  ['talk.yaml', 'talk.md'],
  ['talk.yaml', 'talk.podcast.json', 'podcast-json'],
  ['talk.yaml', 'talk.whisper.json', 'whisper-json'],
  ['talk.vtt', 'from.yaml'],
  ['talk.srt', 'from.yaml'],
  ['talk.txt', 'from.yaml'],
  ['talk.json', 'from.yaml'],
  ['talk.csv', 'from.yaml'],
  ['talk.podcast.json', 'from.yaml'],
  ['talk.whisper.json', 'from.yaml'],
  ['talk.json', 'from.vtt'],
  ['talk.csv', 'from.json'],
];

function convertRows(onrecord, folder) {
  const measured = Object.values(LETTERS).map(words => {
    written(folder, 'talk.yaml', longUtterances(words));
    return CONVERSIONS.map(([from, to, format]) => {
      const [source, target] = [path.join(folder, from), path.join(folder, to)];
      // A file that is there is read as well, to be compared before it is replaced.
      rmSync(target, { force: true });
      const options = format === undefined ? [] : ['--to', format];
      const { peak } = onrecord('convert', source, '-o', target, ...options);
      return { peak, ratio: peak / statSync(source).size };
    });
  });
  return [
    [
      `converting ${CONVERTED_BYTES / 1e6} MB`,
      ...Object.keys(LETTERS).flatMap(letters => [letters, 'of input']),
      `wanted: below ${CONVERT_MEMORY}`,
    ],
    ...CONVERSIONS.map(([from, to], index) => {
      const both = measured.map(list => list[index]);
      return [
        `${from} to ${to}`,
        ...both.flatMap(({ peak, ratio }) => [`${(peak / 1e6).toFixed(0)} MB`, times(ratio)]),
        both.some(({ ratio }) => ratio >= CONVERT_MEMORY) ? 'ABOVE THE BAR' : '',
      ];
    }),
  ];
}

function row(name, { processor, peak }, inputs, [check, mostTime], mostMemory) {
  const size = inputs.reduce((sum, file) => sum + statSync(file).size, 0);
  const [time, memory] = [processor / check.processor, peak / size];
  const isAbove = time > mostTime || memory > mostMemory;
  return [
    name,
    milliseconds(processor),
    times(time),
    `${(peak / 1e6).toFixed(0)} MB`,
    times(memory),
    isAbove ? 'ABOVE THE BAR' : '',
  ];
}

/** Processor time and peak memory of one run of the program. */
function measured(root, file, args) {
  const command = ['--require', usage, path.join(root, 'bin/onrecord.cjs'), ...args];
  const result = spawnSync(process.execPath, command, {
    env: { ...env, ONRECORD_BENCH_USAGE: file },
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 1 << 28,
  });
  if (result.status !== 0) throw new Error(`${args.join(' ')} ended with ${result.status}: ${result.stderr}`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

const HEAD = [
  'onrecord: 1',
  'parties:',
  '  anna: {name: Anna Lind}',
  '  boris: {name: Boris Oak}',
  'utterances:',
];

const utterance = (id, speaker, ...more) => [`  - id: ${id}`, `    speaker: ${speaker}`, ...more].join('\n');

/** Utterances of a few words, each of them a string of lines; the header is the first. */
function shortUtterances() {
  const random = randomFrom(7);
  const speakers = ['anna', 'boris'];
  return [
    HEAD.join('\n'),
    ...Array.from({ length: UTTERANCES }, (_, index) =>
      utterance(`u${index + 1}`, speakers[index % 2], `    text: ${sentence(random, 3)}`),
    ),
  ];
}

function longUtterances(words) {
  const random = randomFrom(7);
  const lines = [HEAD.join('\n')];
  for (let at = 0, size = 0; size < CONVERTED_BYTES; at++) {
    const times = [`    start: ${clock(at * 40)}`, `    end: ${clock(at * 40 + 39)}`];
    lines.push(
      utterance(
        `u${at + 1}`,
        at % 2 ? 'anna' : 'boris',
        ...times,
        `    text: ${sentence(random, 110, words)}`,
      ),
    );
    size += Buffer.byteLength(lines.at(-1)) + 1;
  }
  return lines;
}

const two = number => String(number).padStart(2, '0');
const clock = at => `${two(Math.floor(at / 3600))}:${two(Math.floor(at / 60) % 60)}:${two(at % 60)}.000`;

/** Some words more in every hundred thousandth utterance. */
const edited = (lines, at, words) =>
  lines.map((line, index) => (index % 100_000 === at ? line + words : line));

/** Two utterances less, and a new one far behind them. */
const regrouped = (lines, at, name) =>
  lines.toSpliced(at, 2).toSpliced(300_000, 0, utterance(`new-${name}`, 'anna', '    text: New words.'));

/** One utterance from the end to the beginning. */
const moved = lines => lines.toSpliced(400_000, 1).toSpliced(100, 0, lines[400_000]);

function written(folder, name, lines) {
  const file = path.join(folder, name);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}
