/** Parties that were read back under other ids: a format of names alone keeps who speaks, and not our ids. */
import type { Id, Party, Transcript, Utterance } from '../../core/model/model.ts';

interface KnownParties {
  /** What was read back, with the ids that its parties had before. */
  readonly transcript: Transcript;
  readonly renamed: number;
}

/** Gives parties that were read back the id that a party of the same name had before. */
export function withIdsOf(before: Transcript, after: Transcript): KnownParties {
  const byName = new Map<string, Id[]>();
  for (const [id, party] of after.parties) {
    if (before.parties.has(id)) continue;
    byName.set(nameOf(id, party), [...(byName.get(nameOf(id, party)) ?? []), id]);
  }
  const ids = new Map<Id, Id>();
  for (const [id, party] of before.parties) {
    if (after.parties.has(id)) continue;
    const again = byName.get(nameOf(id, party))?.shift();
    if (again !== undefined) ids.set(again, id);
  }
  if (ids.size === 0) return { transcript: after, renamed: 0 };
  const idOf = (id: Id) => ids.get(id) ?? id;
  const parties = new Map([...after.parties].map(([id, party]) => [idOf(id), party]));
  const utterances = after.utterances.map(utterance => withIds(utterance, idOf));
  return { transcript: { ...after, parties, utterances }, renamed: ids.size };
}

function nameOf(id: Id, { name = id }: Party): string {
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
