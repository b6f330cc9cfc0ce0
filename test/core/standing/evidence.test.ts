/** Corroborations, refutations and retractions: what they rest on decides what they count for. */
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../src/core/model/model.ts';
import { type Setting, type Stance, standingOf, told } from '../../helpers/standing-of.ts';

const SOURCES = {
  tape: { title: 'Tape' },
  report: { title: 'Report', 'derived-from': ['tape'], publisher: 'The Outlet' },
  copy: { title: 'Copy', origin: 'wire' },
  reprint: { title: 'Reprint', origin: ' Wire ' },
  summary: { title: 'Summary of the copy', 'derived-from': ['copy'] },
  digest: { title: 'Digest', 'derived-from': ['copy', 'minutes'] },
  minutes: { title: 'Minutes' },
  left: { title: 'Left', 'derived-from': ['right'] },
  right: { title: 'Right', 'derived-from': ['left'] },
};

const PARTIES = {
  daily: { name: 'A Daily' },
  portal: { name: 'A Portal' },
  supplement: { name: 'Supplement of the Daily', 'on-behalf-of': 'daily' },
  desk: { name: 'A Desk' },
  outlet: { name: 'The Outlet', aliases: ['outlet.example'] },
};

const SETTING: Setting = {
  parties: PARTIES,
  sources: SOURCES,
  utterances: [
    { id: 'u1', speaker: 'ada', text: 'The bridge is closed.', source: 'report' },
    { id: 'u2', speaker: 'ben', text: 'So it is.', source: 'minutes' },
    { id: 'u3', speaker: 'unknown', alternatives: ['ben', 'desk'], text: 'Is it?', source: 'report' },
    { id: 'u4', speaker: 'ada', text: 'It is.' },
  ],
  statements: [
    { id: 's1', speaker: 'office', text: 'It never was.', source: 'minutes' },
    { id: 's2', speaker: 'desk', text: 'We looked.', source: 'minutes' },
    { id: 's3', speaker: 'desk', text: 'We looked.' },
  ],
};

const act = (tag: string, by: string, sources: readonly string[] = [], more: Stance = {}): Stance => ({
  tag,
  by,
  ...(sources.length > 0 && { sources: sources.map(source => ({ source })) }),
  ...more,
});
const on = (...target: string[]): Partial<Claim> => ({ target });

