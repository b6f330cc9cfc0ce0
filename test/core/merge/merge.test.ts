import { describe, expect, test } from 'vitest';
import type { Fields } from '../../../src/core/diff/changes.ts';
import { type MergeOptions, mergeVersions } from '../../../src/core/merge/merge.ts';
import type { Annotation, Layer } from '../../../src/core/model/model.ts';
import { type TranscriptParts, transcriptOf } from '../../helpers/files.ts';

function mergeOf(
  list: keyof TranscriptParts,
  base: unknown,
  ours: unknown,
  theirs: unknown,
  options?: MergeOptions,
) {
  const [b, o, t] = [base, ours, theirs].map(value => transcriptOf({ [list]: value }));
  return mergeVersions(b!, o!, t!, options);
}

const a1 = { id: 'a1', target: ['u1'], tag: 'disputed', by: 'ana', when: '2016' };

describe('one annotation, field by field', () => {
  test.for<[name: string, ours: Fields, theirs: Fields, merged: Fields]>([
    ['different fields', { ...a1, by: 'ben' }, { ...a1, when: '2017' }, { ...a1, by: 'ben', when: '2017' }],
    ['the same change on both sides', { ...a1, by: 'ben' }, { ...a1, by: 'ben' }, { ...a1, by: 'ben' }],
    ['a field added by theirs', a1, { ...a1, note: 'why' }, { ...a1, note: 'why' }],
    [
      'different changes of one field',
      { ...a1, by: 'ben' },
      { ...a1, by: 'cem' },
      { ...a1, by: 'ben', conflict: { by: { base: 'ana', ours: 'ben', theirs: 'cem' } } },
    ],
    [
      'a field removed and changed',
      { id: 'a1', target: ['u1'], tag: 'disputed', when: '2016' },
      { ...a1, by: 'cem' },
      {
        id: 'a1',
        target: ['u1'],
        tag: 'disputed',
        when: '2016',
        conflict: { by: { base: 'ana', theirs: 'cem' } },
      },
    ],
    [
      'two bodies never come about',
      { id: 'a1', target: ['u1'], comment: 'hm', by: 'ana', when: '2016' },
      { ...a1, tag: 'denied' },
      {
        ...{ id: 'a1', target: ['u1'], comment: 'hm', by: 'ana', when: '2016' },
        conflict: { comment: { ours: 'hm' }, tag: { base: 'disputed', theirs: 'denied' } },
      },
    ],
    [
      'an anchor is one thing',
      { ...a1, quote: 'weak' },
      { ...a1, target: ['u2'] },
      {
        ...a1,
        quote: 'weak',
        conflict: { target: { base: ['u1'], ours: ['u1'], theirs: ['u2'] }, quote: { ours: 'weak' } },
      },
    ],
    [
      'sources that both add to',
      { ...a1, sources: [{ source: 's' }, { source: 'x' }] },
      { ...a1, sources: [{ source: 's' }, { source: 'y' }] },
      { ...a1, sources: [{ source: 's' }, { source: 'x' }, { source: 'y' }] },
    ],
    [
      'a chain of reporters is not a set',
      { ...a1, via: ['x'] },
      { ...a1, via: ['y'] },
      { ...a1, via: ['x'], conflict: { via: { ours: ['x'], theirs: ['y'] } } },
    ],
  ])('%s', ([, ours, theirs, merged]) => {
    const result = mergeOf('annotations', [a1], [ours], [theirs]);
    expect(result.value.annotations).toEqual([merged]);
    expect(result.conflicts.map(({ field }) => field)).toEqual(
      Object.keys((merged['conflict'] as object) ?? {}),
    );
  });

  test('sources with one taken away are one field', () => {
    const withSources = (...ids: string[]) => [{ ...a1, sources: ids.map(source => ({ source })) }];
    const { conflicts } = mergeOf(
      'annotations',
      withSources('s', 't'),
      withSources('s'),
      withSources('s', 't', 'y'),
    );
    expect(conflicts).toMatchObject([{ field: 'sources' }]);
  });
});

