import { describe, expect, test } from 'vitest';
import type { Change, EntryChange } from '../../../src/core/diff/changes.ts';
import { contentOf } from '../../../src/core/diff/content.ts';
import { countChanges, diffViews, onlyParts, type ViewDiff } from '../../../src/core/diff/diff-views.ts';
import { buildView } from '../../../src/core/view/build-view.ts';
import { newView, oldView, richDiff } from '../../fixtures/diff.ts';
import { type Annotation, type Claim, projectOf } from '../../fixtures/project.ts';
import { applyChanges } from '../../helpers/apply-changes.ts';

const DERIVED = ['reanchored', 'liveness', 'standing'];
const find = (diff: ViewDiff, kind: string, id?: string) =>
  diff.changes.filter(
    change => change.kind === kind && (id === undefined || ('id' in change && change.id === id)),
  );

test('a view does not differ from itself', () => {
  expect(diffViews(newView, newView)).toMatchObject({ changes: [], alarms: [] });
});

test('the changes of entries turn the old content into the new one', () => {
  const changes = richDiff.changes.filter(
    (change: Change): change is EntryChange => !DERIVED.includes(change.kind),
  );
  expect(applyChanges(contentOf(oldView), changes)).toEqual(contentOf(newView));
});

test('every change of the two versions is told once, with its kind', () => {
  expect(countChanges(richDiff.changes)).toEqual({
    transcript: { changed: 1 },
    utterance: { edited: 2, changed: 3, moved: 1, split: 1, added: 1, removed: 1 },
    statement: { edited: 1 },
    party: { added: 1 },
    annotation: { removed: 2, added: 1, changed: 4, reanchored: 1, liveness: 1 },
    standing: { changed: 2 },
  });
});

test('a change survives a trip through JSON', () => {
  const spelledOut = richDiff.changes.map(change =>
    'words' in change ? { ...change, words: change.words } : change,
  );
  expect(JSON.parse(JSON.stringify(richDiff.changes))).toEqual(spelledOut);
});

test('an annotation whose words changed is re-anchored with a verdict', () => {
  expect(find(richDiff, 'reanchored')).toMatchObject([
    {
      id: 'a2',
      verdict: 'edited',
      old: [{ text: '5 million' }],
      new: [{ text: '6 million', verdict: 'exact' }],
    },
  ]);
});

test('one whose words are gone is orphaned, though nothing in it changed', () => {
  const view = (text: string) =>
    buildView(
      projectOf(
        { utterances: [{ id: 'u1', text }] },
        { annotations: [{ id: 'a', target: ['u1'], quote: 'weak', comment: 'x' }] },
      ),
    );
  expect(diffViews(view('a weak position'), view('a strong position')).changes).toMatchObject([
    { kind: 'edited' },
    { kind: 'reanchored', id: 'a', verdict: 'orphaned' },
  ]);
});

test('a standing that moved names the stances that moved it', () => {
  expect(find(richDiff, 'standing')[0]).toMatchObject({
    claim: { id: 'cost', text: 'The dam cost 5 million' },
    reading: 'Reader One',
    old: { name: 'disputed' },
    new: { name: 'confirmed' },
    gained: [
      { id: 'a6', tag: 'confirmed', by: 'mayor', when: '2020-12-08', via: ['gazette'], counts: 'affirms' },
    ],
    lost: [{ id: 'a1', tag: 'disputed', sources: [{ source: 'gazette', at: 'line 3' }], counts: 'contests' }],
  });
});

describe('one project at two dates', () => {
  const project = projectOf(
    { parties: { p: {} }, utterances: [{ id: 'u1', text: 'x' }] },
    {
      claims: [{ id: 'c', text: 'It is so', aspect: 'content', target: ['u1'] } as Claim],
      annotations: [{ id: 'a', target: ['c'], tag: 'disputed', by: 'p', when: '2020-12-07' }],
    },
  );
  const at = (asOf: string) => buildView(project, { asOf });
  test('what began to count, and the standing that follows', () => {
    expect(diffViews(at('2019'), at('2021')).changes).toMatchObject([
      { kind: 'liveness', id: 'a', old: 'not-yet', new: 'live' },
      { kind: 'standing', old: { name: 'unreviewed' }, new: { name: 'disputed' }, gained: [{ id: 'a' }] },
    ]);
  });
  test('looking back forbids nothing', () => {
    expect(diffViews(at('2021'), at('2019')).alarms).toEqual([]);
  });
});

