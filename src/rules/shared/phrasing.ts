/** Helpers for the wording of messages. */
import type { Annotation, Claim } from '../../core/model/model.ts';
import { counted } from '../../core/text/counted.ts';
import { fewOf } from '../../core/text/list-of.ts';
import type { Located } from '../context/entries.ts';

/** "an utterance", "a party". */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** The most ids listed; the rest are counted. */
const IDS_SHOWN = 3;

/** "`u1`, `u2`": the entries of some places, each once. Inside a range an utterance may lack its id. */
export function idsOf(places: readonly { readonly entry: { readonly id: string } }[]): string {
  const ids = [...new Set(places.map(({ entry }) => entry.id))];
  return fewOf(
    ids.map(id => (id === '' ? 'an utterance without id' : `\`${id}\``)),
    IDS_SHOWN,
  );
}

/** "4 annotations", "1 claim and 2 annotations", "`a1`". */
export function entriesInWords(entries: readonly Located<Annotation | Claim>[]): string {
  if (entries.length === 1) return `\`${entries[0]?.value.id}\``;
  const claims = entries.filter(({ at }) => at.path[0] === 'claims').length;
  const annotations = entries.length - claims;
  return [
    ...(claims === 0 ? [] : [counted(claims, 'claim')]),
    ...(annotations === 0 ? [] : [counted(annotations, 'annotation')]),
  ].join(' and ');
}
