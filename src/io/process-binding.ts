/** Whether this is Node 20: V8 11.3 is in no other. */
export const IS_NODE_20 = process.versions.v8.startsWith('11.3.');

/**
 * What Node's modules `v8` and `crypto` stand on. To load one of those modules is a twentieth of a start, because it
 * brings all of Node's streams; this way to it is deprecated without a replacement, so it is for Node 20 alone, which
 * will not change any more. Undefined where Node refuses it, as under its permission model.
 */
export function processBinding(name: 'v8' | 'crypto'): unknown {
  const process_ = process as typeof process & {
    noDeprecation?: boolean;
    binding(name: string): unknown;
  };
  const { noDeprecation } = process_;
  process_.noDeprecation = true;
  try {
    return process_.binding(name);
  } catch {
    return undefined;
  } finally {
    if (noDeprecation === undefined) delete process_.noDeprecation;
    else process_.noDeprecation = noDeprecation;
  }
}
