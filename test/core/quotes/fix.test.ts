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
