/** Whether a term holds on a thing: one of its values fits. Undefined if its key cannot be asked of such things. */
import type { ClaimView, PlacedAnnotation, SpeechView, View } from '../model/view.ts';
import type { Term } from './query.ts';
import { keyOf } from './search-keys.ts';

export function holdsOnSpeech(term: Term, speech: SpeechView, view: View): boolean | undefined {
  const fits = keyOf(term.key).speech;
  if (fits === undefined) return undefined;
  // Asked of every utterance of a long talk: no function is made for each.
  for (const value of term.values) if (fits(speech, value, view)) return true;
  return false;
}

export function holdsOnAnnotation(term: Term, placed: PlacedAnnotation, view: View): boolean | undefined {
  const fits = keyOf(term.key).annotation;
  return fits && term.values.some(value => fits(placed, value, view));
}

export function holdsOnClaim(term: Term, claim: ClaimView, view: View): boolean | undefined {
  const fits = keyOf(term.key).claim;
  return fits && term.values.some(value => fits(claim, value, view));
}

export function isAboutAnnotations({ key }: Term): boolean {
  return keyOf(key).annotation !== undefined;
}

/** About claims and nothing else; what can be about an annotation as well is asked of annotations. */
export function isOnlyAboutClaims({ key }: Term): boolean {
  const { speech, annotation, claim } = keyOf(key);
  return claim !== undefined && speech === undefined && annotation === undefined;
}
