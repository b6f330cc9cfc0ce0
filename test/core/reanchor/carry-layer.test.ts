import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pinMatches, pinOf } from '../../../src/core/anchor/pin.ts';
import type { Annotation, Claim, Layer, Transcript, Utterance } from '../../../src/core/model/model.ts';
import { type Acceptance, ONLY_EXACT } from '../../../src/core/reanchor/acceptance.ts';
import type { Outcome } from '../../../src/core/reanchor/outcome.ts';
import { documentOf, NOTHING } from '../../fixtures/project.ts';
import { on, transcript } from '../anchor/builders.ts';
import { annotationsOn, speech, talk, text } from '../anchor/talks.ts';
import { outcomesOf, written } from './layers.ts';

const layerOf = (annotations: readonly Annotation[], more: Partial<Layer> = {}): Layer => ({
  ...NOTHING,
  kind: 'layer',
  transcript: 'talk.yaml',
  annotations,
  ...more,
});

function pinnedTo(version: Transcript, annotation: Annotation): Annotation {
  const entries = annotation.target.map(id => {
    const value = version.utterances.find(utterance => utterance.id === id)!;
    return { id, kind: 'utterance' as const, value, document: documentOf('talk.yaml', version), path: [] };
  });
  return { ...annotation, pin: pinOf(entries)! };
}

/** What has no alarm. */
const plain: Acceptance = { ...ONLY_EXACT, moved: true, edited: true };
/** What has alarms as well, by the ids that the tests give. */
const all: Acceptance = {
  ...plain,
  ids: new Set(['a', 'c', 'paid', ...Array.from({ length: 9 }, (_, at) => [`w${at}`, `q${at}`]).flat()]),
};

/** Another version: utterances dropped, moved to the end, inserted in front or with another text; ids kept, lost or none. */
const versions = fc
  .record({
    talk,
    inserted: fc.array(speech, { maxLength: 2 }),
    dropped: fc.nat(8),
    edited: fc.nat(8),
    text,
    turned: fc.boolean(),
    ids: fc.constantFrom('kept', 'renumbered', 'other', 'none'),
  })
  .map(({ talk: utterances, inserted, dropped, edited, text: other, turned, ids }) => {
    const old = transcript(utterances);
    const changed = old.utterances
      .map((utterance, index) => (index === edited ? { ...utterance, text: other } : utterance))
      .filter((_, index) => index !== dropped);
    const moved = turned ? [...changed.slice(1), ...changed.slice(0, 1)] : changed;
    const list = [...inserted.map((entry, index) => ({ id: `x${index}`, ...entry })), ...moved];
    const named = list.map(({ id, ...rest }, index): Partial<Utterance> => {
      if (ids === 'none') return { ...rest, id: undefined } as unknown as Partial<Utterance>;
      return { ...rest, id: ids === 'kept' ? id! : ids === 'renumbered' ? `u${index + 1}` : `n${index + 1}` };
    });
    return { old, new: transcript(named) };
  });

const pinnedOn = (version: Transcript) => annotationsOn(version).map(one => pinnedTo(version, one));

const acceptance = fc.constantFrom<Acceptance>(ONLY_EXACT, all, plain);

test('every annotation has an outcome in its place, and what is left keeps its anchor and says why', () => {
  fc.assert(
    fc.property(versions, acceptance, (version, accept) => {
      const layer = layerOf(pinnedOn(version.old));
      const outcomes = outcomesOf({ ...version, layer, accept });
      expect(outcomes.map(({ id, index }) => [id, index])).toEqual(
        layer.annotations.map(({ id }, index) => [id, index]),
      );
      for (const { state, before, after, placement, lacksId } of outcomes) {
        if (state !== 'left') continue;
        expect({ ...after, verdict: undefined }).toEqual(before);
        if (!lacksId) expect(after.verdict).toBe(placement.verdict);
        expect(lacksId || placement.verdict !== 'exact').toBe(true);
      }
    }),
  );
});

test('nothing edited: everything is kept as it is', () => {
  fc.assert(
    fc.property(talk, acceptance, (utterances, accept) => {
      const version = transcript(utterances);
      const layer = layerOf(pinnedOn(version), {
        claims: [{ id: 'c', text: 'A claim', target: ['u1'] }],
      });
      for (const { state, before, after } of outcomesOf({ old: version, new: version, layer, accept })) {
        expect(state).toBe('kept');
        expect(after).toEqual(before);
      }
    }),
  );
});

