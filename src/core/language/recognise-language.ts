/** Takes a text for a language by its script and its commonest words. */
import { lazily, lazilyFor } from '../lazily.ts';
import { groupBy } from '../maps.ts';
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
  const candidates = script === undefined ? undefined : languagesByScript().get(script);
  if (candidates === undefined) return undefined;
  const distinctive = distinctiveWords(candidates);
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

/** By language of a script, its words that no other one of it has. */
const distinctiveWords = lazilyFor((languages: readonly CommonWords[]) => {
  const owners = new Map<string, string | undefined>();
  for (const { tag, words } of languages)
    for (const word of words) owners.set(word, owners.has(word) ? undefined : tag);
  const distinctive = new Map(languages.map(({ tag }) => [tag, new Set<string>()]));
  for (const [word, tag] of owners) if (tag !== undefined) distinctive.get(tag)!.add(word);
  return distinctive;
});

const languagesByScript = lazily(() => groupBy(COMMON_WORDS, ({ script }) => script));

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
