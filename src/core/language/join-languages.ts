import { joinWordLists } from './join-word-lists.ts';
import type { Language } from './language.ts';
import type { PhraseLists } from './phrase-lists.ts';

/** Both languages as one: every word and phrase of either; where both give a word a meaning, the second's. */
export function joinLanguages(base: Language, more: Language): Language {
  return {
    words: joinWordLists(base.words, more.words),
    phrases: joinPhraseLists(base.phrases, more.phrases),
  };
}

function joinPhraseLists(base: PhraseLists, more: PhraseLists): PhraseLists {
  const weakerActs = new Map(base.weakerActs);
  for (const [tag, phrases] of more.weakerActs)
    weakerActs.set(tag, [...new Set([...(weakerActs.get(tag) ?? []), ...phrases])]);
  const lists: Record<string, unknown> = { weakerActs };
  for (const [name, phrases] of Object.entries(base))
    if (name !== 'weakerActs') lists[name] = [...new Set([...phrases, ...more[name as 'deixis']])];
  return lists as unknown as PhraseLists;
}
