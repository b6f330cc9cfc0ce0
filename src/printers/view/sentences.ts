/** Annotations in words. A stance always says by whom, or that no one is named. Plain strings: each printer makes them safe. */
import { type Annotation, bodyName, isStance } from '../../core/model/model.ts';
import type { PlacedAnnotation, Standing, View, WeighedStance } from '../../core/model/view.ts';
import { type BodyName, TAGS, type Tag, type TagGroup, tagGroup } from '../../core/model/vocabulary.ts';
import { aspectOf } from '../../core/view/aspect-of.ts';
import { listOf, partyName, partyNames } from './names.ts';

export interface Sentence {
  /** What it says: the tag or the name of the body. */
  readonly label: string;
  /** What follows the label on its line; it begins with its own space or punctuation, or is empty. */
  readonly text: string;
  readonly group: TagGroup | 'body';
}

/** What an annotation says, without its reasons. */
export function sentence(view: View, placed: PlacedAnnotation): Sentence {
  const { annotation } = placed;
  const { tag } = annotation;
  if (tag !== undefined && isStance(annotation)) {
    const label = annotation.characterised === true ? `reported as ${tag}` : tag;
    return { label, text: attribution(view, placed), group: tagGroup(tag) ?? 'body' };
  }
  const body = bodyName(annotation);
  if (body === undefined) return { label: 'no single body', text: '', group: 'body' };
  if (body === 'tag') return tagged(view, annotation, tag!);
  return {
    label: BODY_LABELS[body],
    text: bodyText(view, annotation, body) + act(view, annotation),
    group: 'body',
  };
}

/** The group of the sentence alone. */
export function groupOf(view: View, annotation: Annotation): Sentence['group'] {
  const { tag } = annotation;
  if (tag === undefined || !(isStance(annotation) || bodyName(annotation) === 'tag')) return 'body';
  return tagGroup(tag) ?? view.project.tags?.get(tag)?.group ?? 'body';
}

/** An annotation on one line; a stance reads "confirmed by A, via B, on content, 2016-10-14". */
export function sentenceLine(view: View, placed: PlacedAnnotation): string {
  const { label, text } = sentence(view, placed);
  return label + text;
}

/** Who moved a standing: "affirmed by A; contested by B and C". Empty where no stance counted. */
export function standingParties(view: View, standing: Standing): string {
  const { stances } = standing;
  // Its remarks say who does what, and what of it waits.
  if (stances.length === 0 || standing.name === 'unsettled') return '';
  const parts: string[] = [];
  for (let i = 0; i < VERBS.length; i++) {
    const verb = VERBS[i]!;
    const names: string[] = [];
    for (let at = 0; at < stances.length; at++) {
      const weighed = stances[at]!;
      if (verbOf(weighed, standing) === verb) names.push(actorName(view, weighed.stance.annotation));
    }
    if (names.length > 0) parts.push(`${verb} by ${listOf([...new Set(names)])}`);
  }
  return parts.join('; ');
}

const VERBS = ['affirmed', 'affirmed in part', 'refuted', 'contested', 'retracted'] as const;

const VERB_OF = {
  affirms: 'affirmed',
  qualifies: 'affirmed in part',
  contests: 'contested',
  retracts: 'retracted',
} as const;

/** Only where it is answered by nobody does a refutation make the standing; else it is one contest among others. */
function verbOf({ counts, refutes }: WeighedStance, { name }: Standing): string | undefined {
  if (refutes === true && name === 'refuted') return 'refuted';
  return counts && VERB_OF[counts];
}

/** What follows a standing's name: who moved it, and what must be said beside it. It begins with its own punctuation. */
export function afterStanding(view: View, standing: Standing): string {
  const parts = [standingParties(view, standing), ...standing.remarks].filter(part => part !== '');
  if (parts.length === 0) return '';
  return `${standing.name === 'unsettled' ? ':' : ';'} ${parts.join('; ')}`;
}

