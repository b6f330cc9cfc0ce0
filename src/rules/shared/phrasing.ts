/** Helpers for the wording of messages. */

/** "an utterance", "a party". */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** "a, b or c". */
export function anyOf(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** The most ids listed; the rest are counted. */
const IDS_SHOWN = 3;

/** "`u1`, `u2`": the entries of some places, each once. Inside a range an utterance may lack its id. */
export function idsOf(places: readonly { readonly entry: { readonly id: string } }[]): string {
  const ids = [...new Set(places.map(({ entry }) => entry.id))];
  const shown = ids.slice(0, IDS_SHOWN).map(id => (id === '' ? 'an utterance without id' : `\`${id}\``));
  return shown.join(', ') + (ids.length > IDS_SHOWN ? ` and ${ids.length - IDS_SHOWN} more` : '');
}
