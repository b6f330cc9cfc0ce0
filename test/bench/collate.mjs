/**
 * How well `collate` carries times and speakers onto words that differ, with known truth, and what it costs.
 *
 *   npm run bench:collate -- [TRANSCRIPT] [--seed 1] [--runs 20] [--noise 0.3]
 *
 * TRANSCRIPT is a file with the times of its words, such as the JSON of whisperX; without it a talk is made from the seed.
 * Its copy has a share of its words changed, put in or left out, and neither times nor speakers.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundle } from './bundle.mjs';
import { median } from './measure.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const WORDS_OF_AN_HOUR = 9000;
const ROUNDS = 5;
const LENGTHS = [1, 2, 4, 8];

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '20' },
    noise: { type: 'string', default: '0.3' },
  },
});
const noise = Number(options.noise);
const files = await bundle(root, `${root}node_modules/.cache/onrecord-bench/collate`, {
  collate: 'test/bench/collate/onrecord.ts',
});
const onrecord = await import(pathToFileURL(files.collate).href);

const [file] = positionals;
const subject = file === undefined ? 'a seeded talk' : 'the transcript';
await measureTruth(subject, file, copy => copy);
await measureTruth(`${subject} as one text without turns`, file, copy => [copy.flat()]);
await measureTime();

async function measureTruth(name, from, cut) {
  const errors = [];
  const counts = { words: 0, timeless: 0, right: 0, wrong: 0, unknown: 0 };
  for (let run = 0; run < Number(options.runs); run++) {
    const random = onrecord.seeded(Number(options.seed) * 7919 + run);
    const turns = from === undefined ? onrecord.talkOf(random, 2000) : await turnsIn(from);
    const copy = cut(onrecord.noisy(turns, noise, random));
    const { transcript } = await carried(turns, copy);
    const truth = copy.flat();
    const found = transcript.utterances.flatMap(({ 'x-words': field, speaker, text }) =>
      (onrecord.parseWordsField(field) ?? text.split(' ').map(word => ({ text: word }))).map(word => ({
        ...word,
        speaker,
      })),
    );
    if (found.length !== truth.length) throw new Error('the words are not those of the copy');
    for (const [index, { start, speaker }] of truth.entries()) {
      const word = found[index];
      if (start !== undefined) {
        if (word.start === undefined) counts.timeless++;
        else errors.push(Math.abs(word.start - start));
      }
      counts.words++;
      if (word.speaker === speaker) counts.right++;
      else counts[word.speaker === undefined || word.speaker === 'unknown' ? 'unknown' : 'wrong']++;
    }
  }
  errors.sort((one, other) => one - other);
  const at = share => `${(errors[Math.floor(share * (errors.length - 1))] / 1000).toFixed(3)} s`;
  const share = count => `${((100 * count) / counts.words).toFixed(2)} %`;
  console.log(`${name}, ${noise * 100} % of the words changed, ${options.runs} copies, seed ${options.seed}`);
  console.log(
    `  start of a word, error: median ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, largest ${at(1)}; n ${errors.length}, ${counts.timeless} without a time`,
  );
  console.log(
    `  speaker of a word: right ${share(counts.right)}, wrong ${share(counts.wrong)} (${counts.wrong}), unknown ${share(counts.unknown)}; n ${counts.words}`,
  );
}

async function carried(turns, copy) {
  const from = onrecord.timedTranscript(turns);
  const onto = onrecord.plainTranscript(copy);
  const { lists } = await onrecord.wordsOfTranscripts([onto, from]);
  return onrecord.carryOnto(onto, { times: from, speakers: from }, lists, new Set());
}

/** The words of a file by utterance; an utterance whose words have no times is left out. */
async function turnsIn(name) {
  const { value } = await onrecord.importFile(readFileSync(name), name, {});
  return value.transcript.utterances.flatMap(({ 'x-words': field, speaker }) => {
    const words = onrecord.parseWordsField(field);
    return words === undefined ? [] : [words.map(({ text, start, end }) => ({ text, start, end, speaker }))];
  });
}

async function measureTime() {
  console.log(
    `time of a talk of one hour (${WORDS_OF_AN_HOUR} words) and longer, ${noise * 100} % changed, median of ${ROUNDS}`,
  );
  for (const hours of LENGTHS) {
    const random = onrecord.seeded(Number(options.seed) + hours);
    const turns = onrecord.talkOf(random, hours * WORDS_OF_AN_HOUR);
    const copy = onrecord.noisy(turns, noise, random);
    const [from, onto] = [onrecord.timedTranscript(turns), onrecord.plainTranscript(copy)];
    const words = await onrecord.wordsOfTranscripts([onto, from]);
    const both = [];
    const table = [];
    for (let round = 0; round < ROUNDS; round++) {
      let start = performance.now();
      await carried(turns, copy);
      both.push(performance.now() - start);
      start = performance.now();
      onrecord.collate([from, onto], words);
      table.push(performance.now() - start);
    }
    const [carry, compare] = [median(both), median(table)];
    console.log(
      `  ${hours} h: times and speakers ${carry.toFixed(0)} ms (${((1000 * carry) / copy.flat().length).toFixed(1)} µs a word), table ${compare.toFixed(0)} ms`,
    );
  }
}
