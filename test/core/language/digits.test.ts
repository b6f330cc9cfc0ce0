/** Numbers in digits: what stands between and around them, by language. */
import { expect, test } from 'vitest';
import { foldWord } from '../../../src/core/language/fold-word.ts';
import { ENGLISH } from '../../../src/core/language/generated/english.ts';
import { readNumber } from '../../../src/core/language/numbers.ts';
import { loadLanguage } from '../../../src/core/language/shipped.ts';
import { NO_WORDS } from '../../../src/core/language/word-lists.ts';

const WORD = /[-−]?\p{N}+(?:[.,'’٫٬]\p{N}+)*\p{L}*|\p{L}+(?:['’ʼ]\p{L}+)*/gu;

/** The value that a text begins with; ordinals have a point behind it. */
async function readFrom(text: string, tag?: string): Promise<string | undefined> {
  const lists =
    tag === undefined ? NO_WORDS : tag === 'en' ? ENGLISH.words : (await loadLanguage(tag))!.words;
  const found = [...text.matchAll(WORD)];
  const number = readNumber(
    {
      words: found.map(([word]) => foldWord(word)),
      between: index =>
        text.slice(found[index - 1]!.index + found[index - 1]![0].length, found[index]!.index),
    },
    0,
    lists,
  );
  if (number === undefined) return undefined;
  return `${number.value}${number.ordinal ? '.' : ''} of ${number.length}`;
}

test.for<[text: string, language: string | undefined, value: string | undefined]>([
  ['1,500', 'en', '1500 of 1'],
  ['1.500', 'en', '1.5 of 1'],
  ['1.500', 'de', '1500 of 1'],
  ['1.500,75', 'de', '1500.75 of 1'],
  ['1,5', 'de', '1.5 of 1'],
  ['1.5', 'de', '1.5 of 1'],
  ['1,5', 'en', undefined],
  ["1'500", 'de', '1500 of 1'],
  ['12,34,567', 'en', '1234567 of 1'],
  ['0,500', 'es', '0.5 of 1'],
  ['1,500', 'es', '1500 of 1'],
  ['1 500 000 рублей', 'ru', '1500000 of 3'],
  ['1\u00a0500', 'en', '1500 of 2'],
  ['1 500 men', 'en', '1 of 1'],
  ['5 000 000 men', 'en', '5000000 of 3'],
  ['2016 300 человек', 'ru', '2016 of 1'],
  ['1 500,25 €', 'fr', '1500.25 of 2'],
  ['١٬٥٠٠٫٥', 'ar', '1500.5 of 1'],
  ['१२,३४,५६७', undefined, '1234567 of 1'],
  ['５０', undefined, '50 of 1'],
  ['-5', 'en', '-5 of 1'],
  ['−5.5', 'en', '-5.5 of 1'],
  ['minus five', 'en', '-5 of 2'],
  ['минус пять', 'ru', '-5 of 2'],
  ['½', undefined, '0.5 of 1'],
  ['5½', undefined, '5.5 of 1'],
  ['5 ½', undefined, '5.5 of 2'],
  ['1/2', undefined, '0.5 of 2'],
  ['5 1/2 hours', 'en', '5.5 of 3'],
  ['1/2/2016', undefined, '1 of 1'],
  ['7th', 'en', '7. of 1'],
  ['3-й', 'ru', '3. of 2'],
  ['3º', 'pt', '3. of 1'],
  ['3.º', 'es', '3. of 2'],
  ["3'üncü", 'tr', '3. of 2'],
  ["5'i", 'tr', '5 of 2'],
  ['5-ть', 'ru', '5 of 1'],
  ['21e', 'fr', '21. of 1'],
  ['2,5 млн', 'ru', '2500000 of 2'],
  ['5bn', 'en', '5000000000 of 1'],
])('%s in %s is %s', async ([text, language, value]) => {
  expect(await readFrom(text, language)).toBe(value);
});

test.for<[text: string, language: string, value: string | undefined]>([
  ['twenty-first', 'en', '21. of 2'],
  ['two hundred and fifty', 'en', '250 of 4'],
  ['a dozen', 'en', undefined],
  ['thousand million', 'en', '1000000000 of 2'],
  ['ein Mann', 'de', undefined],
  ['eine Million', 'de', '1000000 of 2'],
  ['dreihundertfünfundzwanzigtausendeins', 'de', '325001 of 1'],
  ['Dreißig', 'de', '30 of 1'],
  ['dreissig', 'de', '30 of 1'],
  ['undzwanzig', 'de', undefined],
  ['hundertste', 'de', '100. of 1'],
  ['quatre-vingt-dix-sept', 'fr', '97 of 4'],
  ['nonante-sept', 'fr', '97 of 2'],
  ['cent vingt et un mille', 'fr', '121000 of 5'],
  ['dix-septième', 'fr', '17. of 2'],
  ['ventotto', 'it', '28 of 1'],
  ['duemilacentotre', 'it', '2103 of 1'],
  ['vigésima primera', 'es', '21. of 2'],
  ['dos mil quinientos millones', 'es', '2500000000 of 4'],
  ['duzentas e trinta e uma', 'pt', '231 of 5'],
  ['segundo', 'pt', undefined],
  ['двумястами пятьюдесятью', 'ru', '250 of 2'],
  ['две тысячи шестнадцатого', 'ru', '2016. of 3'],
  ['полтора миллиона', 'ru', '1500000 of 2'],
  ['семью', 'ru', undefined],
  ['двадцатью семью', 'ru', '27 of 2'],
  ["дев'яноста дев'яти", 'uk', '99 of 2'],
  ['пʼятдесят', 'uk', '50 of 1'],
  ['дзевяноста дзевяці', 'be', '99 of 2'],
  ['dwudziestu pięciu', 'pl', '25 of 2'],
  ['dwudziestego pierwszego', 'pl', '21. of 2'],
  ['քսանհինգի', 'hy', '25 of 1'],
  ['yirmibeşi', 'tr', '25 of 1'],
  ['iki buçuk milyon', 'tr', '2500000 of 3'],
  ['ona', 'tr', undefined],
  ['خمسة وعشرون ألفا', 'ar', '25000 of 3'],
  ['والخمسين', 'ar', '50 of 1'],
  ['الحادي والعشرين', 'ar', '21. of 2'],
  ['سبعة عشر', 'ar', '17 of 2'],
])('%s in %s is %s', async ([text, language, value]) => {
  expect(await readFrom(text, language)).toBe(value);
});
