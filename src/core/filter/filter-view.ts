/** The part of a view that a query asks for. */

import { append } from '../maps.ts';
import { type ClaimView, isKnown, type PlacedAnnotation, type SpeechView, type View } from '../model/view.ts';
import { annotationsOnClaims } from '../view/annotations-on-claims.ts';
import {
  holdsOnAnnotation,
  holdsOnClaim,
  holdsOnSpeech,
  isAboutAnnotations,
  isOnlyAboutClaims,
} from './holds.ts';
import type { Query, Term } from './query.ts';

/** The part of a view that stays. */
export interface KeptView extends View {
  /** The index in the whole view of each utterance. */
  readonly indexes: readonly number[];
}

/**
 * A view with what the query asks for, in the same order. The dates of the view must have gone through `prepareDates`.
 *
 * - An utterance or statement stays when every term holds: a term about speech on itself, terms about annotations all
 *   on one annotation of it or of a claim that appears in it, terms about claims all on one such claim. Terms that can be
 *   about several (`id`, `text`, `via`, `source`, `date`) hold on the speech itself or else on that annotation.
 * - When terms are about annotations, only the annotations on which they hold stay with it.
 * - A negated term excludes: beside other terms about annotations, annotations from those looked for; alone, every
 *   utterance that has such an annotation. Likewise for claims.
 * - A claim stays when the query asks for it, or when it appears in speech that stays and nothing speaks against it.
 *   Its standings stay whole: a standing with half of its stances would be another.
 * - Annotations on the transcript, on claims and on annotations stay when they are asked for, or with their claim.
 */
export function filterView(view: View, query: Query): KeptView {
  if (query.terms.length === 0) return { ...view, indexes: [...view.utterances.keys()] };
  return filtered(view, query);
}

interface Subject {
  readonly holds: (term: Term) => boolean | undefined;
  readonly annotations: readonly PlacedAnnotation[];
  readonly claims: readonly ClaimView[];
}

/** The terms for one annotation or claim: all of `wanted` must hold and none of `unwanted`. */
interface Demand {
  readonly wanted: readonly Term[];
  readonly unwanted: readonly Term[];
}

const NO_DEMAND: Demand = { wanted: [], unwanted: [] };

/** Speech that matches, and the terms for its annotations. */
interface KeptSpeech {
  readonly speech: SpeechView;
  readonly index: number;
  readonly demand: Demand;
}

