/** The units on which readings are compared (utterances, passages, claims), and what each reading says of them. */
import { countUp, getOrMake } from '../maps.ts';
import { waitsItself } from '../model/anchor-state.ts';
import type { Annotation, Id } from '../model/model.ts';
import {
  type Anchor,
  annotationsOf,
  type ClaimView,
  type PlacedAnnotation,
  type SpeechView,
  type View,
} from '../model/view.ts';
import { UNKNOWN_PARTY } from '../model/vocabulary.ts';
import { codePointLength, sliceCodePoints } from '../text/code-points.ts';

/** What a reading codes: who speaks, the tags of a passage or claim, the standing of a claim. */
export const CODED = ['speakers', 'tags', 'standings'] as const;
export type Coded = (typeof CODED)[number];

/** The name of a reading; undefined for annotations by no one named. */
export type ReadingName = string | undefined;

interface Place {
  readonly kind: 'utterance' | 'statement' | 'claim' | 'annotation' | 'transcript';
  /** Undefined for the transcript, an implied claim, and speech without an id. */
  readonly id: Id | undefined;
  /** The words of a passage, or of speech without an id; undefined for a whole entry with an id. */
  readonly quote: string | undefined;
}

/** One thing that readings code. */
export interface Unit {
  readonly of: Coded;
  readonly view: View;
  readonly place: Place;
  /** The speaker in the transcript; undefined if there is none, or more than one. */
  readonly speaker: string | undefined;
  /** The values of each reading, each once, in order; a reading without any is absent. */
  readonly values: ReadonlyMap<ReadingName, readonly string[]>;
  /** The annotations with these values. */
  readonly annotations: readonly PlacedAnnotation[];
}

/**
 * The units of a view. Only live annotations count. Those that wait for a person have no certain place and are left out.
 */
export interface ComparedUnits {
  /** In order: speakers, tags of speech, claims with their tags and standings, the rest; within these by place. */
  readonly units: readonly Unit[];
  /** Number of annotations left out because they wait. */
  readonly waiting: number;
}

interface Draft {
  readonly of: Coded;
  readonly place: Place;
  readonly order: readonly number[];
  readonly speaker: string | undefined;
  readonly values: Map<ReadingName, Set<string>>;
  readonly annotations: PlacedAnnotation[];
}

export function comparedUnits(view: View): ComparedUnits {
  const collector = collectorFor(view);
  let waiting = 0;
  for (const placed of annotationsOf(view)) {
    if (!isCounted(placed)) continue;
    const { tag, speaker } = placed.annotation;
    if (tag === undefined && speaker === undefined) continue;
    if (waitsItself(placed.state)) waiting++;
    else collector.addAnnotation(placed);
  }
  for (const [index, claim] of view.claims.entries()) collector.addStandings(claim, index);
  return { units: collector.units(), waiting };
}

/** A later act of a party replaces an earlier one, but what the reader recorded of the earlier one still counts. */
export function isCounted({ dead }: PlacedAnnotation): boolean {
  return dead === undefined || dead === 'later-act-of-party';
}

