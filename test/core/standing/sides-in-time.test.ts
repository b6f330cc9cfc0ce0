/** Which acts of one side replace which, in what order, and what the standing tells of it. */
import { beforeAll, describe, expect, test } from 'vitest';
import { loadEdtf } from '../../../src/core/dates/edtf.ts';
import { sidesBy } from '../../../src/core/standing/sides.ts';
import { nameOf, type Stance, standingOf, told } from '../../helpers/standing-of.ts';

beforeAll(loadEdtf);

const PARTIES = {
  spokesman: { name: 'Spokesman', 'on-behalf-of': 'office' },
  lawyers: { name: 'Lawyers of Ada', 'on-behalf-of': 'ada' },
};

const act = (tag: string, by: string, when?: string, more: Stance = {}): Stance => ({
  tag,
  by,
  ...(when === undefined ? {} : { when }),
  ...more,
});
const DESCRIBED: Stance = { characterised: true, via: ['outlet'] };

describe('what the standing tells of acts of one side', () => {
  test.for<[string, Stance[], string]>([
    [
      'the office denies, then its principal admits',
      [act('denied', 'office', '2016-10-15'), act('corroborated', 'ada', '2021-01-01')],
      'corroborated; corroborated by 1 party, without a source; denied at first, 2016-10-15, by its office (Office of Ada)',
    ],
    [
      'a spokesman of the office denies, then the principal admits',
      [act('denied', 'spokesman', '2016-10-15'), act('confirmed', 'ada', '2021-01-01')],
      'confirmed; denied at first, 2016-10-15, by its office (Spokesman)',
    ],
    [
      'the spokesman, then the office, then the principal',
      [
        act('questioned', 'spokesman', '2016'),
        act('denied', 'office', '2017'),
        act('confirmed', 'ada', '2018'),
      ],
      'confirmed; questioned at first, 2016, by its office (Spokesman); denied at first, 2017, by its office (Office of Ada)',
    ],
    [
      'the principal admits, then the office denies: both count',
      [act('confirmed', 'ada', '2016-10-15'), act('denied', 'office', '2021-01-01')],
      'disputed; within one side: Office of Ada against Ada',
    ],
    [
      'principal and office on one day',
      [act('confirmed', 'ada', '2016-10-15'), act('denied', 'office', '2016-10-15')],
      'disputed; within one side: Office of Ada against Ada',
    ],
    [
      'two offices of one principal',
      [act('confirmed', 'office', '2016-10-15'), act('denied', 'lawyers', '2021-01-01')],
      'disputed; within one side: Lawyers of Ada against Office of Ada',
    ],
    [
      'an office between two words of its principal',
      [
        act('denied', 'ada', '2016'),
        act('confirmed', 'office', '2017'),
        act('denied', 'ada', '2018'),
        act('questioned', 'office', '2019'),
      ],
      'disputed; confirmed at first, 2017, by its office (Office of Ada)',
    ],
    [
      'one side against another is no quarrel within a side',
      [act('confirmed', 'ben', '2016'), act('denied', 'office', '2017')],
      'disputed',
    ],
    [
      'a quarrel within a side beside a third party',
      [act('confirmed', 'ben'), act('confirmed', 'ada'), act('denied', 'office')],
      'disputed; within one side: Office of Ada against Ada',
    ],
    [
      'one party, two acts of one day',
      [act('confirmed', 'ada', '2016-10-15'), act('denied', 'ada', '2016-10-15')],
      'disputed; within one side: Ada both ways',
    ],
    [
      'one party takes back its own word',
      [act('denied', 'ada', '2016-10-15'), act('confirmed', 'ada', '2021-01-01')],
      'confirmed; denied at first, 2016-10-15, by Ada',
    ],
    [
      'one party says the same again',
      [act('denied', 'ada', '2016-10-15'), act('denied', 'ada', '2021-01-01')],
      'denied',
    ],
    [
      'what an office is said to have denied',
      [act('denied', 'office', '2016', DESCRIBED), act('confirmed', 'ada', '2021')],
      'confirmed; reported as denied at first, 2016, by its office (Office of Ada), via The Outlet',
    ],
    [
      'what the principal is said to have confirmed replaces no words of the office',
      [act('denied', 'office', '2016'), act('confirmed', 'ada', '2021', DESCRIBED)],
      'denied; reported as confirmed by Ada, via The Outlet',
    ],
    [
      'silence of the principal replaces nothing',
      [act('denied', 'office', '2016'), act('declined-to-comment', 'ada', '2021')],
      'denied; comment declined by Ada',
    ],
    [
      'silence of the office at first',
      [act('no-response', 'office', '2016'), act('denied', 'ada', '2021')],
      'denied; no response at first, 2016, by its office (Office of Ada)',
    ],
    [
      'in part at first',
      [act('qualified', 'office', '2016'), act('confirmed', 'ada', '2021')],
      'confirmed; affirmed in part at first, 2016, by its office (Office of Ada)',
    ],
    [
      'the principal on another aspect replaces nothing',
      [act('denied', 'office', '2016'), act('confirmed', 'ada', '2021', { aspect: 'wording' })],
      'denied',
    ],
    [
      'a word of the principal that was withdrawn replaces nothing',
      [act('denied', 'office', '2016'), act('confirmed', 'ada', '2021', { withdrawn: '2022' })],
      'denied',
    ],
    [
      'acts of someone unknown are not acts of one party',
      [act('denied', 'unknown', '2016'), act('disputed', 'unknown', '2021')],
      'disputed',
    ],
    ['and support from someone unknown counts for nothing', [act('confirmed', 'unknown')], 'unverified'],
  ])('%s', ([, stances, expected]) => {
    expect(told(stances, { parties: PARTIES })).toBe(expected);
  });

  test('the explanation names the act that counts instead, and why the standing is what it is', () => {
    const standing = standingOf(
      [act('denied', 'spokesman', '2016'), act('denied', 'office', '2017'), act('confirmed', 'ada', '2021')],
      { parties: PARTIES },
    );
    expect(standing.stances.map(({ why }) => why)).toEqual([
      'a later act of Ada counts instead (a3)',
      'a later act of Ada counts instead (a3)',
      'confirmed by Ada',
    ]);
    expect(standing.stances[0]?.stance.dead).toBe('later-act-of-party');
  });

  test('a claim that is not checkable tells of nothing', () => {
    const setting = { parties: PARTIES, claim: { checkable: false } };
    expect(
      standingOf([act('denied', 'office', '2016'), act('confirmed', 'ada', '2021')], setting),
    ).toMatchObject({ name: 'not-checkable', remarks: [] });
  });
});

