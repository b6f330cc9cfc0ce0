/** Annotations in words. A stance always says by whom, or that no one is named. Plain strings: each printer makes them safe. */
import { UNKNOWN_DATE } from '../../core/dates/date.ts';
import { type Annotation, bodyName, isStance } from '../../core/model/model.ts';
import { tagGroupIn } from '../../core/model/project.ts';
import type { PlacedAnnotation, Standing, View, WeighedStance } from '../../core/model/view.ts';
import {
  type BodyName,
  TAGS,
  type Tag,
  type TagGroup,
  tagGroup,
  UNKNOWN_PARTY,
} from '../../core/model/vocabulary.ts';
import { listOf } from '../../core/text/list-of.ts';
import { aspectOf } from '../../core/view/aspect-of.ts';
import { partyName } from './names.ts';
import {
  listOfReferences,
  type Phrase,
  partyReference,
  partyReferences,
  phraseText,
  type Reference,
} from './phrase.ts';

interface SentencePhrase {
  /** The tag, or the name of the body. */
  readonly label: string;
  /** The rest of the line after the label; it begins with its own space or punctuation, or is empty. */
  readonly rest: Phrase;
  readonly group: TagGroup | 'body';
}

export interface Sentence extends Omit<SentencePhrase, 'rest'> {
  /** The rest of the line, as text. */
  readonly text: string;
}

/** Returns what an annotation says, without its reasons. */
export function sentence(view: View, placed: PlacedAnnotation): Sentence {
  const { label, rest, group } = sentencePhrase(view, placed);
  return { label, text: phraseText(rest), group };
}

/** The same, with ids kept apart. */
export function sentencePhrase(view: View, placed: PlacedAnnotation): SentencePhrase {
  const { annotation } = placed;
  const { tag } = annotation;
  if (tag !== undefined && isStance(annotation)) {
    const label = annotation.characterised === true ? `reported as ${tag}` : tag;
    return { label, rest: attribution(view, placed), group: tagGroup(tag) ?? 'body' };
  }
  const body = bodyName(annotation);
  if (body === undefined) return { label: 'no single body', rest: [], group: 'body' };
  if (body === 'tag') return tagged(view, annotation, tag!);
  return {
    label: BODY_LABELS[body],
    rest: [...bodyPhrase(view, annotation, body), ...act(view, annotation)],
    group: 'body',
  };
}

/** The group of the sentence alone. */
export function groupOf(view: View, annotation: Annotation): Sentence['group'] {
  const { tag } = annotation;
  if (tag === undefined || !(isStance(annotation) || bodyName(annotation) === 'tag')) return 'body';
  return tagGroupIn(view.project, tag) ?? 'body';
}

/** An annotation on one line; a stance reads "confirmed by A, via B, on content, 2016-10-14". */
export function sentenceLine(view: View, placed: PlacedAnnotation): string {
  const { label, text } = sentence(view, placed);
  return label + text;
}

/** Who moved a standing: "affirmed by A; contested by B and C". Empty where no stance counted. */
function standingParties(view: Pick<View, 'parties'>, standing: Standing): string {
  return partiesByVerb(view, standing).map(phraseText).join('; ');
}

/** Names them, one phrase for each verb: "affirmed by A", "contested by B and C". */
export function partiesByVerb(view: Pick<View, 'parties'>, standing: Standing): Phrase[] {
  const { stances } = standing;
  // Its remarks say who does what, and what of it waits.
  if (stances.length === 0 || standing.name === 'unsettled') return [];
  const phrases: Phrase[] = [];
  for (let i = 0; i < VERBS.length; i++) {
    const verb = VERBS[i]!;
    const actors = new Map<string, string | Reference>();
    for (let at = 0; at < stances.length; at++) {
      const weighed = stances[at]!;
      if (verbOf(weighed, standing) !== verb) continue;
      const named = actor(view, weighed.stance.annotation);
      actors.set(typeof named === 'string' ? named : named.text, named);
    }
    if (actors.size > 0) phrases.push([`${verb} by `, ...listOfReferences([...actors.values()])]);
  }
  return phrases;
}

const VERBS = ['affirmed', 'affirmed in part', 'refuted', 'contested', 'retracted'] as const;

