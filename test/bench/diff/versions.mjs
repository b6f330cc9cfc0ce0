// Pairs of versions of one talk, the same for the same seed: edited by a share, or made to be hard to compare.
import { randomFrom } from '../generate.mjs';

const SYLLABLES = 'ba re ti no ku la se mi do va ne ro gi sa pu te li mo fa de'.split(' ');
const WORD_COUNT = 4000;
const SPEAKERS = ['anna', 'boris', 'chen', 'dara'];

class Talk {
  constructor(seed) {
    this.random = randomFrom(seed);
    this.words = Array.from({ length: WORD_COUNT }, () =>
      Array.from({ length: 1 + this.below(4) }, () => SYLLABLES[this.below(SYLLABLES.length)]).join(''),
    );
  }

  below(limit) {
    return Math.floor(this.random() * limit);
  }

  /** Few words are frequent and most are rare, as in speech. */
  word() {
    return this.words[Math.floor(WORD_COUNT * this.random() ** 3)];
  }

  text() {
    return `${Array.from({ length: 4 + this.below(25) }, () => this.word()).join(' ')}.`;
  }

  utterances(count) {
    return Array.from({ length: count }, (_, index) => ({
      id: `u${index}`,
      speaker: SPEAKERS[this.below(SPEAKERS.length)],
      text: this.text(),
    }));
  }

  /** One to three words replaced. */
  editedText(text) {
    const words = text.split(' ');
    for (let edit = this.below(3); edit >= 0; edit--) words[this.below(words.length)] = this.word();
    return words.join(' ');
  }
}

/** A share of the utterances changed: words (75 %), or the utterance removed, added, cut in two or joined to the next. */
function edited(talk, old, share) {
  const fresh = [];
  for (let index = 0; index < old.length; index++) {
    const utterance = old[index];
    if (talk.random() >= share) {
      fresh.push(utterance);
      continue;
    }
    const kind = talk.random();
    if (kind < 0.75) fresh.push({ ...utterance, text: talk.editedText(utterance.text) });
    else if (kind < 0.82) fresh.push(utterance, { ...utterance, id: `n${index}`, text: talk.text() });
    else if (kind < 0.88) {
      const words = utterance.text.split(' ');
      const middle = words.length >> 1;
      fresh.push({ ...utterance, text: words.slice(0, middle).join(' ') });
      fresh.push({ ...utterance, id: `n${index}`, text: words.slice(middle).join(' ') });
    } else if (kind < 0.94 && index + 1 < old.length) {
      fresh.push({ ...utterance, text: `${utterance.text} ${old[index + 1].text}` });
      index++;
    }
  }
  return fresh;
}

const ALIKE = { speaker: 'anna', text: 'yes it is so' };
const numbered = list => list.map((utterance, index) => ({ ...utterance, id: `u${index}` }));

const HARD = {
  'all alike': (_talk, count) => [
    numbered(Array(count).fill(ALIKE)),
    numbered(Array(Math.floor(count * 0.9)).fill(ALIKE)),
  ],
  'all different': (talk, count) => [talk.utterances(count), talk.utterances(count)],
  reversed: (talk, count) => {
    const old = talk.utterances(count);
    return [old, old.toReversed()];
  },
};

/** Names of the pairs that are hard to compare. */
export const HARD_CASES = Object.keys(HARD);

/**
 * Both versions of a talk of `count` utterances. `change` is the share of utterances changed or the name of a hard
 * case; without `ids` neither version says which utterance is which.
 */
export function versions(count, change, ids, seed = 1) {
  const talk = new Talk(seed);
  let pair;
  if (typeof change === 'string') pair = HARD[change](talk, count);
  else {
    const old = talk.utterances(count);
    pair = [old, edited(talk, old, change)];
  }
  // As two files are read: they share no objects, and no string is made of parts.
  return pair.map(list => JSON.parse(JSON.stringify(ids ? list : list.map(({ id, ...rest }) => rest))));
}

/** The plain view of a version: an utterance a line. */
export const plain = utterances => utterances.map(({ speaker, text }) => `${speaker}: ${text}\n`).join('');

/** A version as a file of this program. */
export const asYaml = utterances =>
  `onrecord: 1\nutterances:\n${utterances
    .map(
      ({ id, speaker, text }) =>
        `  - {${id === undefined ? '' : `id: ${id}, `}speaker: ${speaker}, text: "${text}"}\n`,
    )
    .join('')}`;
