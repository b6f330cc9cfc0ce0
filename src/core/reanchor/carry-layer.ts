/** Plans how a layer is carried over to a new version of its transcript. Every annotation gets an outcome; none is dropped. */

import type { Placement } from '../anchor/placement.ts';
import { given } from '../given.ts';
import type { Annotation, Contents, Id } from '../model/model.ts';
import { type Acceptance, ONLY_EXACT } from './acceptance.ts';
import { referenceCarrier, referencesOf } from './carried-references.ts';
import { annotationCarrier } from './carry-annotation.ts';
import { claimCarrier, passagesOf } from './carry-claim.ts';
import { mixedTargetsOf, utterancePart } from './mixed-targets.ts';
import type { Cause, Outcome } from './outcome.ts';
import type { Versions } from './target-versions.ts';

/**
 * The outcomes of the entries of a layer, or of a transcript's own: of every annotation, then of every claim with a target, in
 * the order of the file. Planning again after the outcomes were written gives nothing to write.
 */
export function carryLayer(
  layer: Pick<Contents, 'annotations' | 'claims'>,
  versions: Versions,
  accept: Acceptance = ONLY_EXACT,
): Outcome[] {
  const { annotations, claims } = layer;
  const targeted = [...claims.entries()].filter(([, { target }]) => target !== undefined);
  const referred = referredUtterances(annotations, versions);
  const placements = versions.placementsOf([
    ...annotations.map(annotation => partOnUtterances(annotation, versions)),
    ...targeted.map(([, claim]) =>
      partOnUtterances({ ...passagesOf(claim), ...given({ pin: claim.pin }) }, versions),
    ),
    ...referred.map(id => ({ id, target: [id] })),
  ]);
  const carrying = { versions, accept, wasCarried: wasCarried(annotations, versions) };
  const ofReferred = placements.slice(annotations.length + targeted.length);
  const references = referenceCarrier(
    carrying,
    new Map(referred.map((id, index) => [id, ofReferred[index]!])),
  );
  const ofAnnotations = annotationCarrier(carrying, references);
  const ofClaims = claimCarrier(carrying);
  return [
    ...annotations.map((annotation, index) => ofAnnotations(annotation, index, placements[index]!)),
    ...targeted.map(([index, claim], at) =>
      // A pin tells where a claim was put, as it does with annotations.
      (claim.pin === undefined ? ofClaims : ofAnnotations)(
        claim,
        index,
        wholePassages(placements[annotations.length + at]!),
      ),
    ),
  ].map(withEarlierMark);
}

/** Causes that compare no words: the old version is not the one on which the entry was made. */
const UNCOMPARED: ReadonlySet<Cause> = new Set<Cause>([
  ...(['not-in-old', 'not-unique-before', 'pinned-elsewhere', 'waits-already'] as const),
]);

/** What waited before keeps the mark of whoever compared its words. */
function withEarlierMark(outcome: Outcome): Outcome {
  const { state, before, placement } = outcome;
  const isMarked = before.verdict !== undefined && before.verdict !== 'exact';
  const isUncompared = state === 'left' && isMarked && UNCOMPARED.has(placement.reason);
  return isUncompared
    ? {
        ...outcome,
        placement: {
          ...placement,
          verdict: before.verdict!,
          reason: before.pin === undefined ? 'waits-already' : 'pinned-elsewhere',
        },
        after: before,
      }
    : outcome;
}

/** A claim has no quote: where its passage is a part of an utterance by now, it appears in that utterance. */
function wholePassages(placement: Placement): Placement {
  const { anchor } = placement;
  if (anchor?.quote === undefined) return placement;
  return {
    ...placement,
    anchor: { target: anchor.target, quote: undefined, before: undefined, after: undefined },
  };
}

/** What `reanchor` can place: it knows utterances alone. */
function partOnUtterances(annotation: Annotation, versions: Versions): Annotation {
  const mixed = mixedTargetsOf(annotation, versions);
  return mixed === undefined ? annotation : utterancePart(annotation, mixed);
}

/** Ids of utterances of the old version that other fields than targets name, each once. */
function referredUtterances(annotations: readonly Annotation[], versions: Versions): Id[] {
  const ids = new Set(annotations.flatMap(referencesOf).map(({ id }) => id));
  return [...ids].filter(id => versions.inOld([id])?.[0]?.kind === 'utterance');
}

/**
 * Whether the layer as a whole was carried over before: some pins are only those of the new version, and none is only that
 * of the old one. Single annotations cannot tell where one text stands under one id in the old version and under another
 * that the old version has as well in the new one.
 */
function wasCarried(annotations: readonly Annotation[], versions: Versions): boolean {
  let carried = false;
  for (const annotation of annotations) {
    if (annotation.verdict !== undefined || annotation.withdrawn !== undefined) continue;
    const [old, fresh] = [versions.isPinnedTo('old', annotation), versions.isPinnedTo('new', annotation)];
    if (old && !fresh) return false;
    carried ||= fresh && !old;
  }
  return carried;
}
