/** Reads `--speaker OLD=NEW`: who of the old version is who in the new one. */
import type { Id, Transcript } from '../../core/model/model.ts';
import { didYouMean } from '../../core/text/closest.ts';
import { lettersOfName } from '../../core/who-speaks/speaker-names.ts';
import { UsageError } from '../../io/errors.ts';
import { revisionName } from '../../project/revisions.ts';
import type { Inputs } from './inputs.ts';

/** @throws UsageError where a side names no party of its version, or more than one. */
export function statedSpeakers(
  pairs: readonly string[] | undefined,
  { old, new: fresh, sides }: Pick<Inputs, 'old' | 'new' | 'sides'>,
): ReadonlyMap<Id, Id> | undefined {
  if (pairs === undefined) return undefined;
  const stated = new Map<Id, Id>();
  for (const pair of pairs) {
    const [was, is, ...more] = pair.split('=').map(part => part.trim());
    if (!was || !is || more.length > 0)
      throw new UsageError(`--speaker ${pair}: expected OLD=NEW`, 'as in --speaker speaker-0=tim');
    const id = partyNamed(was, old.value, revisionName(sides.old));
    const now = partyNamed(is, fresh.value, revisionName(sides.new));
    if (stated.has(id) && stated.get(id) !== now)
      throw new UsageError(`--speaker says twice who ${was} is`, 'name each speaker of the old version once');
    stated.set(id, now);
  }
  return stated;
}

/** A party by its id, its name or an alias. */
function partyNamed(text: string, { parties, utterances }: Transcript, file: string): Id {
  const ids = new Set([...parties.keys(), ...utterances.flatMap(({ speaker }) => speaker ?? [])]);
  if (ids.has(text)) return text;
  const sought = lettersOfName(text);
  const found = [...parties].filter(([, { name, aliases = [] }]) =>
    [name ?? '', ...aliases].some(one => lettersOfName(one) === sought),
  );
  const [first] = found;
  if (first !== undefined && found.length === 1) return first[0];
  if (found.length > 1)
    throw new UsageError(
      `--speaker: ${found.length} parties of ${file} have the name ${text}`,
      `give the id: ${found.map(([id]) => id).join(', ')}`,
    );
  throw new UsageError(`--speaker: ${file} has no party ${text}`, didYouMean(text, ids));
}
