/** Whose the words of each speaker are in another version. */
import type { AlignedTranscripts } from '../align/align-transcripts.ts';
import { countUp, getOrMake } from '../maps.ts';
import type { Id, Utterance } from '../model/model.ts';
import type { WordShares } from './speakers.ts';

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
