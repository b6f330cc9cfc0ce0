/** Placements that follow from what is known beside the words. */
import { NOTHING_FOUND, type Placement } from '../anchor/placement.ts';
import type { AnchorFields, CarriedPlacement, Cause } from './outcome.ts';

/** The placement of an entry that attaches as it is written. */
export function inPlace(
  { target, quote, before, after }: AnchorFields,
  placement: CarriedPlacement | Placement,
): CarriedPlacement {
  return {
    ...placement,
    verdict: 'exact',
    reason: 'already-carried',
    anchor: { target, quote, before, after },
    passages: [],
    change: undefined,
    alarms: [],
  };
}

/** The placement of an entry whose target or words are not in the new version. */
export function orphaned(placement: CarriedPlacement | Placement, reason: Cause): CarriedPlacement {
  return {
    ...placement,
    verdict: 'orphaned',
    reason,
    anchor: undefined,
    passages: [],
    scores: NOTHING_FOUND,
  };
}
