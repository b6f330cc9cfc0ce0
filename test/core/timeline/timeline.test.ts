/** Every date once, in order of time; and where readings do not agree. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { isDate, prepareDates } from '../../../src/core/dates/date.ts';
import { timelineOf } from '../../../src/core/timeline/timeline.ts';
import { buildView } from '../../../src/core/view/build-view.ts';
import { type Annotation, layerOf, projectOf } from '../../fixtures/project.ts';

const DATES = [
  '2016-10-14',
  '2016-10',
  '2016',
  '2016-23',
  '201X',
  '-0753',
  'Y-17000',
  '2016?',
  '2016-10~',
  '../2016',
  '2016-11/..',
  '../..',
  '[2016-10-14,2016-10-16]',
  '2016-10-14T18:30:00+04:00',
  '2016-10-14T18:30:00Z',
  'unknown',
  '2016-13-40',
] as const;

beforeAll(() => prepareDates(DATES));

type DateBody = NonNullable<Annotation['date']>;

function viewWith(...readings: readonly (readonly DateBody[])[]) {
  const layers = readings.map((dates, reading) =>
    layerOf(
      {
        creator: { name: `Reader ${reading + 1}` },
        annotations: dates.map((date, index) => ({
          id: `a${reading}-${index}`,
          target: ['u1'],
          date,
        })) as Annotation[],
      },
      `talk/layer${reading}.yaml`,
    ),
  );
  const utterances = [{ id: 'u1', text: 'Then it was closed.' }];
  return buildView(projectOf({ date: '2016-10-14', utterances }, ...layers));
}

const bodies = fc.array(
  fc.record({
    role: fc.constantFrom('event', 'said', 'first-public', 'valid'),
    of: fc.constantFrom('the closing', 'The closing', 'the talk'),
    edtf: fc.constantFrom(...DATES),
  }),
  { maxLength: 12 },
) as fc.Arbitrary<DateBody[]>;

test('every date is there once, in order of its first possible day, and those without a day come last', () => {
  fc.assert(
    fc.property(bodies, bodies, (one, other) => {
      const { dates } = timelineOf([viewWith(one, other)]);
      const ids = dates.flatMap(({ origin }) =>
        origin.kind === 'annotation' ? [origin.placed.annotation.id] : [],
      );
      expect(ids.toSorted()).toEqual(
        [...one.map((_, index) => `a0-${index}`), ...other.map((_, index) => `a1-${index}`)].toSorted(),
      );
      expect(dates).toHaveLength(ids.length + 1);
      const days = dates.map(({ bounds }) => bounds?.earliest ?? Number.POSITIVE_INFINITY);
      expect(days.every((day, index) => index === 0 || days[index - 1]! <= day)).toBe(true);
      for (const { edtf, bounds } of dates)
        expect(bounds !== undefined).toBe(edtf !== undefined && isDate(edtf));
    }),
  );
});

test('what contradicts is contradicted, and nobody contradicts themselves', () => {
  fc.assert(
    fc.property(bodies, bodies, (one, other) => {
      const { dates } = timelineOf([viewWith(one, other)]);
      const known = new Map(dates.map(({ difference, ...date }) => [idOf(date), difference]));
      for (const date of dates)
        for (const rival of date.difference?.from ?? []) {
          expect(rival.by).not.toEqual(date.by);
          const back = known.get(idOf(rival));
          expect(back?.on === 'date' || back?.on === date.difference!.on).toBe(true);
        }
    }),
  );
});

function idOf({ origin }: Pick<ReturnType<typeof timelineOf>['dates'][number], 'origin'>): string {
  return origin.kind === 'annotation' ? origin.placed.annotation.id : origin.kind;
}

test.for([
  ['days that cannot be the same', { edtf: '2016-10-14' }, { edtf: '2016-10-16' }, 'date'],
  ['a day and the season around it', { edtf: '2016-10-14' }, { edtf: '2016-23' }, undefined],
  ['a day and a day that is not stated', { edtf: '2016-10-14' }, { edtf: 'unknown' }, undefined],
  ['other things', { edtf: '2016-10-14' }, { edtf: '2016-10-16', of: 'the opening' }, undefined],
  ['the same thing in other letters', { edtf: '2016' }, { edtf: '201X', of: 'The  Closing' }, undefined],
  ['one thing, in other letters', { edtf: '2016' }, { edtf: '2017', of: 'The  Closing' }, 'date'],
  ['other roles', { edtf: '2016' }, { edtf: '2016-10', role: 'valid' }, 'role'],
  ['other roles on other days', { edtf: '2016' }, { edtf: '2017', role: 'valid' }, undefined],
  [
    'other roles, read from other words',
    { edtf: '2016', 'as-written': 'that year' },
    { edtf: '2016', role: 'valid', 'as-written': 'in 2016' },
    undefined,
  ],
] as const)('two readings on %s', ([_, one, other, on]) => {
  const body = (date: object) => ({ role: 'event', of: 'the closing', ...date }) as DateBody;
  const { dates } = timelineOf([viewWith([body(one)], [body(other)])], new Set(['event', 'valid']));
  expect(dates.map(({ difference }) => difference?.on)).toEqual([on, on]);
});

test('a reader who gives both roles agrees with a reader who gives one', () => {
  const [event, valid] = (['event', 'valid'] as const).map(role => ({ role, of: 'it', edtf: '2016' }));
  const { dates } = timelineOf([viewWith([event, valid] as DateBody[], [valid] as DateBody[])]);
  expect(dates.every(({ difference }) => difference === undefined)).toBe(true);
});

test('the day of the talk: by the head, by a reading, and of an utterance', () => {
  const said = (edtf: string, of?: string) =>
    ({ role: 'said', edtf, ...(of !== undefined && { of }) }) as DateBody;
  const differs = (...dates: DateBody[]) =>
    timelineOf([viewWith(dates)]).dates.map(({ difference }) => difference?.on);
  expect(differs(said('2016-10-14', 'the talk'))).toEqual([undefined, undefined]);
  expect(differs(said('2016-10-16', 'the talk'))).toEqual(['date', 'date']);
  expect(differs(said('2016-10-16'))).toEqual(['date', 'date']);
  expect(differs(said('2016-10-16', 'the session'))).toEqual([undefined, undefined]);
});

test('one outlier among thousands is contradicted by all, and names a few', () => {
  const event = (edtf: string) => ({ role: 'event', of: 'it', edtf }) as DateBody;
  const many = Array.from({ length: 3000 }, (_, index) => event(`${1000 + (index % 900)}/1950`));
  const { dates } = timelineOf([viewWith(many, [event('1949'), event('1960')])], new Set(['event']));
  const differing = dates.flatMap(({ difference }) => difference ?? []);
  expect(differing).toHaveLength(3001);
  expect(new Set(differing.map(({ on }) => on))).toEqual(new Set(['date']));
  for (const { from } of differing) expect(from.length).toBeLessThanOrEqual(20);
});
