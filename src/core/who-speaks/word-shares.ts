/** Whose the words of each speaker are in another version. */
import { type AlignedTranscripts, alignTranscripts } from '../align/align-transcripts.ts';
import { NO_WORDS } from '../language/word-lists.ts';
import { countUp, getOrMake } from '../maps.ts';
import type { Id, Transcript, Utterance } from '../model/model.ts';
import { type Speakers, speakersOf, type WordShares } from './speakers.ts';

/** Words that have no counterpart do not count. */
export function wordShares(
  oldList: readonly Pick<Utterance, 'speaker'>[],
  newList: readonly Pick<Utterance, 'speaker'>[],
  { old, new: fresh, map, keys }: AlignedTranscripts,
): WordShares {
  const shares = new Map<Id, Map<Id, number>>();
  for (let word = 0; word < old.length; word++) {
    const counterpart = map.newOf[word]!;
    if (counterpart < 0 || keys.isMarker(old.keys[word]!)) continue;
    const speaker = oldList[old.utteranceOf[word]!]!.speaker;
    const now = newList[fresh.utteranceOf[counterpart]!]!.speaker;
    if (speaker === undefined || now === undefined) continue;
    const ofSpeaker = getOrMake(shares, speaker, () => new Map<Id, number>());
    countUp(ofSpeaker, now);
  }
  return shares;
}

/** Who of the old version is who in the new one, found out from what they say where their names do not tell. */
export function speakersBetween(old: Transcript, fresh: Transcript): Speakers {
  return speakersOf(old, fresh, () => {
    const aligned = alignTranscripts(old.utterances, fresh.utterances, NO_WORDS);
    return wordShares(old.utterances, fresh.utterances, aligned);
  });
}
