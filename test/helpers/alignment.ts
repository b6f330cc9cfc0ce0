import type { Alignment, Link } from '../../src/core/align/links/link.ts';
import { longestIncreasing } from '../../src/core/align/longest-increasing.ts';

interface WithId {
  readonly id?: string | undefined;
}

/** The alignment that ids alone give; utterances without an id are removed and added. For tests of what builds on it. */
export function alignById(oldOnes: readonly WithId[], newOnes: readonly WithId[]): Alignment {
  const places = new Map(oldOnes.map((utterance, index) => [utterance.id, index]));
  const pairs = newOnes.flatMap(({ id }, index): [number, number][] => {
    const old = id === undefined ? undefined : places.get(id);
    return old === undefined ? [] : [[old, index]];
  });
  const inOrder = new Set(longestIncreasing(pairs.map(pair => pair[0])));
  const links: Link[] = pairs.map(([old, index], at) => ({
    kind: 'edited',
    old: [old],
    new: [index],
    moved: !inOrder.has(at),
  }));
  return completed(links, oldOnes.length, newOnes.length);
}

/** An alignment of the given links, with `added` and `removed` ones for all other utterances. */
export function completed(links: readonly Link[], oldCount: number, newCount: number): Alignment {
  const all = [...links];
  const ofOld = new Array<number>(oldCount).fill(-1);
  const ofNew = new Array<number>(newCount).fill(-1);
  const note = (link: Link, at: number) => {
    for (const index of link.old) ofOld[index] = at;
    for (const index of link.new) ofNew[index] = at;
  };
  all.forEach(note);
  for (const [index, at] of ofOld.entries())
    if (at === -1) all.push({ kind: 'removed', old: [index], new: [], moved: false });
  for (const [index, at] of ofNew.entries())
    if (at === -1) all.push({ kind: 'added', old: [], new: [index], moved: false });
  all.forEach(note);
  const inPlace = (index: number, side: 'old' | 'new') => {
    const link = all[index]!;
    return link.moved || link.old.length > 1 || link.new.length > 1 ? -1 : (link[side][0] ?? -1);
  };
  const inOrder = Object.assign(all, {
    oldInPlace: (index: number) => inPlace(index, 'old'),
    newInPlace: (index: number) => inPlace(index, 'new'),
  });
  return { links: inOrder, ofOld };
}
