/** Groups of fields that merge as one unit. */
import type { EntryKind } from '../model/model.ts';
import { BODIES } from '../model/vocabulary.ts';

const SPEECH: readonly (readonly string[])[] = [
  ['text', 'event', 'paraphrase'],
  ['speaker', 'alternatives'],
  ['start', 'end', 'inferred'],
  ['source', 'at'],
];

/**
 * Fields that only mean something together. Two sides that change different fields of one unit are in conflict:
 * field by field the result would be a thing that neither side wrote, such as two bodies, an end before its start, or
 * the context of one quote around another. Prose is such a unit too: words of two edits that do not touch can still
 * contradict each other, so a text is never merged by words.
 */
const UNITS: Readonly<Partial<Record<EntryKind, readonly (readonly string[])[]>>> = {
  utterance: SPEECH,
  statement: SPEECH,
  annotation: [
    BODIES,
    ['target', 'quote', 'before', 'after', 'pin', 'verdict', 'accepted'],
    ['wording', 'characterised'],
  ],
  claim: [['target', 'pin', 'verdict', 'accepted']],
};

/** What an entry says of its target: whoever accepts changed words for it accepts that it says this of them. */
const SAID: Readonly<Partial<Record<EntryKind, readonly string[]>>> = {
  annotation: [...BODIES, 'wording', 'characterised'],
  claim: ['text', 'aspect'],
};

/** Lists without an order: additions of both sides are joined. `via` is a chain, `target` is part of an anchor. */
const SETS: Readonly<Partial<Record<EntryKind, readonly string[]>>> = {
  party: ['aliases', 'roles'],
  source: ['derived-from'],
  annotation: ['sources', 'alternatives', 'refers-to', 'same-as', 'supersedes'],
};

/** Splits the fields into units; a field that is in none is its own unit. */
export function unitsOf(kind: EntryKind | undefined, fields: readonly string[]): string[][] {
  const units: string[][] = [];
  const known = (kind && UNITS[kind]) ?? [];
  const placed = new Map<readonly string[], string[]>();
  for (const field of fields) {
    const unit = known.find(names => names.includes(field));
    const open = unit && placed.get(unit);
    if (open !== undefined) {
      open.push(field);
      continue;
    }
    const fresh = [field];
    units.push(fresh);
    if (unit !== undefined) placed.set(unit, fresh);
  }
  return units;
}

export function bodyFieldsOf(kind: EntryKind | undefined): readonly string[] {
  return (kind && SAID[kind]) ?? [];
}

/** Whether the unit is an anchor: what an entry stands on, and who accepted it. */
export function isAnchor(unit: readonly string[]): boolean {
  return unit.includes('target') || unit.includes('accepted');
}

export function isSet(kind: EntryKind | undefined, field: string): boolean {
  return kind === undefined ? field === 'ground-rule' : (SETS[kind]?.includes(field) ?? false);
}