test('what was carried holds on to the new version by a pin that is up to date', () => {
  fc.assert(
    fc.property(versions, version => {
      const layer = layerOf(pinnedOn(version.old));
      for (const { state, after } of outcomesOf({ ...version, layer, accept: all })) {
        if (state === 'left') continue;
        const utterances = after.target.flatMap(id =>
          version.new.utterances.filter(entry => entry.id === id),
        );
        const entries = utterances.map(value => pinnedEntry(value, version.new));
        expect(entries).not.toHaveLength(0);
        expect(pinMatches(after.pin!, entries)).toBe(true);
      }
    }),
  );
});

function pinnedEntry(value: Utterance, version: Transcript) {
  return {
    id: value.id!,
    kind: 'utterance' as const,
    value,
    document: documentOf('talk.yaml', version),
    path: [],
  };
}

test('a second run has nothing to write', () => {
  fc.assert(
    fc.property(versions, acceptance, acceptance, (version, first, second) => {
      const layer = layerOf(pinnedOn(version.old));
      const once = written(layer, outcomesOf({ ...version, layer, accept: first }));
      const again = outcomesOf({ ...version, layer: once, accept: first });
      for (const { before, after } of again) expect(after).toEqual(before);
      const other = outcomesOf({ ...version, layer: once, accept: second });
      const settled = other.filter((_, index) => once.annotations[index]!.verdict === undefined);
      expect(settled.filter(({ state }) => state === 'carried')).toEqual([]);
    }),
  );
});

test('the order of annotations does not matter', () => {
  fc.assert(
    fc.property(versions, acceptance, (version, accept) => {
      const annotations = pinnedOn(version.old);
      const fates = (list: readonly Annotation[]) =>
        outcomesOf({ ...version, layer: layerOf(list), accept }).map(({ index: _, ...fate }) => fate);
      expect(fates(annotations.toReversed()).toReversed()).toEqual(fates(annotations));
    }),
  );
});

const REPEATED = [
  'Yeah, that is so.',
  'Where were you on Monday?',
  'Yeah, that is so.',
  'Nobody asked me that.',
];

/** The same talk with two utterances in front, and ids counted anew, as a second import gives. */
function counted(texts: readonly string[]): Transcript {
  return transcript(['Good evening to everybody.', 'Please begin now.', ...texts]);
}

test('a text that stands under one id before and another after is not carried twice', () => {
  const version = { old: transcript(REPEATED), new: counted(REPEATED) };
  const annotations = ['u1', 'u2', 'u4'].map(id =>
    pinnedTo(version.old, on(id, undefined, { id: `on-${id}` })),
  );
  const layer = layerOf(annotations);
  const once = written(layer, outcomesOf({ ...version, layer }));
  expect(once.annotations.map(({ target }) => target)).toEqual([['u3'], ['u4'], ['u6']]);
  expect(outcomesOf({ ...version, layer: once }).map(({ state }) => state)).toEqual(['kept', 'kept', 'kept']);
});

const SPOKEN = [
  'The harvest was poor that year.',
  'We paid five million to the ministry.',
  'Nobody told us about it.',
];

test.for([
  ['an exact passage', SPOKEN, 'u2', 'paid five million', 'exact', 'kept'],
  [
    'a number in another spelling',
    SPOKEN.with(1, 'We paid 5 million to the ministry.'),
    'u2',
    'paid five million',
    'edited',
    'left',
  ],
  [
    'another number',
    SPOKEN.with(1, 'We paid six million to the ministry.'),
    'u2',
    'paid five million',
    'edited',
    'left',
  ],
  [
    'a negation beside the quote',
    SPOKEN.with(1, 'We not paid five million to the ministry.'),
    'u2',
    'paid five million',
    'edited',
    'left',
  ],
  [
    'words that are gone',
    SPOKEN.with(1, 'Let us have some tea first.'),
    'u2',
    'paid five million',
    'orphaned',
    'left',
  ],
] as const)('%s', ([, texts, target, quote, verdict, state]) => {
  const old = transcript(SPOKEN);
  const layer = layerOf([pinnedTo(old, on(target, quote))]);
  expect(outcomesOf({ old, new: transcript(texts), layer })).toMatchObject([
    { placement: { verdict }, state },
  ]);
});

const EDITS = [SPOKEN[0]!, 'We paid six million to the ministry.', 'Nobody told us much about it.'];

