/** The rules of standing, each with cases that look like it and are not. */
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../src/core/model/model.ts';
import { nameOf, type Setting, type Stance, standingOf, told, undatedIn } from '../../helpers/standing-of.ts';

const CONFIRMED: Stance = { tag: 'confirmed', by: 'ben' };
const DISPUTED: Stance = { tag: 'disputed', by: 'outlet' };
const DENIED: Stance = { tag: 'denied', by: 'ada' };
const SILENT: Stance = { tag: 'declined-to-comment', by: 'ada' };

describe('only live stances count', () => {
  test.for<[string, Stance[], string]>([
    ['a withdrawn confirmation is gone', [{ ...CONFIRMED, withdrawn: '2026-02-01' }], 'unverified'],
    [
      'a withdrawn contest leaves the confirmation',
      [CONFIRMED, { ...DISPUTED, withdrawn: '2026-02-01' }],
      'confirmed',
    ],
    ['a superseded contest is gone', [DISPUTED, { ...CONFIRMED, supersedes: ['a1'] }], 'confirmed'],
    [
      'by whatever supersedes it',
      [DISPUTED, { tag: 'corrected', by: 'outlet', supersedes: ['a1'] }],
      'unverified',
    ],
    [
      'but not by what is withdrawn itself',
      [DISPUTED, { ...CONFIRMED, supersedes: ['a1'], withdrawn: '2026-02-01' }],
      'disputed',
    ],
    [
      'and what was replaced does not come back when its replacement is replaced',
      [
        DISPUTED,
        { ...CONFIRMED, supersedes: ['a1'] },
        { tag: 'corroborated', by: 'ben', supersedes: ['a2'] },
      ],
      'corroborated',
    ],
    ['nothing supersedes itself', [{ ...CONFIRMED, supersedes: ['a1'] }], 'confirmed'],
    [
      'two that supersede each other are both gone',
      [
        { ...CONFIRMED, supersedes: ['a2'] },
        { ...DISPUTED, supersedes: ['a1'] },
      ],
      'unverified',
    ],
  ])('%s', ([, stances, name]) => {
    expect(nameOf(stances)).toBe(name);
  });
});

describe('of the acts of one party only the latest counts', () => {
  const denied = (when: string): Stance => ({ tag: 'denied', by: 'ada', when });
  const confirmed = (when: string): Stance => ({ tag: 'confirmed', by: 'ada', when });
  test.for<[string, Stance[], string]>([
    ['denied, then confirmed', [denied('2020-01-01'), confirmed('2020-02-01')], 'confirmed'],
    ['confirmed, then denied', [confirmed('2020-01-01'), denied('2020-02-01')], 'denied'],
    ['whatever the order in the file', [denied('2020-02-01'), confirmed('2020-01-01')], 'denied'],
    [
      'of another party both count',
      [denied('2020-01-01'), { ...confirmed('2020-02-01'), by: 'ben' }],
      'disputed',
    ],
    ['on one day both count', [denied('2020-01-01'), confirmed('2020-01-01')], 'disputed'],
    ['when the order is not certain both count', [denied('2020'), confirmed('2020-02-01')], 'disputed'],
    ['an undated act replaces nothing', [denied('2020-01-01'), { tag: 'confirmed', by: 'ada' }], 'disputed'],
    [
      'an undated act is not replaced',
      [{ tag: 'denied', by: 'ada', when: 'unknown' }, confirmed('2020-02-01')],
      'disputed',
    ],
    ['silence takes nothing back', [confirmed('2020-01-01'), { ...SILENT, when: '2020-02-01' }], 'confirmed'],
    [
      'a later qualification does',
      [confirmed('2020-01-01'), { tag: 'qualified', by: 'ada', when: '2020-02-01' }],
      'qualified',
    ],
    [
      'a description does not replace words',
      [denied('2020-01-01'), { ...confirmed('2020-02-01'), characterised: true, via: ['outlet'] }],
      'denied',
    ],
    [
      'words replace a description',
      [{ ...denied('2020-01-01'), characterised: true, via: ['outlet'] }, confirmed('2020-02-01')],
      'confirmed',
    ],
    [
      'an act on another aspect replaces nothing',
      [denied('2020-01-01'), { ...confirmed('2020-02-01'), aspect: 'wording' }],
      'denied',
    ],
    [
      'a withdrawn act replaces nothing',
      [denied('2020-01-01'), { ...confirmed('2020-02-01'), withdrawn: '2026-01-01' }],
      'denied',
    ],
    [
      'acts of no one named are not acts of one party',
      [
        { tag: 'disputed', when: '2020-01-01' },
        { tag: 'questioned', when: '2020-02-01' },
      ],
      'disputed',
    ],
  ])('%s', ([, stances, name]) => {
    expect(nameOf(stances)).toBe(name);
  });

  test('and the others say which one counts instead', () => {
    const [first, second] = standingOf([denied('2020-01-01'), confirmed('2020-02-01')]).stances;
    expect(first).toMatchObject({ counts: undefined, why: 'a later act of Ada counts instead (a2)' });
    expect(first?.stance.dead).toBe('later-act-of-party');
    expect(second).toMatchObject({ counts: 'affirms', why: 'confirmed by Ada' });
  });
});

