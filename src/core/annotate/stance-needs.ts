/** What a stance must say of the act behind it, as the rules of `check` ask for it. */
import { COUNTING_GROUPS, STANCE_GROUPS, type TagGroup } from '../model/vocabulary.ts';

export type Need = 'aspect' | 'by' | 'when' | 'wording' | 'sources';

/** The options that meet a need, with the question they answer. */
export const ASKED: Readonly<Record<Need, string>> = {
  aspect: '--aspect (which side?)',
  by: '--by PARTY (whose act?)',
  when: '--when DATE or unknown',
  wording: '--wording TEXT or --characterised',
  sources: '--source ID@PLACE',
};

/** Acts that are done by words (rule `characterised-only`). */
const SPOKEN_ACTS: ReadonlySet<string> = new Set(['confirmed', 'acknowledged', 'denied']);

/** Acts that need no words: evidence is shown, silence is kept. */
const WORDLESS_ACTS: ReadonlySet<string> = new Set([
  'corroborated',
  'refuted',
  'declined-to-comment',
  'no-response',
]);

/** Whether an act of which no words are known is known only by somebody's description. */
export function isDoneByWords(tag: string): boolean {
  return !WORDLESS_ACTS.has(tag);
}

/** In the order in which people are asked; none for a tag that is no stance. */
export function needsOf(tag: string, group: TagGroup): readonly Need[] {
  if (!STANCE_GROUPS.has(group)) return [];
  return [
    ...(group === 'revising' ? [] : (['aspect'] as const)),
    'by',
    'when',
    ...(SPOKEN_ACTS.has(tag) ? (['wording'] as const) : []),
    ...(COUNTING_GROUPS.has(group) ? (['sources'] as const) : []),
  ];
}
