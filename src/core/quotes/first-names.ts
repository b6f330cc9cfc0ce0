/** First names at the beginning of a sentence, where a capital alone makes no name. */
import type { ComparedWords } from '../anchor/facts.ts';
import { hasCapital } from '../anchor/names.ts';
import type { Alarm } from '../anchor/placement.ts';
import { COMMON_WORDS } from '../language/generated/common-words.ts';
import { groupBy } from '../maps.ts';
import type { MatchContext } from './match.ts';

/**
 * Returns an alarm for each first name that was exchanged: "Martha Soler" for "Maria Soler". Both words open a sentence,
 * the same capitalised word stands behind them, and neither is a common word.
 */
export function exchangedFirstNames(
  record: ComparedWords,
  draft: ComparedWords,
  { lists, words }: MatchContext,
): Alarm[] {
  if (lists.capitals.has('none') || lists.capitals.has('nouns')) return [];
  const byLastName = groupBy(firstNames(record), index => record.key(index + 1));
  if (byLastName.size === 0) return [];
  const alarms: Alarm[] = [];
  for (const index of firstNames(draft)) {
    const all = byLastName.get(draft.key(index + 1)) ?? [];
    const old = all.at(-1);
    if (old === undefined || all.some(each => record.key(each) === draft.key(index))) continue;
    if (isCommon(record.fold(old)) || isCommon(draft.fold(index))) continue;
    alarms.push({ kind: 'name', old: record.at(old)!.text, new: draft.at(index)!.text });
  }
  return alarms;

  function isCommon(fold: string): boolean {
    if (words.pronouns.has(fold) || words.articles.has(fold) || words.between.has(fold)) return true;
    if (lists.determiners.has(fold) || lists.capitalised.has(fold) || lists.relativeDays.has(fold))
      return true;
    return COMMON_WORDS.some(({ tag, words: common }) => lists.languages.includes(tag) && common.has(fold));
  }
}

/** The capitalised words that open a sentence and stand before another. */
function* firstNames(words: ComparedWords): Generator<number> {
  for (let index = 0; index + 1 < words.length; index++) {
    if (!words.opensSentence(index) || words.opensClause(index + 1)) continue;
    if (hasCapital(words.at(index)!.text) && hasCapital(words.at(index + 1)!.text)) yield index;
  }
}
