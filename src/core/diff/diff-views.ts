/** The difference of two annotated views. */
import { alignUtterances } from '../align/align-utterances.ts';
import { isContentId } from '../model/content-id.ts';
import type { Utterance } from '../model/model.ts';
import type { View } from '../model/view.ts';
import type { Renaming } from '../who-speaks/speakers.ts';
import { speakersBetween } from '../who-speaks/word-shares.ts';
import { alarmsOf } from './alarms.ts';
import type { Alarm, Change } from './changes.ts';
import { type Content, contentOf } from './content.ts';
import { diffAnnotations, type VerdictOf } from './diff-annotations.ts';
import { diffContents } from './diff-entries.ts';
import { pairReaders, pairStandings, standingChange } from './standings.ts';

export interface ViewDiff {
  readonly old: View;
  readonly new: View;
  /** Header, utterances in the order of the new transcript, other entries, what became of annotations, standings. */
  readonly changes: readonly Change[];
  readonly alarms: readonly Alarm[];
  /** Parties that the new view has under other ids. */
  readonly speakers: readonly Renaming[];
}

/**
 * Compares two views; both may be of one project at two dates, or of two versions of its files.
 * @param verdictOf what re-anchoring from the old text says of an annotation of the new view, if it is known.
 */
export function diffViews(oldView: View, newView: View, verdictOf?: VerdictOf): ViewDiff {
  const oldContent = contentOf(oldView);
  const newContent = contentOf(newView);
  const alignment = alignUtterances(
    oldContent.utterances as readonly Utterance[],
    newContent.utterances as readonly Utterance[],
  );
  const speakers = speakersBetween(oldView.project.transcript.value, newView.project.transcript.value);
  const pairs = pairStandings(oldView, newView);
  return {
    old: oldView,
    new: newView,
    speakers: speakers.renamings(),
    changes: [
      ...withoutContentIds(diffContents(oldContent, newContent, alignment, speakers.exchanged())),
      ...diffAnnotations(oldView, newView, verdictOf),
      ...pairs.flatMap(pair => standingChange(pair) ?? []),
    ],
    alarms: alarmsOf(oldView, newView, pairs),
  };
}

/** An id that is made of what is said changes with the words: nobody changed it. */
function withoutContentIds(changes: readonly Change[]): readonly Change[] {
  return changes.flatMap((change): readonly Change[] => {
    if (change.kind !== 'changed' || change.what !== 'utterance') return [change];
    const { id, ...fields } = change.fields;
    if (id === undefined || ![id.old, id.new].some(isContentId)) return [change];
    return Object.keys(fields).length === 0 ? [] : [{ ...change, fields }];
  });
}

/**
 * Compares two readers of one project, each of whose view has one reading: the annotations of each, and where their
 * standings of one claim differ. Nobody took anything back, so there are no alarms.
 */
export function diffReaders(oldView: View, newView: View): ViewDiff {
  const content = contentOf(oldView);
  const mine = { ...content, claim: NO_ENTRIES };
  const others = { ...contentOf(newView), utterances: content.utterances, claim: NO_ENTRIES };
  const utterances = content.utterances as readonly Utterance[];
  return {
    old: oldView,
    new: newView,
    changes: [
      ...diffContents(mine, others, alignUtterances(utterances, utterances)),
      ...pairReaders(oldView, newView).flatMap(pair => standingChange(pair) ?? []),
    ],
    alarms: [],
    speakers: [],
  };
}

/** Claims are questions that both readers answer, no matter who wrote them. */
const NO_ENTRIES: Content['claim'] = new Map();

/** Parts of a diff that can be asked for alone. */
export const DIFF_PARTS = ['text', 'annotations', 'standing'] as const;
export type DiffPart = (typeof DIFF_PARTS)[number];

/** The header, utterances and statements are text; claims, parties and sources go with the annotations. */
export function partOf(change: Change): DiffPart {
  if (change.kind === 'standing') return 'standing';
  return change.what === 'transcript' || change.what === 'utterance' || change.what === 'statement'
    ? 'text'
    : 'annotations';
}

/** The changes of some parts only; alarms stay with the standings. */
export function onlyParts(diff: ViewDiff, parts: readonly DiffPart[]): ViewDiff {
  return {
    ...diff,
    changes: diff.changes.filter(change => parts.includes(partOf(change))),
    speakers: parts.includes('text') ? diff.speakers : [],
    alarms: parts.includes('standing') ? diff.alarms : [],
  };
}

/** How many changes of each kind there are of each thing, in the order in which they first occur. */
export function countChanges(
  changes: readonly Change[],
): Readonly<Record<string, Readonly<Record<string, number>>>> {
  const counts: Record<string, Record<string, number>> = {};
  for (const { what, kind } of changes) {
    const [thing, happened] = kind === 'standing' ? [kind, 'changed'] : [what, kind];
    const ofThing = counts[thing] ?? {};
    ofThing[happened] = (ofThing[happened] ?? 0) + 1;
    counts[thing] = ofThing;
  }
  return counts;
}
