/** Words by which a sentence says who speaks, by language; folded. They are data: `data/words/attribution.yaml`. */
export interface AttributionWords {
  /** Verbs of saying, every form of the third person: says, said. */
  readonly saying: ReadonlySet<string>;
  /** Verbs behind which the addressee stands: told, asked. They are verbs of saying, too. */
  readonly telling: ReadonlySet<string>;
  /** Verbs of saying that stand behind the quotation, their subject before it: Demir, "..." dedi. */
  readonly verbLast: ReadonlySet<string>;
  /** Phrases before who speaks: according to. */
  readonly according: readonly string[];
  /** Phrases behind who speaks: zufolge. */
  readonly accordingBehind: readonly string[];
  /** Words before an addressee: to. */
  readonly addressee: ReadonlySet<string>;
  /** Words before the agent of a passive: by. */
  readonly agent: ReadonlySet<string>;
  /** Forms of the auxiliary of the passive: was. */
  readonly passive: ReadonlySet<string>;
  /** Other words that may stand between a subject and its verb: has, who, later. */
  readonly between: ReadonlySet<string>;
  /** Words that stand for a name: she, they. */
  readonly pronouns: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  /** Words that join two subjects: and. */
  readonly joining: ReadonlySet<string>;
  /** Endings that a name may have as a subject: the Armenian article. */
  readonly subjectEndings: ReadonlySet<string>;
  /** What is written as one word with a name that is no subject: the Arabic ل, to. */
  readonly nameBeginnings: ReadonlySet<string>;
}

export type AttributionListName = keyof AttributionWords;

/** The lists with the names that they have in the file. */
export const ATTRIBUTION_LISTS: Readonly<Record<AttributionListName, string>> = {
  saying: 'saying',
  telling: 'telling',
  verbLast: 'verb-last',
  according: 'according',
  accordingBehind: 'according-behind',
  addressee: 'addressee',
  agent: 'agent',
  passive: 'passive',
  between: 'between',
  pronouns: 'pronouns',
  articles: 'articles',
  joining: 'joining',
  subjectEndings: 'subject-endings',
  nameBeginnings: 'name-beginnings',
};

/** The words of several languages as one. */
export function joinAttributionWords(all: readonly AttributionWords[]): AttributionWords {
  const set = (name: Exclude<AttributionListName, 'according' | 'accordingBehind'>) =>
    new Set(all.flatMap(words => [...words[name]]));
  return {
    saying: set('saying'),
    telling: set('telling'),
    verbLast: set('verbLast'),
    according: all.flatMap(words => words.according),
    accordingBehind: all.flatMap(words => words.accordingBehind),
    addressee: set('addressee'),
    agent: set('agent'),
    passive: set('passive'),
    between: set('between'),
    pronouns: set('pronouns'),
    articles: set('articles'),
    joining: set('joining'),
    subjectEndings: set('subjectEndings'),
    nameBeginnings: set('nameBeginnings'),
  };
}
