/** With one word, a search finds everything that has it in words of its own, and nothing else. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterView } from '../../../src/core/filter/filter-view.ts';
import { parseQuery } from '../../../src/core/filter/parse-query.ts';
import { findMatches } from '../../../src/core/find/find-matches.ts';
import type { Annotation, Layer, Transcript } from '../../../src/core/model/model.ts';
import { projectOfValues } from '../../../src/core/model/project-of-values.ts';
import { searchFold } from '../../../src/core/text/search-fold.ts';
import { buildView } from '../../../src/core/view/build-view.ts';
import { NOTHING } from '../../fixtures/project.ts';
import { DEAR_RUNS } from '../../helpers/runs.ts';

const text = fc
  .array(fc.constantFrom('Café ', 'bridge ', 'CAFE\u0301 ', 'tonnes '), { minLength: 1, maxLength: 4 })
  .map(parts => parts.join(''));
const FIELDS = ['comment', 'context', 'correction'] as const;
const annotation = fc.record({
  target: fc.constantFrom('u0', 'u1', 's1', 'c1', 'transcript'),
  field: fc.constantFrom(...FIELDS),
  text,
  note: fc.option(text, { nil: undefined }),
  isWithdrawn: fc.boolean(),
});

function viewOf(
  texts: readonly string[],
  notes: readonly (typeof annotation extends fc.Arbitrary<infer A> ? A : never)[],
) {
  const transcript: Transcript = {
    ...NOTHING,
    kind: 'transcript',
    parties: new Map([['lind', { name: 'Per Lind' }]]),
    utterances: texts.slice(0, 3).map((words, index) => ({ id: `u${index}`, speaker: 'lind', text: words })),
    statements: [{ id: 's1', speaker: 'lind', date: '2026', text: texts[3]! }],
    claims: [{ id: 'c1', text: texts[4]!, target: ['u0'] }],
  };
  const annotations = notes.map(
    ({ target, field, text: words, note, isWithdrawn }, index): Annotation => ({
      id: `a${index}`,
      target: [target],
      [field]: words,
      ...(note !== undefined && { note }),
      ...(isWithdrawn && { withdrawn: '2026' }),
    }),
  );
  const layer: Layer = {
    ...NOTHING,
    kind: 'layer',
    transcript: 'talk.yaml',
    parties: new Map(),
    annotations,
  };
  return { view: buildView(projectOfValues(transcript, [layer], 'talk.yaml')), annotations };
}

test('every text that has the word is found, each field once, and no other', () => {
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 5, maxLength: 5 }),
      fc.array(annotation, { maxLength: 6 }),
      fc.constantFrom('cafe', 'bridge', 'ton'),
      (texts, notes, word) => {
        const { view, annotations } = viewOf(texts, notes);
        const { query } = parseQuery(word);
        const matches = findMatches(view, filterView(view, query!), query!);
        const has = (words: string | undefined) => words !== undefined && searchFold(words).includes(word);
        const expected = [
          ...['u0', 'u1', 'u2', 's1'].flatMap((id, index) => (has(texts[index]) ? [`${id} text`] : [])),
          ...(has(texts[4]) ? ['c1 text'] : []),
          ...annotations.flatMap(each =>
            [...FIELDS, 'note' as const].flatMap(field => (has(each[field]) ? [`${each.id} ${field}`] : [])),
          ),
        ];
        const found = matches.map(({ found: thing, field }) => {
          const id =
            thing.kind === 'annotation'
              ? thing.placed.annotation.id
              : thing.kind === 'claim'
                ? thing.claim.id
                : thing.speech.id;
          return `${id} ${field}`;
        });
        expect(found.toSorted()).toEqual(expected.toSorted());
        for (const match of matches)
          for (const { start, end } of match.hits) expect(has(match.text.slice(start, end))).toBe(true);
      },
    ),
    { numRuns: DEAR_RUNS },
  );
});

test.for([
  ['tonnes speaker:lind', ['u0 text']],
  ['tonnes has:comment', ['u0 text', 'a0 comment']],
  ['has:comment', ['u0 text', 'a2 comment']],
  ['-has:comment', ['u1 text', 'u2 text', 's1 text']],
  ['id:c1', ['c1 text']],
] as const)('%s finds %j', ([typed, expected]) => {
  const note = { field: 'comment' as const, note: undefined, isWithdrawn: false };
  const { view } = viewOf(
    ['tonnes', 'bridge', 'bridge', 'bridge', 'claims'],
    [
      { ...note, target: 'u0', text: 'tonnes of it' },
      { ...note, target: 'c1', text: 'bridge' },
      { ...note, target: 'transcript', text: 'bridge' },
    ],
  );
  const { query } = parseQuery(typed);
  const found = findMatches(view, filterView(view, query!), query!).map(({ found: thing, field }) => {
    const id =
      thing.kind === 'annotation'
        ? thing.placed.annotation.id
        : thing.kind === 'claim'
          ? thing.claim.id
          : thing.speech.id;
    return `${id} ${field}`;
  });
  expect(found).toEqual(expected);
});
