/** What single words may tell, by key; asked once for each. */
import { isNumberFold } from '../align/words/word-cutter.ts';
import type { WordKeys } from '../align/words/word-keys.ts';
import { lengthOfDigits } from '../language/digits.ts';
import type { WordLists } from '../language/word-lists.ts';
import { lazilyFor } from '../lazily.ts';
import { firstWordsOfMonths } from './calendar-dates.ts';
import { TELLING } from './facts.ts';
import { bareName } from './names.ts';
import { contrariesOf, isDeniedByAffix } from './negations.ts';
import { isOfficePart, partOfOffice } from './offices.ts';

const ASKED = 0x8000;

export type TellingKeys = ReturnType<typeof tellingKeys>;

/** @param names folded words known to name someone */
export function tellingKeys(keys: WordKeys, lists: WordLists, names: ReadonlySet<string>) {
  const listed = listedWords(lists);
  const told = new Uint16Array(keys.size);
  /** 1 for no, 2 for yes, 0 for what was not asked. */
  const contrariety = new Uint8Array(keys.size);
  /** Words that govern or deny, which are looked for among all words before and behind a passage. */
  const governing = marked(lists.governing.keys(), keys);
  const denying = marked(
    [...lists.negations, ...lists.negationPartners, ...lists.negationsWithPartner],
    keys,
  );
  if (lists.negativeEndings.length + lists.negativeBeginnings.length > 0)
    for (let key = 0; key < keys.size; key++) if (isDeniedByAffix(keys.fold(key), lists)) denying[key] = 1;

  /** Whether the word of a key is a verb that governs the words behind it. */
  function governs(key: number): boolean {
    return governing[key] === 1;
  }

  /** Whether the word of a key may deny. */
  function denies(key: number): boolean {
    return denying[key] === 1;
  }

  /** Whether the word of a key may be the contrary of another that was met; told without asking what else it may tell. */
  function mayBeContrary(key: number): boolean {
    const known = contrariety[key]!;
    if (known !== 0) return known === 2;
    const rests = contrariesOf(keys.fold(key), lists);
    const isContrary = rests.some(rest => keys.known(rest) !== undefined);
    contrariety[key] = isContrary ? 2 : 1;
    return isContrary;
  }

  /** The bits of `TELLING` that the word of a key has. */
  function of(key: number): number {
    let telling = told[key]!;
    if (telling === 0) {
      telling = ask(key, keys.fold(key)) | ASKED;
      told[key] = telling;
    }
    return telling;
  }

  function ask(key: number, fold: string): number {
    if (isNumberFold(fold) || lengthOfDigits(fold) > 0) return TELLING.always | TELLING.beside | TELLING.date;
    let telling = listed.get(fold) ?? TELLING.byCapital;
    if (mayBeContrary(key)) telling |= TELLING.contrary;
    if (denies(key)) telling |= TELLING.always | TELLING.denies | TELLING.beside;
    if (isOfficePart(fold, lists) || partOfOffice(fold, lists)) telling |= TELLING.always | TELLING.office;
    const bare = bareName(fold, lists);
    if (names.has(fold) || (bare !== fold && names.has(bare))) telling |= TELLING.always;
    return telling;
  }

  return { governs, denies, mayBeContrary, of };
}

/** A list by key with 1 for each of the words that was met. */
function marked(words: Iterable<string>, keys: WordKeys): Uint8Array {
  const result = new Uint8Array(keys.size);
  for (const word of words) {
    const key = keys.known(word);
    if (key !== undefined) result[key] = 1;
  }
  return result;
}

/** What the words of the lists tell. A word of several lists tells all of it. */
const listedWords = lazilyFor((lists: WordLists): ReadonlyMap<string, number> => {
  const { always, denies, beside, byCapital, date, title } = TELLING;
  const listed = new Map<string, number>();
  const add = (words: Iterable<string>, telling: number) => {
    for (const word of words) listed.set(word, (listed.get(word) ?? 0) | telling);
  };
  add(lists.capitalised, 0);
  for (const words of [lists.negations, lists.negationPartners, lists.negationsWithPartner])
    add(words, always | denies | beside);
  add(lists.governing.keys(), always);
  add(lists.units.keys(), always | beside);
  for (const words of [lists.weekdays.keys(), lists.relativeDays]) add(words, always | beside | date);
  for (const month of firstWordsOfMonths(lists))
    add([month], date | (lists.monthsByCapital.has(month) ? byCapital : always | beside));
  add(lists.names, always);
  add(lists.titles.keys(), always | title);
  return listed;
});
