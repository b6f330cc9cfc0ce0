import { foldWord } from '../language/fold-word.ts';
import type { WordLists } from '../language/word-lists.ts';
import type { Transcript } from '../model/model.ts';
import { bareName } from './names.ts';

const WORD = /[\p{L}\p{M}][\p{L}\p{N}\p{M}'\u2019-]*/gu;
/** In a script that has capitals a name begins with one; its small words do not. */
const SMALL = /^\p{Ll}/u;

/** Folded words of the names and aliases of the parties: they name someone even in a text without capitals. */
export function knownNames(
  transcripts: readonly Pick<Transcript, 'parties'>[],
  lists: WordLists,
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { parties } of transcripts)
    for (const { name, aliases = [] } of parties.values())
      for (const text of [name ?? '', ...aliases])
        for (const [word] of text.matchAll(WORD)) {
          if (SMALL.test(word)) continue;
          const fold = foldWord(word);
          names.add(fold).add(bareName(fold, lists));
        }
  return names;
}
