/** What waits for a person, and how it is settled. */
import { describe, expect, test } from 'vitest';
import { pinOf } from '../../../src/core/anchor/pin.ts';
import type { Annotation, Claim, Statement, Transcript } from '../../../src/core/model/model.ts';
import type { Entry } from '../../../src/core/model/project.ts';
import { TargetResolver } from '../../../src/core/model/targets.ts';
import { type Acceptance, acceptedEntry, ONLY_EXACT } from '../../../src/core/reanchor/acceptance.ts';
import type { Outcome } from '../../../src/core/reanchor/outcome.ts';
import { documentOf, layerOf } from '../../fixtures/project.ts';
import { on, transcript } from '../anchor/builders.ts';
import { outcomesOf, written } from './layers.ts';

const SPOKEN = [
  'Good evening to all.',
  'We paid five million to the ministry. Then we went home again.',
  'Nobody told us anything about it.',
];
const STATEMENT: Statement = { id: 's1', speaker: 'office', text: 'We accept the publication as fact.' };
const CLAIM: Claim = { id: 'c1', text: 'Five million were paid.', target: ['u2'] };

const ACT = { by: 'Ada Reader', when: '2026-03-01', keepsWas: true };
const byId = (...ids: string[]): Acceptance => ({ ...ONLY_EXACT, ids: new Set(ids), act: ACT });
const UNALARMED: Acceptance = { ...ONLY_EXACT, moved: true, edited: true, act: ACT };

const talk = (texts: readonly (string | object)[] = SPOKEN): Transcript => ({
  ...transcript(texts),
  statements: [STATEMENT],
});
const OLD = talk();

interface Entries {
  readonly annotations?: readonly Annotation[];
  readonly claims?: readonly Claim[];
}

function carried(entries: Entries, fresh: Transcript, accept = ONLY_EXACT, old = OLD): Outcome[] {
  return outcomesOf({ old, new: fresh, layer: layerOf(entries).value, accept });
}

const writtenTo = (entries: Entries, outcomes: readonly Outcome[]) =>
  written(layerOf(entries).value, outcomes);

/** The pin that an entry gets on the words of a version. */
function pinned<E extends Annotation | Claim>(entry: E, version = OLD): E {
  const project = { transcript: documentOf('talk.yaml', version), layers: [layerOf({ claims: [CLAIM] })] };
  const resolver = new TargetResolver(project);
  const entries = (entry.target ?? []).flatMap((target): readonly Entry[] => {
    const found = resolver.resolve(target);
    return found.found === 'entries' ? found.entries : [];
  });
  return { ...entry, pin: pinOf(entries, entry as Annotation)! };
}

const verdictOf = (entry: Annotation, fresh: Transcript, accept?: Acceptance) =>
  carried({ annotations: [entry], claims: [CLAIM] }, fresh, accept)[0]!;

const SIX = talk(SPOKEN.with(1, SPOKEN[1]!.replace('five', 'six')));
const QUOTED = on('u2', 'five million', { id: 'a' });

describe('targets of several kinds are kept where nothing changed', () => {
  test.for<[string, readonly string[], string | undefined]>([
    ['a statement and utterances', ['s1', 'u1', 'u2'], undefined],
    ['utterances and a statement', ['u1..u3', 's1'], undefined],
    ['with words of an utterance', ['s1', 'u2'], 'five million'],
    ['with words of the statement', ['u2', 's1'], 'publication'],
    ['with words of one of several utterances', ['u1', 'u2', 'u3'], 'five million'],
    ['an utterance and a claim', ['u1', 'c1'], undefined],
    ['an utterance and an annotation', ['u1', 'other'], undefined],
    ['an utterance and the transcript', ['u1', 'transcript'], undefined],
    ['an utterance and an entry of a layer', ['u1', 'layer#other'], undefined],
    ['an utterance and what is in no file at hand', ['u1', 'elsewhere#a1'], undefined],
  ])('%s', ([, target, quote]) => {
    const note = on(target, quote, { id: 'a' });
    const other = on('u3', undefined, { id: 'other' });
    for (const entry of [note, pinned(note)]) {
      const [outcome] = carried({ annotations: [entry, other], claims: [CLAIM] }, talk());
      expect(outcome).toMatchObject({ state: 'kept', placement: { verdict: 'exact' } });
      expect(outcome!.after).toEqual(outcome!.before);
    }
  });
});

