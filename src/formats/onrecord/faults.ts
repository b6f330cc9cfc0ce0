/** Turns validator errors into faults with places in a value: one fault per mistake. */
import type { Path } from '../../core/model/finding.ts';
import type { SchemaError } from '../../core/schema/validators.js';

export interface Fault {
  readonly error: SchemaError;
  /** The value that is wrong; for a missing or unknown key the object that should have it or has it. */
  readonly path: Path;
  readonly value: unknown;
  /** The key that is unknown, or that is no id. */
  readonly key: string | undefined;
  /** The node that cannot be used because of it. */
  readonly unusable: Path;
}

/** Errors of these keywords only sum up others. */
const SUMMARIES = new Set(['if', 'propertyNames']);

/** The faults among the errors of one validation; `root` is the value that was validated. */
export function* faultsOf(errors: readonly SchemaError[], root: unknown): Generator<Fault> {
  const follow = pointersInto(root);
  for (const error of errors) {
    if (SUMMARIES.has(error.keyword)) continue;
    const { path, value } = follow(error.instancePath);
    // The type error already reports a value that is not text.
    if (error.keyword === 'enum' && typeof value !== 'string') continue;
    const key = error.propertyName ?? error.params['additionalProperty'];
    yield typeof key === 'string'
      ? { error, path, value, key, unusable: [...path, key] }
      : { error, path, value, key: undefined, unusable: path };
  }
}

interface Place {
  readonly path: Path;
  readonly value: unknown;
}

/** JSON Pointers (RFC 6901) into a value. Errors come in its order, millions of them from one list, so a parent is kept. */
function pointersInto(root: unknown) {
  let parent: Place & { readonly pointer: string } = { pointer: '', path: [], value: root };

  function follow(pointer: string): Place {
    const cut = pointer.lastIndexOf('/');
    if (cut < 0) return { path: [], value: root };
    const above = pointer.slice(0, cut);
    if (parent.pointer !== above) parent = { pointer: above, ...follow(above) };
    return step(parent, pointer.slice(cut + 1));
  }

  return follow;
}

function step({ path, value }: Place, part: string): Place {
  const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
  return {
    path: [...path, Array.isArray(value) ? Number(key) : key],
    value: (value as Record<string, unknown>)[key],
  };
}
