/** Ids that are typed as options. */
import { ID_PATTERN, RESERVED_IDS } from '../core/model/vocabulary.ts';
import { UsageError } from '../io/errors.ts';

/** @param given the option as it was typed. @throws UsageError for what cannot be the id of an entry. */
export function requireId(id: string, given: string): void {
  if (new RegExp(ID_PATTERN).test(id) && !RESERVED_IDS.has(id)) return;
  throw new UsageError(
    `${given}: ${id} cannot be an id`,
    'an id begins with a letter; letters, digits, - and _ follow',
  );
}
