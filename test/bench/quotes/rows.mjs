/** What is done to quotations, and what must come of it. `make` gives undefined where the draw is to be repeated. */
import { PARTY_NAMES } from './talks.mjs';

const bare = word => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
const folded = text =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}']+/u)
    .filter(Boolean)
    .join(' ');
const LEADS = { en: ['said', 'answered', 'added'], de: ['sagte', 'antwortete', 'erklärte'] };

/** A stretch of one turn: its words, and where they stand. */
function stretch(talk, random, least, most) {
  const utterance = random.pick(talk.utterances);
  const words = utterance.text.split(' ');
  const length = random.integer(least, most);
  if (words.length < length) return undefined;
  const start = random.integer(0, words.length - length);
  return { utterance, words: words.slice(start, start + length), start };
}

const isInRecord = (talk, text) => ` ${talk.folded} `.includes(` ${folded(text)} `);
const countIn = (talk, text) => ` ${talk.folded} `.split(` ${folded(text)} `).length - 1;
const hasNegation = (talk, words) =>
  words.some(
    word => talk.source.words.negations.includes(bare(word).toLowerCase()) || /n't$/.test(bare(word)),
  );

function mutated(talk, random, word) {
  const { words, word: other } = talk.source;
  const kind = random.pick(['word', 'number', 'negation', 'name']);
  if (kind === 'negation') return `${word} ${random.pick(words.negations)}`;
  return kind === 'word' ? other() : random.pick(kind === 'number' ? words.numbers : words.names);
}

/** Whether another turn has both parts in their order: then it is quoted as well. */
function hasOther(talk, utterance, parts) {
  const [one, other] = parts.map(words => folded(words.join(' ')));
  return talk.utterances.some(candidate => {
    const text = ` ${folded(candidate.text)} `;
    const at = text.indexOf(` ${one} `);
    return candidate !== utterance && at >= 0 && text.indexOf(` ${other} `, at + one.length) >= 0;
  });
}

/** How many passages of the record have the words that were kept, at the same distances. */
function countLike({ utterances }, words, isKept) {
  const wanted = words.map(folded);
  let count = 0;
  for (const { text } of utterances) {
    const there = text.split(' ').map(folded);
    for (let at = 0; at + wanted.length <= there.length; at++)
      if (wanted.every((word, index) => !isKept[index] || there[at + index] === word)) count++;
  }
  return count;
}

/** A number with some of its words left out is another number. */
const NUMERIC =
  /^(?:\d[\d.,]*|\p{Ll}*(?:hundred|million|billion|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|forty|fifteen|sixty))$/u;

const quote = text => `“${text}”`;

