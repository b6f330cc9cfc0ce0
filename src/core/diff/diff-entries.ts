/** Changes of the content of the files. */
import type { Alignment, Link, Links } from '../align/links/link.ts';
import { getOrMake } from '../maps.ts';
import type { EntryKind, Id, Utterance } from '../model/model.ts';
import { sameFields, sameValue } from '../model/same-value.ts';
import type { EntryChange, Facet, FieldChange, Fields, UtteranceIndexes } from './changes.ts';
import { type Content, KEYED_KINDS } from './content.ts';
import { facetOf, fieldChange, fieldNames } from './field-changes.ts';
import { type EditedSubject, EditedText, RegroupedText } from './text-changes.ts';

const NO_IDS: ReadonlySet<Id> = new Set();

/**
 * Changes that turn one content into the other: the header, the utterances in the order of the new transcript, then
 * the other entries kind by kind.
 *
 * @param alignment says which utterances continue which.
 * @param exchanged ids that are another party's in the new content: who speaks under one has changed, though the id has not.
 */
export function diffContents(
  oldContent: Content,
  newContent: Content,
  alignment: Alignment,
  exchanged: ReadonlySet<Id> = NO_IDS,
): EntryChange[] {
  const changes: EntryChange[] = [];
  addChangesOfFields({ what: 'transcript' }, oldContent.transcript, newContent.transcript, changes);
  const { links } = alignment;
  for (let index = 0; index < links.length; index++) {
    if (!staysSame(links, index, oldContent.utterances, newContent.utterances))
      addChangesOfLink(links.at(index)!, oldContent.utterances, newContent.utterances, changes);
    if (exchanged.size > 0) addOtherSpeaker(links.at(index)!, oldContent, newContent, exchanged, changes);
  }
  for (const kind of KEYED_KINDS) addChangesOfKind(kind, oldContent[kind], newContent[kind], changes);
  return changes;
}

/** Skips unchanged utterances, which are most of them. */
function staysSame(
  links: Links,
  index: number,
  oldUtterances: readonly Fields[],
  newUtterances: readonly Fields[],
): boolean {
  const before = oldUtterances[links.oldInPlace(index)];
  const after = newUtterances[links.newInPlace(index)];
  return before !== undefined && after !== undefined && sameFields(before, after);
}

/** A change of who speaks where the id stays. */
function addOtherSpeaker(
  link: Link,
  { utterances: oldUtterances }: Content,
  { utterances: newUtterances }: Content,
  exchanged: ReadonlySet<Id>,
  changes: EntryChange[],
): void {
  if (link.kind !== 'kept' && link.kind !== 'edited') return;
  const at = { old: link.old[0]!, new: link.new[0]! };
  const { speaker } = oldUtterances[at.old] as Partial<Utterance>;
  if (speaker === undefined || newUtterances[at.new]!['speaker'] !== speaker || !exchanged.has(speaker))
    return;
  const fields = { speaker: { old: speaker, new: speaker } };
  const subject = { what: 'utterance', ...idOf(newUtterances[at.new]!), at } as const;
  changes.push({ kind: 'changed', ...subject, facet: 'speaker', fields });
}

function addChangesOfLink(
  link: Link,
  oldUtterances: readonly Fields[],
  newUtterances: readonly Fields[],
  changes: EntryChange[],
): void {
  if (link.kind === 'removed') {
    for (const index of link.old) {
      const old = oldUtterances[index]!;
      changes.push({ kind: 'removed', what: 'utterance', ...idOf(old), index, old });
    }
    return;
  }
  if (link.kind === 'added') {
    for (const index of link.new) {
      const added = newUtterances[index]!;
      changes.push({ kind: 'added', what: 'utterance', ...idOf(added), index, new: added });
    }
    return;
  }
  if (link.kind === 'split' || link.kind === 'merged' || link.kind === 'regrouped') {
    const oldOnes = link.old.map(index => ({ index, utterance: oldUtterances[index]! }));
    const newOnes = link.new.map(index => ({ index, utterance: newUtterances[index]! }));
    changes.push(new RegroupedText(link.kind, oldOnes, newOnes));
    return;
  }
  const at = { old: link.old[0]!, new: link.new[0]! };
  const before = oldUtterances[at.old]!;
  const after = newUtterances[at.new]!;
  const id = idOf(after).id ?? idOf(before).id;
  const subject =
    id === undefined ? ({ what: 'utterance', at } as const) : ({ what: 'utterance', id, at } as const);
  if (link.moved) changes.push({ kind: 'moved', ...subject });
  addChangesOfFields(subject, before, after, changes);
}

function addChangesOfKind(
  what: (typeof KEYED_KINDS)[number],
  oldEntries: ReadonlyMap<Id, Fields>,
  newEntries: ReadonlyMap<Id, Fields>,
  changes: EntryChange[],
): void {
  for (const [id, old] of oldEntries)
    if (!newEntries.has(id)) changes.push({ kind: 'removed', what, id, old });
  for (const [id, after] of newEntries) {
    const before = oldEntries.get(id);
    if (before === undefined) changes.push({ kind: 'added', what, id, new: after });
    else addChangesOfFields({ what, id }, before, after, changes);
  }
}

interface Subject {
  readonly what: EntryKind | 'transcript';
  readonly id?: Id;
  readonly at?: UtteranceIndexes;
}

/** One change for the words of the text, and one for each facet with fields that differ. */
function addChangesOfFields(subject: Subject, before: Fields, after: Fields, changes: EntryChange[]): void {
  let facets: Map<Facet, Record<string, FieldChange>> | undefined;
  for (const field of fieldNames(before, after)) {
    const old = before[field];
    const fresh = after[field];
    if (sameValue(old, fresh)) continue;
    if (field === 'text' && typeof old === 'string' && typeof fresh === 'string' && isEditable(subject)) {
      changes.push(new EditedText(subject, old, fresh));
      continue;
    }
    facets ??= new Map();
    const fields = getOrMake(facets, facetOf(subject.what, field), (): Record<string, FieldChange> => ({}));
    fields[field] = fieldChange(old, fresh);
  }
  if (facets === undefined) return;
  for (const [facet, fields] of facets) changes.push({ kind: 'changed', ...subject, facet, fields });
}

function isEditable(subject: Subject): subject is EditedSubject {
  return subject.what === 'utterance' || subject.what === 'statement' || subject.what === 'claim';
}

function idOf(fields: Fields): { id?: Id } {
  return typeof fields['id'] === 'string' ? { id: fields['id'] } : {};
}
