/** Values of a query that nothing in the files has: a slip, which must not look like an empty result. */

import type { Id } from '../model/model.ts';
import type { View } from '../model/view.ts';
import { TAG_NAMES, UNKNOWN_PARTY } from '../model/vocabulary.ts';
import { closest } from '../text/closest.ts';
import { ownCopy } from '../text/own-copy.ts';
import { searchFold } from '../text/search-fold.ts';
import type { Query } from './query.ts';
import { isNamed, type KeyName } from './search-keys.ts';

export interface UnknownValue {
  readonly key: KeyName;
  readonly value: string;
  readonly nearest: string | undefined;
  /** Values that there are, in order. */
  readonly known: readonly string[];
}

/** What the values of a key name in a view: words to choose from, and whether one of them is meant. */
interface Vocabulary {
  readonly known: readonly string[];
  has(value: string): boolean;
}

/** Names to choose from that are remembered of each key. */
const MOST_KNOWN = 10_000;

/** The first value that no view knows; undefined if each value names something, whether or not it is found there. */
export function unknownValue(query: Query, views: readonly View[]): UnknownValue | undefined {
  const values = new UnknownValues(query);
  for (const view of views) values.add(view);
  return values.first();
}

export type UnknownState = readonly {
  readonly key: KeyName;
  readonly value: string;
  /** Undefined where no view was added. */
  readonly known: readonly string[] | undefined;
}[];

/** What a query asks for and no view so far knows, for views that come one after another. */
export class UnknownValues {
  #open: { readonly key: KeyName; readonly value: string; known: Set<string> | undefined }[];

  constructor({ terms }: Query) {
    this.#open = terms.flatMap(({ key, values }) => values.map(value => ({ key, value, known: undefined })));
  }

  add(view: View): void {
    for (let index = this.#open.length - 1; index >= 0; index--) {
      const open = this.#open[index]!;
      const vocabulary = vocabularyOf(open.key, view);
      if (vocabulary === undefined || vocabulary.has(open.value)) this.#open.splice(index, 1);
      else {
        open.known ??= new Set();
        for (const name of vocabulary.known)
          if (open.known.size < MOST_KNOWN && !open.known.has(name)) open.known.add(ownCopy(name));
      }
    }
  }

  /** The same as plain data. */
  state(): UnknownState {
    return this.#open.map(({ key, value, known }) => ({ key, value, known: known && [...known] }));
  }

  /** Takes over what was added to another of the same query: what one of them knows is known. */
  absorb(state: UnknownState): void {
    this.#open = this.#open.flatMap(open => {
      const other = state.find(({ key, value }) => key === open.key && value === open.value);
      if (other === undefined) return [];
      if (other.known !== undefined) open.known = new Set([...(open.known ?? []), ...other.known]);
      return [open];
    });
  }

  /** Undefined where no view was added. */
  first(): UnknownValue | undefined {
    const open = this.#open.find(({ known }) => known !== undefined);
    if (open === undefined) return undefined;
    const known = [...open.known!];
    return { key: open.key, value: open.value, nearest: nearestOf(open.value, known), known };
  }
}

/** By the whole of a value, else by one of its words: `Rankn` is near `Liza Rankin`. */
function nearestOf(value: string, known: readonly string[]): string | undefined {
  const whole = closest(value, known);
  if (whole !== undefined) return whole;
  const word = closest(
    value,
    known.flatMap(name => name.split(' ')),
  );
  return word === undefined ? undefined : known.find(name => name.split(' ').includes(word));
}

/** Undefined for keys whose values are words of any kind, or checked when the query is read. */
function vocabularyOf(key: KeyName, view: View): Vocabulary | undefined {
  switch (key) {
    case 'speaker':
    case 'to':
    case 'by':
      return named([...view.parties.keys()], view);
    case 'via':
    case 'source':
      return named([...view.sources.keys(), ...view.parties.keys(), ...statementIds(view)], view);
    case 'tag':
      return words([...TAG_NAMES, ...(view.project.tags?.keys() ?? [])]);
    case 'id':
      return words(idsOf(view));
    case 'reading':
    case 'creator': {
      const names = view.readings.flatMap(({ name }) => name ?? []);
      return { known: names, has: value => names.some(name => searchFold(name).includes(searchFold(value))) };
    }
    default:
      return undefined;
  }
}

function named(ids: readonly Id[], view: View): Vocabulary {
  return {
    known: ids.map(id => view.parties.get(id)?.name ?? id),
    has: value => value === UNKNOWN_PARTY || ids.some(id => isNamed(view, id, value)),
  };
}

function words(known: readonly string[]): Vocabulary {
  const all = new Set(known);
  return { known, has: value => all.has(value) };
}

/** An annotation may cite what was said. */
function statementIds({ statements, utterances }: View): Id[] {
  return [...statements, ...utterances].flatMap(({ id }) => id ?? []);
}

function idsOf(view: View): Id[] {
  const annotations = [...view.utterances, ...view.statements].flatMap(speech => speech.annotations);
  return [
    ...statementIds(view),
    ...view.claims.flatMap(({ id }) => id ?? []),
    ...[...annotations, ...view.general].map(({ annotation }) => annotation.id),
  ];
}