export const ROWS = [
  {
    name: 'untouched -> verbatim',
    least: 1,
    make(talk, random) {
      const found = stretch(talk, random, 4, 14);
      return found && { draft: quote(found.words.join(' ')), isRight: judged => judged.match === 'verbatim' };
    },
  },
  {
    name: 'one mutation -> verbatim or folded',
    most: 0,
    make(talk, random) {
      const found = stretch(talk, random, 4, 14);
      if (found === undefined) return undefined;
      const at = random.integer(0, found.words.length - 1);
      const words = found.words.with(at, mutated(talk, random, found.words[at]));
      if (folded(words.join(' ')) === folded(found.words.join(' ')) || isInRecord(talk, words.join(' ')))
        return undefined;
      const isWrong = ({ match }) => match === 'verbatim' || match === 'folded';
      return { draft: quote(words.join(' ')), isRight: isWrong };
    },
  },
  {
    name: 'a negation under an ellipsis -> elided',
    most: 0,
    make(talk, random) {
      const found = stretch(talk, random, 6, 14);
      if (found === undefined) return undefined;
      const inside = found.words.slice(2, -2);
      const at = inside.findIndex(word => hasNegation(talk, [word])) + 2;
      if (
        at < 2 ||
        /[.!?]$/.test(found.words[at]) ||
        isInRecord(talk, found.words.toSpliced(at, 1).join(' '))
      )
        return undefined;
      if (hasOther(talk, found.utterance, [found.words.slice(0, at), found.words.slice(at + 1)]))
        return undefined;
      const words = found.words.with(at, '…');
      return { draft: quote(words.join(' ')), isRight: ({ match }) => match === 'elided' };
    },
  },
  {
    name: '1 to 3 words of 8 or more changed -> right passage',
    least: 0.98,
    make(talk, random) {
      const found = stretch(talk, random, 8, 16);
      if (found === undefined || countIn(talk, found.words.join(' ')) !== 1) return undefined;
      const words = [...found.words];
      for (let left = random.integer(1, 3); left > 0; left--)
        words[random.integer(0, words.length - 1)] = talk.source.word();
      const isKept = words.map((word, index) => word === found.words[index]);
      if (isInRecord(talk, words.join(' ')) || countLike(talk, found.words, isKept) > 1) return undefined;
      const { id } = found.utterance;
      return { draft: quote(words.join(' ')), isRight: ({ places }) => places[0]?.id === id };
    },
  },
  {
    name: 'a sentence of another text -> found',
    most: 0.005,
    make: talk => ({ draft: quote(talk.source.other()), isRight: ({ match }) => match !== 'not-found' }),
  },
  {
    name: 'words left out and marked -> elided',
    least: 0.99,
    make(talk, random) {
      const found = stretch(talk, random, 9, 18);
      if (found === undefined) return undefined;
      const start = random.integer(3, found.words.length - 5);
      const end = start + random.integer(1, Math.min(5, found.words.length - start - 3));
      if (
        hasNegation(talk, found.words.slice(start, end)) ||
        found.words.slice(start, end).some(word => talk.turning.has(bare(word).toLowerCase()))
      )
        return undefined;
      const isCut = at => NUMERIC.test(bare(found.words[at - 1])) && NUMERIC.test(bare(found.words[at]));
      if (isCut(start) || isCut(end)) return undefined;
      const words = found.words.toSpliced(start, end - start, random.pick(['…', '[...]', '...']));
      return { draft: quote(words.join(' ')), isRight: ({ match }) => match === 'elided' };
    },
  },
  {
    name: 'parts of two utterances made one -> spliced',
    least: 0.99,
    make(talk, random) {
      const [one, other] = [stretch(talk, random, 4, 7), stretch(talk, random, 4, 7)];
      if (one === undefined || other === undefined || one.utterance === other.utterance) return undefined;
      const parts = [one, other].map(({ words }) => folded(words.join(' ')));
      if (parts.some(part => part.split(' ').length < 4)) return undefined;
      const both = talk.utterances.some(({ text }) =>
        parts.every(part => ` ${folded(text)} `.includes(` ${part} `)),
      );
      const text = `${one.words.join(' ')} ${other.words.join(' ')}`;
      if (both || isInRecord(talk, text)) return undefined;
      return { draft: quote(text), isRight: ({ match }) => match === 'spliced' };
    },
  },
  {
    name: 'another speaker named -> flagged',
    least: 0.98,
    make: (talk, random) =>
      attributed(
        talk,
        random,
        (right, other, said) => [
          `${quote('TEXT')} ${said} ${other}.`,
          `${other} ${said}: ${quote('TEXT')}`,
          ...(talk.language === 'en'
            ? [
                `${quote('TEXT')} ${other} told ${right}.`,
                `According to ${other}, ${quote('TEXT')}.`,
                `It was ${other} who said: ${quote('TEXT')}`,
                `${right} was told by ${other}: ${quote('TEXT')}`,
              ]
            : [
                `Laut ${other}: ${quote('TEXT')}`,
                `${other} zufolge ${quote('TEXT')}.`,
                `${other} hat gesagt: ${quote('TEXT')}`,
              ]),
        ],
        true,
      ),
  },
  {
    name: 'only another addressee named -> flagged',
    most: 0,
    make: (talk, random) =>
      attributed(
        talk,
        random,
        (right, other, said) =>
          talk.language === 'en'
            ? [
                `${quote('TEXT')} ${right} ${said} to ${other}.`,
                `${right} told ${other}: ${quote('TEXT')}`,
                `${quote('TEXT')} she told ${other}.`,
                `${right} asked ${other}: ${quote('TEXT')}`,
                `${quote('TEXT')} ${other} was told.`,
              ]
            : [
                `${right} ${said} zu ${other}: ${quote('TEXT')}`,
                `${right} fragte ${other}: ${quote('TEXT')}`,
                `${quote('TEXT')} ${said} sie gegenüber ${other}.`,
              ],
        false,
      ),
  },
];

function attributed(talk, random, templates, isFlagged) {
  const found = stretch(talk, random, 5, 14);
  if (found === undefined || countIn(talk, found.words.join(' ')) !== 1) return undefined;
  const { speaker } = found.utterance;
  const other = random.pick(Object.keys(PARTY_NAMES).filter(id => id !== speaker));
  const nameOf = id => (random.chance(0.5) ? PARTY_NAMES[id] : PARTY_NAMES[id].split(' ').at(-1));
  const template = random.pick(templates(nameOf(speaker), nameOf(other), random.pick(LEADS[talk.language])));
  return {
    draft: template.replace('TEXT', () => found.words.join(' ').replace(/[.?]$/, ',')),
    isRight: ({ flags }) => flags.includes('other-speaker'),
    isFlagged,
  };
}

export { folded };
