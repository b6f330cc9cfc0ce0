import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pinOf } from '../../../src/core/anchor/pin.ts';
import type { Annotation } from '../../../src/core/model/model.ts';
import type { Anchor, ClaimView, SpeechView, Standing, View } from '../../../src/core/model/view.ts';
import { buildView } from '../../../src/core/view/build-view.ts';
import type { ViewOptions } from '../../../src/core/view/resolve-entries.ts';
import { viewOfSpeeches } from '../../../src/core/view/view-of-speeches.ts';
import { layerOf, projectOf, utteranceEntry } from '../../fixtures/project.ts';

const UTTERANCES = [
  { id: 'u1', speaker: 'ada', text: 'The bridge is closed, the road is open.', start: 0, end: 2000 },
  { id: 'u2', speaker: 'ben', text: 'The bridge?', start: 2000, end: 3500 },
  { id: 'e3', event: 'laughter', start: 4000 },
  { speaker: 'ben', text: 'Who closed it?' },
];
const STATEMENTS = [
  { id: 's1', speaker: 'office', text: 'The bridge was never open.' },
  { id: 's2', speaker: 'office', text: 'The bridge\u00a0is not ours.' },
];

type Notes = readonly (Partial<Annotation> & { id: string })[];

function viewOf(annotations: Notes, options?: ViewOptions, claims: readonly object[] = []): View {
  const layer = {
    creator: { name: 'Reader' },
    annotations: annotations as Annotation[],
    claims: claims as never,
  };
  return buildView(projectOf({ utterances: UTTERANCES, statements: STATEMENTS }, layer), options);
}

const anchorsOf = (annotation: Omit<Annotation, 'id'>): readonly Anchor[] => {
  const view = viewOf([{ id: 'a1', ...annotation }]);
  const placed = [
    ...view.general,
    ...[...view.utterances, ...view.statements].flatMap(speech => speech.annotations),
  ];
  return placed[0]!.anchors;
};

const shown = (anchors: readonly Anchor[]) =>
  anchors.map(
    ({ target, range, verdict }) => `${target}${range ? ` ${range.start}-${range.end}` : ''} ${verdict}`,
  );

describe('anchors', () => {
  test.for<[string, Omit<Annotation, 'id'>, string[]]>([
    ['a whole utterance', { target: ['u1'] }, ['u1 exact']],
    ['a quote', { target: ['u1'], quote: 'closed' }, ['u1 14-20 exact']],
    ['a quote that is there twice', { target: ['u1'], quote: 'is' }, ['u1 ambiguous']],
    ['a quote with context', { target: ['u1'], quote: 'is', before: 'road ' }, ['u1 31-33 exact']],
    ['a quote that is not there', { target: ['u1'], quote: 'tunnel' }, ['u1 orphaned']],
    ['a quote in one of two', { target: ['u1', 'u2'], quote: 'road' }, ['u1 26-30 exact']],
    ['a quote in both', { target: ['u1', 'u2'], quote: 'The bridge' }, ['u1 ambiguous', 'u2 ambiguous']],
    ['a quote in none', { target: ['u1', 'u2'], quote: 'tunnel' }, ['u1 orphaned', 'u2 orphaned']],
    ['a quote in a range', { target: ['u1..u2'], quote: '?' }, ['u2 10-11 exact']],
    ['a quote in an event', { target: ['e3'], quote: 'laughter' }, ['e3 orphaned']],
    ['a range', { target: ['u1..e3'] }, ['u1 exact', 'u2 exact', 'e3 exact']],
    ['a statement', { target: ['s1'], quote: 'never' }, ['s1 15-20 exact']],
    ['the transcript', { target: ['transcript'] }, ['transcript exact']],
    ['nothing', { target: ['u9'] }, ['u9 orphaned']],
    ['something and nothing', { target: ['u1', 'u9'] }, ['u1 exact', 'u9 orphaned']],
    [
      'the very words before those in another form',
      { target: ['u1', 's2'], quote: 'bridge is' },
      ['u1 4-13 exact'],
    ],
  ])('%s', ([, annotation, anchors]) => {
    expect(shown(anchorsOf({ ...annotation, comment: 'here' }))).toEqual(anchors);
  });

  test('a quote in another form is placed and marked', () => {
    const [anchor] = anchorsOf({ target: ['u1'], quote: 'bridge  is', comment: 'here' });
    expect(anchor).toMatchObject({ verdict: 'exact', range: { start: 4, end: 13 }, folded: true });
    expect(anchorsOf({ target: ['u1'], quote: 'bridge is', comment: 'here' })[0]).not.toHaveProperty(
      'folded',
    );
  });

  const pinU1 = pinOf([utteranceEntry(UTTERANCES[0]!)])!;
  const pinBoth = pinOf([utteranceEntry(UTTERANCES[0]!), utteranceEntry(UTTERANCES[1]!)])!;
  test.for<[string, string[], string | undefined, Anchor['pin']]>([
    ['none', ['u1'], undefined, 'none'],
    ['of the text', ['u1'], pinU1, 'current'],
    ['of another text', ['u2'], pinU1, 'out-of-date'],
    ['of several', ['u1', 'u2'], pinBoth, 'current'],
    ['of a range', ['u1..u2'], pinBoth, 'current'],
    ['of several in another order', ['u2', 'u1'], pinBoth, 'out-of-date'],
    ['of a text that is gone', ['u9'], pinU1, 'out-of-date'],
    ['of texts of which one is gone', ['u1', 'u9'], pinU1, 'out-of-date'],
    ['on the transcript', ['transcript'], pinU1, 'none'],
  ])('pin %s', ([, target, pin, state]) => {
    const anchors = anchorsOf({ target, comment: 'here', ...(pin !== undefined && { pin }) });
    expect(new Set(anchors.map(anchor => anchor.pin))).toEqual(new Set([state]));
  });
});

