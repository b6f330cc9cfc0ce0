/**
 * A value that is made when it is first asked for, and once. For patterns with Unicode classes: V8 looks up every
 * character of a class when the pattern is made, which most runs of the program never need.
 */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
