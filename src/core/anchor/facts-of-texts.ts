/** What texts that belong to no transcript say: their numbers, names, dates, units and negations. */
import { WordKeys } from '../align/words/word-keys.ts';
import { WordTable } from '../align/words/word-table.ts';
import type { WordLists } from '../language/word-lists.ts';
import type { Utterance } from '../model/model.ts';
import type { Fact } from './facts.ts';
import { factsIn } from './meaning-words.ts';
import { SpanWords } from './span-words.ts';
import { tellingKeys } from './telling-keys.ts';

/**
 * The facts of each text. Those of the same kind and value mean the same.
 *
 * @param names folded words known to name someone
 */
export function factsOfTexts(
  texts: readonly string[],
  lists: WordLists,
  names: ReadonlySet<string>,
): readonly (readonly Fact[])[] {
  const keys = new WordKeys();
  const table = new WordTable(
    texts.map(text => ({ text, marker: undefined })),
    keys,
    lists,
  );
  const telling = tellingKeys(keys, lists, names);
  const speeches = texts.map((text): Utterance => ({ text }));
  return texts.map((_, index) => {
    const span = { start: table.firsts[index]!, end: table.firsts[index + 1]! };
    return factsIn(new SpanWords(speeches, table, span, keys, telling), lists, names);
  });
}