describe('places', () => {
  test('annotations stand in order of place: the whole, then by start, the longer first', () => {
    const view = viewOf([
      { id: 'road', target: ['u1'], quote: 'road', comment: '-' },
      { id: 'bridge', target: ['u1'], quote: 'bridge', comment: '-' },
      { id: 'bridge-closed', target: ['u1'], quote: 'bridge is closed', comment: '-' },
      { id: 'whole', target: ['u2', 'u1'], comment: '-' },
      { id: 'lost', target: ['u1'], quote: 'tunnel', comment: '-' },
    ]);
    const ids = view.utterances.map(speech => speech.annotations.map(({ annotation }) => annotation.id));
    expect(ids).toEqual([['whole', 'lost', 'bridge-closed', 'bridge', 'road'], ['whole'], [], []]);
    expect(view.general).toEqual([]);
  });

  test('an utterance without an id is reached by a range', () => {
    const view = buildView(
      projectOf(
        { utterances: [{ id: 'u1', text: 'One.' }, { text: 'Two.' }, { id: 'u3', text: 'Three.' }] },
        { annotations: [{ id: 'a1', target: ['u1..u3'], comment: '-' }] },
      ),
    );
    expect(view.utterances.map(speech => speech.annotations.length)).toEqual([1, 1, 1]);
  });

  test('what is on no speech is general', () => {
    const view = viewOf(
      [
        { id: 'on-transcript', target: ['transcript'], comment: '-' },
        { id: 'on-claim', target: ['c1'], tag: 'confirmed', by: 'ben' },
        { id: 'on-annotation', target: ['on-claim'], comment: '-' },
        { id: 'on-nothing', target: ['u9'], comment: '-' },
        { id: 'on-statement', target: ['s1'], comment: '-' },
      ],
      {},
      [{ id: 'c1', text: 'It is closed', target: ['u1', 's1'] }],
    );
    expect(view.general.map(({ annotation }) => annotation.id)).toEqual([
      'on-transcript',
      'on-claim',
      'on-annotation',
      'on-nothing',
    ]);
    expect(view.statements[0]?.annotations.map(({ annotation }) => annotation.id)).toEqual(['on-statement']);
    expect([view.utterances[0]?.claims, view.utterances[1]?.claims, view.statements[0]?.claims]).toEqual([
      [0],
      [],
      [0],
    ]);
  });

  test('the talk lasts to the end of what ends last', () => {
    expect(viewOf([]).duration).toBe(4000);
    expect(buildView(projectOf({ utterances: [{ text: 'One.' }] })).duration).toBeUndefined();
  });

  test('an annotation on a second declaration of a statement is not lost', () => {
    const first = layerOf({ statements: [{ id: 's9', text: 'First.' }] }, 'first.layer.yaml');
    const second = layerOf(
      {
        statements: [{ id: 's9', text: 'Second.' }],
        annotations: [{ id: 'a1', target: ['second#s9'], comment: '-' }],
      },
      'second.layer.yaml',
    );
    const view = buildView(projectOf({}, first, second));
    expect(view.statements.map(({ speech }) => speech.text)).toEqual(['First.']);
    expect(view.general.map(({ annotation }) => annotation.id)).toEqual(['a1']);
  });
});

