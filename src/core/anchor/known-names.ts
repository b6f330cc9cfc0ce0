import { foldWord } from '../language/fold-word.ts';
import { COMMON_WORDS } from '../language/generated/common-words.ts';
import type { WordLists } from '../language/word-lists.ts';
import type { Transcript } from '../model/model.ts';
import { bareName } from './names.ts';

const WORD = /[\p{L}\p{M}][\p{L}\p{N}\p{M}'\u2019-]*/gu;
/** In a script that has capitals a name begins with one; its small words do not. */
const SMALL = /^\p{Ll}/u;
/** UTF-16 units of the articles and prepositions that names begin with in many languages: a, la, за. */
const LONGEST_ARTICLE = 2;

/**
 * Folded words of the names and aliases of the parties: they name someone even in a text without capitals. Common words
 * of the talk's language are left out where others remain: "the" is not the Gazette, "will" not Will Smith. So is a short
 * first word that is common in any language, as the lists of neighbours share few words: "a" is not A Bola. A longer one
 * may as well be a first name: Kim is Turkish for "who".
 */
export function knownNames(
  transcripts: readonly Pick<Transcript, 'parties'>[],
  lists: WordLists,
): ReadonlySet<string> {
  const isCommon = (fold: string, index: number) => {
    const isArticle = index === 0 && fold.length <= LONGEST_ARTICLE;
    return COMMON_WORDS.some(
      ({ tag, words }) => words.has(fold) && (isArticle || lists.languages.includes(tag)),
    );
  };
  const names = new Set<string>();
  for (const { parties } of transcripts)
    for (const { name, aliases = [] } of parties.values())
      for (const text of [name ?? '', ...aliases]) {
        const folds = (text.match(WORD) ?? []).filter(word => !SMALL.test(word)).map(foldWord);
        const own = folds.filter((fold, index) => !isCommon(fold, index));
        for (const fold of own.length > 0 ? own : folds) names.add(fold).add(bareName(fold, lists));
      }
  return names;
}