describe('as of a date', () => {
  const later: Stance = { tag: 'denied', by: 'ben', when: '2020-12-08' };
  test.for<[string, Stance[], string, string]>([
    ['an act counts from its day', [later], '2020-12-08', 'denied'],
    ['not the day before', [later], '2020-12-07', 'unreviewed'],
    ['from the first day that it can be', [{ ...later, when: '2020-12' }], '2020-12-01', 'denied'],
    ['not before that', [{ ...later, when: '2020-12' }], '2020-11-30', 'unreviewed'],
    ['to the last day of the date of the view', [later], '2020', 'denied'],
    ['an undated act counts always', [{ ...later, when: 'unknown' }], '1999', 'denied'],
    ['and so does one without a date', [{ tag: 'denied', by: 'ben' }], '1999', 'denied'],
    [
      'a superseding act counts once it is live',
      [DISPUTED, { ...CONFIRMED, when: '2020-12-08', supersedes: ['a1'] }],
      '2020-12-08',
      'confirmed',
    ],
    [
      'and not before',
      [DISPUTED, { ...CONFIRMED, when: '2020-12-08', supersedes: ['a1'] }],
      '2020-12-07',
      'disputed',
    ],
    [
      'a later act of the party does not count yet',
      [
        { ...DENIED, when: '2020-01-01' },
        { tag: 'confirmed', by: 'ada', when: '2020-12-08' },
      ],
      '2020-12-07',
      'denied',
    ],
    [
      'then it does',
      [
        { ...DENIED, when: '2020-01-01' },
        { tag: 'confirmed', by: 'ada', when: '2020-12-08' },
      ],
      '2020-12-08',
      'confirmed',
    ],
    [
      'a withdrawal counts from its day',
      [{ ...CONFIRMED, withdrawn: '2020-12-08' }],
      '2020-12-08',
      'unverified',
    ],
    ['not before', [{ ...CONFIRMED, withdrawn: '2020-12-08' }], '2020-12-07', 'confirmed'],
  ])('%s', ([, stances, asOf, name]) => {
    expect(nameOf(stances, { asOf })).toBe(name);
  });

  test.for([
    ['2026-01-14', 'unreviewed'],
    ['2026-01-15', 'unverified'],
    [undefined, 'unverified'],
  ] as const)('a check counts from its day: %s', ([asOf, name]) => {
    expect(nameOf([], { claim: { checked: '2026-01-15' }, ...(asOf && { asOf }) })).toBe(name);
  });

  test('the stances that do not count yet are told', () => {
    const [stance] = standingOf([later], { asOf: '2020-12-07' }).stances;
    expect(stance).toMatchObject({
      counts: undefined,
      why: 'made on 2020-12-08, after the date of the view',
    });
    expect(stance?.stance.dead).toBe('not-yet');
  });

  test.for<[string, Stance[], string | undefined, string]>([
    ['an undated act does not count', [{ ...later, when: 'unknown' }], undefined, 'unreviewed'],
    ['nor one without a date', [{ tag: 'denied', by: 'ben' }], '2026', 'unreviewed'],
    [
      'nor does it replace what it supersedes',
      [
        { ...DISPUTED, when: '2020' },
        { ...CONFIRMED, supersedes: ['a1'] },
      ],
      undefined,
      'disputed',
    ],
    [
      'nor is it looked at when it was withdrawn',
      [{ ...DISPUTED, withdrawn: '2020' }],
      undefined,
      'unreviewed',
    ],
    ['a dated act counts', [later, CONFIRMED], '2026', 'denied'],
    ['not before its day', [later, CONFIRMED], '2020-12-07', 'unreviewed'],
  ])('where undated acts are skipped: %s', ([, stances, asOf, name]) => {
    expect(nameOf(stances, { asOf, skipUndated: true })).toBe(name);
  });

  test('of a time with a zone the instants count, of others the days', () => {
    const at = (when: string): Stance[] => [{ ...later, when }];
    expect(nameOf(at('2020-12-08T01:00:00+02:00'), { asOf: '2020-12-07T23:00:00Z' })).toBe('denied');
    expect(nameOf(at('2020-12-08T01:00:01+02:00'), { asOf: '2020-12-07T23:00:00Z' })).toBe('unreviewed');
    expect(nameOf(at('2020-12-08T23:00:00'), { asOf: '2020-12-08T01:00:00Z' })).toBe('denied');
    expect(nameOf(at('2020-12-08T01:00:00Z'), { asOf: '2020-12-08' })).toBe('denied');
  });

  test('the stances without a date that count, or are skipped, are counted', () => {
    const stances: Stance[] = [
      { tag: 'confirmed', by: 'ben' },
      { tag: 'asserted', by: 'ada', when: 'unknown' },
      { tag: 'denied', by: 'ada', when: '2020' },
      { tag: 'denied', by: 'ada', withdrawn: '2021' },
      { comment: 'By phone.' },
    ];
    expect(undatedIn(stances)).toEqual({ acts: 2, counted: true });
    expect(undatedIn(stances, { skipUndated: true })).toEqual({ acts: 3, counted: false });
  });

  test('a date of the view that is none is refused', () => {
    expect(() => standingOf([], { asOf: '2020-13' })).toThrow(RangeError);
  });
});

