/** Pins of entries whose words stay while an id changes that is hashed with them. */
import { type Anchored, aimsOf, isClaim } from '../anchor/anchors.ts';
import { pinMatches, pinMatchesSentences, pinOf } from '../anchor/pin.ts';
import type { Path } from '../model/finding.ts';
import type { Contents } from '../model/model.ts';
import type { TargetResolver } from '../model/targets.ts';

export interface RenewedPin {
  /** Of the entry in its file. */
  readonly path: Path;
  readonly pin: string;
}

/**
 * The new pins of a file's entries. What waits keeps its own: it names words that are not there now.
 *
 * @param old targets as they were; `fresh` as they are, with the same words.
 */
export function renewedPins(
  { annotations, claims }: Pick<Contents, 'annotations' | 'claims'>,
  old: TargetResolver,
  fresh: TargetResolver,
): RenewedPin[] {
  const renewed: RenewedPin[] = [];
  const lists = [
    ['annotations', annotations],
    ['claims', claims],
  ] as const;
  for (const [name, list] of lists)
    for (const [index, entry] of list.entries()) {
      const pin = renewedPin(entry, old, fresh);
      if (pin !== undefined && pin !== entry.pin) renewed.push({ path: [name, index], pin });
    }
  return renewed;
}

function renewedPin(entry: Anchored, old: TargetResolver, fresh: TargetResolver): string | undefined {
  if (entry.pin === undefined) return undefined;
  const { entries, quote } = aimsOf(entry, old);
  const isOfSentence = quote?.verdict === 'exact' && pinMatchesSentences(entry.pin, quote.place);
  if (!pinMatches(entry.pin, entries) && !isOfSentence) return undefined;
  return pinOf(aimsOf(entry, fresh).entries, isClaim(entry) ? {} : entry);
}
