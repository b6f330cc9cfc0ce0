/** Which placements are written without asking a person again. */
import type { Id } from '../model/model.ts';
import type { CarriedPlacement } from './outcome.ts';

/** An unchanged passage in its place is always accepted; everything else is named by whoever looked at it. */
export interface Acceptance {
  /** Every placement with this verdict, its alarms included. */
  readonly moved: boolean;
  readonly edited: boolean;
  /** Placements of either verdict that raise no alarm. */
  readonly withoutAlarms: boolean;
  /** Single annotations and claims. */
  readonly ids: ReadonlySet<Id>;
}

export const ONLY_EXACT: Acceptance = { moved: false, edited: false, withoutAlarms: false, ids: new Set() };

/** Whether a placement may be written. What was not placed never is. */
export function isAccepted(
  acceptance: Acceptance,
  id: Id,
  { verdict, alarms, reason }: CarriedPlacement,
): boolean {
  if (verdict === 'exact') return true;
  if (verdict !== 'moved' && verdict !== 'edited') return false;
  if (acceptance[verdict] || acceptance.ids.has(id)) return true;
  // The words that an entry with the pin of a third version was made on are not at hand: nothing was compared.
  return acceptance.withoutAlarms && alarms.length === 0 && reason !== 'pinned-elsewhere';
}