test.for([
  ['nothing more', {}, ['left', 'left']],
  ['edited, without what raises an alarm', { edited: true }, ['left', 'carried']],
  ['one by its id, its alarm included', { ids: new Set(['number']) }, ['carried', 'left']],
  ['another verdict', { moved: true }, ['left', 'left']],
] as const)('accepted: %s', ([, accept, states]) => {
  const old = transcript(SPOKEN);
  const layer = layerOf([
    pinnedTo(old, on('u2', undefined, { id: 'number' })),
    pinnedTo(old, on('u3', undefined, { id: 'plain' })),
  ]);
  const outcomes = outcomesOf({ old, new: transcript(EDITS), layer, accept: { ...ONLY_EXACT, ...accept } });
  expect(outcomes.map(({ state }) => state)).toEqual(states);
});

test('an annotation that was made on neither version waits, though its quote stands in both', () => {
  const earlier = transcript(SPOKEN.with(1, 'They paid five million to the ministry.'));
  const layer = layerOf([pinnedTo(earlier, on('u2', 'paid five million'))]);
  const version = transcript(SPOKEN);
  expect(outcomesOf({ old: version, new: version, layer })).toMatchObject([
    { placement: { verdict: 'edited', reason: 'pinned-elsewhere' }, state: 'left' },
  ]);
});

test('what was withdrawn needs no person, and is carried where it can be', () => {
  const old = transcript(SPOKEN);
  const withdrawn = { withdrawn: '2021-05-03' };
  const layer = layerOf([
    pinnedTo(old, on('u2', 'paid five million', withdrawn)),
    pinnedTo(old, on('u3', 'told us about', withdrawn)),
  ]);
  const fresh = transcript([SPOKEN[0]!, 'Let us have some tea first.', `Well. ${SPOKEN[2]}`]);
  const [gone, there] = outcomesOf({ old, new: fresh, layer });
  expect(gone).toMatchObject({ state: 'kept', placement: { verdict: 'orphaned' } });
  expect(gone!.after).toEqual(gone!.before);
  expect(there).toMatchObject({ state: 'carried', placement: { verdict: 'exact' } });
});

test('a mark goes when the annotation is placed, and nothing else is written then', () => {
  const old = transcript(SPOKEN);
  const layer = layerOf([{ ...pinnedTo(old, on('u2', 'paid five million')), verdict: 'orphaned' }]);
  const [outcome] = outcomesOf({ old, new: old, layer });
  expect(outcome).toMatchObject({ state: 'carried', after: { ...outcome!.before, verdict: undefined } });
});

test('an utterance without an id cannot be named: the anchor stays and no verdict is put on it', () => {
  const old = transcript(SPOKEN);
  const nameless = transcript(SPOKEN);
  const fresh = { ...nameless, utterances: nameless.utterances.map(({ id: _, ...rest }) => rest) };
  const layer = layerOf([pinnedTo(old, on('u2', 'paid five million'))]);
  const [outcome] = outcomesOf({ old, new: fresh, layer });
  expect(outcome).toMatchObject({ state: 'left', lacksId: true, placement: { verdict: 'exact' } });
  expect(outcome!.after).toEqual(outcome!.before);
});

test('an id that two utterances have names the first only, so nothing is attached to the second by it', () => {
  const old = transcript(SPOKEN);
  const fresh = transcript(SPOKEN.map((spoken, index) => ({ text: spoken, id: index === 0 ? 'n1' : 'n2' })));
  const layer = layerOf([pinnedTo(old, on('u3', 'told us about'))]);
  expect(outcomesOf({ old, new: fresh, layer })).toMatchObject([
    { state: 'left', lacksId: true, after: { target: ['u3'] } },
  ]);
});

test.for([
  ['in its place', SPOKEN, [], 'kept', ['u2']],
  ['renumbered onto ids of the old version', ['Good evening to all.', ...SPOKEN], [], 'left', ['u2']],
  ['under a fresh id', SPOKEN, ['n1', 'n2', 'n3'], 'carried', ['n2']],
  ['gone', [SPOKEN[0]!, 'Let us have some tea.'], ['u1', 'u9'], 'left', ['u2']],
  ['with another number', EDITS, [], 'left', ['u2']],
] as const)('a claim %s', ([, texts, ids, state, target]) => {
  const old = transcript(SPOKEN);
  const fresh = transcript(
    texts.map((spoken, index) => ({ text: spoken, id: ids[index] ?? `u${index + 1}` })),
  );
  const layer = layerOf([], { claims: [{ id: 'paid', text: 'Five million were paid.', target: ['u2'] }] });
  const outcomes = outcomesOf({ old, new: fresh, layer });
  expect(outcomes).toMatchObject([{ kind: 'claim', state, after: { target } }]);
  if (state === 'carried') {
    const again = outcomesOf({ old, new: fresh, layer: written(layer, outcomes) });
    expect(again).toMatchObject([{ state: 'kept' }]);
  }
});

