/** What becomes of the passages of one claim. */
import type { Placement } from '../anchor/placement.ts';
import type { Annotation, Claim } from '../model/model.ts';
import { type Acceptance, isAccepted } from './acceptance.ts';
import { stateOf, writtenState } from './anchor-state.ts';
import type { AnchorState, CarriedPlacement, Outcome } from './outcome.ts';
import { inPlace, orphaned } from './placements.ts';
import type { Versions } from './target-versions.ts';

/** The passages of a claim attach as whole utterances do. */
export function passagesOf({ id, target = [] }: Claim): Annotation {
  return { id, target };
}

/**
 * A claim has no pin that tells where it was made, so its target is only written where nobody can take the new ids for
 * old ones; otherwise a person is asked.
 */
export class ClaimCarrier {
  readonly #versions: Versions;
  readonly #accept: Acceptance;
  readonly #wasCarried: boolean;

  /** @param wasCarried the layer as a whole was carried over before. */
  constructor(versions: Versions, accept: Acceptance, wasCarried: boolean) {
    this.#versions = versions;
    this.#accept = accept;
    this.#wasCarried = wasCarried;
  }

  carry(claim: Claim, index: number, placement: Placement): Outcome {
    const before = stateOf(passagesOf(claim));
    const stands = this.#versions.inNew(before.target) !== undefined;
    const isOfOld = this.#versions.inOld(before.target) !== undefined;
    const outcome = (
      state: Outcome['state'],
      found: CarriedPlacement,
      after: AnchorState = before,
    ): Outcome => {
      const entry = { kind: 'claim', index, id: claim.id, references: [] } as const;
      return { ...entry, placement: found, state, lacksId: false, before, after };
    };
    if (stands && !isOfOld) return outcome('kept', inPlace(before, placement));
    if (placement.reason === 'not-an-utterance') {
      const isGone = !stands && isOfOld;
      return isGone ? outcome('left', orphaned(placement, 'target-gone')) : outcome('kept', placement);
    }
    const { anchor, alarms } = placement;
    const accepted = isAccepted(this.#accept, claim.id, placement);
    if (String(anchor?.target) === String(before.target))
      return outcome(alarms.length > 0 && !accepted ? 'left' : 'kept', placement);
    if (stands && this.#wasCarried) return outcome('kept', inPlace(before, placement));
    if (anchor === undefined) return outcome('left', placement);
    const after = writtenState(before, placement, this.#versions);
    if (after === undefined) return { ...outcome('left', placement), lacksId: true };
    const isFresh = !stands && this.#versions.inOld(after.target) === undefined;
    if (!isFresh) return outcome('left', { ...placement, reason: 'reused-id' });
    if (!accepted) return outcome('left', placement);
    return outcome('carried', placement, { ...before, target: after.target });
  }
}
