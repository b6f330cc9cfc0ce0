/** Compares annotations that are in both views: where they point, and whether they count. */
import type { Annotation, Id } from '../model/model.ts';
import { sameValue } from '../model/same-value.ts';
import { type Anchor, annotationsOf, type PlacedAnnotation, type View } from '../model/view.ts';
import type { Verdict } from '../model/vocabulary.ts';
import { sliceCodePoints } from '../text/code-points.ts';
import type { AnchorState, LivenessChanged, Reanchored } from './changes.ts';

/** What re-anchoring says of an annotation between two texts; undefined if it does not know. */
export type VerdictOf = (annotation: Annotation) => Verdict | undefined;

/** Changes of place, of the words under an annotation, of its pin and of its liveness, in the order of the new view. */
export function diffAnnotations(
  oldView: View,
  newView: View,
  verdictSince: VerdictOf | undefined,
): (Reanchored | LivenessChanged)[] {
  const oldOnes = new Map<Id, PlacedAnnotation>();
  for (const placed of annotationsOf(oldView))
    if (!oldOnes.has(placed.annotation.id)) oldOnes.set(placed.annotation.id, placed);
  const changes: (Reanchored | LivenessChanged)[] = [];
  for (const placed of annotationsOf(newView)) {
    const { id } = placed.annotation;
    const before = oldOnes.get(id);
    if (before === undefined) continue;
    oldOnes.delete(id);
    const oldAnchors = before.anchors.map(anchorState);
    const newAnchors = placed.anchors.map(anchorState);
    const known = verdictSince?.(placed.annotation);
    // What had no place before either did not lose it now.
    const isLost = known !== undefined && known !== 'exact' && before.state.state !== 'waits';
    if (isLost || !sameValue(oldAnchors, newAnchors)) {
      // What was put on other words is `edited`, even though it needs no person any more.
      const isSettled = known === 'exact' && wasPutAnew(before.annotation, placed.annotation);
      const verdict = known !== undefined && !isSettled ? known : verdictOf(oldAnchors, newAnchors, known);
      changes.push({ kind: 'reanchored', what: 'annotation', id, verdict, old: oldAnchors, new: newAnchors });
    }
    const was = before.dead ?? 'live';
    const is = placed.dead ?? 'live';
    if (was !== is) changes.push({ kind: 'liveness', what: 'annotation', id, old: was, new: is });
  }
  return changes;
}

function anchorState(anchor: Anchor): AnchorState {
  const { target, verdict, pin } = anchor;
  const text = anchoredText(anchor);
  return { target, ...(text === undefined ? {} : { text }), verdict, pin };
}

/** The words an anchor stands for: those of its range, or the whole text of what it names; none if they have no place. */
export function anchoredText({ entry, range, quote }: Anchor): string | undefined {
  if (entry === undefined || entry === 'transcript' || !('text' in entry.value)) return undefined;
  if (quote !== undefined) return undefined;
  const { text } = entry.value;
  if (text === undefined) return undefined;
  return range === undefined ? text : sliceCodePoints(text, range.start, range.end);
}

/** Whether the files have another anchor for an annotation. */
function wasPutAnew(before: Annotation, now: Annotation): boolean {
  return (['target', 'quote', 'before', 'after', 'pin'] as const).some(
    field => !sameValue(before[field], now[field]),
  );
}

/**
 * The worst outcome among the places.
 * @param otherwise the verdict where the words are the same; by default whether they are in the same place.
 */
function verdictOf(
  oldAnchors: readonly AnchorState[],
  newAnchors: readonly AnchorState[],
  otherwise?: Verdict,
): Verdict {
  const verdicts = new Set(newAnchors.map(anchor => anchor.verdict));
  for (const verdict of ['orphaned', 'ambiguous'] as const) if (verdicts.has(verdict)) return verdict;
  const words = (anchors: readonly AnchorState[]) => anchors.map(anchor => anchor.text ?? null);
  const targets = (anchors: readonly AnchorState[]) => anchors.map(anchor => anchor.target);
  if (!sameValue(words(oldAnchors), words(newAnchors))) return 'edited';
  return otherwise ?? (sameValue(targets(oldAnchors), targets(newAnchors)) ? 'exact' : 'moved');
}
