/** Ids under which one side put another party, while the other side came to refer to the first: nobody may take the one for the other. */
import type { Id, Layer, Transcript } from '../model/model.ts';
import { referencesOf } from '../model/named-ids.ts';
import { speakersBetween } from '../who-speaks/word-shares.ts';
import type { MergedItem } from './merge-list.ts';
import type { ListName } from './merged.ts';

type Lists = Record<ListName, MergedItem[]>;

/** The lists with a conflict in the name of each such party. */
export function markExchanged<T extends Transcript | Layer>(
  lists: Lists,
  base: T,
  ours: T,
  theirs: T,
): Lists {
  if (base.kind !== 'transcript') return lists;
  const marked = new Set<Id>();
  for (const [side, other] of [
    [ours, 'theirs'],
    [theirs, 'ours'],
  ] as const)
    for (const id of speakersBetween(base, side as Transcript).exchanged())
      if (isNewlyNamed(id, other, lists)) marked.add(id);
  if (marked.size === 0) return lists;
  const parties = lists.parties.map(item =>
    item.id !== undefined && marked.has(item.id) ? inConflict(item) : item,
  );
  return { ...lists, parties };
}

/** Whether an entry of a side names the party, and did not before. */
function isNewlyNamed(id: Id, side: 'ours' | 'theirs', lists: Lists): boolean {
  return Object.values(lists).some(items =>
    items.some(({ versions }) => {
      const own = versions[side];
      if (own === undefined || !referencesOf(own.fields).has(id)) return false;
      return versions.base === undefined || !referencesOf(versions.base.fields).has(id);
    }),
  );
}

function inConflict(item: MergedItem): MergedItem {
  const { base, ours, theirs } = item.versions;
  if (item.conflicts['name'] !== undefined || ours === undefined || theirs === undefined) return item;
  const names = { base: base?.fields['name'], ours: ours.fields['name'], theirs: theirs.fields['name'] };
  return {
    ...item,
    value: { ...item.value, name: names.ours },
    origins: { ...item.origins, name: 'ours' },
    conflicts: { ...item.conflicts, name: names },
  };
}
