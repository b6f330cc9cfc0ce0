/** Parties that were read back under other ids: a format of names alone keeps who speaks, and not our ids. */
import { groupBy } from '../../core/maps.ts';
import type { Id, Party, Transcript, Utterance } from '../../core/model/model.ts';

interface KnownParties {
  /** The parties that were read back, with the ids that they had before. */
  readonly parties: Transcript['parties'];
  /** An utterance that was read back, with these ids. */
  readonly known: (utterance: Utterance) => Utterance;
  readonly renamed: number;
}

/** Gives parties that were read back the id that a party of the same name had before. */
export function withIdsOf(before: Transcript, after: Transcript): KnownParties {
  const strangers = [...after.parties].filter(([id]) => !before.parties.has(id));
  const byName = groupBy(strangers, nameOf);
  const ids = new Map<Id, Id>();
  for (const party of before.parties) {
    const [id] = party;
    const [again] = after.parties.has(id) ? [] : (byName.get(nameOf(party))?.shift() ?? []);
    if (again !== undefined) ids.set(again, id);
  }
  if (ids.size === 0) return { parties: after.parties, known: utterance => utterance, renamed: 0 };
  const idOf = (id: Id) => ids.get(id) ?? id;
  const parties = new Map([...after.parties].map(([id, party]) => [idOf(id), party]));
  return { parties, known: utterance => withIds(utterance, idOf), renamed: ids.size };
}

function nameOf([id, { name = id }]: readonly [Id, Party]): string {
  return name;
}

function withIds(utterance: Utterance, idOf: (id: Id) => Id): Utterance {
  const { speaker, to, via, alternatives } = utterance;
  const again: { -readonly [K in keyof Utterance]: Utterance[K] } = { ...utterance };
  if (speaker !== undefined) again.speaker = idOf(speaker);
  if (to !== undefined) again.to = to.map(idOf);
  if (via !== undefined) again.via = via.map(idOf);
  if (alternatives !== undefined) again.alternatives = alternatives.map(idOf);
  return again;
}