test('a changed number in the passage of a claim is told on every run until it is accepted', () => {
  const [old, fresh] = [transcript(SPOKEN), transcript(EDITS)];
  const claims = [{ id: 'paid', text: 'Five million were paid.', target: ['u2'] }];
  const layer = layerOf([pinnedTo(old, on('u3'))], { claims });
  const version = { old, new: fresh };
  const first = outcomesOf({ ...version, layer, accept: plain });
  expect(first.map(({ state }) => state)).toEqual(['carried', 'left']);
  const carried = written(layer, first);
  expect(outcomesOf({ ...version, layer: carried }).map(({ state }) => state)).toEqual(['kept', 'left']);
  const accept = { ...ONLY_EXACT, ids: new Set(['paid']) };
  const second = outcomesOf({ ...version, layer: carried, accept });
  expect(second.map(({ state }) => state)).toEqual(['kept', 'carried']);
  const settled = outcomesOf({ ...version, layer: written(carried, second) });
  expect(settled.map(({ state }) => state)).toEqual(['kept', 'kept']);
});

test('a claim that a person set right stays so where the layer was carried', () => {
  const version = { old: transcript(REPEATED), new: counted(REPEATED) };
  const layer = layerOf([pinnedTo(version.old, on('u2'))]);
  const once = written(layer, outcomesOf({ ...version, layer }));
  const settled = { ...once, claims: [{ id: 'where', text: 'He was away.', target: ['u4'] }] };
  expect(outcomesOf({ ...version, layer: settled }).map(({ state }) => state)).toEqual(['kept', 'kept']);
});

const STATEMENT = { id: 's1', speaker: 'office', text: 'We accept the publication as fact.' };

test.for([
  ['is unchanged', STATEMENT, 'exact', 'kept'],
  ['has other words', { ...STATEMENT, text: 'We accept the recording as fact.' }, 'orphaned', 'left'],
  [
    'has other words outside the quote',
    { ...STATEMENT, text: 'We accept the publication now.' },
    'edited',
    'left',
  ],
  ['is gone', undefined, 'orphaned', 'left'],
] as const)('a statement of the transcript that %s', ([, statement, verdict, state]) => {
  const old = { ...transcript(SPOKEN), statements: [STATEMENT] };
  const fresh = { ...old, statements: statement === undefined ? [] : [statement] };
  const layer = layerOf([on('s1', 'accept the publication')]);
  expect(outcomesOf({ old, new: fresh, layer })).toMatchObject([{ placement: { verdict }, state }]);
});

const TALK = [
  'We begin with the harvest payments of this year.',
  'The ministry paid five million in March.',
  'Did anybody else see the letter from the bank?',
  'Nobody saw it before the hearing, as far as I know.',
];
const renamed = (texts: readonly string[], letter: string) =>
  transcript(texts.map((text, index) => ({ text, id: `${letter}${index + 1}` })));

function referring(target: string, more: Partial<Annotation>): Annotation {
  return on(target, undefined, {
    'same-as': ['u2'],
    sources: [{ source: 'letters' }, { source: 'u3', at: '2' }],
    date: { role: 'said', edtf: 'unknown', 'relative-to': 'u4' },
    ...more,
  });
}

const idsOf = ({ references }: Outcome) =>
  references.map(({ path, old, new: fresh }) => `${path.join('.')} ${old} > ${fresh}`);

test('ids in other fields follow the utterances that they name', () => {
  const old = transcript(TALK);
  const fresh = renamed(['Is this on?', ...TALK], 'n');
  const layer = layerOf([pinnedTo(old, referring('u1', {}))]);
  const [outcome] = outcomesOf({ old, new: fresh, layer });
  expect(outcome).toMatchObject({ state: 'carried', after: { target: ['n2'] } });
  expect(idsOf(outcome!)).toEqual([
    'same-as.0 u2 > n3',
    'sources.1.source u3 > n4',
    'date.relative-to u4 > n5',
  ]);
});

test('ids that are counted anew are told from old ones by the pin of their annotation', () => {
  const old = transcript(TALK);
  const fresh = transcript(['Is this on?', ...TALK]);
  const layer = layerOf([pinnedTo(old, referring('u1', {}))]);
  const [outcome] = outcomesOf({ old, new: fresh, layer });
  expect(idsOf(outcome!)).toEqual([
    'same-as.0 u2 > u3',
    'sources.1.source u3 > u4',
    'date.relative-to u4 > u5',
  ]);
  const carried = layerOf([
    pinnedTo(fresh, referring('u2', { 'same-as': ['u3'], sources: [{ source: 'u4' }] })),
  ]);
  expect(outcomesOf({ old, new: fresh, layer: carried })[0]).toMatchObject({ state: 'kept', references: [] });
});

