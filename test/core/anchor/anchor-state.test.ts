import { describe, expect, test } from 'vitest';
import { anchorState, type OlderText } from '../../../src/core/anchor/anchor-state.ts';
import { pinOfSpeeches } from '../../../src/core/anchor/pin.ts';
import type { AnchorState } from '../../../src/core/model/anchor-state.ts';
import type { Annotation, Claim, Statement, Utterance } from '../../../src/core/model/model.ts';
import { documentsOf } from '../../../src/core/model/project.ts';
import { TargetResolver } from '../../../src/core/model/targets.ts';
import type { Verdict } from '../../../src/core/model/vocabulary.ts';
import { presentText } from '../../../src/core/standing/present-text.ts';
import { projectOf } from '../../fixtures/project.ts';

const U1: Utterance = {
  id: 'u1',
  speaker: 'ada',
  text: 'We were sixteen. The hall was full. Sixteen, I said.',
};
const U2: Utterance = { id: 'u2', speaker: 'ben', text: 'Nobody left.' };
const S1: Statement = { id: 's1', speaker: 'ada', text: 'They were sixteen.' };
const quote = 'were sixteen';
const pin = pinOfSpeeches([U1], { quote })!;
const [firstPart] = pin.split('.') as [string];

const claim: Claim = { id: 'c1', text: 'Sixteen were there.', target: ['u1'] };
const note = (more: Partial<Annotation>): Annotation => ({ id: 'a1', target: ['u1'], comment: '.', ...more });

interface Text {
  readonly utterances?: readonly Utterance[];
  readonly claims?: readonly Claim[];
  /** Annotations beside the one that is asked about. */
  readonly others?: readonly Annotation[];
}

function stateOf(entry: Annotation | Claim, text: Text = {}, older?: OlderText): AnchorState {
  const { utterances = [U1, U2], claims = [claim], others = [] } = text;
  const annotations = 'text' in entry ? others : [entry, ...others];
  const project = projectOf({ utterances, statements: [S1], claims, annotations });
  const all = () => documentsOf(project).flatMap(({ value }) => value.annotations);
  return anchorState(entry, presentText(all, new TargetResolver(project)), older);
}

const edited = (change: Partial<Utterance>): Text => ({ utterances: [{ ...U1, ...change }, U2] });
const moreSixes = edited({ text: `${U1.text} They were sixteen.` });
const typoElsewhere = edited({ text: U1.text!.replace('hall', 'room') });
const otherWords = edited({ text: U1.text!.replace('were sixteen', 'were seventeen') });
const sameSentence = edited({ text: U1.text!.replace('We were', 'They were') });
const otherSpeaker = edited({ speaker: 'ben' });
const gone: Text = { utterances: [U2] };

const said = (verdict: Verdict, change?: string): OlderText => ({
  verdictOf: () => verdict,
  carried: entry => (verdict === 'exact' ? entry : undefined),
  changeOf: () => change,
});

const WORDS_GONE = { state: 'waits', reason: 'words-gone' };
const AROUND = { state: 'waits', reason: 'around-changed' };
const SEVERAL = { state: 'waits', reason: 'several-places' };
const PASSAGE_GONE = { state: 'waits', reason: 'passage-gone' };

describe('by the present text alone', () => {
  test.for<[string, Partial<Annotation>, Text, object]>([
    ['a pin of the text as it stands', { quote, pin }, {}, { state: 'sure' }],
    ['a pin of one part', { quote, pin: firstPart }, {}, { state: 'sure' }],
    ['a whole utterance', { pin: firstPart }, {}, { state: 'sure' }],
    ['no pin', { quote }, {}, { state: 'unpinned' }],
    ['no pin, a whole utterance', {}, {}, { state: 'unpinned' }],
    ['no pin, and words that are gone', { quote }, otherWords, WORDS_GONE],
    ['no pin, and words that stand twice', { quote }, moreSixes, SEVERAL],
    ['no pin, and an utterance that is gone', { quote }, gone, PASSAGE_GONE],
    ['no pin, and one of two utterances that is gone', { target: ['u1', 'u2'] }, gone, PASSAGE_GONE],
    ['a typo in another sentence', { quote, pin }, typoElsewhere, { state: 'to-renew' }],
    ['a typo in another sentence, and a pin of one part', { quote, pin: firstPart }, typoElsewhere, AROUND],
    ['a typo in a whole utterance', { pin: firstPart }, typoElsewhere, WORDS_GONE],
    ['another word in the sentence', { quote, pin }, sameSentence, AROUND],
    ['another speaker', { quote, pin }, otherSpeaker, AROUND],
    ['other words', { quote, pin }, otherWords, WORDS_GONE],
    ['the words once more', { quote, pin }, moreSixes, SEVERAL],
    ['the utterance is gone', { quote, pin }, gone, PASSAGE_GONE],
    ['words that never stood there', { quote: 'were ten', pin }, {}, WORDS_GONE],
    ['a range one end of which is gone', { target: ['u1..u2'] }, gone, PASSAGE_GONE],
    ['a statement', { target: ['s1'], quote }, {}, { state: 'unpinned' }],
    ['an utterance and a statement, and words of both', { target: ['u1', 's1'], quote }, {}, SEVERAL],
    ['an utterance named twice', { target: ['u1', 'u1'], quote }, {}, { state: 'unpinned' }],
    ['the transcript', { target: ['transcript'] }, {}, { state: 'sure' }],
    ['a quote of the transcript, which has no words', { target: ['transcript'], quote }, {}, WORDS_GONE],
  ])('%s', ([, fields, text, expected]) => {
    expect(stateOf(note(fields), text)).toEqual(expected);
  });
});