describe('what layers bring', () => {
  test('parties, sources and statements are merged, and the first declaration counts', () => {
    const view = buildView(
      projectOf(
        { parties: { ada: { name: 'Ada' } }, statements: [{ id: 's1', text: 'One.' }] },
        {
          parties: { ada: { name: 'Someone else' }, ben: { name: 'Ben' } },
          sources: { report: { title: 'R' } },
        },
        {
          statements: [
            { id: 's1', text: 'Other.' },
            { id: 's2', text: 'Two.' },
          ],
        },
      ),
    );
    expect([...view.parties].map(([id, { name }]) => [id, name])).toEqual([
      ['ada', 'Ada'],
      ['ben', 'Ben'],
    ]);
    expect([...view.sources.keys()]).toEqual(['report']);
    expect(view.statements.map(({ speech }) => speech.text)).toEqual(['One.', 'Two.']);
  });

  const byTwo = projectOf(
    {
      utterances: UTTERANCES,
      annotations: [{ id: 'a0', target: ['u1'], comment: '-' }],
      claims: [{ id: 'c0', text: 'Open claim', target: ['u1'] }],
    },
    {
      creator: { name: 'Ann', role: 'annotator' },
      claims: [{ id: 'c1', text: 'It is closed', aspect: 'content', target: ['u1'] }],
      annotations: [{ id: 'a1', target: ['c1'], tag: 'confirmed', by: 'ben' }],
    },
    {
      creator: { name: 'Bob' },
      annotations: [
        { id: 'a2', target: ['c1'], tag: 'denied', by: 'ada' },
        { id: 'a3', target: ['c1'], tag: 'corroborated', by: 'eve', creator: { name: 'Ann' } },
      ],
    },
    { creator: { name: 'Ann' }, annotations: [{ id: 'a4', target: ['c1'], tag: 'denied', by: 'eve' }] },
  );
  const standings = (view: View) =>
    view.claims.map(claim => [claim.id, claim.standings.map(({ reading, name }) => [reading.name, name])]);

  test('layers by one creator are one reading, and an annotation can name another creator', () => {
    const view = buildView(byTwo);
    expect(view.readings).toEqual([
      { name: undefined, creator: undefined },
      { name: 'Ann', creator: { name: 'Ann', role: 'annotator' } },
      { name: 'Bob', creator: { name: 'Bob' } },
    ]);
    expect(standings(view)).toEqual([
      ['c0', [[undefined, 'unreviewed']]],
      [
        'c1',
        [
          ['Ann', 'disputed'],
          ['Bob', 'denied'],
        ],
      ],
    ]);
  });

  test('one reading alone', () => {
    const view = buildView(byTwo, { readings: ['Bob'] });
    expect(view.readings.map(({ name }) => name)).toEqual(['Bob']);
    expect(standings(view)).toEqual([
      ['c0', []],
      ['c1', [['Bob', 'denied']]],
    ]);
    expect(view.utterances.flatMap(speech => speech.annotations)).toEqual([]);
    expect(view.general.map(({ annotation }) => annotation.id)).toEqual(['a2']);
  });

  test('a claim that nobody takes a stance on has a standing in the reading that declares it', () => {
    const view = viewOf([], {}, [{ id: 'c1', text: 'It is closed', checked: '2026-01-15' }]);
    expect(standings(view)).toEqual([['c1', [['Reader', 'unverified']]]]);
  });

  test('of two claims with one id the first counts', () => {
    const claim = (text: string) => ({ id: 'c1', text });
    const view = buildView(projectOf({ claims: [claim('first')] }, { claims: [claim('second')] }));
    expect(view.claims.map(({ text }) => text)).toEqual(['first']);
  });
});

