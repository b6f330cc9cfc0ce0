import { expect, test } from 'vitest';
import type { WordRun } from '../../../src/core/diff/word-diff.ts';
import { partsOf } from '../../../src/printers/diff/parts.ts';

const LONG =
  'the council has seen what the repair costs and when it ends, and nobody has asked why it took so long';
const PLACE = { old: { start: 0, end: 0 }, new: { start: 0, end: 0 } };
const shown = (...words: readonly Pick<WordRun, 'kind' | 'text'>[]) =>
  partsOf(words.map(run => ({ ...PLACE, ...run })))
    .map(({ text, mark }) => (mark === 'removed' ? `[-${text}-]` : mark === 'added' ? `{+${text}+}` : text))
    .join('');

test('what is left out of a long text stands between single blanks', () => {
  const runs = (before: string, after: string): Pick<WordRun, 'kind' | 'text'>[] => [
    ...(before === '' ? [] : [{ kind: 'kept', text: `${before} ` } as const]),
    { kind: 'removed', text: 'six' },
    { kind: 'added', text: 'seven' },
    ...(after === '' ? [] : [{ kind: 'kept', text: ` ${after}` } as const]),
  ];
  expect(shown(...runs(LONG, ''))).toMatch(/^\[\.\.\.\] \S.* \[-six-\]\{\+seven\+\}$/);
  expect(shown(...runs('', LONG))).toMatch(/^\[-six-\]\{\+seven\+\} the .*\S \[\.\.\.\] ?$/);
  expect(shown(...runs(LONG, LONG))).not.toMatch(/ {2}/);
});