describe('claims that are not rated', () => {
  const opinion: Setting = { claim: { checkable: false } };
  test.for<[string, Stance[]]>([
    ['without a stance', []],
    ['confirmed', [CONFIRMED]],
    ['disputed', [DISPUTED, CONFIRMED]],
    ['retracted', [{ tag: 'retracted', by: 'ada' }]],
  ])('%s', ([, stances]) => {
    const standing = standingOf(stances, opinion);
    expect(standing.name).toBe('not-checkable');
    expect(standing.stances.map(({ why }) => why)).toEqual(stances.map(() => 'the claim is not checkable'));
  });

  test('`checkable: true` is the default, written out', () => {
    expect(nameOf([CONFIRMED], { claim: { checkable: true } })).toBe('confirmed');
  });
});

describe('retracted', () => {
  const retracted = (by: string): Stance => ({ tag: 'retracted', by });
  test.for<[string, Stance[], string, Partial<Claim>?]>([
    ['by its own speaker', [retracted('ada')], 'retracted'],
    ['whatever others say', [retracted('ada'), CONFIRMED, DISPUTED], 'retracted'],
    ['not by someone else', [retracted('ben')], 'unverified'],
    ['not by someone else against a confirmation', [retracted('outlet'), CONFIRMED], 'confirmed'],
    ['not by who speaks for the speaker', [retracted('office')], 'unverified'],
    ['not while another speaker stands by it', [retracted('ada')], 'unverified', { target: ['u1', 'u2'] }],
    [
      'when all its speakers withdraw it',
      [retracted('ada'), retracted('ben')],
      'retracted',
      { target: ['u1', 'u2'] },
    ],
    ['nobody is the unknown speaker', [retracted('unknown')], 'unverified', { target: ['u3'] }],
    [
      'a claim about the transcript has no speaker',
      [retracted('ada')],
      'unverified',
      { target: ['transcript'] },
    ],
    [
      'not by description alone',
      [{ ...retracted('ada'), characterised: true, via: ['outlet'] }],
      'unverified',
    ],
    [
      'nor when one of two is known by description',
      [retracted('ada'), { ...retracted('ben'), characterised: true, via: ['outlet'] }],
      'unverified',
      { target: ['u1', 'u2'] },
    ],
    [
      'not when taken up again',
      [
        { ...retracted('ada'), when: '2020-01-01' },
        { tag: 'asserted', by: 'ada', when: '2020-02-01' },
      ],
      'unverified',
    ],
  ])('%s', ([, stances, name, claim = {}]) => {
    expect(nameOf(stances, { claim })).toBe(name);
  });
});

