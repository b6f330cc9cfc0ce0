/** Whether most pieces are single words, as players that follow every word want them. */
export function isWordByWord(texts: readonly string[]): boolean {
  const words = texts.filter(text => /^\s*\S+\s*$/.test(text)).length;
  return texts.length >= 8 && words / texts.length > 0.8;
}
