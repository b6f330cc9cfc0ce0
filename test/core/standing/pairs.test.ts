/**
 * Every pair of tags, by parties of every relation, in every order, in words and by description. The tables are written
 * from DESIGN 3.4, not from the code: who is replaced, and what what is left adds up to.
 */
import { expect, test } from 'vitest';
import type { StandingName } from '../../../src/core/model/vocabulary.ts';
import { partOf } from '../../helpers/runs.ts';
import { nameOf, type Stance } from '../../helpers/standing-of.ts';

const TAGS = [
  'confirmed',
  'corroborated',
  'acknowledged',
  'disputed',
  'denied',
  'refuted',
  'questioned',
  'qualified',
  'asserted',
  'declined-to-comment',
  'no-response',
  'corrected',
  'retracted',
] as const;
type Tag = (typeof TAGS)[number];

const NAMES: Readonly<Record<string, StandingName>> = {
  cf: 'confirmed',
  co: 'corroborated',
  ak: 'acknowledged',
  di: 'disputed',
  de: 'denied',
  re: 'refuted',
  qu: 'qualified',
  uv: 'unverified',
  ur: 'unreviewed',
};

/** One stance alone, by a party that is not the speaker: in its own words, and by description. */
const ALONE = table(`
  words       cf co ak di de re di qu ur uv uv uv uv
  described   uv uv uv di di di di uv ur uv uv uv uv`);

/** Two that both count, both in own words. */
const IN_WORDS = table(`
  confirmed            cf cf cf di di di di cf cf cf cf cf cf
  corroborated         cf co co di di di di co co co co co co
  acknowledged         cf co ak di di di di ak ak ak ak ak ak
  disputed             di di di di di re di di di di di di di
  denied               di di di di de re di de de de de de de
  refuted              di di di re re re re re re re re re re
  questioned           di di di di di re di di di di di di di
  qualified            cf co ak di de re di qu qu qu qu qu qu
  asserted             cf co ak di de re di qu ur uv uv uv uv
  declined-to-comment  cf co ak di de re di qu uv uv uv uv uv
  no-response          cf co ak di de re di qu uv uv uv uv uv
  corrected            cf co ak di de re di qu uv uv uv uv uv
  retracted            cf co ak di de re di qu uv uv uv uv uv`);

/** Two that both count, the one of the row known only by description. */
const ONE_DESCRIBED = table(`
  confirmed            cf co ak di de re di qu uv uv uv uv uv
  corroborated         cf co ak di de re di qu uv uv uv uv uv
  acknowledged         cf co ak di de re di qu uv uv uv uv uv
  disputed             di di di di di re di di di di di di di
  denied               di di di di di re di di di di di di di
  refuted              di di di di di re di di di di di di di
  questioned           di di di di di re di di di di di di di
  qualified            cf co ak di de re di qu uv uv uv uv uv
  asserted             cf co ak di de re di qu ur uv uv uv uv
  declined-to-comment  cf co ak di de re di qu uv uv uv uv uv
  no-response          cf co ak di de re di qu uv uv uv uv uv
  corrected            cf co ak di de re di qu uv uv uv uv uv
  retracted            cf co ak di de re di qu uv uv uv uv uv`);

/** Two that both count, both known only by description. */
const BOTH_DESCRIBED = table(`
  confirmed            uv uv uv di di di di uv uv uv uv uv uv
  corroborated         uv uv uv di di di di uv uv uv uv uv uv
  acknowledged         uv uv uv di di di di uv uv uv uv uv uv
  disputed             di di di di di di di di di di di di di
  denied               di di di di di di di di di di di di di
  refuted              di di di di di di di di di di di di di
  questioned           di di di di di di di di di di di di di
  qualified            uv uv uv di di di di uv uv uv uv uv uv
  asserted             uv uv uv di di di di uv ur uv uv uv uv
  declined-to-comment  uv uv uv di di di di uv uv uv uv uv uv
  no-response          uv uv uv di di di di uv uv uv uv uv uv
  corrected            uv uv uv di di di di uv uv uv uv uv uv
  retracted            uv uv uv di di di di uv uv uv uv uv uv`);

/** Parties of the one and the other, and whether an act of the one is replaced by a later act of the other. */
const RELATIONS = {
  'the same party': ['ben', 'ben', 'yes', 'yes'],
  'an office, then its principal': ['bens-office', 'ben', 'yes', 'no'],
  'a spokesman of the office, then the principal': ['spokesman', 'ben', 'yes', 'no'],
  'two offices of one principal': ['bens-office', 'bens-lawyers', 'no', 'no'],
  'two parties': ['ben', 'outlet', 'no', 'no'],
} as const;

/** Dates of the one and the other. */
const ORDERS = {
  'one after the other': ['2020-01-01', '2020-02-01'],
  'on one day': ['2020-01-01', '2020-01-01'],
  'in an order that is not certain': ['2020-01', '2020-01-15'],
  'the first undated': ['unknown', '2020-02-01'],
  'the second undated': ['2020-01-01', undefined],
} as const;

