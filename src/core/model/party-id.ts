/** Ids of parties as the tool makes them from names, in any script. */
import anyAscii from 'any-ascii';
import { slugOf } from '../text/slug.ts';
import type { Id } from './model.ts';
import { MADE_UTTERANCE_ID, RESERVED_IDS } from './vocabulary.ts';

const OTHER_THAN_LATIN = /(?!\p{Script=Latin}|\p{Script=Common}|\p{Script=Inherited})\p{L}/u;
/** Signs for soft and glottal sounds in transliterations. */
const SOUND_SIGNS = /['`]/g;

/**
 * The id that a name gives, before it is known whether another name gives the same; empty where nothing of it can be
 * used. Names in Latin letters lose their marks, all others are transliterated, whatever the Unicode form. What reads as a
 * reserved word or as the id of an utterance gets `party-` before it.
 *
 * The library is pinned and a table of names in many scripts is a test: annotations hold on to these ids. The built program
 * does not transliterate the extensions of the ideographs: an id goes without them.
 */
export function plainPartyId(name: string): Id {
  const composed = name.normalize('NFC');
  const latin = OTHER_THAN_LATIN.test(composed) ? anyAscii(composed).replace(SOUND_SIGNS, '') : composed;
  const id = slugOf(latin);
  const isOthers = MADE_UTTERANCE_ID.test(id) || RESERVED_IDS.has(id);
  return isOthers ? `party-${id}` : id;
}