test('an id without a counterpart keeps its annotation waiting', () => {
  const old = transcript(TALK);
  const fresh = renamed(TALK.slice(0, 3), 'n');
  const layer = layerOf([pinnedTo(old, referring('u1', {}))]);
  const [outcome] = outcomesOf({ old, new: fresh, layer, accept: all });
  expect(outcome).toMatchObject({
    state: 'left',
    placement: { verdict: 'ambiguous', reason: 'reference-gone' },
    after: { target: ['u1'], verdict: 'ambiguous' },
    references: [],
  });
  const second = outcomesOf({ old, new: fresh, layer: written(layer, [outcome!]) });
  expect(second[0]!.after).toEqual(outcome!.after);
});

test('an id that names another utterance now is not guessed where no pin tells old ids from new', () => {
  const old = transcript(TALK);
  const fresh = transcript([TALK[0]!, 'Is this on?', ...TALK.slice(1)]);
  const layer = layerOf([pinnedTo(old, referring('u1', {}))]);
  const [outcome] = outcomesOf({ old, new: fresh, layer });
  expect(outcome).toMatchObject({ state: 'left', placement: { reason: 'reference-reused' }, references: [] });
});

test('a counterpart with other words is named once the edit was accepted', () => {
  const old = transcript(TALK);
  const edited = [TALK[0]!, 'The ministry paid five million in early March.', ...TALK.slice(2)];
  const layer = layerOf([pinnedTo(old, on('u1', undefined, { 'same-as': ['u2'] }))]);
  const [asked] = outcomesOf({ old, new: renamed(edited, 'n'), layer });
  expect(asked).toMatchObject({ state: 'left', placement: { reason: 'reference-gone' } });
  const [accepted] = outcomesOf({ old, new: renamed(edited, 'n'), layer, accept: all });
  expect(idsOf(accepted!)).toEqual(['same-as.0 u2 > n2']);
  const [same] = outcomesOf({ old, new: transcript(edited), layer });
  expect(same).toMatchObject({ state: 'kept', references: [] });
});

test('an id of a statement that is gone keeps its annotation waiting, and what the layer has itself stays', () => {
  const statement = { id: 's1', text: 'I never said so.', medium: 'print' } as const;
  const old = { ...transcript(TALK), statements: [statement] };
  const layer = layerOf([
    on('u1', undefined, { id: 'a1', 'same-as': ['s1'] }),
    on('u1', undefined, { id: 'a2', date: { role: 'said', edtf: 'unknown', 'relative-to': 'a1' } }),
  ]);
  const [gone, own] = outcomesOf({ old, new: transcript(TALK), layer });
  expect(gone).toMatchObject({ state: 'left', placement: { reason: 'reference-gone' } });
  expect(own).toMatchObject({ state: 'kept', references: [] });
  expect(outcomesOf({ old, new: old, layer })[0]).toMatchObject({ state: 'kept' });
});

test('what waits on a target that neither version has goes on waiting', () => {
  const version = transcript(['We signed on Monday.']);
  const waiting: Annotation = {
    ...on('u6'),
    pin: 'sha256-78ee798f',
    verdict: 'edited',
  };
  const [outcome] = outcomesOf({ old: version, new: version, layer: layerOf([waiting]) });
  expect(outcome).toMatchObject({ state: 'left', after: { verdict: 'edited', pin: waiting.pin } });
});

test('a claim whose utterance was joined with the next appears in the whole, and has no quote', () => {
  const [old, fresh] = [
    transcript(['We signed the contract on Monday.', 'Nobody else was there to see it.']),
    transcript(['We signed the contract on Monday. Nobody else was there to see it.']),
  ];
  const claim: Claim = { id: 'c1', text: 'It was signed.', target: ['u1'], pin: pinOfAll(old, 'u1') };
  const outcomes = outcomesOf({ old, new: fresh, layer: layerOf([], { claims: [claim] }) });
  const { state, after } = outcomes[0]!;
  expect(state).toBe('carried');
  expect(after).toMatchObject({ target: ['u1'], quote: undefined, pin: pinOfAll(fresh, 'u1') });
});

function pinOfAll(version: Transcript, id: string): string {
  return pinnedTo(version, { id: 'a', target: [id] }).pin!;
}
