/**
 * Whether a speaker of one version of a transcript is that of another: the one answer for reanchor, diff and merge. In this
 * order: (1) the names behind both ids are equal, or one is an alias of the other, whatever the ids; (2) the ids are
 * equal, unless an import made the id by order and both parties have names; (3) nearly all words of a speaker who is gone
 * are now those of one who is new.
 */
import { lazily } from '../lazily.ts';
import { countUp, getOrMake } from '../maps.ts';
import type { Id, Party, Utterance } from '../model/model.ts';
import { UNKNOWN_PARTY } from '../model/vocabulary.ts';
import { isLabel, isName } from './naming.ts';
import { isIdByOrder, lettersOfName } from './speaker-names.ts';

/** Who speaks in one version. */
export interface Cast {
  readonly parties: ReadonlyMap<Id, Party>;
  readonly utterances: readonly Pick<Utterance, 'speaker'>[];
}

/** For each speaker of the old version, how many of the words are now whose. */
export type WordShares = ReadonlyMap<Id, ReadonlyMap<Id, number>>;

/** A party that the new version has under another id. */
export interface Renaming {
  readonly old: Id;
  readonly new: Id;
  /** How it was recognised: by its name, by whose words they are now, or because somebody says so. */
  readonly by: 'name' | 'words' | 'statement';
  /** The share of the words, 0 to 1; only where it was recognised by that. */
  readonly share?: number;
}

/** Share of the words that must be the new speaker's: the rest may be corrections. */
const LEAST_SHARE = 0.9;
/** One utterance that has another speaker may as well be a correction. */
const LEAST_UTTERANCES = 2;

export type Speakers = ReturnType<typeof speakersOf>;

/**
 * @param sharesOf asked for only where a speaker is gone and another is new.
 * @param statedIds what somebody says: the new id for an old one. It stands above everything else.
 */
export function speakersOf(
  old: Cast,
  fresh: Cast,
  sharesOf: () => WordShares,
  statedIds: ReadonlyMap<Id, Id> = new Map(),
) {
  const known = new Map<Id, Map<Id, boolean>>();
  const oldSide = sideOf(old);
  const newSide = sideOf(fresh);

  /** Speakers who are gone whose words nearly all are those of one who is new, by old id. */
  const renamedByWords = lazily(findByWords);

  /** Nobody is the same as nobody, and as no one else. */
  function isSame(old: Id | undefined, fresh: Id | undefined): boolean {
    if (old === undefined || fresh === undefined) return old === fresh;
    const ofOld = getOrMake(known, old, () => new Map<Id, boolean>());
    return getOrMake(ofOld, fresh, () =>
      statedIds.has(old)
        ? statedIds.get(old) === fresh
        : isSameByParty(old, fresh) || renamedByWords().get(old)?.new === fresh,
    );
  }

  /** Parties of the old version that the new one has under another id, in the order of the old version. */
  function renamings(): readonly Renaming[] {
    const found: Renaming[] = [];
    for (const old of oldSide.ids) {
      const stated = statedIds.get(old);
      if (stated !== undefined) {
        if (stated !== old) found.push({ old, new: stated, by: 'statement' });
        continue;
      }
      if (newSide.ids.has(old) && isSameByParty(old, old)) continue;
      const namesakes = [...newSide.ids].filter(fresh => isSameByName(old, fresh));
      if (namesakes.length === 1) found.push({ old, new: namesakes[0]!, by: 'name' });
      const byWords = namesakes.length === 0 ? renamedByWords().get(old) : undefined;
      if (byWords !== undefined) found.push(byWords);
    }
    return found;
  }

  /** Ids that both versions have, each for another party. */
  function exchanged(): ReadonlySet<Id> {
    return new Set([...newSide.ids].filter(id => oldSide.ids.has(id) && !isSame(id, id)));
  }

  /** Whether the new version has a party of this id. */
  function isInNew(id: Id): boolean {
    return newSide.ids.has(id);
  }

  function nameOf(version: 'old' | 'new', id: Id): string {
    return (version === 'old' ? oldSide : newSide).nameOf(id) ?? id;
  }

  function isSameByParty(old: Id, fresh: Id): boolean {
    if (isSameByName(old, fresh)) return true;
    if (old !== fresh) return false;
    return !(isIdByOrder(old) && oldSide.isNamed(old) && newSide.isNamed(fresh));
  }

  /** A name that two parties of one version have tells nothing. */
  function isSameByName(old: Id, fresh: Id): boolean {
    const [names, others] = [oldSide.namesOf(old), newSide.namesOf(fresh)];
    if (names.own === undefined || others.own === undefined) return false;
    const isShared = names.own === others.own || names.all.has(others.own) || others.all.has(names.own);
    return isShared && oldSide.isOnlyOne(names.own) && newSide.isOnlyOne(others.own);
  }

  function findByWords(): ReadonlyMap<Id, Renaming> {
    const renamed = new Map<Id, Renaming>();
    const [oldOnes, newOnes] = [[...oldSide.speaking.keys()], [...newSide.speaking.keys()]];
    // A label may be left on a few words after everything else got its name.
    const gone = oldOnes.filter(
      old => isLabel(nameOf('old', old)) || !newOnes.some(fresh => isSameByParty(old, fresh)),
    );
    const added = newOnes.filter(fresh => !oldOnes.some(old => isSameByParty(old, fresh)));
    if (gone.length === 0 || added.length === 0) return renamed;
    const shares = sharesOf();
    for (const old of gone) {
      if (oldSide.speaking.get(old)! < LEAST_UTTERANCES) continue;
      const counts = shares.get(old) ?? new Map<Id, number>();
      const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
      for (const fresh of added) {
        const share = (counts.get(fresh) ?? 0) / all;
        if (share >= LEAST_SHARE) renamed.set(old, { old, new: fresh, by: 'words', share });
      }
    }
    return renamed;
  }

  return { isSame, renamings, exchanged, isInNew, nameOf };
}

interface Names {
  readonly own: string | undefined;
  /** With the aliases. */
  readonly all: ReadonlySet<string>;
}

const NO_NAMES: Names = { own: undefined, all: new Set() };

/** The parties of one version, and how many utterances are whose. */
function sideOf({ parties, utterances }: Cast) {
  const names = new Map<Id, Names>();
  const holders = new Map<string, number>();
  const speaking = new Map<Id, number>();
  for (const { speaker } of utterances)
    if (speaker !== undefined && speaker !== UNKNOWN_PARTY) countUp(speaking, speaker);
  const ids = new Set([...parties.keys(), ...speaking.keys()]);
  for (const [id, { name, aliases = [] }] of parties) {
    const own = name === undefined ? undefined : lettersOfName(name);
    if (own === undefined || own === '') continue;
    names.set(id, { own, all: new Set([own, ...aliases.map(lettersOfName)]) });
    countUp(holders, own);
  }

  function nameOf(id: Id): string | undefined {
    return parties.get(id)?.name;
  }

  function namesOf(id: Id): Names {
    return names.get(id) ?? NO_NAMES;
  }

  function isOnlyOne(name: string): boolean {
    return holders.get(name) === 1;
  }

  function isNamed(id: Id): boolean {
    return isName(id, nameOf(id));
  }

  return { ids, speaking, nameOf, namesOf, isOnlyOne, isNamed };
}
