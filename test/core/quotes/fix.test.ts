/** The record's words with quotation marks of their own, put into a quotation of a draft. */
import { expect, test } from 'vitest';
import { fixOf } from '../../../src/core/quotes/fix.ts';
import { Quoting } from './quoting.ts';

const SAID = '"A great mess" he called it in May, and all five of us said "so be it"';

test.for([
  [
    '“‘a great mess’ he called it in May, and all five of us said ‘so be it’”',
    '‘A great mess’ he called it in May, and all five of us said ‘so be it’',
  ],
  [
    "\"'a great mess' he called it in May, and all five of us said 'so be it'\"",
    "'A great mess' he called it in May, and all five of us said 'so be it'",
  ],
  [
    '"a great mess he called it in May, and all five of us said so be it"',
    'quotation marks of the record would end it',
  ],
] as const)('%s', async ([draft, expected]) => {
  const talk = { parties: {}, sources: {}, utterances: [{ id: 'u1', text: SAID }] };
  const [judged] = await new Quoting(talk).judge(draft);
  const fix = fixOf(judged!, words => words)!;
  expect('refused' in fix ? fix.refused : fix.text).toBe(expected);
});

test('words with a clause inside the marks that says who speaks are left as they are', async () => {
  const utterances = [{ id: 'u1', text: 'Мы пришли в город утром и увидели новый мост.' }];
  const talk = { language: 'ru', parties: {}, sources: {}, utterances };
  const [judged] = await new Quoting(talk).judge(
    '«Мы пришли в город утром, — сказал Петров, — и увидели новый мост»',
  );
  expect(judged!.match).toBe('folded');
  expect(judged!.notes).toEqual(['not counted, as it says who speaks: "сказал Петров"']);
  expect(fixOf(judged!, words => words)).toEqual({ refused: 'it says inside its marks who speaks' });
});
