/** Groups of standings and notes: each has a colour, a shape and a line of its own, and names the class that the style sheet knows. */
import { type Annotation, isStance } from '../../../core/model/model.ts';
import type { ClaimView, PlacedAnnotation, SpeechView, View } from '../../../core/model/view.ts';
import type { StandingKind } from '../../../core/standing/claim-kind.ts';
import { groupOf } from '../sentences.ts';

type StandingGroup = 'affirmed' | 'contested' | 'in-part' | 'unsettled' | 'open' | 'outside';
type NoteGroup = StandingGroup | 'neutral' | 'request' | 'voice' | 'edit' | 'reference';

export const GROUP_OF_STANDING: Readonly<Record<StandingKind, StandingGroup>> = {
  confirmed: 'affirmed',
  corroborated: 'affirmed',
  acknowledged: 'affirmed',
  disputed: 'contested',
  denied: 'contested',
  refuted: 'contested',
  qualified: 'in-part',
  unsettled: 'unsettled',
  unverified: 'open',
  unreviewed: 'open',
  retracted: 'outside',
  'not-checkable': 'outside',
  differs: 'in-part',
};

/** A standing as a word to read. */
export function standingWord(name: StandingKind): string {
  return name === 'differs' ? 'readers differ' : name.replace('-', ' ');
}

/** The standings of a claim in all readings, and `differ` where there are several. */
export function namesOfClaim({ standings }: ClaimView): StandingKind[] {
  const names = [...new Set(standings.map(({ name }) => name))];
  return names.length > 1 ? [...names, 'differs'] : names;
}

export function standingNames(view: View, { claims }: SpeechView): StandingKind[] {
  return [...new Set(claims.flatMap(index => namesOfClaim(view.claims[index]!)))];
}

/** Kinds of notes as the filter offers them. */
export const NOTE_KINDS = ['stance', 'voice', 'request', 'edit', 'reference'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

export function noteKind(view: View, annotation: Annotation): NoteKind {
  if (isStance(annotation)) return 'stance';
  switch (groupOf(view, annotation)) {
    case 'voice':
      return 'voice';
    case 'request':
      return 'request';
    case 'transcript':
      return 'edit';
    case 'body':
      return bodyKind(annotation);
    default:
      return 'reference';
  }
}

function bodyKind({ voice, correction, translation, form }: Annotation): NoteKind {
  if (voice !== undefined) return 'voice';
  return (correction ?? translation ?? form) === undefined ? 'reference' : 'edit';
}

/** An ended annotation has no group: words that somebody confirmed and took back are not marked as confirmed. */
export function noteGroup(view: View, { annotation, state, dead }: PlacedAnnotation): NoteGroup {
  if (dead !== undefined) return 'outside';
  if (state.state === 'waits') return 'unsettled';
  const kind = noteKind(view, annotation);
  if (kind !== 'stance') return kind;
  if (annotation.tag === 'qualified') return 'in-part';
  switch (groupOf(view, annotation)) {
    case 'affirming':
      return 'affirmed';
    case 'contesting':
      return 'contested';
    default:
      return 'neutral';
  }
}

/** The group whose line is drawn under the words if a passage has several notes. */
const BY_WEIGHT: readonly NoteGroup[] = [
  'unsettled',
  'contested',
  'affirmed',
  'in-part',
  'request',
  'neutral',
  'voice',
  'edit',
  'reference',
];

export function heaviest(groups: readonly NoteGroup[]): NoteGroup {
  return BY_WEIGHT.find(group => groups.includes(group)) ?? 'reference';
}
