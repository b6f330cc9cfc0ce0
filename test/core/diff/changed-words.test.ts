import { expect, test } from 'vitest';
import { changedWords, changesInWords } from '../../../src/core/diff/changed-words.ts';
import { sliceCodePoints } from '../../../src/core/text/code-points.ts';

test.for([
  ['They sold six of them.', 'They sold seven of them.', 'six → seven'],
  ['We can sell.', 'We can not sell.', '`not` added'],
  ['We did not sign.', 'We did sign.', '`not` gone'],
  ['Nobody came.', 'Somebody came.', 'Nobody → Somebody'],
  ['It fell by −5 degrees.', 'It fell by 5 degrees.', '`−` gone'],
  ['one a two b three c four', 'ONE a TWO b THREE c FOUR', 'one → ONE, two → TWO, three → THREE and 1 more'],
  ['', 'All new.', '`All new.` added'],
  ['All gone.', '', '`All gone.` gone'],
  ['Same.', 'Same.', ''],
  ['Мы согласны.', 'Мы не согласны.', '`не` added'],
  [`${'a '.repeat(60)}end`, 'end', `\`${'a '.repeat(19)}a…\` gone`],
] as const)('%s', ([old, now, said]) => {
  expect(changesInWords(changedWords(old, now))).toBe(said);
});

test('the place of a change is that of the words, or where they would stand', () => {
  const now = '😀 They sold seven of them today.';
  const [first, second] = changedWords('😀 They sold six of them only today.', now);
  expect(sliceCodePoints(now, first!.range.start, first!.range.end)).toBe('seven');
  expect(second!.range.start).toBe(second!.range.end);
  expect(sliceCodePoints(now, second!.range.start)).toMatch(/^ ?today/);
});
