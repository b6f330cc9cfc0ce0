/** Words that name someone or something. */
import { isNumberFold } from '../align/words/word-cutter.ts';
import type { WordLists } from '../language/word-lists.ts';
import { lazilyFor } from '../lazily.ts';
import type { FactWord, FactWords } from './facts.ts';

const CAPITAL = /^\p{Lu}/u;
const ALL_CAPITALS = /^\p{Lu}[\p{Lu}\p{N}]+$/u;
const POSSESSIVE = /'s?$/;
/** Letters that must be left of a name without its ending. */
const LEAST_STEM = 3;
/** So many words between a determiner and its noun are looked through. */
const MOST_ADJECTIVES = 2;
/** Endings of adjectives in German, the one language whose nouns have capitals. */
const ADJECTIVE = /^\p{Ll}+e[nmrs]?$/u;

/** Whether a text, or a word that begins at an offset of it, begins with a capital. */
export function hasCapital(text: string, at = 0): boolean {
  const code = text.charCodeAt(at);
  return code < 0x80 ? code > 0x40 && code < 0x5b : CAPITAL.test(text.slice(at, at + 2));
}

/** A name without the ending of its case, so that one name has one form. */
export function bareName(fold: string, lists: WordLists): string {
  const bare = fold.endsWith("'") || fold.endsWith("'s") ? fold.replace(POSSESSIVE, '') : fold;
  if (lists.nameEndings.size === 0) return bare;
  for (const [ending, subject] of longestFirst(lists)) {
    if (!bare.endsWith(ending)) continue;
    const stem = bare.slice(0, bare.length - ending.length);
    if (stem.length >= LEAST_STEM) return stem + subject;
  }
  return bare;
}

const longestFirst = lazilyFor(({ nameEndings }: WordLists) =>
  [...nameEndings].sort(([one], [other]) => other.length - one.length),
);

/** Whether a word with a capital inside a sentence is a name, as far as its language's use of capitals tells. */
export function isCapitalisedName(
  word: FactWord,
  index: number,
  words: FactWords,
  lists: WordLists,
): boolean {
  if (!hasCapital(word.text) || lists.capitalised.has(word.fold) || words.opensSentence(index)) return false;
  return !lists.capitals.has('nouns') || !isCommonNoun(word, index, words, lists);
}

function isCommonNoun({ text, fold }: FactWord, index: number, words: FactWords, lists: WordLists): boolean {
  if (ALL_CAPITALS.test(text)) return false;
  if (lists.nounEndings.some(ending => fold.length > ending.length + 1 && fold.endsWith(ending))) return true;
  for (let before = index - 1; before >= Math.max(0, index - 1 - MOST_ADJECTIVES); before--) {
    const word = words.at(before)!;
    if (lists.determiners.has(word.fold) || isNumberFold(word.fold)) return true;
    if (!ADJECTIVE.test(word.text)) return false;
  }
  return false;
}
