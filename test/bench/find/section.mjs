// What it costs to find words: in many transcripts against `check` of them, in one against reading it; and its memory.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generateTranscript, randomFrom, sentence } from '../generate.mjs';
import { env, interleave, median, milliseconds, table, times } from '../measure.mjs';

const FILES = [1000, 4000];
const FILE_BYTES = 10_000;
const UTTERANCES = 100_000;
/** Runs of which the middle peak counts: a heap grows by leaps, and not at the same file each time. */
const PEAKS = 3;
const ROUNDS = Number(process.env.ONRECORD_BENCH_ROUNDS ?? 5);
/** `find` against `check` of the same files, and against reading one file. */
const OF_CHECK = 1;
const OF_READING = 1.5;
/** Peak memory of four times the files: their names stay, and a heap has slack. */
const OF_SMALLEST = 1.25;
/** What lives at once fits into a heap of so many MB, however many the files: V8 gives up where it does not. */
const SMALL_HEAP = 20;
const QUERIES = ['"new steel"', 'speaker:anna steel', 'nowhere-at-all'];

export function findSection(root, folder) {
  const ours = [process.execPath, path.join(root, 'bin/onrecord.cjs')];
  const talks = FILES.map(count => writeTalks(path.join(folder, `find-${count}`), count));
  const many = talks[0];
  const options = { statuses: [0, 1] };
  const commands = [
    [...ours, 'check', '--quiet', many],
    [...ours, 'check', '--quiet', '--rule', 'ground-rule', many],
    ...QUERIES.map(query => [...ours, 'find', query, many]),
  ];
  const [check, reading, ...found] = interleave(commands, ROUNDS, options);
  const row = (name, wall, ratio, bar) => [name, milliseconds(wall), ratio && times(ratio), bar ?? ''];
  console.log(
    table([
      [`${FILES[0]} transcripts of ${FILE_BYTES / 1000} KB`, 'median', 'of check', ''],
      row('check', check, 1),
      row('reading alone (one rule)', reading, reading / check),
      ...QUERIES.map((query, i) =>
        row(`find ${query}`, found[i], found[i] / check, above(found[i] / check, OF_CHECK)),
      ),
    ]),
  );
  console.log();

  const large = path.join(folder, 'find-large.yaml');
  writeFileSync(large, longTalk(UTTERANCES));
  const [read, ...inLarge] = interleave(
    [
      [...ours, 'check', '--quiet', '--rule', 'ground-rule', large],
      ...QUERIES.map(query => [...ours, 'find', query, large]),
    ],
    ROUNDS,
    options,
  );
  console.log(
    table([
      [`one transcript of ${UTTERANCES} utterances`, 'median', 'of reading', ''],
      row('reading alone (one rule)', read, 1),
      ...QUERIES.map((query, i) =>
        row(`find ${query}`, inLarge[i], inLarge[i] / read, above(inLarge[i] / read, OF_READING)),
      ),
    ]),
  );
  console.log();

  const peaks = talks.map(talk => peakOf([...ours, 'find', QUERIES[0], talk]));
  const [node, ...program] = ours;
  const small = talks.map(talk =>
    peakOf([node, `--max-old-space-size=${SMALL_HEAP}`, ...program, 'find', QUERIES[0], talk]),
  );
  console.log(
    table([
      ['memory of find', 'peak', 'of the first', '', `in a heap of ${SMALL_HEAP} MB`],
      ...FILES.map((count, i) => [
        `${count} transcripts`,
        `${peaks[i].toFixed(0)} MiB`,
        times(peaks[i] / peaks[0]),
        above(peaks[i] / peaks[0], OF_SMALLEST),
        `${small[i].toFixed(0)} MiB`,
      ]),
    ]),
  );
}

function writeTalks(talks, count) {
  mkdirSync(talks);
  for (let index = 0; index < count; index++)
    writeFileSync(path.join(talks, `talk-${index}.yaml`), generateTranscript(FILE_BYTES, index + 1).yaml);
  return talks;
}

function longTalk(utterances) {
  const random = randomFrom(7);
  const parties = ['anna', 'boris', 'chen', 'dara'];
  const lines = [
    'onrecord: 1',
    'parties:',
    ...parties.map(id => `  ${id}: {name: Name of ${id}}`),
    'utterances:',
  ];
  for (let index = 0; index < utterances; index++)
    lines.push(
      `  - id: u${index + 1}`,
      `    speaker: ${parties[Math.floor(random() * parties.length)]}`,
      `    text: ${sentence(random, 6 + Math.floor(random() * 20))}`,
    );
  return `${lines.join('\n')}\n`;
}

/** Median peak memory of a program in MiB, as the system counts it. @param command Node, its options, the program, and its arguments */
function peakOf(command) {
  return median(Array.from({ length: PEAKS }, () => peakOnce(command)));
}

function peakOnce(command) {
  const main = command.findIndex(part => part.endsWith('.cjs'));
  const [program, args] = [command[main], command.slice(main + 1)];
  const code = `process.argv.splice(1, 0, ${JSON.stringify(program)}); process.on('exit', () => console.error('PEAK', process.resourceUsage().maxRSS)); require(${JSON.stringify(program)});`;
  const { stderr } = spawnSync(command[0], [...command.slice(1, main), '-e', code, ...args], {
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const [, peak] = /PEAK (\d+)/.exec(stderr) ?? [];
  if (peak === undefined) throw new Error(`no peak in ${stderr}`);
  return Number(peak) / 1024;
}

function above(ratio, bar) {
  return ratio > bar ? 'ABOVE THE BAR' : '';
}