/** What a stance counted as, in one word or two. */
export function weightWord(weighed: WeighedStance): string {
  return weighed.waits === undefined ? (weighed.counts ?? 'not counted') : 'waits';
}

/** By whom, via whom, on what, when. */
function attribution(view: View, placed: PlacedAnnotation): string {
  const { annotation } = placed;
  const by = ` by ${actorName(view, annotation)}`;
  const via = annotation.via === undefined ? '' : `, via ${partyNames(view, annotation.via)}`;
  const aspect = aspectOf(placed);
  const on = aspect === undefined ? '' : `, on ${aspect}`;
  return `${by}${via}${on}, ${isDated(annotation.when) ? annotation.when : 'undated'}`;
}

/** Whose act it is. */
export function actorName(view: View, annotation: Annotation): string {
  return annotation.by === undefined || annotation.by === 'unknown'
    ? 'no one named'
    : partyName(view, annotation.by);
}

function isDated(when: string | undefined): boolean {
  return when !== undefined && when !== 'unknown';
}

function tagged(view: View, annotation: Annotation, tag: string): Sentence {
  const known = isOfFormat(tag) ? TAGS[tag] : view.project.tags?.get(tag);
  const meaning = known === undefined ? '' : `: ${known.meaning}`;
  return { label: tag, text: meaning + act(view, annotation), group: known?.group ?? 'body' };
}

function isOfFormat(tag: string): tag is Tag {
  return Object.hasOwn(TAGS, tag);
}

/** `by`, `via` and `when` on an annotation that is no stance. */
function act(view: View, { by, via, when }: Annotation): string {
  const parts: string[] = [];
  if (by !== undefined) parts.push(`by ${partyName(view, by)}`);
  if (via !== undefined) parts.push(`via ${partyNames(view, via)}`);
  if (isDated(when)) parts.push(when!);
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

const BODY_LABELS: Record<Exclude<BodyName, 'tag'>, string> = {
  speaker: 'speaker',
  to: 'addressed to',
  form: 'form',
  date: 'date',
  context: 'context',
  correction: 'should read',
  translation: 'translation',
  'refers-to': 'refers to',
  voice: 'voice of',
  'same-as': 'same as',
  comment: 'comment',
};

function bodyText(view: View, annotation: Annotation, body: Exclude<BodyName, 'tag'>): string {
  switch (body) {
    case 'speaker':
      return `: ${partyName(view, annotation.speaker!)}`;
    case 'to':
      return `: ${partyNames(view, annotation.to!)}`;
    case 'date':
      return dateText(annotation.date!);
    case 'translation': {
      const { text = '', from, to, by } = annotation.translation!;
      const languages = from === undefined && to === undefined ? '' : ` ${from ?? '?'} to ${to ?? '?'}`;
      const translator =
        by === undefined ? '' : ` by ${by === 'unknown' ? 'no one named' : partyName(view, by)}`;
      return `${languages}${translator}${text === '' ? '' : `: "${text}"`}`;
    }
    case 'refers-to':
      return `: ${partyNames(view, annotation['refers-to']!)}`;
    case 'voice': {
      const { of, to = [] } = annotation.voice!;
      return ` ${partyName(view, of)}${to.length === 0 ? '' : `, to ${partyNames(view, to)}`}`;
    }
    case 'same-as':
      return `: ${listOf(annotation['same-as']!)}`;
    default:
      return `: ${annotation[body]!}`;
  }
}

function dateText(date: NonNullable<Annotation['date']>): string {
  const value = isDated(date.edtf) ? date.edtf! : 'not stated';
  const asWritten = date['as-written'];
  const parts = [
    value,
    ...(asWritten === undefined ? [] : [`written "${asWritten}"`]),
    ...(date.inferred === undefined ? [] : [`${listOf(date.inferred)} inferred`]),
    ...(date['relative-to'] === undefined ? [] : [`relative to ${date['relative-to']}`]),
  ];
  return ` (${date.role ?? 'said'})${date.of === undefined ? '' : ` of ${date.of}`}: ${parts.join(', ')}`;
}
