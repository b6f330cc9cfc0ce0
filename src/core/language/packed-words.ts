/** Word lists as the generated modules have them: one text with `|` between words is a third smaller than an array. */

export function wordList(text: string): readonly string[] {
  return text.split('|');
}

export function wordSet<T extends string>(text: string): ReadonlySet<T> {
  return new Set(text.split('|') as T[]);
}

/** Words by what they stand for; kept by word. */
export function wordMap<T>(groups: readonly (readonly [value: T, words: string])[]): ReadonlyMap<string, T> {
  return new Map(groups.flatMap(([value, text]) => text.split('|').map(word => [word, value] as const)));
}
