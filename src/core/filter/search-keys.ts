/** The keys of a query: the things that each applies to, and how its values are compared. */

import { overlap } from '../dates/compare.ts';
import { parseDate, UNKNOWN_DATE } from '../dates/date.ts';
import { lazilyFor } from '../lazily.ts';
import { getOrMake } from '../maps.ts';
import type { Annotation, Id } from '../model/model.ts';
import type { ClaimView, PlacedAnnotation, SpeechView, View } from '../model/view.ts';
import { ASPECTS, BASES, BODIES, CERTAINTIES, FORMS, STANDINGS, UNKNOWN_PARTY } from '../model/vocabulary.ts';
import { searchFold } from '../text/search-fold.ts';
import { soughtWords } from '../text/sought-words.ts';
import { aspectOf } from '../view/aspect-of.ts';

export interface Key {
  /** Describes the value, for help and messages. */
  readonly meaning: string;
  /** The words it takes, where they are a closed list. */
  readonly words?: readonly string[];
  readonly speech?: (speech: SpeechView, value: string, view: View) => boolean;
  readonly annotation?: (placed: PlacedAnnotation, value: string, view: View) => boolean;
  readonly claim?: (claim: ClaimView, value: string, view: View) => boolean;
}

/** Fields of an annotation that `has:` accepts in addition to the bodies. */
const PARTS = ['quote', 'wording', 'sources', 'note', 'alternatives'] as const;

const reading: Key = {
  meaning: 'who annotated, or a part of the name',
  annotation: (placed, value) => contains(placed.reading.name, value),
};

const KEYS = {
  id: {
    meaning: 'id of an utterance, statement, annotation or claim',
    speech: (speech, value) => speech.id === value,
    annotation: (placed, value) => placed.annotation.id === value,
    claim: (claim, value) => claim.id === value,
  },
  text: {
    meaning: 'words in what was said, in an annotation or in a claim; what a word without a key means',
    speech: ({ speech }, value) =>
      contains(speech.text, value) ||
      contains(speech.cue, value) ||
      ('event' in speech && contains(speech.event, value)),
    annotation: ({ annotation }, value) => textsOf(annotation).some(text => contains(text, value)),
    claim: (claim, value) => contains(claim.text, value),
  },
  speaker: {
    meaning:
      'the party that speaks or may have spoken: id, name, a word of it, or alias; `unknown` where it is undetermined',
    speech: ({ speech }, value, view) =>
      isNamed(view, speech.speaker ?? UNKNOWN_PARTY, value) || anyNamed(view, speech.alternatives, value),
  },
  to: {
    meaning: 'the party addressed',
    speech: ({ speech }, value, view) => anyNamed(view, speech.to, value),
  },
  form: {
    meaning: 'how the speech is reported',
    words: FORMS,
    speech: ({ speech }, value) => speech.form === value,
  },
  via: {
    meaning: 'a party or source through which the speech or the act reached us',
    speech: ({ speech }, value, view) => anyNamed(view, speech.via, value),
    annotation: ({ annotation }, value, view) => anyNamed(view, annotation.via, value),
  },
  source: {
    meaning: 'the source that reports the speech, or one that an annotation rests on',
    speech: ({ speech }, value, view) => anyNamed(view, speech.source && [speech.source], value),
    annotation: ({ annotation }, value, view) =>
      annotation.sources?.some(({ source }) => isNamed(view, source, value)) === true,
  },
  date: {
    meaning: 'EDTF; matches dates that may be the same day, `unknown` those not stated',
    speech: ({ kind, speech }, value) =>
      kind === 'statement' && 'date' in speech && isSameDate(speech.date, value),
    annotation: ({ annotation }, value) =>
      isSameDate(annotation.when, value) || isSameDate(annotation.date?.edtf, value),
  },
  tag: {
    meaning: 'tag of an annotation',
    annotation: ({ annotation }, value) => annotation.tag === value,
  },
  aspect: {
    meaning: 'the side of the talk that a stance or claim is about',
    words: ASPECTS,
    annotation: (placed, value) => aspectOf(placed) === value,
    claim: (claim, value) => claim.aspect === value,
  },
  by: {
    meaning: 'the party whose act an annotation records',
    annotation: ({ annotation }, value, view) => anyNamed(view, annotation.by && [annotation.by], value),
  },
  has: {
    meaning: 'what an annotation has',
    words: [...BODIES, ...PARTS],
    annotation: ({ annotation }, value) => annotation[value as keyof Annotation] !== undefined,
  },
  certainty: {
    meaning: "the annotator's certainty",
    words: CERTAINTIES,
    annotation: ({ annotation }, value) => annotation.certainty === value,
  },
  basis: {
    meaning: 'how the annotator got there',
    words: BASES,
    annotation: ({ annotation }, value) => annotation.basis === value,
  },
  reading,
  creator: reading,
  claim: {
    meaning: 'id of a claim, or words in it',
    claim: (claim, value) => claim.id === value || contains(claim.text, value),
  },
  standing: {
    meaning: 'standing of a claim in any reading',
    words: STANDINGS,
    claim: (claim, value) => claim.standings.some(standing => standing.name === value),
  },
} as const satisfies Record<string, Key>;

export type KeyName = keyof typeof KEYS;

export const KEY_NAMES = Object.keys(KEYS) as readonly KeyName[];

export function keyOf(name: KeyName): Key {
  return KEYS[name];
}

export function isKeyName(name: string): name is KeyName {
  return Object.hasOwn(KEYS, name);
}

function contains(text: string | undefined, part: string): boolean {
  return text !== undefined && soughtWords(part).isIn(text);
}

function anyNamed(view: View, ids: readonly Id[] | '' | undefined, value: string): boolean {
  return ids !== undefined && ids !== '' && ids.some(id => isNamed(view, id, value));
}

/**
 * By id exactly; by name, alias or title as {@link searchFold} compares them; by a word of a name, unless that is the id or the whole
 * name of somebody: `sargsyan` is he, and not his office as well.
 */
export function isNamed(view: View, id: Id, value: string): boolean {
  if (id === value) return true;
  const byId = getOrMake(answers(view), value, () => new Map<Id, boolean>());
  return getOrMake(byId, id, () => isCalled(view, id, value));
}

/** By value and id: asked for each utterance of a long talk, of a few parties. */
const answers = lazilyFor((_: View) => new Map<string, Map<Id, boolean>>());

function isCalled(view: View, id: Id, value: string): boolean {
  const name = searchFold(value);
  const names = namesOf(view, id);
  if (names.includes(name)) return true;
  if (!names.some(each => each.split(/\s+/).includes(name))) return false;
  return (
    !view.parties.has(value) && ![...view.parties.keys()].some(other => namesOf(view, other).includes(name))
  );
}

function namesOf(view: View, id: Id): string[] {
  const party = view.parties.get(id);
  const names = [party?.name, ...(party?.aliases ?? []), view.sources.get(id)?.title];
  return names.flatMap(name => (name === undefined ? [] : searchFold(name)));
}

function isSameDate(date: string | undefined, value: string): boolean {
  if (date === undefined) return false;
  if (date === UNKNOWN_DATE || value === UNKNOWN_DATE) return date === value;
  const [mine, asked] = [parseDate(date), parseDate(value)];
  return mine !== undefined && asked !== undefined && overlap(mine, asked);
}

function textsOf(annotation: Annotation): (string | undefined)[] {
  const { comment, context, correction, translation, note, wording, quote } = annotation;
  return [comment, context, correction, translation?.text, note, wording, quote];
}
