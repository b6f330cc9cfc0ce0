/** Words of a passage that carry its meaning: negations, what governs it, numbers, units, dates, names. */
import { isNumberFold } from '../align/words/word-cutter.ts';
import { lengthOfDigits } from '../language/digits.ts';
import type { WordLists } from '../language/word-lists.ts';
import { dateAt } from './calendar-dates.ts';
import { type Fact, type FactWords, TELLING } from './facts.ts';
import { bareName, hasCapital, isCapitalisedName } from './names.ts';
import { negationsIn } from './negations.ts';
import { isOfficePart, partOfOffice } from './offices.ts';
import { romanValue } from './roman-numerals.ts';

const DIGITS_AND_UNIT = /^(-?\d[\d.,]*)(\p{L}+)$/u;

/** @param names folded words known to name someone, in whatever case they are written */
export function factsIn(words: FactWords, lists: WordLists, names: ReadonlySet<string>): Fact[] {
  const facts: Fact[] = [];
  let negations: ReadonlyMap<number, Fact> | undefined;
  for (let index = 0; index < words.length; ) {
    if (!words.mayTell(index)) {
      index++;
      continue;
    }
    const date = words.telling(index) & TELLING.date ? dateAt(words, index, lists) : undefined;
    if (date !== undefined) {
      facts.push(date);
      index = date.end;
      continue;
    }
    negations ??= negationsIn(words, lists);
    const negation = negations.get(index);
    if (negation === undefined) addFacts(facts, words, index, lists, names);
    else facts.push(negation);
    index++;
  }
  return facts;
}

function addFacts(
  facts: Fact[],
  words: FactWords,
  index: number,
  lists: WordLists,
  names: ReadonlySet<string>,
): void {
  const word = words.at(index)!;
  const { fold, text } = word;
  if (isNumberFold(fold)) {
    if (!isPartOfNobody(words, index)) facts.push(factAt('number', fold, text, index));
    return;
  }
  const unit = lists.units.get(fold);
  if (unit !== undefined) {
    facts.push(factAt('unit', unit, text, index));
    return;
  }
  if (lengthOfDigits(fold) > 0) {
    const [, digits, ending] = DIGITS_AND_UNIT.exec(fold) ?? [];
    const attached = ending === undefined ? undefined : lists.units.get(ending);
    if (attached === undefined) facts.push(factAt('number', fold, text, index));
    else facts.push(factAt('number', `#${digits}`, text, index), factAt('unit', attached, text, index));
    return;
  }
  const act = lists.governing.get(fold);
  if (act !== undefined) facts.push(factAt('attribution', act, text, index));
  const roman = romanValue(text);
  if (roman !== undefined && followsName(words, index) && !lists.capitalised.has(fold)) {
    facts.push(factAt('number', `#${roman}.`, text, index));
    return;
  }
  const title = lists.titles.get(fold);
  if (title !== undefined && isBesideName(words, index, lists)) {
    facts.push(factAt('name', title, text, index));
    return;
  }
  if (words.telling(index) & TELLING.office) {
    const glued = partOfOffice(fold, lists);
    const isOffice = (beside: number) => partOfOffice(words.at(beside)?.fold ?? '', lists) !== undefined;
    if (glued || (isOfficePart(fold, lists) && (isOffice(index - 1) || isOffice(index + 1)))) {
      facts.push(factAt('name', glued || fold, text, index));
      return;
    }
  }
  const bare = bareName(fold, lists);
  const name = factAt('name', bare, text, index);
  if (names.has(bare) || names.has(fold) || lists.names.has(fold)) facts.push(name);
  else if (isCapitalisedName(word, index, words, lists)) facts.push({ ...name, isByCapital: true });
}

/** The second word of "no one" and "not one" is no number: without the first it is one. */
function isPartOfNobody(words: FactWords, index: number): boolean {
  const { fold, text } = words.at(index)!;
  if (fold !== ONE || lengthOfDigits(text) > 0 || index === 0) return false;
  return words.mayDeny(index - 1);
}

const ONE = '#1';

/** Inside a text without capitals any word beside a title may be the name. */
function isBesideName(words: FactWords, index: number, lists: WordLists): boolean {
  if (lists.capitals.has('none')) return true;
  return [index - 1, index + 1].some(beside => hasCapital(words.at(beside)?.text ?? ''));
}

/** A Roman numeral stands behind a name that is not all in capitals: Napoleon III. */
function followsName(words: FactWords, index: number): boolean {
  const before = words.at(index - 1);
  return before !== undefined && hasCapital(before.text) && /\p{Ll}/u.test(before.text);
}

function factAt(kind: Fact['kind'], value: string, text: string, index: number): Fact {
  return { kind, value, text, start: index, end: index + 1 };
}
