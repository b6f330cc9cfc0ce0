/** One case: a transcript, an annotated passage of 1 to 25 words in it, an edit, and what three methods make of it. */
import { hypothesisAnchor, hypothesisPlace } from './hypothesis.mjs';
import { background } from './operations.mjs';
import { textOf, truthIn } from './transcripts.mjs';
import { wordDiffMap } from './word-diff-map.mjs';

const LONGEST_PASSAGE = 25;
const LEAST_OVERLAP = 0.8;
/** The share of deleted and replaced passages whose words are said in another place too. */
const SAID_ELSEWHERE = 1 / 3;
const ACCENTED = { cafe: 'café', resume: 'résumé' };

/** @param compare whether the two other methods are run as well; they take most of the time */
export function runCase(row, { tag, make }, random, reanchor, compare) {
  const { utterances, source } = make(random);
  if (row.name === 'other Unicode form') accent(utterances, random);
  if (row.name === 'other quote style') apostrophe(utterances, random);
  markPassage(utterances, random, row.length);
  // A deleted passage must not be found where the same words are said as well.
  if (row.gone && random.chance(SAID_ELSEWHERE)) sayElsewhere(utterances, random);
  const [before] = truthIn(utterances);
  const old = utterances.map(plain);
  const tools = { random, source };
  row.edit(utterances, tools);
  background(utterances, tools);
  for (let index = utterances.length - 1; index >= 0; index--)
    if (utterances[index].words.length === 0) utterances.splice(index, 1);
  row.after?.(utterances);
  const truths = row.gone ? [] : truthIn(utterances);
  const fresh = utterances.map(plain);
  const texts = { old: joined(old), new: joined(fresh) };
  const oldStart = texts.old.starts[before.utterance] + before.start;
  const oldEnd = oldStart + before.end - before.start;
  const truth = truths.map(({ utterance, start, end }) => ({
    start: texts.new.starts[utterance] + start,
    end: texts.new.starts[utterance] + end,
  }));
  const judge = place => judged(place, truth);
  const annotation = annotationOn(old, before);
  const [placement] = reanchor(old, fresh, [annotation], tag);
  const place = onrecordPlace(placement, texts.new, fresh);
  return {
    results: {
      onrecord: judge(place),
      ...(compare && {
        hypothesis: judge(
          hypothesisPlace(texts.new.text, hypothesisAnchor(texts.old.text, oldStart, oldEnd)) ?? 'orphaned',
        ),
        'word diff': judge(wordDiffMap(texts.old.text, texts.new.text)(oldStart, oldEnd) ?? 'orphaned'),
      }),
    },
    alarms: placement.alarms,
    show: () => describe({ texts, oldStart, oldEnd, truth, place, placement }),
  };
}

const plain = ({ id, speaker, words }) => ({
  ...(id && { id }),
  ...(speaker && { speaker }),
  text: textOf({ words }),
});

function markPassage(utterances, random, [least, most] = [1, LONGEST_PASSAGE]) {
  const longest = Math.max(...utterances.map(utterance => utterance.words.length));
  const length = random.integer(least, Math.min(most, longest));
  const longEnough = utterances.filter(utterance => utterance.words.length >= length);
  for (;;) {
    const { words } = random.pick(longEnough);
    const first = random.integer(0, words.length - length);
    const chosen = words.slice(first, first + length);
    if (!chosen.some(word => /[\p{L}\p{N}]/u.test(word.text))) continue;
    for (const word of chosen) word.inside = true;
    return;
  }
}

/** Puts the words of the passage into another utterance too. */
function sayElsewhere(utterances, random) {
  const passage = utterances.flatMap(({ words }) => words.filter(word => word.inside));
  const others = utterances.filter(({ words }) => !words.some(word => word.inside));
  const { words } = random.pick(others);
  words.splice(random.integer(0, words.length), 0, ...passage.map(({ text }) => ({ text, inside: false })));
}