describe('corroborations count by their origins', () => {
  const by = (party: string, ...sources: string[]) => act('corroborated', party, sources);
  test.for<[string, Stance[], string]>([
    ['one, of one origin', [by('daily', 'copy')], 'corroborated'],
    [
      'two of two origins',
      [by('daily', 'copy'), by('portal', 'minutes')],
      'corroborated; corroborated by 2 parties, 2 origins',
    ],
    [
      'two copies of one wire story',
      [by('daily', 'copy'), by('portal', 'reprint')],
      'corroborated; corroborated by 2 parties, 1 origin (wire)',
    ],
    [
      'a summary of a copy',
      [by('daily', 'copy'), by('portal', 'summary')],
      'corroborated; corroborated by 2 parties, 1 origin (wire)',
    ],
    [
      'a digest that has one more',
      [by('daily', 'copy'), by('portal', 'digest')],
      'corroborated; corroborated by 2 parties, 2 origins',
    ],
    ['one with two', [by('daily', 'copy', 'minutes')], 'corroborated; corroborated by 1 party, 2 origins'],
    [
      'from the origin of the passage',
      [by('daily', 'tape')],
      "unverified; corroborated by A Daily from the passage's own origin",
    ],
    [
      'from the passage itself',
      [by('daily', 'u1')],
      "unverified; corroborated by A Daily from the passage's own origin",
    ],
    ['from there and from elsewhere', [by('daily', 'report', 'copy')], 'corroborated'],
    [
      'from a statement, which is of its own source',
      [by('daily', 's2'), by('portal', 'minutes')],
      'corroborated; corroborated by 2 parties, 1 origin (minutes)',
    ],
    [
      'two sources that derive from each other are one',
      [by('daily', 'left'), by('portal', 'right')],
      'corroborated; corroborated by 2 parties, 1 origin (left)',
    ],
    ['without a source', [by('daily')], 'corroborated; corroborated by 1 party, without a source'],
    [
      'two without a source count once',
      [by('daily'), by('portal')],
      'corroborated; corroborated by 2 parties, without a source',
    ],
    [
      'one with a source, one without',
      [by('daily', 'copy'), by('portal')],
      'corroborated; corroborated by 2 parties, 1 origin (wire), in part without a source',
    ],
    [
      'a source that nobody declares is none',
      [by('daily', 'nowhere')],
      'corroborated; corroborated by 1 party, without a source',
    ],
    [
      'two of one side are one',
      [by('daily', 'copy'), by('supplement', 'minutes')],
      'corroborated; corroborated by 1 party, 2 origins',
    ],
    [
      'a circular one does not answer a denial',
      [by('daily', 'tape'), act('denied', 'ada')],
      "denied; corroborated by A Daily from the passage's own origin",
    ],
    [
      'confirming needs no second origin',
      [act('confirmed', 'ben', ['tape']), act('confirmed', 'daily', ['tape'])],
      'confirmed',
    ],
    [
      'what is known by description is no corroboration',
      [by('daily', 'copy'), { ...by('portal', 'minutes'), characterised: true, via: ['outlet'] }],
      'corroborated; reported as corroborated by A Portal, via The Outlet',
    ],
    [
      'nor what was withdrawn',
      [by('daily', 'copy'), { ...by('portal', 'copy'), withdrawn: '2022' }],
      'corroborated',
    ],
  ])('%s', ([, stances, expected]) => {
    expect(told(stances, SETTING)).toBe(expected);
  });

  test('the origins of all passages of a claim are known ones', () => {
    const setting = { ...SETTING, claim: on('u1', 'u2') };
    expect(standingOf([by('daily', 'minutes')], setting).name).toBe('unverified');
    expect(standingOf([by('daily', 'copy')], setting).name).toBe('corroborated');
  });

  test('a passage without a source is its own origin, and a claim on the transcript has none', () => {
    expect(standingOf([by('daily', 'u4')], { ...SETTING, claim: on('u4') }).name).toBe('unverified');
    expect(standingOf([by('daily', 'tape')], { ...SETTING, claim: on('transcript') }).name).toBe(
      'corroborated',
    );
  });

  test('every one says why it counts or not', () => {
    const { stances } = standingOf(
      [
        by('daily', 'copy'),
        by('portal', 'reprint'),
        by('supplement', 'minutes'),
        by('desk'),
        by('ben'),
        by('outlet', 'tape'),
      ],
      SETTING,
    );
    expect(stances.map(({ counts, why }) => [counts, why])).toEqual([
      ['affirms', 'corroborated by A Daily, from wire'],
      [undefined, 'its evidence goes back to Wire, as that of a1 does'],
      [undefined, 'a1 is of the same side, and two of one side are one'],
      ['affirms', 'corroborated by A Desk, without a source'],
      [undefined, 'it cites no source, as a4 cites none: such acts count once'],
      [undefined, 'its evidence goes back to tape, as the passage itself does'],
    ]);
    expect(stances[1]?.repeats).toMatchObject({ stance: { annotation: { id: 'a1' } }, origins: ['Wire'] });
  });

  test('the earlier act is the one that counts', () => {
    const { stances } = standingOf(
      [
        { ...by('daily', 'copy'), when: '2020-02-01' },
        { ...by('portal', 'reprint'), when: '2020-01-01' },
      ],
      SETTING,
    );
    expect(stances.map(({ stance, counts }) => [stance.annotation.id, counts])).toEqual([
      ['a2', 'affirms'],
      ['a1', undefined],
    ]);
  });
});

