// Two versions of a talk, as files of this program and as plain lines, the same for the same seed.
import { randomFrom, sentence } from '../generate.mjs';

const SPEAKERS = ['anna', 'boris', 'chen', 'dara'];

/** Texts of `count` utterances. */
export function talk(count, seed = 1) {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, index) => ({
    id: `u${index + 1}`,
    speaker: SPEAKERS[Math.floor(random() * SPEAKERS.length)],
    text: sentence(random, 8 + Math.floor(random() * 12)),
  }));
}

/** The talk with a share of its utterances changed: mostly one word, some added, some gone. */
export function changed(utterances, share, seed = 2) {
  const random = randomFrom(seed);
  return utterances.flatMap(utterance => {
    if (random() >= share) return [utterance];
    const dice = random();
    if (dice < 0.05) return [];
    if (dice < 0.1) return [utterance, { ...utterance, id: `${utterance.id}x`, text: sentence(random, 12) }];
    const words = utterance.text.split(' ');
    words[Math.floor(random() * words.length)] = sentence(random, 1).slice(0, -1);
    return [{ ...utterance, text: words.join(' ') }];
  });
}

export const asYaml = utterances =>
  `onrecord: 1\nutterances:\n${utterances
    .map(({ id, speaker, text }) => `  - {id: ${id}, speaker: ${speaker}, text: "${text}"}\n`)
    .join('')}`;

export const asLines = utterances =>
  utterances.map(({ id, speaker, text }) => `${id} speaker: ${speaker}\n${id} text: ${text}\n`).join('');

/** Pairs that make a search for differences slow. Ids are new, so that only the words can tell what is what. */
export const ADVERSARIES = {
  'all alike': count =>
    pair(
      count,
      () => 'Yes, that is so.',
      () => 'Yes, that is so.',
    ),
  'all different': count => {
    const random = randomFrom(3);
    const own = side => index => `${side}${index} ${side}${Math.floor(random() * 1e9)} ${side}${index * 7}`;
    return pair(count, own('a'), own('b'));
  },
  reversed: count => {
    const old = talk(count);
    return { old, new: old.toReversed().map(renamed) };
  },
};

function pair(count, oldText, newText) {
  const make = text =>
    Array.from({ length: count }, (_, index) => ({ id: `u${index}`, speaker: 'anna', text: text(index) }));
  return { old: make(oldText), new: make(newText).map(renamed) };
}

const renamed = utterance => ({ ...utterance, id: `n${utterance.id}` });