describe('implied claims', () => {
  const summary = ({ id, aspect, anchors, standings }: ClaimView) => ({
    id,
    aspect,
    at: shown(anchors),
    names: standings.map(({ name }) => name),
  });
  const claimsOf = (notes: Notes, claims?: readonly object[]) =>
    viewOf(notes, {}, claims).claims.map(summary);
  const confirmed = { tag: 'confirmed', by: 'ben', aspect: 'content' } as const;
  const denied = { tag: 'denied', by: 'ada', aspect: 'content' } as const;

  test('the same ranges and aspect share a standing', () => {
    expect(
      claimsOf([
        { id: 'a1', target: ['u1'], quote: 'closed', ...confirmed },
        { id: 'a2', target: ['u1'], quote: 'closed', ...denied },
      ]),
    ).toEqual([{ id: undefined, aspect: 'content', at: ['u1 14-20 exact'], names: ['disputed'] }]);
  });

  test('also when written differently', () => {
    expect(
      claimsOf([
        { id: 'a1', target: ['u1', 'u2'], ...confirmed },
        { id: 'a2', target: ['u2', 'u1', 'u1'], ...denied },
        { id: 'a3', target: ['u1..u2'], ...denied },
      ]),
    ).toHaveLength(1);
  });

  type Passage = Pick<Annotation, 'target' | 'quote' | 'aspect'>;
  const namesOf = (one: Passage, other: Passage) =>
    claimsOf([
      { id: 'a1', ...confirmed, ...one },
      { id: 'a2', ...denied, ...other },
    ]).map(({ names }) => names);

  test.for<[string, Passage, Passage]>([
    [
      'overlapping ranges',
      { target: ['u1'], quote: 'bridge is closed' },
      { target: ['u1'], quote: 'closed' },
    ],
    ['a range and its whole utterance', { target: ['u1'] }, { target: ['u1'], quote: 'closed' }],
    ['a part of a set', { target: ['u1', 'u2'] }, { target: ['u1'] }],
    ['two aspects', { target: ['u1'] }, { target: ['u1'], aspect: 'wording' }],
  ])('%s do not', ([, one, other]) => {
    expect(namesOf(one, other)).toEqual([['confirmed'], ['denied']]);
  });

  test.for<[string, Passage, Passage]>([
    ['a quote that has no place and its utterance', { target: ['u1'] }, { target: ['u1'], quote: 'tunnel' }],
    [
      'a quote in the transcript and the whole',
      { target: ['transcript'] },
      { target: ['transcript'], quote: 'closed' },
    ],
  ])('%s do not, and what has no place is unsettled', ([, one, other]) => {
    expect(namesOf(one, other)).toEqual([['confirmed'], ['unsettled']]);
  });

  test('a declared claim on the same passage keeps its own standing', () => {
    expect(
      claimsOf(
        [{ id: 'a1', target: ['u1'], ...denied }],
        [{ id: 'c1', text: 'It is closed', aspect: 'content', target: ['u1'] }],
      ).map(({ id, names }) => [id, names]),
    ).toEqual([
      ['c1', ['unreviewed']],
      [undefined, ['denied']],
    ]);
  });

  test('a stance on a claim and a passage bears on both', () => {
    expect(
      claimsOf(
        [{ id: 'a1', target: ['c1', 'u2'], ...denied }],
        [{ id: 'c1', text: 'It is closed', aspect: 'content', target: ['u1'] }],
      ).map(({ id, at, names }) => [id, at, names]),
    ).toEqual([
      ['c1', ['u1 exact'], ['denied']],
      [undefined, ['u2 exact'], ['denied']],
    ]);
  });

  test('a claim that names no aspect has one standing for each aspect of its stances', () => {
    expect(
      claimsOf(
        [
          { id: 'a1', target: ['c1'], ...confirmed, aspect: 'publication' },
          { id: 'a2', target: ['c1'], ...denied },
        ],
        [{ id: 'c1', text: 'It is so' }],
      ).map(({ id, aspect, names }) => [id, aspect, names]),
    ).toEqual([
      ['c1', 'publication', ['confirmed']],
      ['c1', 'content', ['denied']],
    ]);
  });

  test('speaking words that a passage holds makes one the speaker of its claim', () => {
    expect(
      claimsOf([
        { id: 'a1', target: ['u1'], quote: 'closed', tag: 'retracted', by: 'ada', aspect: 'content' },
      ])[0]?.names,
    ).toEqual(['retracted']);
  });

  test('a stance that a later act replaced on one claim of two is not dead', () => {
    const view = viewOf(
      [
        { id: 'a1', target: ['c1', 'c2'], tag: 'denied', by: 'ada', when: '2020-01-01' },
        { id: 'a2', target: ['c1'], tag: 'confirmed', by: 'ada', when: '2020-02-01' },
      ],
      {},
      [
        { id: 'c1', text: 'One', aspect: 'content' },
        { id: 'c2', text: 'Two', aspect: 'content' },
      ],
    );
    expect(view.general.map(({ dead }) => dead)).toEqual([undefined, undefined]);
    expect(view.claims.map(({ standings }) => standings[0]?.name)).toEqual(['confirmed', 'denied']);
  });
});

