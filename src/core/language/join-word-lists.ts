/** Word lists of several languages, or of one language and a project, as one. */
import { type WordLists, wordListsOf } from './word-lists.ts';

/** Every word of both lists; where both give one word a meaning, the second list's. */
export function joinWordLists(base: WordLists, more: WordLists): WordLists {
  return wordListsOf([...new Set([...base.languages, ...more.languages])], (name, kind) => {
    const [one, other] = [base[name], more[name]] as [Iterable<never>, Iterable<never>];
    if (kind === 'list') return [...new Set([...one, ...other])];
    return kind === 'set' ? new Set([...one, ...other]) : new Map([...one, ...other]);
  });
}
