/**
 * Finds mistakes in the arguments of callers and names them in terms of the call: types only hold where TypeScript checks
 * them.
 */
import { didYouMean } from '../core/text/closest.ts';

/** The expected type of a value, and its test. */
export interface Expected {
  readonly as: string;
  readonly holds: (value: unknown) => boolean;
  readonly isRequired?: boolean;
}

export const TEXT: Expected = { as: 'a string', holds: value => typeof value === 'string' };
export const CONTENT: Expected = {
  as: 'a string or a Uint8Array',
  holds: value => typeof value === 'string' || value instanceof Uint8Array,
};
export const NAME: Expected = {
  as: 'a string that is not empty',
  holds: value => typeof value === 'string' && value !== '',
};
export const NAMES: Expected = {
  as: 'an array of strings',
  holds: value => Array.isArray(value) && value.every(TEXT.holds),
};

export function required(expected: Expected): Expected {
  return { ...expected, isRequired: true };
}

/** @throws TypeError unless the value is what is expected: "merge: base must be a string, not a number". */
export function expect(what: string, value: unknown, { as, holds }: Expected): void {
  if (!holds(value)) throw new TypeError(`${what} must be ${as}, not ${kindOf(value)}`);
}

/** @throws TypeError unless the value is an object with the given options and no others. */
export function expectOptions(
  call: string,
  value: unknown,
  options: Readonly<Record<string, Expected>>,
): void {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  const names = Object.keys(options);
  if (!isObject)
    throw new TypeError(`${call}: expected an object with ${names.join(', ')}, not ${kindOf(value)}`);
  for (const name of Object.keys(value)) {
    if (names.includes(name)) continue;
    const meant = didYouMean(name, names) ?? `options are ${names.join(', ')}`;
    throw new TypeError(`${call}: unknown option ${JSON.stringify(name)}; ${meant}`);
  }
  for (const [name, expected] of Object.entries(options)) {
    const given = (value as Readonly<Record<string, unknown>>)[name];
    if (given !== undefined || expected.isRequired === true) expect(`${call}: ${name}`, given, expected);
  }
}

/** In a message: `a number`, `undefined`, `"later"`, `an ArrayBuffer`. */
function kindOf(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return 'an array';
  if (typeof value !== 'object') return `a ${typeof value}`;
  const { name = 'object' } = (value.constructor ?? {}) as { readonly name?: string };
  return `${/^[AEIOUaeiou]/.test(name) ? 'an' : 'a'} ${name}`;
}
