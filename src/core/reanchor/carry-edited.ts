/**
 * Carries a layer, or what a transcript says itself, over a change that the program makes: the old words are at hand, so
 * that nothing has to be recognised first.
 */
import { pinOf } from '../anchor/pin.ts';
import type { Id, Layer, Transcript } from '../model/model.ts';
import { sameValue } from '../model/same-value.ts';
import { type Acceptance, ONLY_EXACT } from './acceptance.ts';
import { carryLayer } from './carry-layer.ts';
import type { Outcome } from './outcome.ts';
import type { Versions } from './target-versions.ts';

/** As {@link carryLayer}. */
export function carryEdited(
  file: Layer | Transcript,
  versions: Versions,
  accept: Acceptance = ONLY_EXACT,
): Outcome[] {
  return carryLayer(withClaimsPinned(file, versions), versions, accept).map(outcome =>
    unpinnedAgain(outcome, file),
  );
}

/**
 * Claims that nobody pinned are known to be of the old version here: with the pin that they would have had, the same id
 * before and after raises no doubt of which version it is.
 */
function withClaimsPinned<T extends Layer | Transcript>(file: T, versions: Versions): T {
  const claims = file.claims.map(claim => {
    if (claim.pin !== undefined || claim.verdict !== undefined || claim.target === undefined) return claim;
    const pin = pinOf(versions.inOld(claim.target) ?? []);
    return pin === undefined ? claim : { ...claim, pin };
  });
  return { ...file, claims };
}

/** What nobody pinned stays so where nobody had to accept anything. */
function unpinnedAgain(outcome: Outcome, { claims }: Layer | Transcript): Outcome {
  const { kind, index, before, after, isAccepted, references } = outcome;
  if (kind !== 'claim' || claims[index]!.pin !== undefined || before.pin === undefined) return outcome;
  const unpinned = {
    before: { ...before, pin: undefined },
    after: { ...after, ...(!isAccepted && { pin: undefined }) },
  };
  const isKept =
    outcome.state === 'carried' && references.length === 0 && sameValue(unpinned.before, unpinned.after);
  return { ...outcome, ...unpinned, ...(isKept && { state: 'kept' as const }) };
}

/** An edit gives nobody another id: who has one is the same person before and after, whoever's words it takes. */
export function sameParties(...versions: readonly Transcript[]): ReadonlyMap<Id, Id> {
  const ids = versions.flatMap(({ parties, utterances }) => [
    ...parties.keys(),
    ...utterances.flatMap(({ speaker }) => speaker ?? []),
  ]);
  return new Map(ids.map(id => [id, id]));
}
