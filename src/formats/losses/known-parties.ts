/** Parties that were read back under other ids: a format of names alone keeps who speaks, and not our ids. */
import { groupBy } from '../../core/maps.ts';
import type { Id, Party, Transcript, Utterance } from '../../core/model/model.ts';

interface KnownParties {
  /** What was read back, with the ids that its parties had before. */
  readonly transcript: Transcript;
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
  if (ids.size === 0) return { transcript: after, renamed: 0 };
  const idOf = (id: Id) => ids.get(id) ?? id;
  const parties = new Map([...after.parties].map(([id, party]) => [idOf(id), party]));
  const utterances = after.utterances.map(utterance => withIds(utterance, idOf));
  return { transcript: { ...after, parties, utterances }, renamed: ids.size };
}

function nameOf([id, { name = id }]: readonly [Id, Party]): string {
  return name;
}

function withIds(utterance: Utterance, idOf: (id: Id) => Id): Utterance {
  const { speaker, to, via, alternatives } = utterance;
  return {
    ...utterance,
    ...(speaker !== undefined && { speaker: idOf(speaker) }),
    ...(to !== undefined && { to: to.map(idOf) }),
    ...(via !== undefined && { via: via.map(idOf) }),
    ...(alternatives !== undefined && { alternatives: alternatives.map(idOf) }),
  };
}