describe('the order of two acts of one party', () => {
  test.for<[string, string, string, 'first' | 'second' | 'both']>([
    ['instants, whatever the clocks say', '2016-10-15T02:00:00+02:00', '2016-10-14T23:30:00-05:00', 'second'],
    ['the same instants, the other way', '2016-10-14T23:30:00-05:00', '2016-10-15T02:00:00+02:00', 'first'],
    ['one instant, written twice', '2016-10-15T02:00:00+02:00', '2016-10-15T00:00:00Z', 'both'],
    ['instants of one day', '2016-10-15T02:00:00Z', '2016-10-15T02:00:01Z', 'second'],
    ['instants less than a second apart', '2016-10-15T02:00:00.25Z', '2016-10-15T04:00:00.5+02:00', 'second'],
    ['a zone in hours alone', '2016-10-15T02:00:00+02', '2016-10-15T00:00:01Z', 'second'],
    [
      'an instant that begins its day as the other ends',
      '2016-10-14T24:00:00Z',
      '2016-10-15T00:00:00Z',
      'both',
    ],
    ['days', '2016-10-14', '2016-10-15', 'second'],
    ['clock times without a zone go by their days', '2016-10-14T09:00:00', '2016-10-14T17:00:00', 'both'],
    ['clock times of two days', '2016-10-14T23:59:00', '2016-10-15T00:01:00', 'second'],
    ['a day, then an instant 14 hours after its end', '2016-10-14', '2016-10-15T14:00:00Z', 'both'],
    ['a day, then an instant more than that after it', '2016-10-14', '2016-10-15T14:00:01Z', 'second'],
    ['an instant, then a day that begins 14 hours after it', '2016-10-14T10:00:00Z', '2016-10-15', 'both'],
    [
      'an instant, then a day that begins more than that after',
      '2016-10-14T09:59:59Z',
      '2016-10-15',
      'second',
    ],
    ['a clock time, then an instant within 14 hours', '2016-10-14T09:00:00', '2016-10-14T23:00:00Z', 'both'],
    ['a clock time, then an instant beyond', '2016-10-14T09:00:00', '2016-10-14T23:00:01Z', 'second'],
    ['an instant in another zone counts in UTC', '2016-10-14', '2016-10-16T00:00:00+11:00', 'both'],
    ['months', '2016-10', '2016-11', 'second'],
    ['a month and a day in it', '2016-10', '2016-10-31', 'both'],
    ['a range that is still open', '2016-10-01/..', '2016-11', 'both'],
    ['a range, then an open one after it', '2016-10-01/2016-10-05', '2016-11/..', 'second'],
  ])('%s', ([, first, second, counts]) => {
    const stances = [act('denied', 'ada', first), act('confirmed', 'ada', second)];
    const name = { first: 'denied', second: 'confirmed', both: 'disputed' }[counts];
    expect(nameOf(stances)).toBe(name);
    expect(nameOf(stances.toReversed())).toBe(name);
  });

  test.for([
    [['2016-10-14', '2016-10-16T00:00:00Z', '2016-10-17']],
    [['2016-10-14', '2016-10-17', '2016-10-18T23:00:00Z']],
    [['2016-10-14T00:00:00Z', '2016-10-16', '2016-10-18T23:00:00Z']],
  ] as const)('of three acts the last alone counts, in any order of the file: %s', ([[one, two, three]]) => {
    const stances = [
      act('denied', 'ada', one),
      act('questioned', 'ada', two),
      act('confirmed', 'ada', three),
    ];
    for (const order of [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ])
      expect(nameOf(order.map(index => stances[index]!))).toBe('confirmed');
  });
});

