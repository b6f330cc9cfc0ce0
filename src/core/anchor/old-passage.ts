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

export type UtteranceIndex = ReturnType<typeof utteranceIndex>;

/** Utterances by id, in one version. The first of two with one id counts. */
export function utteranceIndex(utterances: readonly Utterance[]) {
  const places = new Map<string, number>();
  for (const [index, { id }] of utterances.entries())
    if (id !== undefined && !places.has(id)) places.set(id, index);

  function place(id: string): number | undefined {
    return places.get(id);
  }

  /** Indexes that a target names, with the ends of its ranges; undefined where part of it names no utterance here. */
  function targets(targets: readonly string[]): { all: number[]; ends: Set<number> } | undefined {
    const all: number[] = [];
    const ends = new Set<number>();
    for (const text of targets) {
      // Nearly all targets are ids, and an id has no other form.
      const named = text === 'transcript' ? undefined : place(text);
      if (named !== undefined) {
        all.push(named);
        ends.add(named);
        continue;
      }
      const target = parseTarget(text);
      if (target?.kind !== 'id' && target?.kind !== 'range') return undefined;
      const first = place(target.kind === 'id' ? target.id : target.first);
      const last = place(target.kind === 'id' ? target.id : target.last);
      if (first === undefined || last === undefined || first > last) return undefined;
      for (let index = first; index <= last; index++) all.push(index);
      ends.add(first).add(last);
    }
    if (targets.length === 1) return { all, ends };
    return { all: [...new Set(all)].sort((one, other) => one - other), ends };
  }

  /** Whether any part of the target may name an utterance of this version. */
  function concerns(targets: readonly string[]): boolean {
    return targets.some(text => {
      const target = parseTarget(text);
      if (target?.kind === 'range') return true;
      return target?.kind === 'id' && place(target.id) !== undefined;
    });
  }

  function anchorOf(annotation: Annotation): OldAnchor {
    const named = targets(annotation.target);
    if (named === undefined || named.all.length === 0)
      return { found: concerns(annotation.target) ? 'nothing' : 'other' };
    const { quote, before, after } = annotation;
    if (quote !== undefined) return quoted(named.all, { quote, before, after });
    return { found: 'whole', passages: named.all.map(index => whole(index)), ends: named.ends };
  }

  function quoted(indexes: readonly number[], quote: Quote): OldAnchor {
    const speeches = indexes.map(index => utterances[index]!);
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

  function whole(utterance: number): OldPassage {
    return { utterance, start: 0, end: utterances[utterance]!.text?.length ?? 0 };
  }

  return { utterances, place, targets, concerns, anchorOf };
}
