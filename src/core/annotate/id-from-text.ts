/** Ids for entries that people declare: made from what they call them, so that a source can be cited from memory. */
import { withHash } from '../anchor/hash.ts';
import type { Id } from '../model/model.ts';
import { MADE_UTTERANCE_ID, RESERVED_IDS } from '../model/vocabulary.ts';
import { slugOf } from '../text/slug.ts';

/**
 * Returns an id made from a text: its Latin letters and digits, and where they are taken signs of its hash behind them.
 * A text without Latin letters gives the first letter of `kind` and the hash (`s-9b31`); one that reads as an id of
 * another kind gets `kind` before it (`party-u1`).
 *
 * @param plain the text as ids have it.
 */
export function idFromText(
  text: string,
  kind: 'source' | 'party' | 'claim',
  isTaken: (id: Id) => boolean,
  plain = slugOf(text),
): Id {
  const slug = plain.replace(/-+$/, '');
  const isOthers = MADE_UTTERANCE_ID.test(slug) || RESERVED_IDS.has(slug);
  const wanted = isOthers ? `${kind}-${slug}` : slug;
  if (wanted !== '' && !isTaken(wanted)) return wanted;
  return withHash(wanted === '' ? kind[0]! : wanted, text.normalize('NFC'), isTaken);
}
