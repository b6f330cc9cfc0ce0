/** What becomes of the passages of one claim that has no pin. */
import type { Placement } from '../anchor/placement.ts';
import type { Annotation, Claim } from '../model/model.ts';
import { acceptedEntry, isAccepted } from './acceptance.ts';
import { fieldsOf, writtenFields } from './anchor-fields.ts';
import type { Carrying } from './carried-references.ts';
import { joinedTarget, mixedTargetsOf } from './mixed-targets.ts';
import type { AnchorFields, CarriedPlacement, Outcome } from './outcome.ts';
import { inPlace, orphaned } from './placements.ts';

/** The passages of a claim attach as whole utterances do. */
export function passagesOf({ id, target = [] }: Claim): Annotation {
  return { id, target };
}

/**
 * A claim without a pin does not tell where it was put, so its target is only written where nobody can take the new ids for
 * old ones; otherwise a person is asked. What a person accepts gets a pin.
 */
export function claimCarrier(carrying: Carrying) {
  /** @param placement of the utterances among its passages. */
  function carry(claim: Claim, index: number, placement: Placement): Outcome {
    const before = fieldsOf(claim);
    const found = placementOf(claim, before, placement);
    const entry = { kind: 'claim', index, id: claim.id, placement: found, before, references: [] } as const;
    const isElsewhere = String(found.anchor?.target) !== String(before.target);
    const isOpen = found.alarms.length > 0 || found.reason === 'waits-already';
    const mayWrite = isAccepted(carrying.accept, claim.id, found);
    const left = (lacksId: boolean): Outcome => {
      const verdict = lacksId || found.verdict === 'exact' ? before.verdict : found.verdict;
      return { ...entry, state: 'left', lacksId, isAccepted: false, after: { ...before, verdict } };
    };
    if (found.anchor === undefined) return left(false);
    if (!isElsewhere && !isOpen)
      return { ...entry, state: 'kept', lacksId: false, isAccepted: false, after: before };
    const after = writtenFields(before, found, carrying.versions);
    if (after === undefined) return left(true);
    if (!mayWrite) return left(false);
    const accepted = acceptances(before, found);
    const isAct = accepted !== before.accepted;
    // A claim that nobody pinned stays so where nothing had to be accepted.
    const written = found.verdict === 'exact' ? { ...after, pin: before.pin } : { ...after, accepted };
    return { ...entry, state: 'carried', lacksId: false, isAccepted: isAct, after: written };
  }

  function placementOf(claim: Claim, before: AnchorFields, placement: Placement): CarriedPlacement {
    const isMarked = before.verdict !== undefined && before.verdict !== 'exact';
    const found = byVersions(claim, before, placement);
    // No pin tells that the passages are those that the claim was put on before it was marked.
    return isMarked && found.verdict === 'exact'
      ? { ...found, verdict: 'edited', reason: 'waits-already' }
      : found;
  }

  function byVersions(claim: Claim, before: AnchorFields, placement: Placement): CarriedPlacement {
    const stands = carrying.versions.inNew(before.target) !== undefined;
    const isOfOld = carrying.versions.inOld(before.target) !== undefined;
    if (stands && !isOfOld) return inPlace(before, placement);
    if (placement.reason === 'not-an-utterance')
      return !stands && isOfOld ? orphaned(placement, 'target-gone') : placement;
    const found = withOtherTargets(claim, placement);
    if (found.anchor === undefined || String(found.anchor.target) === String(before.target)) return found;
    if (stands && carrying.wasCarried) return inPlace(before, placement);
    const { target } = found.anchor;
    const isFresh = target === undefined || (!stands && carrying.versions.inOld(target) === undefined);
    return isFresh ? found : { ...found, verdict: 'ambiguous', reason: 'reused-id', anchor: undefined };
  }

  /** The placement with the passages that are no utterances, which keep their place. */
  function withOtherTargets(claim: Claim, placement: Placement): CarriedPlacement {
    const { anchor } = placement;
    if (anchor === undefined) return placement;
    const passages = passagesOf(claim);
    const mixed = mixedTargetsOf(passages, carrying.versions);
    const target = mixed === undefined ? anchor.target : joinedTarget(passages, mixed, anchor.target);
    return { ...placement, anchor: { ...anchor, target } };
  }

  function acceptances(before: AnchorFields, found: CarriedPlacement): AnchorFields['accepted'] {
    const { act } = carrying.accept;
    if (act === undefined || found.verdict === 'exact') return before.accepted;
    return [...(before.accepted ?? []), acceptedEntry(act, found)];
  }

  return carry;
}