describe('affirmed and contested', () => {
  test.for<[string, Stance[], string]>([
    ['confirmed and disputed', [CONFIRMED, DISPUTED], 'disputed'],
    ['confirmed and denied', [CONFIRMED, DENIED], 'disputed'],
    [
      'corroborated and questioned',
      [
        { tag: 'corroborated', by: 'ben' },
        { tag: 'questioned', by: 'ada' },
      ],
      'disputed',
    ],
    [
      'confirmed by two, questioned by one',
      [CONFIRMED, { tag: 'confirmed', by: 'ada' }, { tag: 'questioned', by: 'outlet' }],
      'disputed',
    ],
    ['asserted and denied: an assertion is no support', [{ tag: 'asserted', by: 'ben' }, DENIED], 'denied'],
    [
      'confirmed, and denied on another aspect',
      [CONFIRMED, { ...DENIED, aspect: 'attribution' }],
      'confirmed',
    ],
    ['denied, and confirmed on another aspect', [DENIED, { ...CONFIRMED, aspect: 'occurrence' }], 'denied'],
    ['confirmed on the same aspect, said again', [{ ...CONFIRMED, aspect: 'content' }, DENIED], 'disputed'],
  ])('%s', ([, stances, name]) => {
    expect(nameOf(stances)).toBe(name);
  });

  test('a stance on another aspect says so', () => {
    expect(standingOf([{ ...CONFIRMED, aspect: 'publication' }]).stances[0]).toMatchObject({
      counts: undefined,
      why: 'it is about publication, the claim about content',
    });
  });
});

describe('only contested', () => {
  test.for<[string, Stance[], string]>([
    ['denied', [DENIED], 'denied'],
    ['denied by two', [DENIED, { tag: 'denied', by: 'ben' }], 'denied'],
    ['denied and disputed', [DENIED, DISPUTED], 'disputed'],
    ['disputed', [DISPUTED], 'disputed'],
    ['refuted', [{ tag: 'refuted', by: 'ben' }], 'disputed'],
    ['questioned', [{ tag: 'questioned', by: 'ben' }], 'disputed'],
    ['denied, by description', [{ ...DENIED, characterised: true, via: ['outlet'] }], 'disputed'],
    [
      'denied in words and by description',
      [DENIED, { tag: 'denied', by: 'ben', characterised: true }],
      'disputed',
    ],
    ['denied by no one named', [{ tag: 'denied' }], 'disputed'],
    ['denied, and comment declined', [DENIED, { ...SILENT, by: 'ben' }], 'denied'],
  ])('%s', ([, stances, name]) => {
    expect(nameOf(stances)).toBe(name);
  });
});