describe('targets of several kinds, where something changed', () => {
  const renumbered = talk(SPOKEN.map((text, index) => ({ text, id: `n${index + 1}` })));

  test('utterances follow their new ids, the others stay', () => {
    const note = pinned(on(['s1', 'u1', 'u2'], undefined, { id: 'a' }));
    const outcome = verdictOf(note, renumbered);
    expect(outcome).toMatchObject({ state: 'carried', after: { target: ['n1', 'n2', 's1'] } });
    expect(verdictOf({ ...note, ...(outcome.after as Partial<Annotation>) }, renumbered).state).toBe('kept');
  });

  test.for<[string, Transcript, string]>([
    [
      'other words in the statement',
      { ...talk(), statements: [{ ...STATEMENT, text: 'We accept nothing.' }] },
      'edited',
    ],
    ['no statement', { ...talk(), statements: [] }, 'orphaned'],
    ['other words in the utterance', SIX, 'edited'],
  ])('%s', ([, fresh, verdict]) => {
    const note = pinned(on(['s1', 'u2'], undefined, { id: 'a' }));
    expect(verdictOf(note, fresh)).toMatchObject({ state: 'left', after: { verdict } });
  });

  test('words that stand in the statement as well by now are in several places', () => {
    const fresh = { ...talk(), statements: [{ ...STATEMENT, text: 'It was five million.' }] };
    const note = pinned(on(['s1', 'u2'], 'five million', { id: 'a' }));
    const outcome = verdictOf(note, fresh, byId('a'));
    expect(outcome).toMatchObject({ state: 'left', after: { verdict: 'ambiguous' } });
  });
});

describe('the pin decides', () => {
  test('a change outside of the sentence with the quote leaves it exact', () => {
    const fresh = talk(SPOKEN.with(1, 'We paid five million to the ministry. Then they did not go home.'));
    const outcome = verdictOf(pinned(QUOTED), fresh);
    expect(outcome).toMatchObject({ state: 'carried', placement: { verdict: 'exact' } });
    expect(outcome.after.pin).toBe(pinned(QUOTED, fresh).pin);
  });

  test('also where the old version is not at hand', () => {
    const fresh = talk(SPOKEN.with(1, 'We paid five million to the ministry. Then they did not go home.'));
    const [outcome] = carried({ annotations: [pinned(QUOTED)] }, fresh, ONLY_EXACT, fresh);
    expect(outcome).toMatchObject({ state: 'carried', placement: { verdict: 'exact' } });
  });

  test('a pin of a third version waits, and only its id accepts it', () => {
    const third = talk(SPOKEN.with(1, 'They paid five million to the ministry.'));
    const entry = pinned(QUOTED, third);
    expect(verdictOf(entry, talk(), UNALARMED)).toMatchObject({ state: 'left' });
    const outcome = verdictOf(entry, talk(), byId('a'));
    expect(outcome).toMatchObject({ state: 'carried', isAccepted: true });
    expect(outcome.after.accepted).toEqual([{ by: 'Ada Reader', when: '2026-03-01' }]);
  });
});

describe('a mark goes', () => {
  const marked = writtenTo({ annotations: [pinned(QUOTED)] }, [verdictOf(pinned(QUOTED), SIX)]);

  test('is there to begin with', () => {
    expect(marked.annotations).toMatchObject([{ verdict: 'edited', pin: pinned(QUOTED).pin }]);
  });

  test.for<[string, Transcript, Transcript]>([
    ['from the version before', SIX, talk()],
    ['from the version that it was made on', OLD, talk()],
    ['with nothing to compare', talk(), talk()],
  ])('where the words are put back that its pin names: %s', ([, old, fresh]) => {
    const [outcome] = carried(marked, fresh, ONLY_EXACT, old);
    expect(outcome).toMatchObject({ state: 'carried', after: { verdict: undefined } });
  });

  test('with an acceptance', () => {
    const [outcome] = carried(marked, SIX, byId('a'));
    expect(outcome!.after).toMatchObject({
      verdict: undefined,
      quote: 'six million',
      accepted: [{ by: 'Ada Reader', when: '2026-03-01', was: 'five million' }],
    });
  });

  test.for<[string, Annotation, Transcript]>([
    ['of an annotation with a pin', marked.annotations[0]!, SIX],
    [
      'of one without, whose words stand',
      { ...on('u2', 'ministry', { id: 'a' }), verdict: 'edited' },
      talk(),
    ],
    ['of one on a whole utterance', { ...on('u2', undefined, { id: 'a' }), verdict: 'edited' }, talk()],
    ['of one on a statement', { ...on('s1', undefined, { id: 'a' }), verdict: 'edited' }, talk()],
  ])('and in no other way, %s', ([, entry, version]) => {
    for (const accept of [ONLY_EXACT, UNALARMED]) {
      const [outcome] = carried({ annotations: [entry] }, version, accept, version);
      expect(outcome!.after.verdict).toBeDefined();
      expect(outcome!.state).toBe('left');
    }
    const [accepted] = carried({ annotations: [entry] }, version, byId('a'), version);
    if (accepted!.placement.anchor !== undefined)
      expect(accepted).toMatchObject({ isAccepted: true, after: { verdict: undefined } });
  });
});

