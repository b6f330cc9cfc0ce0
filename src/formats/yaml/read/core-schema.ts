/** Plain scalars by the core schema of YAML 1.2.2 (section 10.3.2). */

const NULLS: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL']);
const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
]);
const INTEGER = /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const INFINITY = /^[-+]?\.(?:inf|Inf|INF)$/;
const NOT_A_NUMBER = /^\.(?:nan|NaN|NAN)$/;

export function isNull(text: string): boolean {
  return text.length <= 4 && NULLS.has(text);
}

/**
 * A boolean or a number where the text of a plain scalar is one, else the text. An integer too large to be held exactly
 * stays text: a changed digit would be worse than a string.
 */
export function resolveScalar(text: string): string | number | boolean {
  const truth = BOOLEANS.get(text);
  if (truth !== undefined) return truth;
  if (INTEGER.test(text)) {
    const value = Number(text);
    return Number.isSafeInteger(value) ? value : text;
  }
  if (FLOAT.test(text)) return Number(text);
  if (INFINITY.test(text)) return text[0] === '-' ? -Infinity : Infinity;
  if (NOT_A_NUMBER.test(text)) return NaN;
  return text;
}
