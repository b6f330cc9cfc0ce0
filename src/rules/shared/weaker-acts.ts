/** Finds acts whose words say less than their tag. */

import type { PhraseLists } from '../../core/language/phrase-lists.ts';
import { PhraseFinder } from '../../core/language/phrases.ts';
import { lazilyFor } from '../../core/lazily.ts';
import type { Annotation } from '../../core/model/model.ts';

/** Tags of those who say nothing on the matter. */
export const SILENT_TAGS: ReadonlySet<string> = new Set(['declined-to-comment', 'no-response']);

export interface WeakerWords {
  /** The tag that these words carry. */
  readonly tag: string;
  readonly words: string;
}

class WeakerActs {
  readonly #weaker: PhraseFinder<string>;
  readonly #strong: PhraseFinder<true>;

  constructor({ weakerActs, strongActs }: PhraseLists) {
    this.#weaker = new PhraseFinder(
      [...weakerActs].flatMap(([tag, phrases]) => phrases.map(phrase => [phrase, tag] as const)),
    );
    this.#strong = new PhraseFinder(strongActs.map(phrase => [phrase, true] as const));
  }

  /** One entry for each weaker tag that the words of an act carry; none if some of the words do carry it. */
  in(annotation: Annotation): readonly WeakerWords[] {
    const text = wordsOf(annotation);
    const found = text === undefined ? [] : this.#weaker.find(text);
    if (text === undefined || found.length === 0) return [];
    const isPartOfWeaker = (place: { start: number; end: number }) =>
      found.some(({ start, end }) => place.start >= start && place.end <= end);
    if (this.#strong.find(text).some(place => !isPartOfWeaker(place))) return [];
    const byTag = new Map<string, WeakerWords>();
    for (const { value: tag, start, end } of found)
      if (tag !== annotation.tag && !byTag.has(tag)) byTag.set(tag, { tag, words: text.slice(start, end) });
    return [...byTag.values()];
  }
}

/** Cached per set of lists: several rules use it, and there are many phrases. */
export const weakerActsOf = lazilyFor((phrases: PhraseLists) => new WeakerActs(phrases));

/** The words of the act, or else the quotes of its sources. */
function wordsOf({ wording, sources = [] }: Annotation): string | undefined {
  if (wording !== undefined) return wording;
  const quotes = sources.flatMap(({ quote }) => quote ?? []);
  return quotes.length === 0 ? undefined : quotes.join('\n');
}

/** `"accepts ... as fact" and "refrains from commenting"`, for messages. */
export function quoted(found: readonly WeakerWords[]): string {
  return found.map(({ words }) => `"${shortened(words)}"`).join(' and ');
}

const LONGEST_QUOTE = 40;

function shortened(words: string): string {
  if (words.length <= LONGEST_QUOTE) return words;
  const parts = words.split(/\s+/);
  return `${parts[0]} ... ${parts.slice(-2).join(' ')}`;
}