describe('refuted', () => {
  const by = (party: string, ...sources: string[]) => act('refuted', party, sources);
  const shortfall = (party: string, reason: string) =>
    `disputed; refuted by ${party} counts as disputed: ${reason}`;
  test.for<[string, Stance[], string, Partial<Claim>?]>([
    ['with evidence of another origin', [by('desk', 'minutes')], 'refuted'],
    ['beside a denial', [by('desk', 'minutes'), act('denied', 'ada')], 'refuted'],
    ['beside a doubt', [by('desk', 'minutes'), act('questioned', 'ben')], 'refuted'],
    ['against a confirmation', [by('desk', 'minutes'), act('confirmed', 'ben')], 'disputed'],
    ['beside one that is none', [by('desk', 'minutes'), by('ada', 'minutes')], 'refuted'],
    ['by the speaker', [by('ada', 'minutes')], shortfall('Ada', 'its party is the speaker')],
    [
      'by an office of the speaker',
      [by('office', 'minutes')],
      shortfall('Office of Ada', "its party is of the speaker's side"),
    ],
    [
      'by the principal of the speaker',
      [by('ada', 'copy')],
      shortfall('Ada', "its party is of the speaker's side"),
      on('s1'),
    ],
    [
      'by one who may be the speaker',
      [by('desk', 'minutes')],
      shortfall('A Desk', 'its party may be the speaker'),
      on('u3'),
    ],
    ['of a passage whose speaker is open, by somebody else', [by('daily', 'minutes')], 'refuted', on('u3')],
    ['of a claim on the transcript', [by('ada', 'minutes')], 'refuted', on('transcript')],
    ['without a source', [by('desk')], shortfall('A Desk', 'it cites no source')],
    [
      'with a source that nobody declares',
      [by('desk', 'nowhere')],
      shortfall('A Desk', 'it cites no source'),
    ],
    [
      'with the source of the passage',
      [by('desk', 'tape')],
      shortfall('A Desk', "its evidence is of the passage's own origin"),
    ],
    ['with that and another', [by('desk', 'tape', 'minutes')], 'refuted'],
    [
      "with a statement of the speaker's side",
      [by('desk', 's1')],
      shortfall('A Desk', "its evidence is a statement of the speaker's side"),
    ],
    [
      "with such a statement and the passage's source",
      [by('desk', 's1', 'tape')],
      shortfall('A Desk', "its evidence is of the passage's own origin"),
    ],
    ['with a statement of somebody else', [by('desk', 's2')], 'refuted'],
    [
      'by no one named',
      [{ tag: 'refuted', sources: [{ source: 'minutes' }] }],
      shortfall('no one named', 'no party is named'),
    ],
    [
      'by description',
      [act('refuted', 'desk', ['minutes'], { characterised: true, via: ['outlet'] })],
      `${shortfall('A Desk', 'it is known only by description')}; per The Outlet`,
    ],
  ])('%s', ([, stances, expected, claim = {}]) => {
    expect(told(stances, { ...SETTING, claim })).toBe(expected);
  });

  test('the explanation says which act refutes, and why another does not', () => {
    const standing = standingOf([by('desk', 'minutes'), by('ada', 'minutes')], SETTING);
    expect(standing.because).toBe('only contested, and A Desk refuted it with evidence of another origin');
    expect(standing.stances.map(({ counts, why, refutes }) => [counts, why, refutes])).toEqual([
      ['contests', 'refuted by A Desk, with evidence of another origin', true],
      ['contests', 'refuted by Ada; counts as disputed: its party is the speaker', undefined],
    ]);
  });
});

