import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffWords } from '../../../src/core/diff/word-diff.ts';
import { sliceCodePoints } from '../../../src/core/text/code-points.ts';
import { isOnGraphemes } from '../../helpers/is-on-graphemes.ts';
import { RUNS } from '../../helpers/runs.ts';

function marked(oldText: string, newText: string): string {
  return diffWords(oldText, newText)
    .map(run => ({ kept: run.text, removed: `[-${run.text}-]`, added: `{+${run.text}+}` })[run.kind])
    .join('');
}

test.for<[name: string, oldText: string, newText: string, expected: string]>([
  ['equal', 'same words', 'same words', 'same words'],
  ['empty', '', '', ''],
  ['all added', '', 'a word', '{+a word+}'],
  ['all removed', 'a word', '', '[-a word-]'],
  ['one word', 'he offered 5 billion', 'he offered 6 billion', 'he offered [-5-]{+6+} billion'],
  [
    'neighbours join',
    'he did not say it',
    'he never once said it',
    'he [-did not say-]{+never once said+} it',
  ],
  ['a negation', 'I did agree', 'I did not agree', 'I did {+not +}agree'],
  ['number with separators', 'paid 1,500 now', 'paid 1,600 now', 'paid [-1,500-]{+1,600+} now'],
  ['apostrophe', "I don't know", "I didn't know", "I [-don't-]{+didn't+} know"],
  ['punctuation alone', 'yes. then', 'yes, then', 'yes[-.-]{+,+} then'],
  ['Armenian', 'Մենք չենք համաձայն', 'Մենք ենք համաձայն', 'Մենք [-չենք-]{+ենք+} համաձայն'],
  ['Cyrillic', 'он не согласен', 'он согласен', 'он [-не -]согласен'],
  ['Chinese without blanks', '我同意你', '我反对你', '我[-同意-]{+反对+}你'],
  ['Japanese', '東京に行きます', '大阪に行きます', '[-東京-]{+大阪+}に行きます'],
  ['emoji families stay whole', 'ok 👩‍👩‍👧 now', 'ok 👩‍👩‍👦 now', 'ok [-👩‍👩‍👧-]{+👩‍👩‍👦+} now'],
  ['flags stay whole', 'from 🇦🇲 to', 'from 🇦🇿 to', 'from [-🇦🇲-]{+🇦🇿+} to'],
  ['combining marks stay with their letter', 'a cafe\u0301 b', 'a cafe b', 'a [-cafe\u0301-]{+cafe+} b'],
  ['a mark after the space belongs to it', 'a \u0301b', 'a b', 'a[- \u0301-]{+ +}b'],
])('%s', ([, oldText, newText, expected]) => {
  expect(marked(oldText, newText)).toBe(expected);
});

test('ranges count code points on both sides', () => {
  expect(diffWords('😀 one two', '😀 six two')).toEqual([
    { kind: 'kept', text: '😀 ', old: { start: 0, end: 2 }, new: { start: 0, end: 2 } },
    { kind: 'removed', text: 'one', old: { start: 2, end: 5 }, new: { start: 2, end: 2 } },
    { kind: 'added', text: 'six', old: { start: 5, end: 5 }, new: { start: 2, end: 5 } },
    { kind: 'kept', text: ' two', old: { start: 5, end: 9 }, new: { start: 5, end: 9 } },
  ]);
});

const piece = fc.constantFrom(
  ...[
    'a',
    'no',
    'not',
    ' ',
    '  ',
    '\n',
    '\r\n',
    '1,5',
    '.',
    "'",
    'Հայ',
    'не',
    '同意',
    'กำ',
    'ำ',
    '👩‍👩‍👧',
    '👩',
    '🇦🇲',
    '🇿',
  ],
  ...['e\u0301', '\u0301', '\u200d', '\ufe0f', '\u1100', '\u1161', 'क्', 'ष', '\u0600'],
);
const text = fc.array(piece, { maxLength: 14 }).map(pieces => pieces.join(''));

test('the kept and removed words are the old text, the kept and added ones the new', () => {
  fc.assert(
    fc.property(text, text, (oldText, newText) => {
      const runs = diffWords(oldText, newText);
      expect(runs.map(run => (run.kind === 'added' ? '' : run.text)).join('')).toBe(oldText);
      expect(runs.map(run => (run.kind === 'removed' ? '' : run.text)).join('')).toBe(newText);
      for (const run of runs) {
        if (run.kind !== 'added') expect(sliceCodePoints(oldText, run.old.start, run.old.end)).toBe(run.text);
        if (run.kind !== 'removed')
          expect(sliceCodePoints(newText, run.new.start, run.new.end)).toBe(run.text);
      }
    }),
    { numRuns: RUNS },
  );
});

test('no range splits a grapheme cluster', () => {
  fc.assert(
    fc.property(text, text, (oldText, newText) => {
      for (const run of diffWords(oldText, newText)) {
        expect(isOnGraphemes(oldText, run.old)).toBe(true);
        expect(isOnGraphemes(newText, run.new)).toBe(true);
      }
    }),
    { numRuns: RUNS },
  );
});