describe('only affirmed', () => {
  const acknowledged: Stance = { tag: 'acknowledged', by: 'ben' };
  test.for<[string, Stance[], string, Partial<Claim>?]>([
    ['confirmed', [CONFIRMED], 'confirmed'],
    ['corroborated', [{ tag: 'corroborated', by: 'ben' }], 'corroborated'],
    ['the strongest counts', [{ tag: 'corroborated', by: 'ada' }, CONFIRMED], 'confirmed'],
    ['acknowledged, a publication', [acknowledged], 'acknowledged', { aspect: 'publication' }],
    ['acknowledged, an occurrence', [acknowledged], 'acknowledged', { aspect: 'occurrence' }],
    ['acknowledged, what was said', [acknowledged], 'unverified', { aspect: 'content' }],
    ['acknowledged, an authenticity', [acknowledged], 'unverified', { aspect: 'authenticity' }],
    [
      'acknowledging a publication is not confirming authenticity',
      [{ ...acknowledged, aspect: 'publication' }],
      'unverified',
      { aspect: 'authenticity' },
    ],
    [
      'corroborated is more than acknowledged',
      [acknowledged, { tag: 'corroborated', by: 'ada' }],
      'corroborated',
      { aspect: 'publication' },
    ],
    ['confirmed by no one named', [{ tag: 'confirmed' }], 'unverified'],
  ])('%s', ([, stances, name, claim = {}]) => {
    expect(nameOf(stances, { claim })).toBe(name);
  });
});

describe('known only by description', () => {
  const described = (tag: string, by = 'ada'): Stance => ({ tag, by, characterised: true, via: ['outlet'] });
  test.for<[string, Stance[], string]>([
    [
      'a confirmation raises nothing',
      [described('confirmed')],
      'unverified; reported as confirmed by Ada, via The Outlet',
    ],
    [
      'nor does a corroboration',
      [described('corroborated')],
      'unverified; reported as corroborated by Ada, via The Outlet',
    ],
    [
      'a retraction settles nothing',
      [described('retracted')],
      'unverified; reported as retracted by Ada, via The Outlet',
    ],
    [
      'a confirmation does not answer a denial',
      [described('confirmed', 'ben'), DENIED],
      'denied; reported as confirmed by Ben, via The Outlet',
    ],
    ['a contest makes it disputed', [described('disputed')], 'disputed; per The Outlet'],
    ['also against a confirmation', [described('questioned'), CONFIRMED], 'disputed; per The Outlet'],
    [
      'a confirmation in words counts beside one by description',
      [described('confirmed'), CONFIRMED],
      'confirmed; reported as confirmed by Ada, via The Outlet',
    ],
    [
      'nobody is named who reports it',
      [{ tag: 'confirmed', by: 'ada', characterised: true }],
      'unverified; reported as confirmed by Ada, via no one named',
    ],
    [
      'what is reported of another aspect is not told here',
      [{ ...described('confirmed'), aspect: 'wording' }],
      'unverified',
    ],
    ['nor what was withdrawn', [{ ...described('confirmed'), withdrawn: '2026-01-01' }], 'unverified'],
    [
      '`characterised: false` is in its own words',
      [{ ...CONFIRMED, characterised: false, via: ['outlet'] }],
      'confirmed',
    ],
  ])('%s', ([, stances, expected]) => {
    expect(told(stances)).toBe(expected);
  });

  test('several reporters are named in their order, and one remark is made once', () => {
    const stances = [
      { ...described('disputed'), via: ['ben', 'outlet'] },
      { ...described('questioned', 'office'), via: ['ben', 'outlet'] },
    ];
    expect(standingOf(stances).remarks).toEqual(['per Ben, The Outlet']);
  });
});

