import { expect, test } from 'vitest';
import { quoteOverUtterances } from '../../../src/core/anchor/quote-over-utterances.ts';

const TALK = ['We will sign on', 'No.', 'Monday in May.', 'Or', 'never, I think.', '', 'That is “all”.'].map(
  (text, index) => ({ id: `u${index + 1}`, text }),
);

function parts(quote: string, at: number) {
  return quoteOverUtterances(quote, TALK, at)?.map(({ utterance, text }) => `${utterance.id} ${text}`);
}

test.for([
  ['sign on Monday', 0, ['u1 sign on', 'u3 Monday']],
  ['sign on Monday', 2, ['u1 sign on', 'u3 Monday']],
  ['will sign on. No', 0, ['u1 will sign on', 'u2 No']],
  ['in may or never', 3, ['u3 in May', 'u4 Or', 'u5 never']],
  ['I THINK that is "all"', 6, ['u5 I think', 'u7 That is “all']],
] as const)('%j, sought at %i, runs over %j', ([quote, at, expected]) => {
  expect(parts(quote, at)).toEqual(expected);
});

test.for([
  ['Monday sign on', 0, 'the wrong order'],
  ['sign Monday', 0, 'words are left out at the edge'],
  ['on', 0, 'a single word'],
  ['will sign', 0, 'words of one utterance'],
  ['sign on Tuesday', 0, 'words that nobody says'],
  ['sign on Monday', 6, 'too far from the target'],
] as const)('%j at %i: none, for %s', ([quote, at]) => {
  expect(parts(quote, at)).toBeUndefined();
});
