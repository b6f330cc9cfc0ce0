/** Where an annotation stands in the version it was made on. */

import type { Annotation, Utterance } from '../model/model.ts';
import { parseTarget } from '../model/targets.ts';
import { toUtf16Range } from '../text/code-points.ts';
import { findQuote } from './find-quote.ts';
import type { Quote } from './locate-quote.ts';

/** A stretch of an old utterance, in UTF-16 code units. */
export interface OldPassage {
  readonly utterance: number;
  readonly start: number;
  readonly end: number;
}

export type OldAnchor =
  | { readonly found: 'quote'; readonly passage: OldPassage }
  /** Whole utterances. `ends` are the ones that a range or list cannot do without. */
  | { readonly found: 'whole'; readonly passages: readonly OldPassage[]; readonly ends: ReadonlySet<number> }
  | { readonly found: 'several' }
  | { readonly found: 'nothing' }
  /** The annotation is about something that is no utterance. */
  | { readonly found: 'other' };

/** Utterances by id, in one version. The first of two with one id counts. */
export class UtteranceIndex {
  readonly utterances: readonly Utterance[];
  readonly #places = new Map<string, number>();

  constructor(utterances: readonly Utterance[]) {
    this.utterances = utterances;
    for (const [index, { id }] of utterances.entries())
      if (id !== undefined && !this.#places.has(id)) this.#places.set(id, index);
  }

  place(id: string): number | undefined {
    return this.#places.get(id);
  }

  /** Indexes that a target names, with the ends of its ranges; undefined where part of it names no utterance here. */
  targets(targets: readonly string[]): { all: number[]; ends: Set<number> } | undefined {
    const all: number[] = [];
    const ends = new Set<number>();
    for (const text of targets) {
      // Nearly all targets are ids, and an id has no other form.
      const named = text === 'transcript' ? undefined : this.place(text);
      if (named !== undefined) {
        all.push(named);
        ends.add(named);
        continue;
      }
      const target = parseTarget(text);
      if (target?.kind !== 'id' && target?.kind !== 'range') return undefined;
      const first = this.place(target.kind === 'id' ? target.id : target.first);
      const last = this.place(target.kind === 'id' ? target.id : target.last);
      if (first === undefined || last === undefined || first > last) return undefined;
      for (let index = first; index <= last; index++) all.push(index);
      ends.add(first).add(last);
    }
    if (targets.length === 1) return { all, ends };
    return { all: [...new Set(all)].sort((one, other) => one - other), ends };
  }

  /** Whether any part of the target may name an utterance of this version. */
  concerns(targets: readonly string[]): boolean {
    return targets.some(text => {
      const target = parseTarget(text);
      if (target?.kind === 'range') return true;
      return target?.kind === 'id' && this.place(target.id) !== undefined;
    });
  }

  anchorOf(annotation: Annotation): OldAnchor {
    const targets = this.targets(annotation.target);
    if (targets === undefined || targets.all.length === 0)
      return { found: this.concerns(annotation.target) ? 'nothing' : 'other' };
    const { quote, before, after } = annotation;
    if (quote !== undefined) return this.#quoted(targets.all, { quote, before, after });
    return { found: 'whole', passages: targets.all.map(index => this.#whole(index)), ends: targets.ends };
  }

  #quoted(indexes: readonly number[], quote: Quote): OldAnchor {
    const speeches = indexes.map(index => this.utterances[index]!);
    const found = findQuote(quote, speeches);
    if (found.verdict === 'orphaned') return { found: 'nothing' };
    if (found.verdict === 'ambiguous') return { found: 'several' };
    const { speech, range } = found.place;
    const text = speech.text ?? '';
    return {
      found: 'quote',
      passage: { utterance: indexes[speeches.indexOf(speech)]!, ...toUtf16Range(text, range) },
    };
  }

  #whole(utterance: number): OldPassage {
    return { utterance, start: 0, end: this.utterances[utterance]!.text?.length ?? 0 };
  }
}
