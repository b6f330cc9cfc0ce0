/**
 * Finds which utterances of a newer version continue which utterances of the older one. Diff, merge and reanchor all start
 * here, so that they never disagree about what became of an utterance.
 */
import { NO_WORDS } from '../language/word-lists.ts';
import type { Utterance } from '../model/model.ts';
import { alignTranscripts } from './align-transcripts.ts';
import type { Alignment } from './links/link.ts';
import { joinSharedWords, linkPairs } from './links/links.ts';
import { pairEditedNeighbours } from './utterances/edited-neighbours.ts';
import { openUtterances } from './utterances/open-utterances.ts';
import { pairUtterances } from './utterances/utterance-pairs.ts';

/** Stands for an utterance that is equal on both sides: it bounds a stretch, and its words are not compared. */
const SAME: Utterance = {};

/**
 * Aligns two versions of a list of utterances by ids, words, speakers and times; near-linear in their length. Ids count
 * only where they still mean the same utterances: a re-import may have counted anew.
 */
export function alignUtterances(oldList: readonly Utterance[], newList: readonly Utterance[]): Alignment {
  const pairs = pairUtterances(oldList, newList);
  const edited = pairEditedNeighbours(oldList, newList, pairs);
  const open = openUtterances(oldList, newList, pairs, edited);
  const { oldOf, same } = open.pairs;
  const aligned = alignTranscripts(
    open.old.map((index, place) => (same[place] === 1 ? SAME : oldList[index]!)),
    open.new.map((index, place) => (same[oldOf[place]!] === 1 ? SAME : newList[index]!)),
    NO_WORDS,
    open.pairs,
  );
  return linkPairs(oldList, newList, pairs, join =>
    joinSharedWords(aligned, (oldPlace, newPlace) => join(open.old[oldPlace]!, open.new[newPlace]!)),
  );
}