describe('sides', () => {
  const sides = (behalf: Record<string, string>) => sidesBy(id => behalf[id]);

  test('a principal is followed through others', () => {
    const chain = sides({ spokesman: 'office', office: 'ada', lawyers: 'ada' });
    expect(chain.principalsOf('spokesman')).toEqual(['office', 'ada']);
    expect(chain.principalsOf('ada')).toEqual([]);
    expect(chain.speaksFor('spokesman', 'ada')).toBe(true);
    expect(chain.speaksFor('ada', 'spokesman')).toBe(false);
    expect(chain.areOneSide('spokesman', 'lawyers')).toBe(true);
    expect(chain.areOneSide('spokesman', 'ben')).toBe(false);
  });

  test('on a cycle nobody is the principal, and all are one side', () => {
    const cycle = sides({ a: 'b', b: 'c', c: 'a', outer: 'b', self: 'self' });
    expect(cycle.principalsOf('a')).toEqual([]);
    expect(cycle.principalsOf('self')).toEqual([]);
    expect(cycle.principalsOf('outer')).toEqual(['b', 'c', 'a']);
    expect(['a', 'b', 'c', 'outer'].map(id => cycle.sideOf(id))).toEqual(['a', 'a', 'a', 'a']);
    expect(cycle.cycleFrom('b')).toEqual(['b', 'c', 'a']);
    expect(cycle.cycleFrom('outer')).toBeUndefined();
    expect(cycle.cycleFrom('self')).toEqual(['self']);
  });

  test('and neither replaces the word of the other', () => {
    const parties = { x: { name: 'X', 'on-behalf-of': 'y' }, y: { name: 'Y', 'on-behalf-of': 'x' } };
    expect(nameOf([act('denied', 'x', '2016'), act('confirmed', 'y', '2021')], { parties })).toBe('disputed');
  });
});