describe('alarms', () => {
  const whole: Annotation = {
    ...{ id: 'yes', target: ['c'], tag: 'confirmed', by: 'p', when: '2020', wording: 'It is so.' },
    sources: [{ source: 's', at: 'line 1' }],
  };
  const contest: Annotation = { id: 'no', target: ['c'], tag: 'disputed', by: 'q', when: '2019' };
  const REFUTED: Annotation = {
    ...{ id: 'wrong', target: ['c'], tag: 'refuted', by: 'q', when: '2021' },
    sources: [{ source: 's' }],
  };
  const claim = (id: string): Claim => ({ id, text: 'It is so', aspect: 'content', target: ['u1'] });
  const parties = { p: {}, q: {}, office: { 'on-behalf-of': 'p' } };
  const view = (...annotations: Annotation[]) =>
    buildView(
      projectOf(
        { parties, sources: { s: {} }, utterances: [{ id: 'u1', text: 'x' }] },
        { claims: [claim('c'), claim('d')], annotations },
      ),
    );
  const alarms = (before: Annotation[], after: Annotation[]) =>
    diffViews(view(...before), view(...after)).alarms.map(({ reason, stances }) => `${reason}: ${stances}`);

  test.for<[string, Annotation[], Annotation[], string[]]>([
    ['a whole confirmation', [], [whole], []],
    ['a new contest takes the standing away', [whole], [whole, contest], ['affirmation-lost: yes']],
    ['confirmation withdrawn', [whole], [{ ...whole, withdrawn: '2026' }], ['affirmation-lost: yes']],
    [
      'confirmation deleted',
      [whole],
      [],
      ['affirmation-lost: yes', 'back-to-unreviewed: yes', 'stance-deleted: yes'],
    ],
    ['confirmed without a date', [], [{ ...whole, when: 'unknown' }], ['confirmed-without-act: yes']],
    [
      'confirmed without its wording',
      [],
      [(({ wording, ...rest }) => rest)(whole)],
      ['confirmed-without-act: yes'],
    ],
    [
      'confirmed with a source but no place in it',
      [],
      [{ ...whole, sources: [{ source: 's' }] }],
      ['confirmed-without-act: yes'],
    ],
    ['contest withdrawn', [whole, contest], [whole, { ...contest, withdrawn: '2026' }], []],
    [
      'contest made a comment',
      [contest],
      [{ id: 'no', target: ['c'], comment: 'x' }],
      ['contest-dropped: no', 'back-to-unreviewed: no'],
    ],
    ['contest deleted', [whole, contest], [whole], ['contest-dropped: no', 'stance-deleted: no']],
    [
      'contest followed by an act of the same party',
      [contest],
      [contest, { ...whole, by: 'q', id: 'later' }],
      [],
    ],
    [
      'contest followed by an act of its principal',
      [{ ...contest, by: 'office' }],
      [{ ...contest, by: 'office' }, whole],
      [],
    ],
    [
      'contest of two claims, followed by an act on one of them',
      [{ ...contest, target: ['c', 'd'] }],
      [
        { ...contest, target: ['c', 'd'] },
        { ...whole, by: 'q', id: 'later' },
      ],
      [],
    ],
    [
      'affirmed in part, where it was affirmed',
      [whole],
      [
        { ...whole, withdrawn: '2026' },
        { ...contest, tag: 'qualified' },
      ],
      ['affirmation-lost: yes'],
    ],
    ['affirmed in part, where nothing was', [], [{ ...contest, tag: 'qualified' }], []],
    [
      'a part affirmation withdrawn',
      [{ ...contest, tag: 'qualified' }],
      [{ ...contest, tag: 'qualified', withdrawn: '2026' }],
      ['affirmation-lost: no'],
    ],
    ['refuted', [contest], [contest, REFUTED], []],
    [
      'refuted, where it was confirmed',
      [whole],
      [{ ...whole, withdrawn: '2026' }, REFUTED],
      ['affirmation-lost: yes'],
    ],
    ['the refutation withdrawn', [REFUTED], [{ ...REFUTED, withdrawn: '2026' }], []],
    [
      'the refutation made a comment',
      [REFUTED, contest],
      [
        { ...contest, withdrawn: '2026' },
        { id: 'wrong', target: ['c'], comment: 'x' },
      ],
      ['contest-dropped: wrong'],
    ],
  ])('%s', ([, before, after, expected]) => {
    expect(alarms(before, after)).toEqual(expected);
  });
});

describe('standings set directly on a passage', () => {
  const view = (quote: string, text: string) =>
    buildView(
      projectOf(
        { parties: { p: {} }, utterances: [{ id: 'u1', text }] },
        {
          annotations: [
            { id: 'a', target: ['u1'], quote, tag: 'disputed', aspect: 'content', by: 'p', when: '2020' },
          ],
        },
      ),
    );
  test('are the same where only the words before them changed', () => {
    const diff = diffViews(view('it is so', 'I say it is so'), view('it is so', 'Now I say it is so'));
    expect(find(diff, 'standing')).toEqual([]);
  });
  test('are still one where the quote itself was edited', () => {
    const diff = diffViews(view('it is so', 'I say it is so'), view('it was so', 'I say it was so'));
    expect(find(diff, 'standing')).toEqual([]);
    expect(diff.alarms).toEqual([]);
  });
});

test('parts can be asked for alone', () => {
  const kinds = (parts: Parameters<typeof onlyParts>[1]) =>
    new Set(onlyParts(richDiff, parts).changes.map(({ kind, what }) => (kind === 'standing' ? kind : what)));
  expect(kinds(['text'])).toEqual(new Set(['transcript', 'utterance', 'statement']));
  expect(kinds(['annotations'])).toEqual(new Set(['party', 'annotation']));
  expect(kinds(['standing'])).toEqual(new Set(['standing']));
  expect(onlyParts(richDiff, ['text']).alarms).toEqual([]);
});