describe('additions and deletions', () => {
  const edited = { ...a1, note: 'new' };
  test.for<[string, Fields[], Fields[], Fields[], Fields[]]>([
    ['both add the same', [], [a1], [a1], [a1]],
    ['one deletes, the other left it alone', [a1], [], [a1], []],
    [
      'ours deleted, theirs changed',
      [a1],
      [],
      [edited],
      [{ ...edited, conflict: { entry: { ours: 'deleted' } } }],
    ],
    [
      'theirs deleted, ours changed',
      [a1],
      [edited],
      [],
      [{ ...edited, conflict: { entry: { theirs: 'deleted' } } }],
    ],
    [
      'both add one id with different content',
      [],
      [{ id: 'n', comment: 'x' }],
      [{ id: 'n', comment: 'y' }],
      [{ id: 'n', comment: 'x', conflict: { comment: { ours: 'x', theirs: 'y' } } }],
    ],
  ])('%s', ([, base, ours, theirs, merged]) => {
    expect(mergeOf('annotations', base, ours, theirs).value.annotations).toEqual(merged);
  });

  test('an utterance that theirs deleted and ours newly refers to comes back', () => {
    const u1 = { id: 'u1', text: 'We agree.' };
    const base = transcriptOf({ utterances: [u1] });
    const ours = transcriptOf({
      utterances: [u1],
      annotations: [{ id: 'a9', target: ['u1..u1'], comment: 'x' }],
    });
    const merged = mergeVersions(base, ours, transcriptOf({}));
    expect(merged.value.utterances).toEqual([{ ...u1, conflict: { entry: { theirs: 'deleted' } } }]);
    expect(merged.value.annotations).toHaveLength(1);
  });

  test('a reference that the deleting side leaves dangling itself is its own affair', () => {
    const files = { utterances: [{ id: 'u1', text: 'x' }], annotations: [a1] };
    const theirs = transcriptOf({ annotations: [a1] });
    expect(mergeVersions(transcriptOf(files), transcriptOf(files), theirs).conflicts).toEqual([]);
  });

  test('one id given to a party and to an annotation', () => {
    const ours = transcriptOf({ parties: { x: { name: 'X' } } });
    const theirs = transcriptOf({ annotations: [{ ...a1, id: 'x' }] });
    const { conflicts } = mergeVersions(transcriptOf({}), ours, theirs);
    expect(conflicts).toEqual([
      { kind: 'annotation', id: 'x', field: 'id', versions: { ours: 'party', theirs: 'annotation' } },
    ]);
  });
});

describe('order', () => {
  const list = (ids: string) => [...ids].map(id => ({ id, text: id }));
  const spell = (entries: readonly { id?: string | undefined }[]) => entries.map(({ id }) => id).join('');
  test.for<[string, string, string, string, string]>([
    ['theirs adds behind its predecessor', 'abc', 'abc', 'abxc', 'abxc'],
    ['additions at one place: ours first', 'ab', 'axyb', 'apqb', 'axypqb'],
    ['at the beginning', 'ab', 'xab', 'pab', 'xpab'],
    ['theirs moves', 'abcd', 'abcd', 'adbc', 'adbc'],
    ['theirs moves, ours adds', 'abcd', 'abxcd', 'dabc', 'dabxc'],
    ['ours moves, theirs adds behind what moved', 'abcd', 'dabc', 'abcdx', 'dxabc'],
    ['ours deletes the predecessor', 'abc', 'ac', 'abxc', 'axc'],
  ])('%s', ([, base, ours, theirs, merged]) => {
    const result = mergeOf('utterances', list(base), list(ours), list(theirs));
    expect(spell(result.value.utterances)).toBe(merged);
    expect(result.conflicts).toEqual([]);
  });

  test('an utterance that both move to different places', () => {
    const result = mergeOf('utterances', list('abcde'), list('aebcd'), list('abced'));
    expect(spell(result.value.utterances)).toBe('aebcd');
    expect(result.conflicts).toEqual([
      { kind: 'utterance', id: 'e', field: 'position', versions: { ours: 'after a', theirs: 'after c' } },
    ]);
  });
});

