import { expect, test } from 'vitest';
import { keysModule } from '../../../src/build/schema/keys.ts';

const inner = {
  type: 'object',
  properties: { at: { type: 'string' }, end: { type: 'number', 'x-time': true } },
};
const withType = (type: string) => ({
  type: 'object',
  properties: { [type]: { type }, list: { type: 'array', items: inner } },
});

test('typed keys and times are listed, however deep they stand', () => {
  const text = keysModule([withType('boolean')]);
  expect(text).toContain("TYPED_KEYS: ReadonlySet<string> = new Set(['boolean', 'end'])");
  expect(text).toContain("TIME_KEYS: ReadonlySet<string> = new Set(['end'])");
});

test('a key that is typed in one place and something else in another is refused', () => {
  const at = { type: 'object', properties: { at: { type: 'boolean' } } };
  expect(() => keysModule([withType('string'), at])).toThrow('typed in one place and not in another: at');
});
