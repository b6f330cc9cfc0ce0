/** Replaces ids made from what is said by numbers, as an import gives them, for a file of ours. */
import { isContentId } from '../model/content-id.ts';
import type { Id, Utterance } from '../model/model.ts';

/** @param taken ids in use by other entries. */
export function numberedUtterances(utterances: readonly Utterance[], taken: ReadonlySet<Id>): Utterance[] {
  const known = new Set(taken);
  for (const { id } of utterances) if (id !== undefined && !isContentId(id)) known.add(id);
  let number = 0;
  return utterances.map(utterance => {
    number++;
    if (utterance.id !== undefined && !isContentId(utterance.id)) return utterance;
    while (known.has(`u${number}`)) number++;
    return { ...utterance, id: `u${number}` };
  });
}