describe('properties', () => {
  const target = fc.constantFrom(
    'u1',
    'u2',
    'u1..u2',
    'e3',
    's1',
    'c1',
    'c2',
    'transcript',
    'a1',
    'a2',
    'u9',
    'one#a1',
  );
  const date = fc.constantFrom('2020', '2020-06', '2020-06-01', '2021-01-01', 'unknown', 'XXXX-12-07');
  const note = fc.record(
    {
      target: fc.array(target, { minLength: 1, maxLength: 3 }),
      quote: fc.constantFrom('bridge', 'is', 'The bridge', 'tunnel'),
      tag: fc.constantFrom(
        'confirmed',
        'acknowledged',
        'disputed',
        'denied',
        'asserted',
        'retracted',
        'declined-to-comment',
        'sic',
      ),
      aspect: fc.constantFrom('content' as const, 'publication' as const),
      by: fc.constantFrom('ada', 'ben'),
      when: date,
      characterised: fc.boolean(),
      withdrawn: date,
      supersedes: fc.subarray(['a1', 'a2', 'a3']),
      creator: fc.constantFrom({ name: 'Ann' }, { name: 'Bob' }),
    },
    { requiredKeys: ['target'] },
  );
  const notes = fc
    .array(note, { maxLength: 8 })
    .map(list => list.map((one, index) => ({ ...one, id: `a${index + 1}` })));

  const projectWith = (layers: readonly (readonly Annotation[])[]) =>
    projectOf(
      {
        utterances: UTTERANCES,
        statements: STATEMENTS,
        claims: [
          { id: 'c1', text: 'One', aspect: 'content', target: ['u1'] },
          { id: 'c2', text: 'Two', target: ['u1', 'u2'] },
        ],
      },
      ...layers.map((annotations, index) =>
        layerOf(
          { creator: { name: 'Reader' }, annotations },
          index === 0 ? 'one.layer.yaml' : 'two.layer.yaml',
        ),
      ),
    );
  const asOf = fc.constantFrom(undefined, '2020-05-31', '2020-06', '2022');

  test('every annotation is somewhere in the view', () => {
    fc.assert(
      fc.property(notes, asOf, (list, date) => {
        const view = buildView(projectWith([list.slice(0, 3), list.slice(3)]), { asOf: date });
        const speeches = [...view.utterances, ...view.statements].flatMap(speech => speech.annotations);
        const found = new Set([...view.general, ...speeches].map(({ annotation }) => annotation.id));
        expect(found).toEqual(new Set(list.map(({ id }) => id)));
      }),
    );
  });

  test('every stance is in a standing', () => {
    fc.assert(
      fc.property(notes, asOf, (list, date) => {
        const view = buildView(projectWith([list]), { asOf: date });
        const weighed = view.claims.flatMap(claim => claim.standings.flatMap(standing => standing.stances));
        const stances = list.filter(({ tag }) => tag !== undefined && tag !== 'sic').map(({ id }) => id);
        expect(new Set(weighed.map(({ stance }) => stance.annotation.id))).toEqual(new Set(stances));
      }),
    );
  });

  test('a view of some speeches says of them what the whole one does', () => {
    const summary = (view: Pick<View, 'claims'>, { annotations, claims }: SpeechView) => ({
      annotations: annotations.map(({ annotation, dead, state, anchors }) => [
        annotation.id,
        dead,
        state,
        shown(anchors),
      ]),
      claims: claims.map(index => {
        const { id, aspect, anchors, state, standings } = view.claims[index]!;
        return [id, aspect, shown(anchors), state, standings.map(standing => weighed(standing))];
      }),
    });
    const weighed = ({ reading, name, because, remarks, stances }: Standing) => [
      reading.name,
      name,
      because,
      remarks,
      stances.map(({ stance, counts, why, waits }) => [
        stance.annotation.id,
        stance.dead,
        counts,
        why,
        waits,
      ]),
    ];
    const chosen = fc.subarray(['u1', 'u2', 's1', 's2']);
    fc.assert(
      fc.property(notes, asOf, chosen, (list, date, ids) => {
        const project = projectWith([list.slice(0, 4), list.slice(4)]);
        const whole = buildView(project, { asOf: date });
        const wanted = [...whole.utterances, ...whole.statements].filter(
          ({ id }) => id !== undefined && ids.includes(id),
        );
        const speeches = new Map(wanted.map(({ speech, kind }) => [speech, kind]));
        const part = viewOfSpeeches(project, speeches, { asOf: date });
        expect(part.readings).toEqual(whole.readings);
        expect([...part.speeches.values()].map(speech => summary(part, speech))).toEqual(
          wanted.map(speech => summary(whole, speech)),
        );
      }),
    );
  });

  test('the order of layers does not change a standing', () => {
    const summary = (view: View) =>
      view.claims
        .flatMap(({ id, aspect, anchors, standings }) =>
          standings.map(({ reading, name, because, remarks, stances }) => {
            // The first stance decides whether an annotation is named with its layer.
            const places =
              id ??
              shown(anchors)
                .map(place => place.replace(/^\w+#/, ''))
                .sort();
            const whys = stances.map(({ stance, counts, why }) => [
              stance.annotation.id,
              stance.dead,
              counts,
              why,
            ]);
            return JSON.stringify([places, aspect, reading.name, name, because, remarks, whys]);
          }),
        )
        .sort();
    // One target each: the anchors of an implied claim are written as by the first stance that implies it.
    const single = notes.map(list => list.map(one => ({ ...one, target: one.target.slice(0, 1) })));
    fc.assert(
      fc.property(single, asOf, (list, date) => {
        const [one, two] = [list.slice(0, 4), list.slice(4)];
        const project = projectWith([one, two]);
        const swapped = { ...project, layers: project.layers.toReversed() };
        expect(summary(buildView(swapped, { asOf: date }))).toEqual(
          summary(buildView(project, { asOf: date })),
        );
      }),
    );
  });

  test('what does not count is never named by the standing', () => {
    fc.assert(
      fc.property(notes, list => {
        for (const { standings } of buildView(projectWith([list])).claims) {
          for (const { name, stances } of standings) {
            const counts = stances.map(stance => stance.counts);
            if (['confirmed', 'corroborated', 'acknowledged'].includes(name))
              expect(counts).not.toContain('contests');
            if (name === 'unverified' || name === 'unreviewed')
              expect(counts.every(count => count === undefined)).toBe(true);
            for (const { stance, counts: count } of stances)
              if (stance.dead !== undefined) expect(count).toBeUndefined();
          }
        }
      }),
    );
  });
});