describe('what does not count', () => {
  test.for<[string, Stance[], string, Partial<Claim>?]>([
    ['not denied is not confirmed', [SILENT], 'unverified; comment declined by Ada'],
    ['no answer is no denial', [{ tag: 'no-response', by: 'ben' }], 'unverified; no response from Ben'],
    ['silence beside a confirmation', [SILENT, CONFIRMED], 'confirmed; comment declined by Ada'],
    ['silence beside a contest', [SILENT, DISPUTED], 'disputed; comment declined by Ada'],
    ['a correction', [{ tag: 'corrected', by: 'ada' }], 'unverified'],
    ['an assertion', [{ tag: 'asserted', by: 'ada' }], 'unreviewed'],
    [
      'two assertions',
      [
        { tag: 'asserted', by: 'ada' },
        { tag: 'asserted', by: 'ben' },
      ],
      'unreviewed',
    ],
    [
      'an assertion of what was checked',
      [{ tag: 'asserted', by: 'ada' }],
      'unverified',
      { checked: '2026-01-15' },
    ],
    ['a check', [], 'unverified', { checked: '2026-01-15' }],
    ['nothing at all', [], 'unreviewed'],
    ['a check beside a confirmation', [CONFIRMED], 'confirmed', { checked: '2026-01-15' }],
    ['a project tag or a comment', [{ tag: 'follow-up' }, { comment: 'confirmed, they say' }], 'unreviewed'],
    ['a request', [{ tag: 'citation-needed' }], 'unreviewed'],
  ])('%s', ([, stances, expected, claim = {}]) => {
    expect(told(stances, { claim })).toBe(expected);
  });
});

describe('every standing explains itself', () => {
  test.for<[string, Stance[], Partial<Claim>]>([
    ['affirmed by Ben and contested by Ada and The Outlet', [CONFIRMED, DENIED, DISPUTED], {}],
    ['only contested, by Ada, by flat denials alone', [DENIED], {}],
    ['only contested, by The Outlet, and not by flat denials alone', [DISPUTED], {}],
    ['only affirmed, and the strongest act is confirmed, by Ben', [CONFIRMED], {}],
    ['its own speaker, Ada, retracted it', [{ tag: 'retracted', by: 'ada' }], {}],
    ['the claim is marked as not checkable', [], { checkable: false }],
    ['checked on 2026-01-15, and no stance settles it', [], { checked: '2026-01-15' }],
    ['there are stances on it, and none of them counts', [SILENT], {}],
    ['it is only asserted, and nobody has checked it', [{ tag: 'asserted', by: 'ada' }], {}],
    ['nobody has checked it or taken a stance on it', [], {}],
  ])('%s', ([because, stances, claim]) => {
    expect(standingOf(stances, { claim }).because).toBe(because);
  });

  test('and every stance says why it counts or not', () => {
    const { stances } = standingOf([
      { tag: 'confirmed', by: 'ben', when: '2021' },
      { tag: 'disputed', by: 'ada', characterised: true, via: ['outlet'], when: '2020' },
      { tag: 'acknowledged', by: 'outlet' },
      { tag: 'confirmed' },
      { ...SILENT, when: 'unknown' },
      { tag: 'retracted', by: 'ben' },
    ]);
    expect(
      stances.map(({ stance, counts, why, undated }) => [stance.annotation.id, counts, why, undated]),
    ).toEqual([
      ['a2', 'contests', 'disputed by Ada, per The Outlet', false],
      ['a1', 'affirms', 'confirmed by Ben', false],
      ['a3', undefined, 'acknowledging counts for publication and occurrence, not for content', true],
      ['a4', undefined, 'no party is named whose act it is', true],
      ['a5', undefined, 'silence neither affirms nor contests', true],
      ['a6', undefined, 'Ben is not the speaker of the claim', true],
    ]);
  });
});
