/** Compares annotations that are in both views: where they point, and whether they count. */
import type { Id } from '../model/model.ts';
import { sameValue } from '../model/same-value.ts';
import type { Anchor, PlacedAnnotation, View } from '../model/view.ts';
import type { Verdict } from '../model/vocabulary.ts';
import { sliceCodePoints } from '../text/code-points.ts';
import type { AnchorState, LivenessChanged, Reanchored } from './changes.ts';
import { annotationsOf } from './content.ts';

/** Changes of place, of the words under an annotation, of its pin and of its liveness, in the order of the new view. */
export function diffAnnotations(oldView: View, newView: View): (Reanchored | LivenessChanged)[] {
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
    if (!sameValue(oldAnchors, newAnchors)) {
      const verdict = verdictOf(oldAnchors, newAnchors);
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

/** The worst outcome among the places. */
function verdictOf(oldAnchors: readonly AnchorState[], newAnchors: readonly AnchorState[]): Verdict {
  const verdicts = new Set(newAnchors.map(anchor => anchor.verdict));
  for (const verdict of ['orphaned', 'ambiguous'] as const) if (verdicts.has(verdict)) return verdict;
  const words = (anchors: readonly AnchorState[]) => anchors.map(anchor => anchor.text ?? null);
  const targets = (anchors: readonly AnchorState[]) => anchors.map(anchor => anchor.target);
  if (!sameValue(words(oldAnchors), words(newAnchors))) return 'edited';
  return sameValue(targets(oldAnchors), targets(newAnchors)) ? 'exact' : 'moved';
}
