/** Utterances and statements with what bears on them, in order of place. */

import { speechAt } from '../anchor/pin.ts';
import { append } from '../maps.ts';
import type { Speech } from '../model/model.ts';
import type { Anchor, ClaimView, PlacedAnnotation, SpeechView, TextRange } from '../model/view.ts';
import { anchorsTo } from './anchors-in.ts';

/** Most speeches have none. */
const NO_ANNOTATIONS: readonly PlacedAnnotation[] = [];
const NO_CLAIMS: readonly number[] = [];

/**
 * What was found on each speech, by the speech's value: an utterance need not have an id.
 *
 * @param speeches those that are shown
 */
export function bearingOn(speeches: () => Iterable<Speech>) {
  let known: ReadonlySet<Speech> | undefined;
  const annotationsOf = new Map<Speech, PlacedAnnotation[]>();
  const claimsOn = new Map<Speech, number[]>();

  /** Whether the annotation bears on any speech that is shown. */
  function addAnnotation(placed: PlacedAnnotation): boolean {
    const speeches = speechesOf(placed.anchors);
    for (const speech of speeches) append(annotationsOf, speech, placed);
    return speeches.length > 0;
  }

  function addClaim(claim: ClaimView, index: number): void {
    for (const speech of speechesOf(claim.anchors)) append(claimsOn, speech, index);
  }

  function view(speech: Speech, kind: SpeechView['kind']): SpeechView {
    const annotations = annotationsOf.get(speech) ?? NO_ANNOTATIONS;
    return {
      id: speech.id,
      kind,
      speech,
      annotations: annotations.length > 1 ? inOrderOfPlace(annotations, speech) : annotations,
      claims: claimsOn.get(speech) ?? NO_CLAIMS,
    };
  }

  function isShown(speech: Speech): boolean {
    known ??= new Set(speeches());
    return known.has(speech);
  }

  /** Each speech once. */
  function speechesOf(anchors: readonly Anchor[]): readonly Speech[] {
    const speeches = new Set(anchors.flatMap(anchor => speechAt(anchor) ?? []));
    return [...speeches].filter(speech => isShown(speech));
  }

  return { addAnnotation, addClaim, view };
}

/** The whole speech before its parts, earlier parts first, and of two that begin together the longer first. */
function inOrderOfPlace(annotations: readonly PlacedAnnotation[], speech: Speech): PlacedAnnotation[] {
  return annotations
    .map(placed => ({ placed, place: firstPlace(placed, speech) }))
    .sort((a, b) => a.place.start - b.place.start || b.place.end - a.place.end)
    .map(({ placed }) => placed);
}

const WHOLE: TextRange = { start: -1, end: -1 };

function firstPlace({ anchors }: PlacedAnnotation, speech: Speech): TextRange {
  const ranges = anchorsTo(speech, anchors)
    .map(({ range = WHOLE }) => range)
    .sort((a, b) => a.start - b.start);
  return ranges[0] ?? WHOLE;
}
