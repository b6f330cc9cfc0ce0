/** The alignment of two versions as re-anchoring asks for it; words are only compared once something asks for them. */

import { type AlignedTranscripts, alignTranscripts } from '../align/align-transcripts.ts';
import type { Alignment } from '../align/links/link.ts';
import { linkUtterances } from '../align/links/links.ts';
import { pairUtterances, type UtterancePairs } from '../align/utterances/utterance-pairs.ts';
import { doubtfulWords } from '../align/words/doubtful-words.ts';
import type { WordLists } from '../language/word-lists.ts';
import type { Utterance } from '../model/model.ts';
import type { WordShares } from '../who-speaks/speakers.ts';
import { wordShares } from '../who-speaks/word-shares.ts';

export class VersionPair {
  readonly old: readonly Utterance[];
  readonly new: readonly Utterance[];
  readonly lists: WordLists;
  readonly pairs: UtterancePairs;
  #words: AlignedTranscripts | undefined;
  #links: Alignment | undefined;
  #doubtful: Uint8Array | undefined;

  constructor(oldList: readonly Utterance[], newList: readonly Utterance[], lists: WordLists) {
    this.old = oldList;
    this.new = newList;
    this.lists = lists;
    this.pairs = pairUtterances(oldList, newList);
  }

  get words(): AlignedTranscripts {
    this.#words ??= alignTranscripts(this.old, this.new, this.lists, this.pairs);
    return this.#words;
  }

  /** Whose the words of each speaker are now. */
  get shares(): WordShares {
    return wordShares(this.old, this.new, this.words);
  }

  get links(): Alignment {
    this.#links ??= linkUtterances(this.old, this.new, this.words);
    return this.#links;
  }

  /** Old words that could as well be a neighbour, see `doubtfulWords`. */
  get doubtful(): Uint8Array {
    this.#doubtful ??= doubtfulWords(this.words);
    return this.#doubtful;
  }
}
