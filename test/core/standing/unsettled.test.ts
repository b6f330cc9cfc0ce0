/** Rule 0: what waits for a person never raises a standing, and never hides one. */
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../src/core/model/model.ts';
import { isStanceTag, TAG_NAMES } from '../../../src/core/model/vocabulary.ts';
import { nameOf, type Setting, type Stance, standingOf } from '../../helpers/standing-of.ts';

const STANCE_TAGS = TAG_NAMES.filter(isStanceTag);
const WAITS = { verdict: 'edited' } as const;

const CONFIRMED: Stance = { tag: 'confirmed', by: 'ben' };
const DISPUTED: Stance = { tag: 'disputed', by: 'outlet' };

describe('the word with what waits and without it', () => {
  test.for<[string, Stance[], string]>([
    ['a lone confirmation waits', [{ ...CONFIRMED, ...WAITS }], 'unsettled'],
    ['a lone dispute waits', [{ ...DISPUTED, ...WAITS }], 'unsettled'],
    ['a dispute waits beside a confirmation', [CONFIRMED, { ...DISPUTED, ...WAITS }], 'unsettled'],
    ['a confirmation waits beside a dispute', [{ ...CONFIRMED, ...WAITS }, DISPUTED], 'disputed'],
    ['one of two confirmations waits', [CONFIRMED, { ...CONFIRMED, by: 'outlet', ...WAITS }], 'confirmed'],
    [
      'a later denial of the same party waits',
      [
        { ...CONFIRMED, when: '2020-01-01' },
        { tag: 'denied', by: 'ben', when: '2020-02-01', ...WAITS },
      ],
      'unsettled',
    ],
    [
      'an earlier confirmation of the same party waits',
      [
        { ...CONFIRMED, when: '2020-01-01', ...WAITS },
        { tag: 'denied', by: 'ben', when: '2020-02-01' },
      ],
      'denied',
    ],
    [
      'a withdrawn confirmation waits for nobody',
      [{ ...CONFIRMED, ...WAITS, withdrawn: '2026-02-01' }],
      'unverified',
    ],
    [
      'what was only reported counts neither way',
      [{ ...CONFIRMED, characterised: true, ...WAITS }, DISPUTED],
      'disputed',
    ],
  ])('%s', ([, stances, name]) => {
    expect(nameOf(stances)).toBe(name);
  });

  test('a claim that is not checkable stays so', () => {
    expect(nameOf([{ ...CONFIRMED, ...WAITS }], { claim: { checkable: false } })).toBe('not-checkable');
  });
});

describe('what is told', () => {
  test('both sides, where the words differ', () => {
    const { remarks, stances } = standingOf([CONFIRMED, { ...DISPUTED, ...WAITS }]);
    expect(remarks).toEqual(['confirmed by Ben', 'disputed by The Outlet of words that are not there now']);
    expect(stances.map(({ counts, would }) => [counts, would])).toEqual([
      ['affirms', undefined],
      [undefined, 'contests'],
    ]);
  });

  test('parties that do the same are told together', () => {
    const both = [
      { ...CONFIRMED, ...WAITS },
      { ...CONFIRMED, by: 'ada', ...WAITS },
    ];
    expect(standingOf(both).remarks).toEqual(['confirmed by Ben and Ada of words that are not there now']);
  });

  test('the number that waits, where the word is the same', () => {
    const { name, remarks } = standingOf([CONFIRMED, { ...CONFIRMED, by: 'outlet', ...WAITS }]);
    expect([name, remarks]).toEqual(['confirmed', ['1 stance waits for a person']]);
  });

  test('an act that waits has replaced nothing yet', () => {
    const { stances } = standingOf([
      { ...CONFIRMED, when: '2020-01-01' },
      { tag: 'denied', by: 'ben', when: '2020-02-01', ...WAITS },
    ]);
    expect(stances.map(({ stance }) => stance.dead)).toEqual([undefined, undefined]);
  });
});

describe('a claim whose own anchor waits', () => {
  const claim: Partial<Claim> = { verdict: 'edited' };

  test.for<[string, Stance[], Partial<Claim>, string]>([
    ['is unsettled as soon as a stance would count', [CONFIRMED], claim, 'unsettled'],
    ['also a contest', [DISPUTED], claim, 'unsettled'],
    ['stays open where none would', [{ tag: 'declined-to-comment', by: 'ada' }], claim, 'unverified'],
    ['stays unreviewed without any', [], claim, 'unreviewed'],
    ['stays not checkable', [CONFIRMED], { ...claim, checkable: false }, 'not-checkable'],
  ])('%s', ([, stances, fields, name]) => {
    expect(nameOf(stances, { claim: fields })).toBe(name);
  });
});

/** Two acts, by two parties and by one, about what is in the words and about their publication. */
const SECONDS = STANCE_TAGS.flatMap(tag =>
  (['outlet', 'ben'] as const).flatMap(by =>
    (['content', 'publication'] as const).map(aspect => ({ tag, by, aspect })),
  ),
);

test.for(STANCE_TAGS)('%s and any other act, each waiting in turn: never stronger than both', one => {
  for (const { tag, by, aspect } of SECONDS) {
    const acts: [Stance, Stance] = [
      { tag: one, by: 'ben', when: '2020-01-01' },
      { tag, by, when: '2020-02-01' },
    ];
    const setting: Setting = { claim: { aspect } };
    const both = nameOf(acts, setting);
    for (const waiting of [0, 1] as const) {
      const inTurn = acts.map((act, index) => (index === waiting ? { ...act, ...WAITS } : act));
      const settled = nameOf([acts[1 - waiting]!], setting);
      const pair = `${one}, ${tag} by ${by} on ${aspect}, ${waiting} waits`;
      expect([pair, nameOf(inTurn, setting)]).toEqual([pair, settled === both ? both : 'unsettled']);
    }
  }
});
