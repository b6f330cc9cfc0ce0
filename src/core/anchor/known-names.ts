import { foldWord } from '../language/fold-word.ts';
import type { Transcript } from '../model/model.ts';

const WORD = /[\p{L}\p{M}][\p{L}\p{N}\p{M}'\u2019-]*/gu;
const CAPITAL = /^\p{Lu}/u;

/** Folded words of the names and aliases of the parties: they name someone even in a text without capitals. */
export function knownNames(transcripts: readonly Transcript[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { parties } of transcripts)
    for (const { name, aliases = [] } of parties.values())
      for (const text of [name ?? '', ...aliases])
        for (const [word] of text.matchAll(WORD)) if (CAPITAL.test(word)) names.add(foldWord(word));
  return names;
}