describe('claims with a pin are carried as annotations are', () => {
  const put = pinned(CLAIM);

  test('other words wait with a verdict, and are accepted', () => {
    const [left] = carried({ claims: [put] }, SIX);
    expect(left).toMatchObject({ kind: 'claim', state: 'left', after: { verdict: 'edited', pin: put.pin } });
    const marked = writtenTo({ claims: [put] }, [left!]);
    const [accepted] = carried(marked, SIX, byId('c1'));
    expect(accepted!.after).toMatchObject({ pin: pinned(CLAIM, SIX).pin, verdict: undefined });
    expect(accepted!.after.accepted).toEqual([{ by: 'Ada Reader', when: '2026-03-01', was: SPOKEN[1] }]);
    const settled = writtenTo(marked, [accepted!]);
    expect(carried(settled, SIX)).toMatchObject([{ state: 'kept' }]);
  });

  test('new ids are told from old ones', () => {
    const fresh = talk(['Is this on?', ...SPOKEN]);
    expect(carried({ claims: [put] }, fresh)).toMatchObject([
      { state: 'carried', after: { target: ['u3'] } },
    ]);
  });
});

test('what was superseded waits for nobody', () => {
  const annotations = [pinned(QUOTED), on('u1', undefined, { id: 'b', supersedes: ['a'] })];
  const [outcome] = carried({ annotations }, SIX);
  expect(outcome).toMatchObject({ state: 'kept', after: { verdict: undefined } });
});

describe('an acceptance says what the words were', () => {
  const alarms = [{ kind: 'speaker', old: 'rao', new: 'dahl' }] as const;
  const change = { old: 'five million', new: 'six million' };

  test.for<[string, Parameters<typeof acceptedEntry>[1], object]>([
    ['where they changed', { change, alarms: [], reason: 'in-place' }, { was: 'five million' }],
    ['where the speaker did', { change: undefined, alarms, reason: 'in-place' }, { 'was-speaker': 'rao' }],
    ['where neither did', { change: undefined, alarms: [], reason: 'elsewhere' }, {}],
    ['but not words of another version', { change, alarms, reason: 'pinned-elsewhere' }, {}],
  ])('%s', ([, placement, fields]) => {
    expect(acceptedEntry(ACT, placement)).toEqual({ by: 'Ada Reader', when: '2026-03-01', ...fields });
  });

  test('unless they are to be left out', () => {
    const entry = acceptedEntry({ ...ACT, keepsWas: false }, { change, alarms, reason: 'in-place' });
    expect(entry).toEqual({ by: 'Ada Reader', when: '2026-03-01' });
  });

  test('an earlier acceptance stays before it', () => {
    const earlier = { by: 'Bo', when: '2025-01-01' };
    const outcome = verdictOf({ ...pinned(QUOTED), accepted: [earlier] }, SIX, byId('a'));
    expect(outcome.after.accepted).toEqual([
      earlier,
      { by: 'Ada Reader', when: '2026-03-01', was: 'five million' },
    ]);
  });

  const formerWords = (old: string, now: string) =>
    acceptedEntry(ACT, { change: { old, new: now }, alarms: [], reason: 'in-place' }).was;

  const forty = Array.from({ length: 40 }, (_, at) => `w${at}`);
  test.for<[string, string[], string[], string]>([
    ['40 words are kept whole', forty, forty.with(9, 'x'), forty.join(' ')],
    [
      'of more what changed, with three words on each side',
      [...forty, 'z'],
      [...forty.with(9, 'x'), 'z'],
      'w6 w7 w8 w9 w10 w11 w12',
    ],
    [
      'two changes far apart',
      [...forty, 'z'],
      [...forty.with(9, 'x').with(30, 'y'), 'z'],
      'w6 w7 w8 w9 w10 w11 w12 … w27 w28 w29 w30 w31 w32 w33',
    ],
    [
      'two close to each other',
      [...forty, 'z'],
      [...forty.with(9, 'x').with(12, 'y'), 'z'],
      forty.slice(6, 16).join(' '),
    ],
    ['at the edges', [...forty, 'z'], ['x', ...forty.slice(1), 'y'], 'w0 w1 w2 w3 … w37 w38 w39 z'],
    [
      'words put in',
      [...forty, 'z'],
      [...forty.slice(0, 9), 'x', ...forty.slice(9), 'z'],
      'w6 w7 w8 w9 w10 w11',
    ],
  ])('%s', ([, old, now, expected]) => {
    expect(formerWords(old.join(' '), now.join(' '))).toBe(expected);
  });

  test('characters of a script without spaces are words', () => {
    const old = '我们星期一签字'.repeat(8);
    // What counts as changed is left to the dictionary of the diff: the character, or the word that it is in.
    expect(formerWords(old, old.replace('一', '二'))).toMatch(/^我?们?星期一签字我$/);
  });
});
