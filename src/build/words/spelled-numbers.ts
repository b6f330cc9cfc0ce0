/** Number words of a language, found by spelling numbers out and reading them back. */
import { foldWord } from '../../core/language/fold-word.ts';
import { readNumber } from '../../core/language/numbers.ts';
import type { WordLists } from '../../core/language/word-lists.ts';
import type { RuleBasedFormat } from './rule-based-format.ts';

export interface SpelledNumber {
  readonly value: number;
  readonly ordinal: boolean;
  /** As CLDR spells it. */
  readonly text: string;
}

/** Up to here every number is spelled. */
const EVERY = 1000;
const SCALES = [1e3, 1e6, 1e9, 1e12];
const LARGE = [1, 2, 5, 11, 21, 100, 125].flatMap(count => SCALES.map(scale => count * scale));
const MIXED = [1001, 1100, 1999, 2016, 2345, 12345, 98765, 500600, 1234567, 2500000, 7008009010];
/** Ordinals above ninety are only spelled whole: CLDR lacks the rest in most languages. */
const ORDINALS = [...Array.from({ length: 99 }, (_, index) => index + 1), 100, 200, 500, 1000];
const BETWEEN = /[\s\u2010-]+/;

/** Every form that a format has of the numbers which a table is made from. */
export function* spelledNumbers(format: RuleBasedFormat): Generator<SpelledNumber> {
  const cardinals = format.names.filter(name => name.includes('cardinal') || name.endsWith('-numbering'));
  const ordinals = format.names.filter(name => name.includes('ordinal'));
  const values = [...Array.from({ length: EVERY + 1 }, (_, index) => index), ...LARGE, ...MIXED];
  for (const value of values) yield* formsOf(format, value, cardinals, false);
  for (const value of ORDINALS) {
    const spelled = new Set(Array.from(formsOf(format, value, cardinals, false), ({ text }) => text));
    // Where CLDR has no ordinal it gives the cardinal.
    for (const form of formsOf(format, value, ordinals, true)) if (!spelled.has(form.text)) yield form;
  }
}

function* formsOf(
  format: RuleBasedFormat,
  value: number,
  names: readonly string[],
  ordinal: boolean,
): Generator<SpelledNumber> {
  const seen = new Set<string>();
  for (const name of names) {
    const text = format.spell(value, name)?.replace(/\s+/g, ' ').trim();
    if (text === undefined || text === '' || text.includes('|') || seen.has(text)) continue;
    seen.add(text);
    yield { value, ordinal, text };
  }
}

/** The words of a spelled number, folded, as they are read. */
function wordsOf(text: string): string[] {
  return text.split(BETWEEN).map(foldWord);
}

/** Whether a spelled number is read as what it says. */
function isReadBack({ value, ordinal, text }: SpelledNumber, lists: WordLists): boolean {
  const words = wordsOf(text);
  const number = readNumber({ words, between: () => ' ' }, 0, lists);
  const isArticle = words.length === 1 && lists.articles.has(words[0]!);
  if (number === undefined)
    return isArticle && lists[ordinal ? 'ordinals' : 'numbers'].get(words[0]!) === value;
  return number.value === value && number.ordinal === ordinal && number.length === words.length;
}

/**
 * The lists with every word that it takes to read the spelled numbers. A word that the other words of its number do not
 * explain is a number or, behind a number, a scale.
 */
export function withSpelledNumbers(lists: WordLists, spelled: Iterable<SpelledNumber>): WordLists {
  let current = lists;
  for (const number of spelled) {
    if (isReadBack(number, current)) continue;
    const words = wordsOf(number.text);
    const [word] = words;
    if (words.length === 1 && !lists.notNumbers.has(word!)) {
      const name = number.ordinal ? 'ordinals' : 'numbers';
      current = { ...current, [name]: new Map([...current[name], [word!, number.value]]) };
    } else if (SCALES.some(scale => number.value % scale === 0)) {
      const scale = SCALES.findLast(value => number.value % value === 0)!;
      const last = words.at(-1)!;
      if (!current.numbers.has(last) && !current.ordinals.has(last) && !number.ordinal)
        current = { ...current, scales: new Map([...current.scales, [last, scale]]) };
    }
  }
  return current;
}