describe('utterances without ids', () => {
  test('known by their content, so that an id given to one of them is a change of it', () => {
    const base = [{ text: 'one' }, { text: 'two' }];
    const ours = [{ id: 'n1', text: 'one' }, { text: 'two' }];
    const theirs = [{ text: 'one' }, { text: 'two' }, { text: 'three' }];
    expect(mergeOf('utterances', base, ours, theirs).value.utterances).toEqual([...ours, { text: 'three' }]);
  });

  test('found again when their words are edited', () => {
    const base = [{ text: 'We agreed to the plan of last year.' }, { text: 'Nobody asked us.' }];
    const ours = [{ id: 'n1', text: 'We agreed to the plan of last year.' }, { text: 'Nobody asked us.' }];
    const theirs = [{ text: 'We agreed to the plan of that year.' }, { text: 'Nobody asked us.' }];
    const merged = mergeOf('utterances', base, ours, theirs).value.utterances;
    expect(merged).toEqual([
      { id: 'n1', text: 'We agreed to the plan of that year.' },
      { text: 'Nobody asked us.' },
    ]);
  });

  test('equal additions are one, different ones are all kept', () => {
    const result = mergeOf('utterances', [], [{ text: 'x' }, { text: 'x' }], [{ text: 'x' }, { text: 'y' }]);
    expect(result.value.utterances).toEqual([{ text: 'x' }, { text: 'x' }, { text: 'y' }]);
  });
});

describe('an utterance', () => {
  const u = { id: 'u1', speaker: 'ana', text: 'We did agree to that', start: 0, end: 9 };
  test('words edited in two places are still a conflict', () => {
    const { conflicts } = mergeOf(
      'utterances',
      [u],
      [{ ...u, text: 'They did agree to that' }],
      [{ ...u, text: 'We did agree to this' }],
    );
    expect(conflicts).toMatchObject([{ field: 'text' }]);
  });
  test('start and end are one thing', () => {
    expect(mergeOf('utterances', [u], [{ ...u, start: 8 }], [{ ...u, end: 5 }]).conflicts).toMatchObject([
      { field: 'start' },
      { field: 'end' },
    ]);
  });
});

test('header, extensions and the reference to the transcript', () => {
  const layer = (fields: object, extensions: [string, unknown][] = []): Layer =>
    ({
      ...transcriptOf({}),
      utterances: undefined,
      ...fields,
      kind: 'layer',
      extensions: new Map(extensions),
    }) as unknown as Layer;
  const merged = mergeVersions(
    layer({ transcript: 't.yaml', title: 'A' }),
    layer({ transcript: 't.yaml', title: 'B' }, [['x-a', 1]]),
    layer({ transcript: 'u.yaml', title: 'C' }, [['x-b', 2]]),
  );
  expect(merged.value).toMatchObject({ kind: 'layer', transcript: 'u.yaml', title: 'B' });
  expect(merged.value.extensions).toEqual(
    new Map<string, unknown>([
      ['x-a', 1],
      ['x-b', 2],
    ]),
  );
  expect(merged.value.conflict).toEqual({ title: { base: 'A', ours: 'B', theirs: 'C' } });
  expect(merged.value).not.toHaveProperty('utterances');
});

describe('conflicts left from an earlier merge', () => {
  const earlier = { ...a1, conflict: { by: { ours: 'ana', theirs: 'zoe' } } };
  test('stay beside new ones', () => {
    const result = mergeOf(
      'annotations',
      [earlier],
      [{ ...earlier, when: '1' }],
      [{ ...earlier, when: '2' }],
    );
    expect(result.value.annotations[0]?.conflict).toEqual({
      by: { ours: 'ana', theirs: 'zoe' },
      when: { base: '2016', ours: '1', theirs: '2' },
    });
  });
  test('are not overwritten by a new one about the same field', () => {
    const result = mergeOf('annotations', [earlier], [{ ...earlier, by: 'x' }], [{ ...earlier, by: 'y' }]);
    expect(result.value.annotations[0]?.conflict).toEqual({
      conflict: { ours: { by: { ours: 'ana', theirs: 'zoe' } } },
      by: { base: 'ana', ours: 'x', theirs: 'y' },
    });
  });
});

