/** 10,000 annotations over 1 MB with noise in 10 % of its characters, against approximate search for each annotation. */
import search from 'approx-string-match';
import { proseText } from './prose.mjs';
import { seededRandom } from './random.mjs';

const NOISE = 0.1;
const NOISE_LETTERS = 'etaoinshrdlucmfwypvbgkjqxz ';
const SEARCHED = 40;
const MOST_ERROR_SHARE = 0.34;
const RATIO_WANTED = 150;

export function measureSpeed(reanchor) {
  console.log(
    '\nspeed: 10,000 annotations over 1 MB, 10 % noise; approximate search is measured on a sample of them; processor time',
  );
  for (const ids of ['kept', 'lost']) {
    const data = noisyTranscripts(1_000_000, 10_000, 77, ids);
    const { milliseconds, placements } = timed(reanchor, data);
    const naive = searchEach(data) * data.annotations.length;
    const ratio = naive / milliseconds;
    const { right, wrong } = accuracy(placements, data);
    console.log(
      `  ids ${ids}: ${milliseconds.toFixed(0)} ms, approximate search ${(naive / 1000).toFixed(0)} s: ${ratio.toFixed(0)} times faster` +
        `${ratio < RATIO_WANTED ? ' BELOW THE BAR' : ''}; right ${((100 * right) / placements.length).toFixed(1)} %, wrong ${((100 * wrong) / placements.length).toFixed(2)} %`,
    );
  }
  for (const ids of ['kept', 'lost'])
    for (const [label, scale] of [
      ['annotations', step => [1_000_000, 2500 * step]],
      ['text', step => [500_000 * step, 2500]],
    ]) {
      const times = [1, 2, 4].map(
        step => timed(reanchor, noisyTranscripts(...scale(step), 78, ids)).milliseconds,
      );
      console.log(
        `  ids ${ids}, 1x 2x 4x ${label}: ${times.map(time => `${time.toFixed(0)} ms`).join(', ')}`,
      );
    }
}

export function timed(reanchor, { old, fresh, annotations }) {
  const start = process.cpuUsage();
  const placements = reanchor(old, fresh, annotations);
  return { milliseconds: processorTime(start), placements };
}

export function noisyTranscripts(characters, annotationCount, seed, ids) {
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

/** Milliseconds of processor time, so that other work on the machine does not count. */
function processorTime(start) {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
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

/** Milliseconds for one annotation. */
function searchEach({ annotations, text }) {
  const start = process.cpuUsage();
  for (let count = 0; count < SEARCHED; count++) {
    const { quote } = annotations[count * Math.floor(annotations.length / SEARCHED)];
    search(text, quote, Math.ceil(quote.length * MOST_ERROR_SHARE));
  }
  return processorTime(start) / SEARCHED;
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
