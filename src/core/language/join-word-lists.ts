/** Word lists of several languages, or of one language and a project, as one. */
import type { WordLists } from './word-lists.ts';

/** Every word of both lists; where both give one word a meaning, the second list's. The language is the second's. */
export function joinWordLists(base: WordLists, more: WordLists): WordLists {
  return {
    language: more.language,
    negations: new Set([...base.negations, ...more.negations]),
    negativeEndings: [...new Set([...base.negativeEndings, ...more.negativeEndings])],
    numbers: new Map([...base.numbers, ...more.numbers]),
    scales: new Map([...base.scales, ...more.scales]),
    numberJoiners: new Set([...base.numberJoiners, ...more.numberJoiners]),
    ordinals: new Map([...base.ordinals, ...more.ordinals]),
    ordinalEndings: new Set([...base.ordinalEndings, ...more.ordinalEndings]),
    units: new Map([...base.units, ...more.units]),
    months: new Map([...base.months, ...more.months]),
    weekdays: new Map([...base.weekdays, ...more.weekdays]),
    relativeDays: new Set([...base.relativeDays, ...more.relativeDays]),
    capitalised: new Set([...base.capitalised, ...more.capitalised]),
  };
}