const VERB_OF = {
  affirms: 'affirmed',
  qualifies: 'affirmed in part',
  contests: 'contested',
  retracts: 'retracted',
} as const;

/** A refutation decides the standing only if nobody answers it; else it is one contest among others. */
function verbOf({ counts, refutes }: WeighedStance, { name }: Standing): string | undefined {
  if (refutes === true && name === 'refuted') return 'refuted';
  return counts && VERB_OF[counts];
}

/** The words after the name of a standing: who moved it, and remarks. They begin with their own punctuation. */
export function afterStanding(view: View, standing: Standing): string {
  const parts = [standingParties(view, standing), ...standing.remarks].filter(part => part !== '');
  if (parts.length === 0) return '';
  return `${standing.name === 'unsettled' ? ':' : ';'} ${parts.join('; ')}`;
}

/** How a stance counted, in one word or two. */
export function weightWord(weighed: WeighedStance): string {
  return weighed.waits === undefined ? (weighed.counts ?? 'not counted') : 'waits';
}

/** By whom, via whom, on what, when. */
function attribution(view: View, placed: PlacedAnnotation): Phrase {
  const { annotation } = placed;
  const via = annotation.via === undefined ? [] : [', via ', ...partyReferences(view, annotation.via)];
  const aspect = aspectOf(placed);
  const on = aspect === undefined ? '' : `, on ${aspect}`;
  const when = isDated(annotation.when) ? annotation.when : 'undated';
  return [' by ', actor(view, annotation), ...via, `${on}, ${when}`];
}

/** Whose act it is. */
export function actorName(view: Pick<View, 'parties'>, annotation: Annotation): string {
  const named = actor(view, annotation);
  return typeof named === 'string' ? named : named.text;
}

function actor(view: Pick<View, 'parties'>, { by }: Annotation): string | Reference {
  return by === undefined || by === UNKNOWN_PARTY ? 'no one named' : partyReference(view, by);
}

function isDated(when: string | undefined): boolean {
  return when !== undefined && when !== UNKNOWN_DATE;
}

function tagged(view: View, annotation: Annotation, tag: string): SentencePhrase {
  const known = isOfFormat(tag) ? TAGS[tag] : view.project.tags?.get(tag);
  const meaning = known === undefined ? '' : `: ${known.meaning}`;
  return { label: tag, rest: [meaning, ...act(view, annotation)], group: known?.group ?? 'body' };
}

function isOfFormat(tag: string): tag is Tag {
  return Object.hasOwn(TAGS, tag);
}

/** `by`, `via` and `when` on an annotation that is no stance. */
function act(view: View, { by, via, when }: Annotation): Phrase {
  const parts: Phrase[] = [];
  if (by !== undefined) parts.push(['by ', partyReference(view, by)]);
  if (via !== undefined) parts.push(['via ', ...partyReferences(view, via)]);
  if (isDated(when)) parts.push([when!]);
  return parts.length === 0
    ? []
    : [' (', ...parts.flatMap((part, index) => (index === 0 ? part : [', ', ...part])), ')'];
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

function bodyPhrase(view: View, annotation: Annotation, body: Exclude<BodyName, 'tag'>): Phrase {
  switch (body) {
    case 'speaker':
      return [': ', partyReference(view, annotation.speaker!)];
    case 'to':
      return [': ', ...partyReferences(view, annotation.to!)];
    case 'date':
      return [dateText(annotation.date!)];
    case 'translation': {
      const { text = '', from, to, by } = annotation.translation!;
      const languages = from === undefined && to === undefined ? '' : ` ${from ?? '?'} to ${to ?? '?'}`;
      const translator =
        by === undefined ? '' : ` by ${by === UNKNOWN_PARTY ? 'no one named' : partyName(view, by)}`;
      return [`${languages}${translator}${text === '' ? '' : `: "${text}"`}`];
    }
    case 'refers-to':
      return [': ', ...partyReferences(view, annotation['refers-to']!)];
    case 'voice': {
      const { of, to = [] } = annotation.voice!;
      const addressed = to.length === 0 ? [] : [', to ', ...partyReferences(view, to)];
      return [' ', partyReference(view, of), ...addressed];
    }
    case 'same-as':
      return [': ', ...listOfReferences(annotation['same-as']!.map(id => ({ text: id, id })))];
    default:
      return [`: ${annotation[body]!}`];
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
