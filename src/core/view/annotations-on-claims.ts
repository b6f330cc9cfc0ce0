/** Annotations whose target is a claim itself. */
import type { ClaimView, PlacedAnnotation, View } from '../model/view.ts';

/** For each declared claim of the view the annotations on it, in the order of the view; implied claims have none. */
export function annotationsOnClaims(view: View): ReadonlyMap<ClaimView, readonly PlacedAnnotation[]> {
  const claims = new Map(view.claims.map(claim => [claim.entry?.value, claim]));
  const found = new Map<ClaimView, PlacedAnnotation[]>(view.claims.map(claim => [claim, []]));
  for (const placed of view.general) {
    const values = placed.anchors.map(({ entry }) => (entry === 'transcript' ? undefined : entry?.value));
    for (const value of new Set(values)) {
      const claim =
        value === undefined ? undefined : claims.get(value as NonNullable<ClaimView['entry']>['value']);
      if (claim !== undefined) found.get(claim)!.push(placed);
    }
  }
  return found;
}
