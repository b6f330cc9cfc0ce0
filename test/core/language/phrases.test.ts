import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldedWords } from '../../../src/core/language/folded-words.ts';
import { finderOf, PhraseFinder } from '../../../src/core/language/phrases.ts';
import { IS_FULL } from '../../helpers/runs.ts';

const find = (phrases: readonly string[], text: string) =>
  new PhraseFinder(phrases.map(phrase => [phrase, phrase] as const))
    .find(text)
    .map(({ start, end, value }) => [value, text.slice(start, end)]);

test.for([
  [['last night'], 'It leaked LAST  Night.', [['last night', 'LAST  Night']]],
  [['last night'], 'It was the last nightmare.', []],
  [
    ['day', 'the day before yesterday'],
    'on the day before yesterday',
    [['the day before yesterday', 'the day before yesterday']],
  ],
  [['not deny'], 'We do not, deny it', [['not deny', 'not, deny']]],
  [["won't comment"], 'She won’t comment', [["won't comment", 'won’t comment']]],
  [['accepts ... as fact'], 'accepts it as fact', [['accepts ... as fact', 'accepts it as fact']]],
  [['accepts ... as fact'], 'accepts as fact', [['accepts ... as fact', 'accepts as fact']]],
  [['accepts ... as fact'], `accepts ${'very '.repeat(11)}as fact`, []],
  [['вчера'], 'Это было Вчера.', [['вчера', 'Вчера']]],
  [['a b', 'b c'], 'a b c', [['a b', 'a b']]],
  [['Co-opted Members'], 'the co-opted members', [['Co-opted Members', 'co-opted members']]],
  [
    ['Éva Nagy', 'eva'],
    'éva nagy, Eva',
    [
      ['Éva Nagy', 'éva nagy'],
      ['eva', 'Eva'],
    ],
  ],
  [['no', 'no ...', '... no'], 'no comment', [['no', 'no']]],
  [[], 'anything', []],
  [['...', ' '], 'anything', []],
] as const)('%j in %j', ([phrases, text, found]) => {
  expect(find(phrases, text)).toEqual(found);
});

test('what stands for the dots may hold another phrase', () => {
  expect(find(['accepts ... as fact', 'no comment'], 'accepts, no comment, as fact')).toEqual([
    ['accepts ... as fact', 'accepts, no comment, as fact'],
    ['no comment', 'no comment'],
  ]);
});

test('a phrase is found wherever it is put, in any case', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 4 }),
      fc.array(word),
      fc.array(word),
      (phrase, before, after) => {
        const text = [...before, ...phrase.map(each => each.toUpperCase()), ...after].join(' ');
        expect(new PhraseFinder([[phrase.join(' '), true] as const]).has(text)).toBe(true);
      },
    ),
  );
});

test.for([
  'She revealed it, and admits that she won’t say.',
  'She WON’T say what it reveals',
  'He said so.',
  'He ｒｅｖｅａｌｅｄ it',
  'He confeſſes it',
  'Она admits it',
  '',
])('the first place in %j is the first of all', text => {
  const finder = new PhraseFinder(
    ['revealed', 'reveals', 'admits that', 'admits', 'confesses', "won't say"].map(
      phrase => [phrase, phrase] as const,
    ),
  );
  expect(finder.firstIn(text)).toEqual(finder.find(text)[0]);
});

/** A finder that has been told so much text that it compiled its pattern. */
function experienced(phrase: string): PhraseFinder<true> {
  const finder = new PhraseFinder([[phrase, true] as const]);
  expect(finder.has('— '.repeat(20_000))).toBe(false);
  return finder;
}

test.for([
  'It leaked LAST  Night.',
  'It leaked _last night_.',
  'It leaked last _night_, or last_night.',
  'It leaked ｌａｓｔ night',
  '…laſt night',
  'glast night',
  'the last nightmare',
])('what is found in %j does not depend on how much was searched before', text => {
  const fresh = new PhraseFinder([['last night', true] as const]);
  const finder = experienced('last night');
  expect(finder.find(text)).toEqual(fresh.find(text));
  expect(finder.firstIn(text)).toEqual(fresh.find(text)[0]);
});

/** Behind the first two planes there are ideographs. */
const END = IS_FULL ? 0x110000 : 0x20000;

test('no letter or digit that folds to one of ASCII is overlooked after much text', () => {
  const overlooked: string[] = [];
  const finders = new Map(
    Array.from('abcdefghijklmnopqrstuvwxyz0123456789', sign => [sign, experienced(sign)]),
  );
  for (let code = 0x80; code < END; code++) {
    if (code === 0xd800) code = 0xe000;
    const character = String.fromCodePoint(code);
    const [first, ...more] = foldedWords(character);
    const finder = more.length === 0 && first !== undefined ? finders.get(first.word) : undefined;
    if (finder?.has(character) === false) overlooked.push(code.toString(16));
  }
  expect(overlooked).toEqual([]);
});

test('words keep their places', () => {
  const text = 'We’ve 150,000 reasons, née Ärger.';
  for (const { word, start, end } of foldedWords(text))
    expect(foldedWords(text.slice(start, end)).map(each => each.word)).toEqual([word]);
});

test('one list has one finder', () => {
  const list = ['a', 'b'];
  expect(finderOf(list)).toBe(finderOf(list));
  expect(finderOf(list)).not.toBe(finderOf(['a', 'b']));
});

test('words are the same whether their letters are told without Unicode or not', () => {
  const plain = fc.stringMatching(/^[A-Za-z0-9'’ _.,×÷ßɏЀҁҊԯԱՖաև一鿯—-]{0,40}$/);
  fc.assert(
    fc.property(plain, text => {
      // The pattern reads what holds a Greek letter.
      expect(foldedWords(`${text} ε`).slice(0, -1)).toEqual(foldedWords(text));
    }),
  );
});

test('each letter that is told without Unicode is one', () => {
  const wordsOf = (text: string) =>
    foldedWords(text).map(({ word, start, end }) => `${word} ${start} ${end}`);
  const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
  expect(characters.map(wordsOf)).toEqual(characters.map(one => wordsOf(`${one} ε`).slice(0, -1)));
});
