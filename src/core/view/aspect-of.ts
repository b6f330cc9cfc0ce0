/** The side of the talk that an annotation is about. */
import type { PlacedAnnotation } from '../model/view.ts';
import type { Aspect } from '../model/vocabulary.ts';

/** The aspect of an annotation; one without its own that is set on claims has theirs, where they agree. */
export function aspectOf({ annotation, anchors }: PlacedAnnotation): Aspect | undefined {
  if (annotation.aspect !== undefined) return annotation.aspect;
  let agreed: { readonly aspect: Aspect | undefined } | undefined;
  for (const { entry } of anchors) {
    if (entry === undefined || entry === 'transcript' || entry.kind !== 'claim') continue;
    const aspect = 'aspect' in entry.value ? entry.value.aspect : undefined;
    if (agreed !== undefined && agreed.aspect !== aspect) return undefined;
    agreed = { aspect };
  }
  return agreed?.aspect;
}