function filtered(view: View, { terms }: Query): KeptView {
  const wanted = terms.filter(term => !term.isNegated);
  const unwanted = terms.filter(term => term.isNegated);
  const annotationsOf = annotationsOfClaims(view);

  function keptOf(speeches: readonly SpeechView[]): KeptSpeech[] {
    const kept: KeptSpeech[] = [];
    for (let index = 0; index < speeches.length; index++) {
      const speech = speeches[index]!;
      const demand = isBare(speech) ? bareDemand(speech) : demandOf(speech);
      if (demand !== undefined) kept.push({ speech, index, demand });
    }
    return kept;
  }

  /** Returns the terms for the annotations of speech if every term holds for it; undefined otherwise. */
  function demandOf(speech: SpeechView): Demand | undefined {
    const claims = speech.claims.map(index => view.claims[index]!);
    return match({
      holds: term => holdsOnSpeech(term, speech, view),
      annotations: [...speech.annotations, ...claims.flatMap(claim => annotationsOf.get(claim)!)],
      claims,
    });
  }

  /** Every term is about its own words. */
  function bareDemand(speech: SpeechView): Demand | undefined {
    for (const term of wanted) if (holdsOnSpeech(term, speech, view) !== true) return undefined;
    for (const term of unwanted) if (holdsOnSpeech(term, speech, view) === true) return undefined;
    return NO_DEMAND;
  }

  /** `demands` are those of the speech in which the claim appears, as far as it stays. */
  function isClaimKept(claim: ClaimView, demands: readonly Demand[] = []): boolean {
    const annotations = annotationsOf.get(claim)!;
    const holds = (term: Term) => holdsOnClaim(term, claim, view);
    if (match({ holds, annotations, claims: [] }) !== undefined) return true;
    if (!meetsClaim(claim, demandFor(wanted, isOnlyAboutClaims))) return false;
    return demands.some(
      demand => demand.wanted.length === 0 || annotations.some(placed => meets(placed, demand)),
    );
  }

  /** Asked for by itself or for its claim, or on a claim in speech whose demand it meets. */
  function isGeneralKept(
    placed: PlacedAnnotation,
    claims: readonly (readonly [number, ClaimView])[],
    demands: ReadonlyMap<number, readonly Demand[]>,
  ): boolean {
    if (unwanted.some(term => holdsOnAnnotation(term, placed, view))) return false;
    const own = claims.filter(([, claim]) => annotationsOf.get(claim)!.includes(placed));
    if (own.some(([index]) => demands.get(index)?.some(demand => meets(placed, demand)))) return true;
    return wanted.every(
      term =>
        (holdsOnAnnotation(term, placed, view) ?? own.length > 0) ||
        own.some(([, claim]) => holdsOnClaim(term, claim, view)),
    );
  }

  /** Returns the terms for the subject's annotations if every term holds for it; undefined otherwise. */
  function match(subject: Subject): Demand | undefined {
    if (unwanted.some(term => subject.holds(term))) return undefined;
    const rest = wanted.filter(term => subject.holds(term) !== true);
    const ofAnnotations = demandFor(rest, isAboutAnnotations);
    const ofClaims = demandFor(rest, isOnlyAboutClaims);
    if (ofAnnotations.wanted.length + ofClaims.wanted.length < rest.length) return undefined;
    const annotations = subject.annotations.filter(isKnown);
    const isMet =
      isMetByOne(ofAnnotations, annotations, placed => meets(placed, ofAnnotations)) &&
      isMetByOne(ofClaims, subject.claims, claim => meetsClaim(claim, ofClaims));
    return isMet ? ofAnnotations : undefined;
  }

  /** Without wanted terms, no item may match an unwanted one. */
  function isMetByOne<T>({ wanted }: Demand, things: readonly T[], meets: (thing: T) => boolean): boolean {
    return wanted.length > 0 ? things.some(meets) : things.every(meets);
  }

  function demandFor(wanted: readonly Term[], isAbout: (term: Term) => boolean): Demand {
    return { wanted: wanted.filter(isAbout), unwanted: unwanted.filter(isAbout) };
  }

  function meets(placed: PlacedAnnotation, { wanted, unwanted }: Demand): boolean {
    const holds = (term: Term) => holdsOnAnnotation(term, placed, view) === true;
    return isKnown(placed) && wanted.every(holds) && !unwanted.some(holds);
  }

  function meetsClaim(claim: ClaimView, { wanted, unwanted }: Demand): boolean {
    const holds = (term: Term) => holdsOnClaim(term, claim, view) === true;
    return wanted.every(holds) && !unwanted.some(holds);
  }

  const utterances = keptOf(view.utterances);
  const statements = keptOf(view.statements);
  const demands = demandsByClaim([...utterances, ...statements]);
  const kept = [...view.claims.entries()].filter(([index, claim]) => isClaimKept(claim, demands.get(index)));
  const places = new Map(kept.map(([index], place) => [index, place]));
  const narrowed = ({ speech, demand }: KeptSpeech): SpeechView => {
    if (isBare(speech)) return speech;
    return {
      ...speech,
      annotations:
        demand.wanted.length === 0
          ? speech.annotations
          : speech.annotations.filter(placed => meets(placed, demand)),
      claims: speech.claims.flatMap(index => places.get(index) ?? []),
    };
  };
  return {
    ...view,
    indexes: utterances.map(({ index }) => index),
    utterances: utterances.map(narrowed),
    statements: statements.map(narrowed),
    claims: kept.map(([, claim]) => claim),
    general: view.general.filter(placed => isGeneralKept(placed, kept, demands)),
  };
}

/** Most utterances of a long talk have nothing but their own words. */
function isBare({ annotations, claims }: SpeechView): boolean {
  return annotations.length === 0 && claims.length === 0;
}

/** The demands of the speech that stays, by the index of each claim that appears in it. */
function demandsByClaim(kept: readonly KeptSpeech[]): Map<number, Demand[]> {
  const demands = new Map<number, Demand[]>();
  for (const { speech, demand } of kept) for (const index of speech.claims) append(demands, index, demand);
  return demands;
}

/** Annotations whose target is the claim, and the stances that its standings weigh. */
function annotationsOfClaims(view: View): ReadonlyMap<ClaimView, readonly PlacedAnnotation[]> {
  const onClaims = annotationsOnClaims(view);
  return new Map(
    view.claims.map(claim => {
      const weighed = claim.standings.flatMap(standing => standing.stances.map(({ stance }) => stance));
      return [claim, [...new Set([...weighed, ...onClaims.get(claim)!])]];
    }),
  );
}