function collectorFor(view: View) {
  const drafts = new Map<string, Draft>();
  const speeches: ReadonlyMap<unknown, { readonly speech: SpeechView; readonly index: number }> = new Map(
    [...view.utterances, ...view.statements].map((speech, index) => [speech.speech, { speech, index }]),
  );
  const claims: ReadonlyMap<unknown, { readonly claim: ClaimView; readonly index: number }> = new Map(
    view.claims.flatMap((claim, index) =>
      claim.entry === undefined ? [] : [[claim.entry.value, { claim, index }]],
    ),
  );
  const nameOf = partyNames(view);

  function units(): Unit[] {
    return [...drafts.values()]
      .sort((a, b) => compareOrder(a.order, b.order))
      .map(({ of, place, speaker, values, annotations }) => ({
        of,
        view,
        place,
        speaker,
        values: new Map([...values].map(([reading, found]) => [reading, [...found].sort()])),
        annotations,
      }));
  }

  function addAnnotation(placed: PlacedAnnotation): void {
    const { tag, speaker } = placed.annotation;
    for (const anchor of placed.anchors) {
      const found = placeOf(anchor);
      if (found === undefined) continue;
      if (tag !== undefined) add('tags', found, placed, tag);
      else if (found.place.kind === 'utterance' || found.place.kind === 'statement')
        add('speakers', found, placed, nameOf(speaker!));
    }
  }

  function addStandings(claim: ClaimView, index: number): void {
    if (claim.standings.length === 0) return;
    const draft: Draft = {
      of: 'standings',
      place: placeOfClaim(claim),
      order: [2, index, 1],
      speaker: speakerOfClaim(claim),
      values: new Map(claim.standings.map(({ reading, name }) => [reading.name, new Set<string>([name])])),
      annotations: claim.standings.flatMap(({ stances }) => stances.map(({ stance }) => stance)),
    };
    drafts.set(`standing ${index}`, draft);
  }

  function add(of: Coded, found: Found, placed: PlacedAnnotation, value: string): void {
    const key = `${of} ${found.key}`;
    const draft = getOrMake(drafts, key, (): Draft => {
      const order = [of === 'speakers' ? 0 : found.rank, ...found.order];
      const { place, speaker } = found;
      return { of, place, order, speaker, values: new Map(), annotations: [] };
    });
    getOrMake(draft.values, placed.reading.name, () => new Set<string>()).add(value);
    draft.annotations.push(placed);
  }

  /** Undefined for a target that names nothing. */
  function placeOf({ entry, range, target }: Anchor): Found | undefined {
    if (entry === undefined) return undefined;
    if (entry === 'transcript')
      return {
        key: entry,
        rank: 4,
        order: [],
        place: { kind: entry, id: undefined, quote: undefined },
        speaker: undefined,
      };
    const { kind, value } = entry;
    const id = entry.id === '' ? undefined : entry.id;
    const speech = speeches.get(value);
    if (speech !== undefined) {
      const text = speech.speech.speech.text ?? '';
      const length = codePointLength(text);
      // A quote of all words means the whole.
      const part = range === undefined || (range.start === 0 && range.end === length) ? undefined : range;
      const [start, end] = part === undefined ? [0, length] : [part.start, part.end];
      return {
        key: `${speech.index} ${start}-${end}`,
        rank: 1,
        order: [speech.index, start, -end],
        place: {
          kind: speech.speech.kind,
          id,
          quote:
            part === undefined
              ? id === undefined
                ? text
                : undefined
              : sliceCodePoints(text, part.start, part.end),
        },
        speaker: speakerOf(speech.speech),
      };
    }
    if (kind === 'claim') {
      const known = claims.get(value);
      const index = known?.index ?? view.claims.length;
      return {
        key: `claim ${id}`,
        rank: 2,
        order: [index, 0],
        place: { kind, id, quote: undefined },
        speaker: known === undefined ? undefined : speakerOfClaim(known.claim),
      };
    }
    if (kind !== 'annotation') return undefined;
    return {
      key: `annotation ${entry.document.file} ${id ?? target}`,
      rank: 3,
      order: [Number(entry.path[1])],
      place: { kind, id, quote: undefined },
      speaker: undefined,
    };
  }

  function speakerOf({ speech }: SpeechView): string | undefined {
    return speech.speaker === undefined ? undefined : nameOf(speech.speaker);
  }

  function speakerOfClaim({ anchors }: ClaimView): string | undefined {
    const speakers = new Set(
      anchors.map(({ entry }) => {
        const speech = typeof entry === 'object' ? speeches.get(entry.value) : undefined;
        return speech === undefined ? undefined : speakerOf(speech.speech);
      }),
    );
    return speakers.size === 1 ? [...speakers][0] : undefined;
  }

  return { units, addAnnotation, addStandings };
}

interface Found {
  readonly key: string;
  /** Order of kinds: speech, claims, annotations, the transcript. */
  readonly rank: number;
  readonly order: readonly number[];
  readonly place: Place;
  readonly speaker: string | undefined;
}

function placeOfClaim(claim: ClaimView): Place {
  if (claim.id !== undefined) return { kind: 'claim', id: claim.id, quote: undefined };
  const [first] = claim.anchors;
  if (first?.entry === undefined || first.entry === 'transcript')
    return { kind: 'transcript', id: undefined, quote: undefined };
  const { entry, range } = first;
  const text = (entry.value as Annotation & { readonly text?: string }).text ?? '';
  return {
    kind: entry.kind as Place['kind'],
    id: entry.id === '' ? undefined : entry.id,
    quote: range && sliceCodePoints(text, range.start, range.end),
  };
}

/**
 * Returns the names of parties. Several transcripts may use one name for one party; two parties of one transcript with the
 * same name get their ids as well; a party without a name has only its id.
 */
export function partyNames({ parties }: View): (id: Id) => string {
  const bearers = new Map<string, number>();
  for (const { name } of parties.values()) if (name !== undefined) countUp(bearers, name);
  return id => {
    const name = id === UNKNOWN_PARTY ? undefined : parties.get(id)?.name;
    if (name === undefined) return id;
    return bearers.get(name) === 1 && name !== UNKNOWN_PARTY ? name : `${name} (${id})`;
  };
}

function compareOrder(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const difference = a[i]! - b[i]!;
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