describe('what the writer gets', () => {
  const b1 = { ...a1, id: 'b1' };
  test('paths in the three files, origins of the fields, and what is gone from ours', () => {
    const result = mergeOf(
      'annotations',
      [a1, b1],
      [b1, { ...a1, by: 'ben', note: 'n' }],
      [
        { id: 'c1', target: ['u2'], comment: 'x' },
        { ...a1, when: '2017', note: 'n' },
      ],
    );
    expect(result.removed).toEqual([['annotations', 0]]);
    const [c, a] = result.entries.annotations;
    expect(c).toMatchObject({
      id: 'c1',
      paths: { theirs: ['annotations', 0] },
      origins: { comment: 'theirs' },
    });
    expect(a?.paths).toEqual({
      base: ['annotations', 0],
      ours: ['annotations', 1],
      theirs: ['annotations', 1],
    });
    expect(a?.origins).toEqual({
      ...{ id: 'base', target: 'base', tag: 'base' },
      ...{ by: 'ours', when: 'theirs', note: 'both' },
    });
  });

  test('one entry for each run of unchanged ones, however long the file', () => {
    const base = Array.from({ length: 10_000 }, (_, index) => ({ id: `u${index}`, text: `words ${index}` }));
    const ours = base.with(5000, { id: 'u5000', text: 'mended' });
    const moved = base.toSpliced(9000, 1).toSpliced(10, 0, base[9000]!);
    const theirs = moved.toSpliced(2000, 1).toSpliced(7000, 0, { id: 'n', text: 'new' });
    const result = mergeOf('utterances', base, ours, theirs);
    const { utterances } = result.entries;
    expect(utterances.map(({ id, run = 1 }) => `${id} ${run}`)).toEqual(
      ['u9 10', 'u9000 1', 'u1998 1989', 'u4999 3000', 'u5000 1'].concat(
        'u6999 1999',
        'n 1',
        'u8999 2000',
        'u9999 999',
      ),
    );
    expect(utterances[4]?.paths.ours).toEqual(['utterances', 5000]);
    expect(result.removed).toEqual([['utterances', 1999]]);
    const merged = theirs.map(utterance => (utterance.id === 'u5000' ? ours[5000]! : utterance));
    expect(result.value.utterances).toEqual(merged);
  });

  test('an id that is there twice joins no run', () => {
    const base = [...'abbc'].map(id => ({ id, text: id }));
    const { entries, value } = mergeOf('utterances', base, base, base);
    expect(entries.utterances.map(({ run }) => run)).toEqual([undefined, undefined, undefined, undefined]);
    expect(value.utterances).toEqual(base);
  });

  test('anchors are resolved anew where a function for it is given, and two pins are then no conflict', () => {
    const pinned = (pin: string) => [{ ...a1, pin }];
    const made: string[] = [];
    const reanchor = (annotation: Annotation, madeOn: string): Annotation => {
      made.push(madeOn);
      return { ...annotation, pin: 'sha256-merged' };
    };
    const result = mergeOf('annotations', pinned('p0'), pinned('p1'), [...pinned('p2'), { ...a1, id: 'b' }], {
      reanchor,
    });
    expect(result.conflicts).toEqual([]);
    expect(result.value.annotations.map(({ pin }) => pin)).toEqual(['sha256-merged', 'sha256-merged']);
    expect(result.entries.annotations[0]?.origins['pin']).toBe('merged');
    expect(made).toEqual(['ours', 'theirs']);
    expect(mergeOf('annotations', pinned('p0'), pinned('p1'), pinned('p2')).conflicts).toMatchObject([
      { field: 'pin' },
    ]);
  });

  test('the pins of claims are not made anew: an accepted change beside a removed pin is contested', () => {
    const c1 = { id: 'c1', text: 'It is so.', target: ['u1'], pin: 'p0', accepted: [] };
    const accepted = [{ by: 'ana', when: '2016' }];
    const { pin: _, ...withoutPin } = c1;
    const result = mergeOf('claims', [c1], [withoutPin], [{ ...c1, accepted }], { reanchor: same => same });
    expect(result.conflicts.map(({ field }) => field)).toEqual(['accepted', 'pin']);
  });
});
