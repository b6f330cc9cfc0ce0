import type { Path } from '../../core/model/finding.ts';
import type { Span } from '../../core/model/span.ts';

/** Where a node of the file stands. */
export type Locate = (path: Path, part?: 'key' | 'value') => Span;

/** The place to say that a mapping lacks something: its first key, or the whole mapping where it is empty. */
export function firstKeySpan(path: Path, mapping: object, locate: Locate): Span {
  const [first] = Object.keys(mapping);
  return first === undefined ? locate(path) : locate([...path, first], 'key');
}
