/** The alignment of two versions as re-anchoring asks for it; words are only compared once something asks for them. */

import { alignTranscripts } from '../align/align-transcripts.ts';
import { linkUtterances } from '../align/links/links.ts';
import { pairUtterances } from '../align/utterances/utterance-pairs.ts';
import { doubtfulWords } from '../align/words/doubtful-words.ts';
import type { WordLists } from '../language/word-lists.ts';
import { lazily } from '../lazily.ts';
import type { Utterance } from '../model/model.ts';
import { wordShares } from '../who-speaks/word-shares.ts';

export type VersionPair = ReturnType<typeof versionPair>;

export function versionPair(old: readonly Utterance[], fresh: readonly Utterance[], lists: WordLists) {
  const pairs = pairUtterances(old, fresh);
  const words = lazily(() => alignTranscripts(old, fresh, lists, pairs));
  const links = lazily(() => linkUtterances(old, fresh, words()));
  const doubtful = lazily(() => doubtfulWords(words()));
  return {
    old,
    new: fresh,
    lists,
    pairs,
    get words() {
      return words();
    },
    /** Whose the words of each speaker are now. */
    get shares() {
      return wordShares(old, fresh, words());
    },
    get links() {
      return links();
    },
    /** Old words that could as well be a neighbour, see `doubtfulWords`. */
    get doubtful() {
      return doubtful();
    },
  };
}
