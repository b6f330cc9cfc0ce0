/** The parties of a view by the names that a draft may give them. */
import { UNSPACED } from '../align/words/word-characters.ts';
import { bareName } from '../anchor/names.ts';
import { foldsOf, wordsIn } from '../language/folded-words.ts';
import { lazily } from '../lazily.ts';
import type { Id, Party } from '../model/model.ts';
import type { MatchContext } from './match.ts';

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

type Word = { readonly word: string };

/** Longer names are no person's: each of their words may be another's. */
const MOST_WORDS_OF_A_PERSON = 4;
const LEAST_LETTERS = 2;
const LEAST_LETTERS_DECLINED = 3;
/** Before an ending the Belarusian ў is a в: Пятроў, Пятрова. */
const SHORT_U = /ў$/;
const SMALL = /^\p{Ll}/u;
/** Small words that begin a family name: Pieter van Dijk. */
const PARTICLES = new Set(
  'af al av bin bint da das de degli dei del dela della den der di do dos du el ibn la las le los ten ter van vom von zu zum zur'.split(
    ' ',
  ),
);
const LATIN = /\p{Script=Latin}/u;
const unspaced = lazily(() => new RegExp(`^[${UNSPACED}]+$`, 'u'));

export class PartyNames {
  readonly #forms: Form[] = [];
  /** By first word, the longest first. */
  readonly #byFirst = new Map<string, Form[]>();
  readonly #context: Pick<MatchContext, 'lists' | 'words'>;

  constructor(parties: ReadonlyMap<Id, Party>, context: Pick<MatchContext, 'lists' | 'words'>) {
    this.#context = context;
    const singles = new Map<string, Set<Id>>();
    for (const [id, party] of parties) {
      const { name, aliases = [], role, roles = [] } = party;
      const forms = [name, ...aliases, role, ...roles.map(({ title }) => title)];
      for (const form of forms) if (form !== undefined) this.#add(id, foldsOf(form));
      for (const word of [name ?? '', ...aliases.filter(alias => isOfOtherScript(alias, name))].flatMap(
        namesOfPerson,
      )) {
        const known = singles.get(word) ?? new Set();
        singles.set(word, known.add(id));
      }
      if (name !== undefined) this.#add(id, familyNameWithParticles(name));
    }
    // A name that several have tells nobody apart.
    for (const [word, ids] of singles) if (ids.size === 1) this.#add([...ids][0]!, [word]);
    const longestFirst = (a: Form, b: Form) => b.words.length - a.words.length;
    this.#forms.sort(longestFirst);
    for (const forms of this.#byFirst.values()) forms.sort(longestFirst);
  }

  #add(id: Id, words: readonly string[]): void {
    const [first] = words;
    if (first === undefined) return;
    const forms = this.#byFirst.get(first) ?? [];
    this.#byFirst.set(first, forms);
    const known = forms.find(form => form.words.join(' ') === words.join(' '));
    if (known !== undefined) {
      known.parties.add(id);
      return;
    }
    const form = { words, parties: new Set([id]) };
    forms.push(form);
    this.#forms.push(form);
  }

  /**
   * The parties named in a text, given as its folded words: as subjects, or in any case, where the ending of one name may
   * be that of another (Петрова), and both are meant.
   */
  mentions(words: readonly Word[], as: 'subject' | 'any case' = 'subject'): Mention[] {
    const found: Mention[] = [];
    for (let at = 0; at < words.length; ) {
      const forms = this.#formsAt(words, at, as);
      const [form] = forms;
      if (form === undefined) {
        at++;
        continue;
      }
      const last = at + form.words.length - 1;
      // "The mayor of Port" is that party, though another may be called "the mayor".
      const next = at < last ? this.#formsAt(words, at + 1, as)[0] : undefined;
      if (next !== undefined && next.words.length > form.words.length) {
        at++;
        continue;
      }
      const meant = forms.filter(other => other.words.length === form.words.length);
      found.push({ parties: [...new Set(meant.flatMap(({ parties }) => [...parties]))], first: at, last });
      at = last + 1;
    }
    return found;
  }

  /** The party whose name stands first in a text of a script without blanks, where a name is no word of its own. */
  firstUnspaced(text: string): Id | undefined {
    const found = this.#forms
      .filter(({ words }) => words.every(word => unspaced().test(word)))
      .map(({ words, parties }) => ({ at: text.indexOf(words.join('')), parties }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at);
    return found[0] && [...found[0].parties][0];
  }

  /** The names that begin at a word, the longest first. */
  #formsAt(words: readonly Word[], at: number, as: 'subject' | 'any case'): readonly Form[] {
    const { subjectEndings, nameBeginnings } = this.#context.words;
    const isAt = (isName: (word: string, name: string) => boolean) => (form: Form) =>
      form.words.every((name, index) => {
        const word = words[at + index]?.word;
        return word !== undefined && isName(word, name);
      });
    const same = (this.#byFirst.get(words[at]!.word) ?? []).filter(isAt((word, name) => word === name));
    if (as === 'any case' && this.#context.lists.nameEndings.size + nameBeginnings.size > 0)
      return this.#forms.filter(isAt((word, name) => word === name || this.#isDeclined(word, name)));
    if (subjectEndings.size === 0) return same.slice(0, 1);
    const hasArticle = (word: string, name: string) =>
      word === name || (word.startsWith(name) && subjectEndings.has(word.slice(name.length)));
    return this.#forms.filter(isAt(hasArticle)).slice(0, 1);
  }

  #isDeclined(word: string, name: string): boolean {
    if (name.length < LEAST_LETTERS_DECLINED) return false;
    const { lists, words } = this.#context;
    if (word.endsWith(name) && words.nameBeginnings.has(word.slice(0, -name.length))) return true;
    const stem = name.replace(SHORT_U, 'в');
    if (word.startsWith(stem) && lists.nameEndings.get(word.slice(stem.length)) === '') return true;
    return bareName(word, lists) === bareName(name, lists);
  }
}

/** Whether an alias is a name in another alphabet, and no description: Anna Belova for Анна Белова. */
function isOfOtherScript(alias: string, name = ''): boolean {
  return LATIN.test(alias) !== LATIN.test(name);
}

/** First and last name of what looks like a person's: no small words in it. */
function namesOfPerson(name: string): string[] {
  const words = wordsIn(name);
  if (words.length < 2 || words.length > MOST_WORDS_OF_A_PERSON) return [];
  if (words.some(({ start, end }) => SMALL.test(name.slice(start, end)))) return [];
  return [words[0]!.word, words.at(-1)!.word].filter(word => word.length >= LEAST_LETTERS);
}

/** "van Dijk" of Pieter van Dijk; no words of other names. */
function familyNameWithParticles(name: string): string[] {
  const words = wordsIn(name);
  if (words.length > MOST_WORDS_OF_A_PERSON + 1) return [];
  const isSmall = words.map(({ start, end }) => SMALL.test(name.slice(start, end)));
  const first = isSmall.indexOf(true);
  const last = isSmall.lastIndexOf(true);
  if (first < 1 || last === words.length - 1) return [];
  const family = words.slice(first).map(({ word }) => word);
  return family.slice(0, last + 1 - first).every(word => PARTICLES.has(word)) ? family : [];
}
