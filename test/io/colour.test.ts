import { expect, test } from 'vitest';
import { colourFor, colourLevel, unicodeFor } from '../../src/io/colour.ts';
import type { OutputStream } from '../../src/io/env.ts';

const stream = (isTTY: boolean): OutputStream => ({ isTTY, columns: undefined, write: async () => {} });

test.for([
  ['auto', true, {}, true],
  ['auto', false, {}, false],
  ['auto', true, { NO_COLOR: '1' }, false],
  ['auto', true, { NO_COLOR: '' }, true],
  ['auto', true, { TERM: 'dumb' }, false],
  ['auto', false, { FORCE_COLOR: '1' }, true],
  ['auto', true, { FORCE_COLOR: '0' }, false],
  ['auto', false, { FORCE_COLOR: '1', TERM: 'dumb' }, true],
  ['auto', true, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  ['always', false, { NO_COLOR: '1' }, true],
  ['never', true, { FORCE_COLOR: '3' }, false],
] as const)('%s, terminal %s, %j: coloured %s', ([wish, isTTY, vars, coloured]) => {
  expect(colourLevel(stream(isTTY), vars, wish) > 0).toBe(coloured);
});

test('symbols outside ASCII are used unless the locale rules them out', () => {
  expect(unicodeFor({})).toBe(true);
  expect(unicodeFor({ LANG: 'en_US.UTF-8' })).toBe(true);
  expect(unicodeFor({ LC_ALL: 'C.UTF-8', LANG: 'C' })).toBe(true);
  expect(unicodeFor({ LC_ALL: 'C' })).toBe(false);
  expect(unicodeFor({ LC_ALL: 'POSIX', LANG: 'en_US.UTF-8' })).toBe(false);
});

test('without colours every style leaves the text as it is; with colours chalk gives them', async () => {
  const plain = await colourFor(stream(false), {}, 'auto');
  expect([plain.level, plain.red('a'), plain.bold.red.underline('b'), plain('c')]).toEqual([
    0,
    'a',
    'b',
    'c',
  ]);
  const coloured = await colourFor(stream(true), { TERM: 'xterm' }, 'auto');
  expect([coloured.level, coloured.red('a')]).toEqual([1, '\u001b[31ma\u001b[39m']);
});