describe('retracted by someone who is not the speaker', () => {
  const by = (party: string, more: Stance = {}) => act('retracted', party, [], more);
  const withVia = (...via: string[]): Setting => ({
    ...SETTING,
    utterances: [{ id: 'u1', speaker: 'ada', text: 'The bridge is closed.', via }],
  });
  const publishedBy = (publisher: string): Setting => ({
    ...SETTING,
    sources: { ...SOURCES, report: { title: 'Report', publisher } },
  });
  test.for<[string, Stance[], string, Setting?]>([
    [
      'by an office of the speaker',
      [by('office', { when: '2021' })],

      'unverified; retracted by Office of Ada, not by Ada',
    ],
    [
      'by an office of the speaker, against a confirmation',
      [by('office'), act('confirmed', 'ben')],

      'confirmed; retracted by Office of Ada, not by Ada',
    ],
    [
      'by the publisher of the only source',
      [by('outlet', { when: '2021-03-01' })],

      'unverified; its only source withdrew it, 2021-03-01',
    ],
    [
      'by the publisher, against a confirmation',
      [by('outlet', { when: '2021' }), act('confirmed', 'ben')],

      'confirmed; its only source withdrew it, 2021',
    ],
    [
      'by the publisher, undated',
      [by('outlet')],

      'unverified; its only source withdrew it, undated',
    ],
    [
      'by a publisher that is named by its id',
      [by('outlet')],
      'unverified; its only source withdrew it, undated',
      publishedBy('outlet'),
    ],
    [
      'by a publisher that is named by an alias, in other letters',
      [by('outlet')],
      'unverified; its only source withdrew it, undated',
      publishedBy('  OUTLET.example '),
    ],
    ['by the publisher of something else', [by('outlet')], 'unverified', publishedBy('A Daily')],
    [
      'by the publisher of one of two sources',
      [by('outlet')],
      'unverified',
      { ...SETTING, claim: on('u1', 'u2') },
    ],
    [
      'by the publisher of the source of two passages',
      [by('outlet')],
      'unverified; its only source withdrew it, undated',
      { ...SETTING, claim: on('u1', 'u3') },
    ],
    [
      'by the publisher, where one passage has no source',
      [by('outlet')],
      'unverified',
      { ...SETTING, claim: on('u1', 'u4') },
    ],
    [
      'by the only one through whom it reached us',
      [by('outlet')],
      'unverified; its only source withdrew it, undated',
      withVia('outlet'),
    ],
    [
      'by the publisher of the only report through which it reached us',
      [by('outlet')],
      'unverified; its only source withdrew it, undated',
      withVia('report'),
    ],
    ['by one of two through whom it reached us', [by('outlet')], 'unverified', withVia('daily', 'outlet')],
    ['by somebody else', [by('ben')], 'unverified'],
    [
      'by the publisher, taken up again',
      [by('outlet', { when: '2021' }), act('asserted', 'outlet', [], { when: '2022' })],

      'unverified; retracted at first, 2021, by The Outlet',
    ],
    ['by the publisher, withdrawn', [by('outlet', { withdrawn: '2022' })], 'unverified'],
    [
      'by the publisher, by description',
      [by('outlet', { characterised: true, via: ['daily'] })],

      'unverified; reported as retracted by The Outlet, via A Daily',
    ],
    [
      'by the publisher, who is the speaker as well',
      [by('outlet')],
      'retracted',
      {
        ...SETTING,
        utterances: [{ id: 'u1', speaker: 'outlet', text: 'The bridge is closed.', source: 'report' }],
      },
    ],
    ['of a claim on the transcript', [by('outlet')], 'unverified', { ...SETTING, claim: on('transcript') }],
  ])('%s', ([, stances, expected, setting = SETTING]) => {
    expect(told(stances, setting)).toBe(expected);
  });

  test('the explanation says who withdrew what', () => {
    const { stances } = standingOf([by('office'), by('outlet'), by('ben')], SETTING);
    expect(stances.map(({ why }) => why)).toEqual([
      'Office of Ada is not the speaker of the claim, only of one side with Ada',
      'The Outlet is not the speaker of the claim, but its only source',
      'Ben is not the speaker of the claim',
    ]);
  });
});

describe('affirmed in part', () => {
  const qualified = act('qualified', 'desk');
  test.for<[string, Stance[], string]>([
    ['alone', [qualified], 'qualified'],
    ['of a claim that was checked', [qualified], 'qualified'],
    ['twice', [qualified, act('qualified', 'ben')], 'qualified'],
    [
      'beside silence and assertions',
      [qualified, act('no-response', 'ben'), act('asserted', 'ada')],
      'qualified',
    ],
    ['beside a confirmation', [qualified, act('confirmed', 'ben')], 'confirmed'],
    ['beside a denial', [qualified, act('denied', 'ada')], 'denied'],
    ['beside a dispute', [qualified, act('disputed', 'ben')], 'disputed'],
    ['beside what does not count', [qualified, act('acknowledged', 'ben')], 'qualified'],
    ['by no one named', [{ tag: 'qualified' }], 'unverified'],
    ['by description', [{ ...qualified, characterised: true, via: ['outlet'] }], 'unverified'],
    ['withdrawn', [{ ...qualified, withdrawn: '2022' }], 'unverified'],
  ])('%s', ([, stances, name]) => {
    expect(standingOf(stances, { ...SETTING, claim: { checked: '2020-01-01' } }).name).toBe(name);
  });

  test('and says why', () => {
    expect(standingOf([qualified], SETTING)).toMatchObject({
      because: 'only affirmed in part, by A Desk',
      stances: [{ counts: 'qualifies', why: 'A Desk affirms it in part, or under conditions' }],
    });
  });
});
