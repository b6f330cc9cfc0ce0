/** The parties of a view by the names that a draft may give them. */
import { foldsOf, wordsIn } from '../language/folded-words.ts';
import type { Id, Party } from '../model/model.ts';

/** Words that name a party: from `first` to `last`. */
export interface Mention {
  readonly parties: readonly Id[];
  readonly first: number;
  readonly last: number;
}

interface Form {
  readonly words: readonly string[];
  readonly parties: Set<Id>;
}

/** Longer names are no person's: each of their words may be another's. */
const MOST_WORDS_OF_A_PERSON = 4;
const LEAST_LETTERS = 2;
const SMALL = /^\p{Ll}/u;

export class PartyNames {
  /** By first word, the longest first. */
  readonly #forms = new Map<string, Form[]>();

  constructor(parties: ReadonlyMap<Id, Party>) {
    const singles = new Map<string, Set<Id>>();
    for (const [id, party] of parties) {
      const { name, aliases = [], role, roles = [] } = party;
      const forms = [name, ...aliases, role, ...roles.map(({ title }) => title)];
      for (const form of forms) if (form !== undefined) this.#add(id, foldsOf(form));
      for (const word of name === undefined ? [] : namesOfPerson(name)) {
        const known = singles.get(word) ?? new Set();
        singles.set(word, known.add(id));
      }
    }
    // A name that several have tells nobody apart.
    for (const [word, ids] of singles) if (ids.size === 1) this.#add([...ids][0]!, [word]);
    for (const forms of this.#forms.values()) forms.sort((a, b) => b.words.length - a.words.length);
  }

  #add(id: Id, words: readonly string[]): void {
    const [first] = words;
    if (first === undefined) return;
    const forms = this.#forms.get(first) ?? [];
    this.#forms.set(first, forms);
    const known = forms.find(form => form.words.join(' ') === words.join(' '));
    if (known === undefined) forms.push({ words, parties: new Set([id]) });
    else known.parties.add(id);
  }

  /** The parties named in a text, given as its folded words. */
  mentions(words: readonly { readonly word: string }[]): Mention[] {
    const found: Mention[] = [];
    for (let at = 0; at < words.length; ) {
      const form = this.#forms
        .get(words[at]!.word)
        ?.find(({ words: wanted }) => wanted.every((word, index) => words[at + index]?.word === word));
      if (form === undefined) {
        at++;
        continue;
      }
      const last = at + form.words.length - 1;
      found.push({ parties: [...form.parties], first: at, last });
      at = last + 1;
    }
    return found;
  }
}

/** First and last name of what looks like a person's: no small words in it. */
function namesOfPerson(name: string): string[] {
  const words = wordsIn(name);
  if (words.length < 2 || words.length > MOST_WORDS_OF_A_PERSON) return [];
  if (words.some(({ start, end }) => SMALL.test(name.slice(start, end)))) return [];
  return [words[0]!.word, words.at(-1)!.word].filter(word => word.length >= LEAST_LETTERS);
}
