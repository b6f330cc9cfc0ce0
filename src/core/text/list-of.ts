/** The first few, and the number of the others: `A, B and 3 more`, `A; B; and 3 more`. */
export function fewOf(items: readonly string[], most: number, between = ', '): string {
  const more = items.length - most;
  const last = `${between === ', ' ? ' ' : between}and ${more} more`;
  return items.slice(0, most).join(between) + (more > 0 ? last : '');
}

/** `A`, `A and B`, `A, B and C`. */
export function listOf(items: readonly string[], last = 'and'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}
