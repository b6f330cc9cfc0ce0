/** Words by which a sentence says who speaks, by language; folded. They are data: `data/words/attribution.yaml`. */
export interface AttributionWords {
  /** Verbs of saying, every form of the third person: says, said. */
  readonly saying: ReadonlySet<string>;
  /** Verbs behind which the addressee stands: told, asked. They are verbs of saying, too. */
  readonly telling: ReadonlySet<string>;
  /** Verbs of saying that stand behind the quotation, their subject before it: Demir, "..." dedi. */
  readonly verbLast: ReadonlySet<string>;
  /** Phrases with who speaks: "* zufolge", "in *'s words". Without `*` the name stands behind them: "according to". */
  readonly according: readonly string[];
  /** What they govern is no subject: to, on. */
  readonly prepositions: ReadonlySet<string>;
  /** Words before the agent of a passive: by. */
  readonly agent: ReadonlySet<string>;
  /** Forms of the auxiliary of the passive: was. */
  readonly passive: ReadonlySet<string>;
  /** Other words that may stand between a subject and its verb: has, later. */
  readonly between: ReadonlySet<string>;
  /** Words for the subject before a comma: who. */
  readonly relative: ReadonlySet<string>;
  /** Words before a clause that depends on another: when. */
  readonly subordinating: ReadonlySet<string>;
  /** Words that stand for a name: she, they. */
  readonly pronouns: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  /** Titles before a name, written with a point: Prof. */
  readonly shortenedTitles: ReadonlySet<string>;
  /** Words that join two subjects: and. */
  readonly joining: ReadonlySet<string>;
  /** Endings that a name may have as a subject: the Armenian article. */
  readonly subjectEndings: ReadonlySet<string>;
  /** What is written as one word with a name that is no subject: the Arabic ل, to. */
  readonly nameBeginnings: ReadonlySet<string>;
  /** Pronouns of a clause that says inside the marks who speaks; none where the marks are closed before it. */
  readonly insideMarks: ReadonlySet<string>;
}

export type AttributionListName = keyof AttributionWords;

/** The lists with the names that they have in the file. */
export const ATTRIBUTION_LISTS: Readonly<Record<AttributionListName, string>> = {
  saying: 'saying',
  telling: 'telling',
  verbLast: 'verb-last',
  according: 'according',
  prepositions: 'prepositions',
  agent: 'agent',
  passive: 'passive',
  between: 'between',
  relative: 'relative',
  subordinating: 'subordinating',
  pronouns: 'pronouns',
  articles: 'articles',
  shortenedTitles: 'shortened-titles',
  joining: 'joining',
  subjectEndings: 'subject-endings',
  nameBeginnings: 'name-beginnings',
  insideMarks: 'inside-marks',
};

/** The words of several languages as one. */
export function joinAttributionWords(all: readonly AttributionWords[]): AttributionWords {
  const set = (name: Exclude<AttributionListName, 'according'>) =>
    new Set(all.flatMap(words => [...words[name]]));
  return {
    saying: set('saying'),
    telling: set('telling'),
    verbLast: set('verbLast'),
    according: all.flatMap(words => words.according),
    prepositions: set('prepositions'),
    agent: set('agent'),
    passive: set('passive'),
    between: set('between'),
    relative: set('relative'),
    subordinating: set('subordinating'),
    pronouns: set('pronouns'),
    articles: set('articles'),
    shortenedTitles: set('shortenedTitles'),
    joining: set('joining'),
    subjectEndings: set('subjectEndings'),
    nameBeginnings: set('nameBeginnings'),
    insideMarks: set('insideMarks'),
  };
}