describe('a mark of reanchor waits until a person settled it', () => {
  test.for<[string, Partial<Annotation>, Text, object]>([
    ['with the pin of the text', { quote, pin, verdict: 'edited' }, {}, AROUND],
    ['without a pin', { quote, verdict: 'edited' }, {}, AROUND],
    ['on a whole utterance', { verdict: 'edited' }, {}, WORDS_GONE],
    ['with words that are gone', { quote, pin, verdict: 'orphaned' }, otherWords, WORDS_GONE],
    ['`exact` is no mark', { quote, pin, verdict: 'exact' }, {}, { state: 'sure' }],
  ])('%s', ([, fields, text, expected]) => {
    expect(stateOf(note(fields), text)).toEqual(expected);
  });
});

describe('an annotation that ended never waits', () => {
  test.for<[string, Partial<Annotation>, readonly Annotation[]]>([
    ['withdrawn', { withdrawn: '2026-02-01' }, []],
    ['superseded', {}, [note({ id: 'a2', supersedes: ['a1'] })]],
  ])('%s', ([, ended, others]) => {
    for (const text of [otherWords, sameSentence, moreSixes, gone]) {
      const entry = note({ quote, pin, verdict: 'edited', ...ended });
      expect(stateOf(entry, { ...text, others }).state).toBe('sure');
    }
  });

  test('what a withdrawn annotation superseded has not ended', () => {
    const others = [note({ id: 'a2', supersedes: ['a1'], withdrawn: '2026-02-01' })];
    expect(stateOf(note({ quote, pin }), { ...otherWords, others })).toEqual(WORDS_GONE);
  });
});

describe('with an older text at hand', () => {
  const change = 'sixteen, now seventeen';

  test.for<[string, Partial<Annotation>, Text, OlderText, object]>([
    ['exact: to renew', { quote, pin }, sameSentence, said('exact'), { state: 'to-renew' }],
    ['exact under other ids: to renew', { quote, pin }, gone, said('exact'), { state: 'to-renew' }],
    [
      'exact, a pin of one part',
      { quote, pin: firstPart },
      typoElsewhere,
      said('exact'),
      { state: 'to-renew' },
    ],
    [
      'edited: waits with the words',
      { quote, pin },
      otherWords,
      said('edited', change),
      { ...WORDS_GONE, change },
    ],
    ['moved: waits', { quote, pin }, gone, said('moved'), PASSAGE_GONE],
    ['no pin: asked of the present text alone', { quote }, {}, said('edited'), { state: 'unpinned' }],
    ['a mark stays', { quote, pin, verdict: 'edited' }, sameSentence, said('exact'), AROUND],
  ])('%s', ([, fields, text, older, expected]) => {
    expect(stateOf(note(fields), text, older)).toEqual(expected);
  });
});

describe('a claim', () => {
  test.for<[string, Partial<Claim>, Text, object]>([
    ['without a pin', {}, {}, { state: 'unpinned' }],
    ['with the pin of its passages', { pin: firstPart }, {}, { state: 'sure' }],
    ['whose passages have other words', { pin: firstPart }, otherWords, WORDS_GONE],
    ['whose passage is gone', {}, gone, PASSAGE_GONE],
    ['with a mark', { verdict: 'edited' }, {}, WORDS_GONE],
    ['on the transcript', { target: ['transcript'] }, {}, { state: 'sure' }],
  ])('%s', ([, fields, text, expected]) => {
    expect(stateOf({ ...claim, ...fields }, text)).toEqual(expected);
  });

  test('without passages is sure', () => {
    expect(stateOf({ id: 'c2', text: 'Ten were there.' })).toEqual({ state: 'sure' });
  });
});

describe('an annotation', () => {
  const waiting = [{ ...claim, verdict: 'edited' as const }];

  test('on a claim waits with the claim', () => {
    expect(stateOf(note({ target: ['c1'] }), { claims: waiting })).toEqual({ ...WORDS_GONE, claim: 'c1' });
    expect(stateOf(note({ target: ['c1'] }))).toEqual({ state: 'sure' });
  });

  test('on an unpinned claim is sure: the claim is what lacks a pin', () => {
    expect(stateOf(note({ target: ['c1'] }), { claims: [claim] })).toEqual({ state: 'sure' });
  });

  test('on a claim and a passage waits with either, first with its own', () => {
    const both = note({ target: ['c1', 'u1'], quote, pin });
    expect(stateOf(both, { claims: waiting })).toEqual({ ...WORDS_GONE, claim: 'c1' });
    expect(stateOf(both, { claims: waiting, ...otherWords })).toEqual(WORDS_GONE);
  });

  test('on an annotation is sure while that one lives, also while that one waits', () => {
    const onIt = note({ id: 'a9', target: ['a2'] });
    expect(stateOf(onIt, { others: [note({ id: 'a2', quote: 'were ten' })] })).toEqual({ state: 'sure' });
    const withdrawn = note({ id: 'a2', withdrawn: '2026-02-01' });
    expect(stateOf(onIt, { others: [withdrawn] })).toEqual(PASSAGE_GONE);
  });
});