const PARTIES = {
  'bens-office': { name: 'Office of Ben', 'on-behalf-of': 'ben' },
  'bens-lawyers': { name: 'Lawyers of Ben', 'on-behalf-of': 'ben' },
  spokesman: { name: 'Spokesman', 'on-behalf-of': 'bens-office' },
};

const SILENT: ReadonlySet<Tag> = new Set(['declined-to-comment', 'no-response']);

test.for(Object.entries(RELATIONS))('%s', ([, [first, second, replacesFirst]]) => {
  const wrong: string[] = [];
  for (const [index, [order, [firstDate, secondDate]]] of Object.entries(ORDERS).entries()) {
    for (const [one, other] of partOf(pairs(), 6, index)) {
      for (const [oneDescribed, otherDescribed] of DESCRIPTIONS) {
        const isReplaced =
          replacesFirst === 'yes' &&
          order === 'one after the other' &&
          !SILENT.has(other) &&
          (oneDescribed || !otherDescribed);
        const expected = isReplaced
          ? survivor(other, otherDescribed, one)
          : together(one, oneDescribed, other, otherDescribed);
        const got = nameOf(
          [
            stance(one, first, firstDate, oneDescribed, 'first'),
            stance(other, second, secondDate, otherDescribed, 'second'),
          ],
          { parties: PARTIES, sources: SOURCES, claim: { aspect: 'occurrence' } },
        );
        if (got !== expected)
          wrong.push(
            `${order}: ${one}${oneDescribed ? '*' : ''}, ${other}${otherDescribed ? '*' : ''}: ${got}, not ${expected}`,
          );
      }
    }
  }
  expect(wrong).toEqual([]);
});

test.for(Object.entries(RELATIONS))('%s, the other way round', ([, [first, second, , replacesSecond]]) => {
  for (const [one, other] of partOf(pairs(), 3)) {
    const later = stance(one, first, '2020-02-01', false, 'first');
    const earlier = stance(other, second, '2020-01-01', false, 'second');
    const isReplaced = replacesSecond === 'yes' && !SILENT.has(one);
    const expected = isReplaced ? survivor(one, false, other) : together(one, false, other, false);
    const setting = { parties: PARTIES, sources: SOURCES, claim: { aspect: 'occurrence' } } as const;
    expect([one, other, nameOf([later, earlier], setting)]).toEqual([one, other, expected]);
  }
});

test('of what a party did, one tag alone', () => {
  const setting = { sources: SOURCES, claim: { aspect: 'occurrence' } } as const;
  for (const isDescribed of [false, true])
    for (const tag of TAGS)
      expect([tag, nameOf([stance(tag, 'ben', '2020', isDescribed, 'first')], setting)]).toEqual([
        tag,
        alone(tag, isDescribed),
      ]);
});

const SOURCES = { first: { title: 'One' }, second: { title: 'Other' } };

const DESCRIPTIONS = [
  [false, false],
  [false, true],
  [true, false],
  [true, true],
] as const;

function pairs(): (readonly [Tag, Tag])[] {
  return TAGS.flatMap(one => TAGS.map(other => [one, other] as const));
}

/** Evidence is of the stance's own origin, so that only the tags make the difference. */
function stance(
  tag: Tag,
  by: string,
  when: string | undefined,
  isDescribed: boolean,
  source: string,
): Stance {
  return {
    tag,
    by,
    ...(when === undefined ? {} : { when }),
    sources: [{ source }],
    ...(isDescribed && { characterised: true, via: ['outlet'] }),
  };
}

function alone(tag: Tag, isDescribed: boolean): StandingName {
  return ALONE[isDescribed ? 'described' : 'words']![TAGS.indexOf(tag)]!;
}

/** What was looked into once never becomes unreviewed again. */
function survivor(tag: Tag, isDescribed: boolean, replaced: Tag): StandingName {
  const name = alone(tag, isDescribed);
  return name === 'unreviewed' && replaced !== 'asserted' ? 'unverified' : name;
}

function together(one: Tag, oneDescribed: boolean, other: Tag, otherDescribed: boolean): StandingName {
  if (oneDescribed && otherDescribed) return BOTH_DESCRIBED[one]![TAGS.indexOf(other)]!;
  if (oneDescribed) return ONE_DESCRIBED[one]![TAGS.indexOf(other)]!;
  if (otherDescribed) return ONE_DESCRIBED[other]![TAGS.indexOf(one)]!;
  return IN_WORDS[one]![TAGS.indexOf(other)]!;
}

function table(text: string): Readonly<Record<string, readonly StandingName[]>> {
  const rows = text
    .trim()
    .split('\n')
    .map(line => line.trim().split(/\s+/));
  return Object.fromEntries(rows.map(([name, ...cells]) => [name, cells.map(cell => NAMES[cell]!)]));
}
