/** A value that is made when it is first asked for, and once. */
import { getOrMake } from './maps.ts';

export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * As {@link lazily}, a pattern by its source. V8 looks up every character of a Unicode class both when it parses a literal
 * and when it makes the pattern, and most runs of the program never need it.
 */
export function latePattern(source: string, flags?: string): () => RegExp {
  return lazily(() => new RegExp(source, flags));
}

/** As {@link lazily}, a value for each of some objects, kept as long as the object is. */
export function lazilyFor<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const made = new WeakMap<K, T>();
  return key => getOrMake(made, key, () => make(key));
}
