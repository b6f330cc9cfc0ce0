/** Takes a text for a language by its script and its commonest words. */
import { lazily } from '../lazily.ts';
import { wordsIn } from './folded-words.ts';
import { COMMON_WORDS } from './generated/common-words.ts';
import { scriptOfText } from './scripts.ts';
import { scriptOf } from './shipped.ts';

/** So many words of a text tell its language. */
const WORDS_READ = 2000;
/** The commonest words of a language must be so large a share of a text, */
const LEAST_SHARE = 0.08;
/** and those that no other language has as well so many times as many as those of the next. */
const LEAST_LEAD = 2;
const LEAST_DISTINCTIVE = 0.03;
/** One word alone may be a name or a loan. */
const LEAST_FOUND = 2;

type CommonWords = (typeof COMMON_WORDS)[number];

/**
 * The tag of the language that a text is in, where a list of words ships and the text tells it apart: the only such
 * language of its script, unless the commonest words of another one of that script are there; or the one whose commonest
 * words are at least 8 in 100, and those that neighbours do not share twice as many as those of any other.
 */
export function recogniseLanguage(texts: Iterable<string>): string | undefined {
  const words = firstWords(texts);
  const script = scriptOfText(words.join(' '));
  const candidates = COMMON_WORDS.filter(language => language.script === script);
  if (candidates.length === 0) return undefined;
  const distinctive = distinctiveWords();
  const [best, next] = candidates
    .map(({ tag, words: common }) => ({
      tag,
      share: shareOf(words, common),
      own: shareOf(words, distinctive.get(tag)!),
    }))
    .sort((one, other) => other.own - one.own);
  const leads =
    best!.own >= Math.max(LEAST_DISTINCTIVE, LEAST_FOUND / words.length) &&
    best!.own >= LEAST_LEAD * (next?.own ?? 0);
  const isCertain = leads && best!.share >= LEAST_SHARE;
  if (isCertain) return isShipped(best!.tag) ? best!.tag : undefined;
  const shipped = candidates.filter(({ tag }) => isShipped(tag));
  return shipped.length === 1 && !leads ? shipped[0]!.tag : undefined;
}

function isShipped(tag: string): boolean {
  return scriptOf(tag) !== undefined;
}

/** By language, its words that no other one of the same script has. */
const distinctiveWords = lazily((): ReadonlyMap<string, ReadonlySet<string>> => {
  const isOnlyIn = (word: string, language: CommonWords) =>
    COMMON_WORDS.every(
      other => other === language || other.script !== language.script || !other.words.has(word),
    );
  return new Map(
    COMMON_WORDS.map(language => [
      language.tag,
      new Set([...language.words].filter(word => isOnlyIn(word, language))),
    ]),
  );
});

function firstWords(texts: Iterable<string>): string[] {
  const words: string[] = [];
  for (const text of texts) {
    for (const { word } of wordsIn(text)) words.push(word);
    if (words.length >= WORDS_READ) break;
  }
  return words;
}

function shareOf(words: readonly string[], common: ReadonlySet<string>): number {
  let found = 0;
  for (const word of words) if (common.has(word)) found++;
  return found / words.length;
}
