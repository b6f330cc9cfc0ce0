/** What is to be done to one annotation of a layer. Fields have the names and the shape of the file. */
export type Fields = Readonly<Record<string, unknown>>;

export type Operation =
  | { readonly kind: 'add'; readonly fields: Fields; readonly occurrence?: number }
  /** Adds an annotation that replaces another; target and quote are those of the old one unless given. */
  | { readonly kind: 'supersede'; readonly id: string; readonly fields: Fields; readonly occurrence?: number }
  | {
      readonly kind: 'change';
      readonly id: string;
      readonly fields: Fields;
      readonly unset: readonly string[];
      readonly occurrence?: number;
    }
  | { readonly kind: 'withdraw'; readonly id: string; readonly fields: Fields };

/** Fields whose order in a new entry is the order in which people read them. */
export function isFilled(fields: Fields): boolean {
  return Object.values(fields).some(value => value !== undefined);
}
