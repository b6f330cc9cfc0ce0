/** Edits with known truth. Each takes the utterances of a case, changes them, and leaves the words of the passage marked. */

const LETTERS = 'etaoinshrdlucmfwypvbgkjqxz';

/** One slip of the finger: a letter changed, lost, doubled or swapped. */
function typo(text, random) {
  const place = random.integer(0, text.length - 1);
  switch (random.integer(0, 3)) {
    case 0:
      return text.slice(0, place) + random.pick(LETTERS) + text.slice(place + 1);
    case 1:
      return text.length > 1 ? text.slice(0, place) + text.slice(place + 1) : text;
    case 2:
      return text.slice(0, place) + random.pick(LETTERS) + text.slice(place);
    default:
      return place + 1 < text.length
        ? text.slice(0, place) + text[place + 1] + text[place] + text.slice(place + 2)
        : text;
  }
}

/** What happens everywhere outside the passage: typos in 3 % of the words, 1 % deleted, 1 % inserted. */
export function background(utterances, { random, source }) {
  for (const utterance of utterances)
    utterance.words = utterance.words.flatMap(word => {
      if (word.inside) return [word];
      const roll = random.next();
      if (roll < 0.03) return [{ ...word, text: typo(word.text, random) }];
      if (roll < 0.04) return [];
      if (roll < 0.05) return [word, { text: source.word(), inside: false }];
      return [word];
    });
}

const insideWords = utterances =>
  utterances.flatMap(utterance => utterance.words.filter(word => word.inside));

function removePassage(utterances) {
  const taken = insideWords(utterances);
  for (const utterance of utterances) utterance.words = utterance.words.filter(word => !word.inside);
  return taken;
}

function movePassage(utterances, { random }) {
  const from = placeOfPassage(utterances);
  const taken = removePassage(utterances);
  let to = random.integer(0, utterances.length - 2);
  if (to >= from) to++;
  const { words } = utterances[to];
  words.splice(random.integer(0, words.length), 0, ...taken);
}

function placeOfPassage(utterances) {
  return utterances.findIndex(utterance => utterance.words.some(word => word.inside));
}

/** Other text shares at most a third of its words with the passage; more of them would be an edit of it. */
function other(passage, { source }) {
  const bare = text => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const old = new Set(passage.map(word => bare(word.text)));
  for (;;) {
    const words = [];
    while (words.length < passage.length) words.push(...source.sentence().split(/\s+/));
    const texts = words.slice(0, passage.length);
    if (texts.filter(text => old.has(bare(text))).length <= texts.length / 3)
      return texts.map(text => ({ text, inside: false }));
  }
}

/** Number words and digits that say the same. */
const SPELLINGS = [
  ['five billion', '5 billion'],
  ['two million', '2 million'],
  ['three hundred', '300'],
  ['twenty', '20'],
  ['twelve', '12'],
  ['fifteen', '15'],
  ['sixty', '60'],
  ['five', '5'],
  ['three', '3'],
  ['two', '2'],
  ['40', 'forty'],
  ['7', 'seven'],
  ['850,000', '850 thousand'],
];

/** Replaces spellings of numbers word by word; the passage keeps its words. */
function respell(words) {
  const bare = word => word.text.toLowerCase().replace(/[^\p{L}\p{N},]|,$/gu, '');
  const result = [];
  for (let index = 0; index < words.length; index++) {
    const found = SPELLINGS.find(([from]) => {
      const parts = from.split(' ');
      const sameSide = parts.every((_, step) => words[index + step]?.inside === words[index].inside);
      return sameSide && parts.every((part, step) => bare(words[index + step]) === part);
    });
    if (found === undefined) {
      result.push(words[index]);
      continue;
    }
    const length = found[0].split(' ').length;
    const tail = /[^\p{L}\p{N}]*$/u.exec(words[index + length - 1].text)[0];
    const texts = found[1].split(' ');
    for (const [step, text] of texts.entries())
      result.push({ text: step === texts.length - 1 ? text + tail : text, inside: words[index].inside });
    index += length - 1;
  }
  return result;
}

