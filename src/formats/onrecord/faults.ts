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
const SUMMARIES: ReadonlySet<string> = new Set(['if', 'propertyNames']);

/** The faults among the errors of one validation; `root` is the value that was validated. */
export function* faultsOf(errors: readonly SchemaError[], root: unknown): Generator<Fault> {
  for (const error of errors) {
    if (SUMMARIES.has(error.keyword)) continue;
    const { path, value } = follow(error.instancePath, root);
    // The type error already reports a value that is not text.
    if (error.keyword === 'enum' && typeof value !== 'string') continue;
    const key = error.propertyName ?? error.params['additionalProperty'];
    yield typeof key === 'string'
      ? { error, path, value, key, unusable: [...path, key] }
      : { error, path, value, key: undefined, unusable: path };
  }
}

/** A JSON Pointer (RFC 6901) as a path, and the value it leads to. */
function follow(pointer: string, root: unknown): { path: Path; value: unknown } {
  const path: (string | number)[] = [];
  let value = root;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(value) ? Number(key) : key);
    value = (value as Record<string, unknown>)[key];
  }
  return { path, value };
}
