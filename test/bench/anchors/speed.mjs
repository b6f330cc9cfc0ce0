/**
 * 10,000 annotations over 1 MB with noise in 10 % of its characters, against approximate search for each annotation.
 * Every figure is of a fresh process, as a user has it: most of the time goes into making the code fast.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import search from 'approx-string-match';
import { median } from '../measure.mjs';
import { loadBuilt } from './load.mjs';
import { proseText } from './prose.mjs';
import { seededRandom } from './random.mjs';

const NOISE = 0.1;
const NOISE_LETTERS = 'etaoinshrdlucmfwypvbgkjqxz ';
const SEARCHED = 40;
const MOST_ERROR_SHARE = 0.34;
const RATIO_WANTED = 150;
/** Each round measures both methods one after the other, so that a change of the machine's speed meets both. */
const ROUNDS = 3;

const COMPARED = { characters: 1_000_000, annotations: 10_000, seed: 77 };
const IDS = ['kept', 'lost'];

export function measureSpeed() {
  console.log(
    `\nspeed: 10,000 annotations over 1 MB, 10 % noise, each run in a fresh process, medians of ${ROUNDS} rounds; approximate search is measured on a sample of them`,
  );
  for (const ids of IDS) {
    const rounds = Array.from({ length: ROUNDS }, () => ({
      own: inFreshProcess('reanchor', { ...COMPARED, ids }),
      naive: inFreshProcess('search', { ...COMPARED, ids }),
    }));
    const wall = compared(rounds, 'wall');
    const processor = compared(rounds, 'processor');
    const [{ own }] = rounds;
    console.log(
      `  ids ${ids}: wall-clock time ${wall.text}${wall.ratio < RATIO_WANTED ? ' BELOW THE BAR' : ''}; processor time of all threads ${processor.text}` +
        `; right ${own.right.toFixed(1)} %, wrong ${own.wrong.toFixed(2)} %`,
    );
  }
  for (const ids of IDS)
    for (const [label, scale] of [
      ['annotations', step => ({ characters: 1_000_000, annotations: 2500 * step })],
      ['text', step => ({ characters: 500_000 * step, annotations: 2500 })],
    ]) {
      const times = [1, 2, 4].map(step => {
        const runs = Array.from({ length: ROUNDS }, () =>
          inFreshProcess('reanchor', { ...scale(step), seed: 78, ids }),
        );
        return median(runs.map(run => run.processor));
      });
      console.log(
        `  ids ${ids}, 1x 2x 4x ${label}, processor time: ${times.map(time => `${time.toFixed(0)} ms`).join(', ')}`,
      );
    }
}

/** The median of the ratios round by round, with the medians of both times, in the given kind of time. */
function compared(rounds, kind) {
  const own = median(rounds.map(round => round.own[kind]));
  const naive = median(rounds.map(round => round.naive[kind]));
  const ratio = median(rounds.map(round => round.naive[kind] / round.own[kind]));
  const text = `${own.toFixed(0)} ms, approximate search ${(naive / 1000).toFixed(0)} s: ${ratio.toFixed(0)} times faster`;
  return { ratio, text };
}

function inFreshProcess(method, data) {
  const output = execFileSync(
    process.execPath,
    [fileURLToPath(import.meta.url), method, JSON.stringify(data)],
    { encoding: 'utf8' },
  );
  return JSON.parse(output);
}

/** Milliseconds by the clock, and of the processor in all threads: those that compile and collect garbage included. */
function timed(run) {
  const before = process.cpuUsage();
  const start = performance.now();
  const result = run();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { wall, processor: (user + system) / 1000, result };
}

function noisyTranscripts(characters, annotationCount, seed, ids) {
  const random = seededRandom(seed);
  const source = proseText(random);
  const old = [];
  for (let length = 0; length < characters; length += old.at(-1).text.length + 1)
    old.push({ id: `u${old.length + 1}`, speaker: random.pick(source.speakers), text: source.turn() });
  const noisy = old.map(({ text }) => addNoise(text, random));
  const fresh = old.map((utterance, index) => ({
    ...utterance,
    id: ids === 'kept' ? utterance.id : `n${index + 1}`,
    text: noisy[index].text,
  }));
  const annotations = [];
  const truths = [];
  while (annotations.length < annotationCount) {
    const index = random.integer(0, old.length - 1);
    const { id, text } = old[index];
    let start = random.integer(0, text.length - 1);
    while (start > 0 && text[start - 1] !== ' ') start--;
    let end = Math.min(text.length, start + random.integer(20, 120));
    while (end < text.length && text[end] !== ' ') end++;
    const quote = text.slice(start, end);
    if (quote.length < 20 || text.indexOf(quote) !== text.lastIndexOf(quote)) continue;
    annotations.push({ id: `a${annotations.length + 1}`, target: [id], quote });
    truths.push({ utterance: index, start: noisy[index].places[start], end: noisy[index].places[end] });
  }
  return { old, fresh, annotations, truths, text: fresh.map(utterance => utterance.text).join('\n') };
}

/** Half substitutions, the rest insertions and deletions; `places` leads from old to new offsets. */
function addNoise(text, random) {
  let result = '';
  const places = [];
  for (const character of text) {
    places.push(result.length);
    const roll = random.next();
    if (roll >= NOISE) result += character;
    else if (roll < NOISE / 2) result += random.pick(NOISE_LETTERS);
    else if (roll < NOISE * 0.75) result += random.pick(NOISE_LETTERS) + character;
  }
  places.push(result.length);
  return { text: result, places };
}

/** The time that all annotations would take, from a sample of them. */
function searchEach({ annotations, text }) {
  const { wall, processor } = timed(() => {
    for (let count = 0; count < SEARCHED; count++) {
      const { quote } = annotations[count * Math.floor(annotations.length / SEARCHED)];
      search(text, quote, Math.ceil(quote.length * MOST_ERROR_SHARE));
    }
  });
  const all = annotations.length / SEARCHED;
  return { wall: wall * all, processor: processor * all };
}

async function reanchorAll(data) {
  const reanchor = await loadBuilt();
  const { wall, processor, result } = timed(() => reanchor(data.old, data.fresh, data.annotations));
  const { right, wrong } = accuracy(result, data);
  const share = count => (100 * count) / result.length;
  return { wall, processor, right: share(right), wrong: share(wrong) };
}

function accuracy(placements, { truths }) {
  let right = 0;
  let wrong = 0;
  for (const [index, { verdict, passages }] of placements.entries()) {
    if (verdict === 'ambiguous' || verdict === 'orphaned') continue;
    const [{ utterance, range }] = passages;
    const truth = truths[index];
    const common = Math.min(range.end, truth.end) - Math.max(range.start, truth.start);
    const union = Math.max(range.end, truth.end) - Math.min(range.start, truth.start);
    if (utterance === truth.utterance && common / union >= 0.8) right++;
    else wrong++;
  }
  return { right, wrong };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [method, settings] = process.argv.slice(2);
  const { characters, annotations, seed, ids } = JSON.parse(settings);
  const data = noisyTranscripts(characters, annotations, seed, ids);
  console.log(JSON.stringify(method === 'search' ? searchEach(data) : await reanchorAll(data)));
}