/** Stored as an annotation stores it: with as much context as makes the quote unique in its utterance. */
function annotationOn(old, { utterance, start, end }) {
  const { id, text } = old[utterance];
  const quote = text.slice(start, end);
  const annotation = { id: 'a1', target: [id], quote };
  for (let context = 0; count(text, annotation) > 1; context += 8) {
    annotation.before = text.slice(Math.max(0, start - context), start);
    annotation.after = text.slice(end, end + context);
  }
  return annotation;
}

function count(text, { quote, before = '', after = '' }) {
  const whole = before + quote + after;
  let found = 0;
  for (let at = text.indexOf(whole); at >= 0; at = text.indexOf(whole, at + 1)) found++;
  return found;
}

function joined(utterances) {
  const starts = [];
  let text = '';
  for (const utterance of utterances) {
    starts.push(text.length);
    text += `${utterance.text}\n`;
  }
  return { text, starts };
}

function onrecordPlace({ verdict, passages }, { starts }, fresh) {
  if (verdict === 'ambiguous' || verdict === 'orphaned') return verdict;
  const [{ utterance, range }] = passages;
  const { start, end } = range ?? { start: 0, end: fresh[utterance].text.length };
  const units = offset => [...fresh[utterance].text].slice(0, offset).join('').length;
  return { start: starts[utterance] + units(start), end: starts[utterance] + units(end) };
}

/** right, wrong, orphaned (lost though it is there) or review. A passage that is in two utterances now is for a person. */
function judged(place, truth) {
  if (place === 'ambiguous') return truth.length > 1 ? 'right' : 'review';
  if (place === 'orphaned') return truth.length === 0 ? 'right' : 'orphaned';
  if (truth.length !== 1)
    return truth.length === 0 || overlap(place, largest(truth)) < LEAST_OVERLAP ? 'wrong' : 'right';
  return overlap(place, truth[0]) >= LEAST_OVERLAP ? 'right' : 'wrong';
}

const largest = truth =>
  truth.reduce((best, range) => (range.end - range.start > best.end - best.start ? range : best));

function overlap(one, other) {
  const common = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return common <= 0 ? 0 : common / (Math.max(one.end, other.end) - Math.min(one.start, other.start));
}

function accent(utterances, random) {
  for (const { words } of utterances)
    for (const word of words) {
      const bare = Object.keys(ACCENTED)[random.integer(0, 1)];
      if (random.chance(0.05)) word.text = ACCENTED[bare];
      else
        word.text = word.text
          .replace(/a(?=[a-z])/, random.chance(0.2) ? 'á' : 'a')
          .replace(/o(?=[a-z])/, random.chance(0.2) ? 'ö' : 'o');
    }
}

function apostrophe(utterances, random) {
  for (const { words } of utterances)
    for (const word of words) {
      if (random.chance(0.05)) word.text = "don't";
      else if (random.chance(0.08)) word.text = `"${word.text}"`;
    }
}

function describe({ texts, oldStart, oldEnd, truth, place, placement }) {
  const around = (text, start, end) =>
    `${text.slice(Math.max(0, start - 60), start)}[${text.slice(start, end)}]${text.slice(end, end + 60)}`.replaceAll(
      '\n',
      ' / ',
    );
  const { quote, context, displacement } = placement.scores;
  return [
    `was:   ${around(texts.old.text, oldStart, oldEnd)}`,
    `truth: ${truth.map(range => around(texts.new.text, range.start, range.end)).join(' + ') || 'gone'}`,
    `got:   ${typeof place === 'string' ? place : around(texts.new.text, place.start, place.end)}`,
    `cause: ${placement.reason}, quote ${quote.toFixed(2)}, context ${context.toFixed(2)}, displacement ${displacement.toFixed(2)}, margin ${placement.margin.toFixed(2)}`,
  ].join('\n      ');
}