/** Another recogniser: no case, no marks, one word in ten wrong, other borders between utterances, no speakers. */
function recognise(utterances, { random, source }) {
  const stream = utterances.flatMap(utterance => utterance.words);
  const isInside = index => stream[index]?.inside === true;
  const heard = stream.flatMap((word, index) => {
    const text = word.text.toLowerCase().replace(/[^\p{L}\p{N}\p{M}']/gu, '');
    if (text === '') return [];
    const roll = random.next();
    if (roll < 0.05)
      return [{ ...word, text: random.chance(0.5) ? typo(text, random) : source.word().toLowerCase() }];
    if (roll < 0.08) return [];
    if (roll < 0.1)
      return [
        { ...word, text },
        { text: source.word().toLowerCase(), inside: word.inside && isInside(index + 1) },
      ];
    return [{ ...word, text }];
  });
  utterances.length = 0;
  for (let start = 0; start < heard.length; ) {
    let end = start + random.integer(30, 60);
    while (end < heard.length && heard[end - 1].inside && heard[end].inside) end++;
    utterances.push({ id: undefined, speaker: undefined, words: heard.slice(start, end) });
    start = end;
  }
}

const renumber = (utterances, prefix) =>
  utterances.forEach((utterance, index) => {
    utterance.id = `${prefix}${index + 1}`;
  });

/** Words of a "Yes, go on." that a machine gives to whoever spoke before. */
const LONGEST_INTERJECTION = 3;

/** Each row: what is done to the passage or the file, and the bars it has to meet, in percent. */
const OPERATIONS = {
  none: { edit: () => {}, review: 1 },
  'typos in 15 % of its words': {
    edit: (utterances, { random }) => {
      for (const word of insideWords(utterances))
        if (random.chance(0.15)) word.text = typo(word.text, random);
    },
    review: 1,
  },
  '20 % of its words replaced': {
    edit: (utterances, { random, source }) => {
      const words = insideWords(utterances);
      const left = [...words];
      for (let count = Math.round(0.2 * words.length); count > 0; count--)
        left.splice(random.integer(0, left.length - 1), 1)[0].text = source.word();
    },
  },
  deleted: { edit: removePassage, gone: true },
  'replaced by other text': {
    edit: (utterances, tools) => {
      for (const utterance of utterances) {
        const first = utterance.words.findIndex(word => word.inside);
        if (first < 0) continue;
        const passage = utterance.words.filter(word => word.inside);
        utterance.words.splice(first, passage.length, ...other(passage, tools));
      }
    },
    gone: true,
  },
  'moved elsewhere': { edit: movePassage, length: [2, 25], orphaned: 3 },
  'split beside it': {
    edit: (utterances, { random }) => {
      const place = placeOfPassage(utterances);
      const { words, speaker } = utterances[place];
      const borders = words
        .map((_, index) => index)
        .filter(index => index > 0 && !(words[index - 1].inside && words[index].inside));
      if (borders.length === 0) return;
      utterances.splice(place + 1, 0, { id: 'n1', speaker, words: words.splice(random.pick(borders)) });
    },
  },
  'split inside it': {
    edit: (utterances, { random }) => {
      const place = placeOfPassage(utterances);
      const { words, speaker } = utterances[place];
      const borders = words
        .map((_, index) => index)
        .filter(index => index > 0 && words[index - 1].inside && words[index].inside);
      if (borders.length === 0) return;
      utterances.splice(place + 1, 0, { id: 'n1', speaker, words: words.splice(random.pick(borders)) });
    },
    review: 100,
  },
  merged: {
    edit: (utterances, { random }) => {
      const place = placeOfPassage(utterances);
      const first = place > 0 && random.chance(0.5) ? place - 1 : Math.min(place, utterances.length - 2);
      const [gone] = utterances.splice(first + 1, 1);
      utterances[first].words.push(...gone.words);
    },
  },
  reordered: {
    edit: (utterances, { random }) => {
      const place = placeOfPassage(utterances);
      const start = Math.max(0, place - random.integer(0, 4));
      const block = utterances.splice(start, random.integer(place - start + 1, place - start + 5));
      utterances.splice(random.integer(0, utterances.length), 0, ...block);
    },
  },
  'speaker corrected': {
    edit: (utterances, { random, source }) => {
      const utterance = utterances[placeOfPassage(utterances)];
      utterance.speaker = random.pick(source.speakers.filter(speaker => speaker !== utterance.speaker));
    },
  },
  // Nobody can tell it from the same word said again: all that counts is that it is not put in a wrong place.
  'one word moved elsewhere': {
    edit: movePassage,
    length: [1, 1],
    review: 100,
    orphaned: 100,
    note: 'half of the words of these talks stand in 11 places or more, and 1 in 100 in one: no words tell which place was meant, so a person is asked',
  },
  'speakers named': {
    edit: (utterances, { random, source }) => {
      const names = source.speakers.map(speaker => `${speaker}-by-name`);
      const nameOf = speaker => names[source.speakers.indexOf(speaker)];
      for (const utterance of utterances) {
        const isPassage = utterance.words.some(word => word.inside);
        const isCorrected =
          !isPassage && utterance.words.length <= LONGEST_INTERJECTION && random.chance(0.1);
        utterance.speaker = isCorrected ? random.pick(names) : nameOf(utterance.speaker);
      }
    },
    waits: 3,
  },
  'ids counted anew': {
    edit: (utterances, { random, source }) => {
      for (let count = 3; count > 0; count--) {
        const words = source
          .turn()
          .split(/\s+/)
          .map(text => ({ text, inside: false }));
        utterances.splice(random.integer(0, utterances.length), 0, {
          id: '',
          speaker: random.pick(source.speakers),
          words,
        });
      }
      renumber(utterances, 'u');
    },
  },
  'other Unicode form': {
    edit: utterances => {
      for (const { words } of utterances) for (const word of words) word.text = word.text.normalize('NFD');
    },
  },
  'other quote style': {
    edit: utterances => {
      for (const { words } of utterances)
        for (const word of words)
          word.text = word.text
            .replace(/^"/, '\u201c')
            .replace(/"/g, '\u201d')
            .replaceAll("'", '\u2019')
            .replace(/^-$/, '\u2013');
    },
  },
  'other spelling of numbers': {
    edit: utterances => {
      for (const utterance of utterances) utterance.words = respell(utterance.words);
    },
  },
  'another recogniser': { edit: recognise, after: utterances => renumber(utterances, 'r') },
};

/** The rows of the table: the six operations on the passage with ids kept and lost, then what happens to ids and files. */
export const ROWS = Object.entries(OPERATIONS).flatMap(([name, operation], index) => {
  if (index < 6)
    return [
      { name, ...operation },
      { name: `${name}, ids lost`, ...operation, after: utterances => renumber(utterances, 'n') },
    ];
  if (['split beside it', 'merged', 'reordered'].includes(name))
    return [
      { name, ...operation },
      { name: `${name}, ids lost`, ...operation, after: utterances => renumber(utterances, 'n') },
    ];
  return [{ name, ...operation }];
});
