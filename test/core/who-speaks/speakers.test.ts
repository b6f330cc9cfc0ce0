import { describe, expect, test } from 'vitest';
import type { Id, Party } from '../../../src/core/model/model.ts';
import { type Cast, speakersOf, type WordShares } from '../../../src/core/who-speaks/speakers.ts';

type Names = Readonly<Record<Id, string | Party | undefined>>;

/** Every party speaks twice. */
function cast(names: Names, silent: readonly Id[] = []): Cast {
  const parties = new Map<Id, Party>();
  for (const [id, party] of Object.entries(names))
    if (party !== undefined) parties.set(id, typeof party === 'string' ? { name: party } : party);
  const speaking = Object.keys(names).filter(id => !silent.includes(id));
  return { parties, utterances: [...speaking, ...speaking].map(speaker => ({ speaker })) };
}

const shares = (counts: Readonly<Record<Id, Readonly<Record<Id, number>>>>): WordShares =>
  new Map(Object.entries(counts).map(([old, now]) => [old, new Map(Object.entries(now))]));

function speakers(old: Names, fresh: Names, words: WordShares = new Map(), stated?: ReadonlyMap<Id, Id>) {
  return speakersOf(cast(old), cast(fresh), () => words, stated);
}

describe('(1) by the names', () => {
  test.for([
    ['the same name under another id', { a: 'Ida Moss' }, { b: 'Ida Moss' }],
    ['in capitals, with other marks', { a: 'Ida Moss-Lind' }, { b: 'IDA MOSS LIND' }],
    ['in another Unicode form', { a: 'José' }, { b: 'Jose\u0301' }],
    ['an alias of the old party', { a: { name: 'Ida Moss', aliases: ['I. Moss'] } }, { b: 'I. Moss' }],
    ['an alias of the new party', { a: 'I. Moss' }, { b: { name: 'Ida Moss', aliases: ['I. Moss'] } }],
    ['an id by order, and one of today', { speaker: 'Ольга' }, { olga: 'ОЛЬГА' }],
  ] as const)('%s', ([, old, fresh]) => {
    const found = speakers(old, fresh);
    const [a, b] = [Object.keys(old)[0]!, Object.keys(fresh)[0]!];
    expect(found.isSame(a, b)).toBe(true);
    expect(found.renamings()).toEqual([{ old: a, new: b, by: 'name' }]);
  });

  test.for([
    ['Cyrillic', 'ОЛЬГА', 'ЩУКИН'],
    ['Armenian', 'ԱՆՆԱ', 'ԳԵՎՈՐԳ'],
    ['Georgian', 'ნინო', 'გიორგი'],
    ['Greek', 'ΕΛΕΝΗ', 'ΓΙΩΡΓΟΣ'],
    ['Arabic', 'سمير', 'ليلى'],
    ['Hebrew', 'דנה', 'צבי'],
    ['Han', '王芳', '李建国'],
    ['Hangul', '김민수', '이서연'],
    ['Devanagari', 'अनिता', 'राजेश'],
    ['Thai', 'สมชาย', 'วิภา'],
    ['Latin', 'Ida', 'Per'],
  ] as const)(
    'two speakers in %s who changed places under ids by order are not the same',
    ([, one, other]) => {
      const found = speakers(
        { speaker: one, 'speaker-2': other },
        { speaker: other, 'speaker-2': one },
        shares({ speaker: { speaker: 10 }, 'speaker-2': { 'speaker-2': 10 } }),
      );
      expect(found.isSame('speaker', 'speaker')).toBe(false);
      expect(found.isSame('speaker', 'speaker-2')).toBe(true);
    },
  );

  test('who changed places between ids by order and ids by name are not the same', () => {
    const found = speakers({ speaker: 'ОЛЬГА', 'speaker-2': 'ЩУКИН' }, { olga: 'ОЛЬГА', shchukin: 'ЩУКИН' });
    expect(found.isSame('speaker', 'olga')).toBe(true);
    expect(found.isSame('speaker', 'shchukin')).toBe(false);
  });

  test('a name that two parties have tells nothing', () => {
    const found = speakers({ a: 'Lind', b: 'Lind' }, { a: 'Lind', b: 'Lind' });
    expect(found.isSame('a', 'a')).toBe(true);
    expect(found.isSame('a', 'b')).toBe(false);
    expect(found.renamings()).toEqual([]);
  });

  test('of parties who do not speak as well', () => {
    const found = speakersOf(
      cast({ press: 'Press office' }, ['press']),
      cast({ office: 'Press Office' }, ['office']),
      () => new Map(),
    );
    expect(found.renamings()).toEqual([{ old: 'press', new: 'office', by: 'name' }]);
  });
});

describe('(2) by the ids', () => {
  test.for([
    ['another name', { moss: 'Ida Moss' }, { moss: 'Ida Moss-Lind' }],
    ['no name on one side', { moss: undefined }, { moss: 'Ida Moss' }],
    ['a label that got its name', { 'speaker-2': 'Speaker 2' }, { 'speaker-2': 'Ida Moss' }],
    ['a label with a number from zero', { 'speaker-0': 'SPEAKER_00' }, { 'speaker-0': 'Ida Moss' }],
    ['a name that is only the id', { speaker: 'Speaker' }, { speaker: 'Ида' }],
    ['an id by order and the same name', { speaker: 'Ида' }, { speaker: 'ИДА' }],
  ] as const)('the same, with %s', ([, old, fresh]) => {
    const id = Object.keys(old)[0]!;
    const found = speakers(old, fresh);
    expect(found.isSame(id, id)).toBe(true);
    expect(found.renamings()).toEqual([]);
  });
});

describe('(3) by the words', () => {
  test('nearly all words are those of a new speaker', () => {
    const found = speakers(
      { 'speaker-0': 'Speaker 0' },
      { tim: 'Tim' },
      shares({ 'speaker-0': { tim: 99, eva: 1 } }),
    );
    expect(found.isSame('speaker-0', 'tim')).toBe(true);
    expect(found.renamings()).toEqual([{ old: 'speaker-0', new: 'tim', by: 'words', share: 0.99 }]);
  });

  test('too many words are those of others', () => {
    const found = speakers(
      { 'speaker-0': 'Speaker 0' },
      { tim: 'Tim', eva: 'Eva' },
      shares({ 'speaker-0': { tim: 80, eva: 20 } }),
    );
    expect(found.isSame('speaker-0', 'tim')).toBe(false);
    expect(found.renamings()).toEqual([]);
  });

  test('a corrected name under an id by order', () => {
    const found = speakers(
      { speaker: 'О. Ершова' },
      { speaker: 'Ольга Ершова' },
      shares({ speaker: { speaker: 40 } }),
    );
    expect(found.isSame('speaker', 'speaker')).toBe(true);
  });

  test('a label that is left on a few words', () => {
    const words = shares({ 'speaker-0': { tim: 98, 'speaker-0': 2 } });
    const found = speakers({ 'speaker-0': 'Speaker 0' }, { 'speaker-0': 'Speaker 0', tim: 'Tim' }, words);
    expect(found.isSame('speaker-0', 'tim')).toBe(true);
    expect(found.isSame('speaker-0', 'speaker-0')).toBe(true);
    expect(found.renamings()).toEqual([]);
  });

  test('a party with a name that still speaks was corrected, not renamed', () => {
    const words = shares({ ida: { tim: 98, ida: 2 } });
    expect(speakers({ ida: 'Ida Moss' }, { ida: 'Ida Moss', tim: 'Tim' }, words).isSame('ida', 'tim')).toBe(
      false,
    );
  });

  test('someone who spoke before is another', () => {
    const words = shares({ 'speaker-0': { tim: 100 }, tim: { tim: 100 } });
    expect(
      speakers({ 'speaker-0': undefined, tim: 'Tim' }, { tim: 'Tim' }, words).isSame('speaker-0', 'tim'),
    ).toBe(false);
  });

  test('a single utterance may be a correction', () => {
    const once = { parties: new Map(), utterances: [{ speaker: 'speaker-0' }] };
    const words = shares({ 'speaker-0': { tim: 100 } });
    expect(speakersOf(once, cast({ tim: 'Tim' }), () => words).isSame('speaker-0', 'tim')).toBe(false);
  });

  test('labels that changed places are others', () => {
    const words = shares({ 'speaker-0': { 'speaker-1': 10 }, 'speaker-1': { 'speaker-0': 10 } });
    const found = speakers(
      { 'speaker-0': undefined, 'speaker-1': undefined },
      { 'speaker-0': undefined, 'speaker-1': undefined },
      words,
    );
    expect(found.isSame('speaker-0', 'speaker-1')).toBe(false);
  });

  test('the words are not counted where ids and names settle it', () => {
    const found = speakersOf(cast({ ida: 'Ida' }), cast({ ida: 'Ida', per: 'Per' }), () => {
      throw new Error('counted');
    });
    expect(found.isSame('ida', 'ida')).toBe(true);
    expect(found.isSame('ida', 'per')).toBe(false);
    expect(found.renamings()).toEqual([]);
  });
});

describe('nobody', () => {
  test('is the same as nobody, and as no party', () => {
    const found = speakers({ ida: 'Ida' }, { ida: 'Ida' }, shares({ unknown: { ida: 50 } }));
    expect(found.isSame(undefined, undefined)).toBe(true);
    expect(found.isSame('unknown', 'unknown')).toBe(true);
    expect(found.isSame(undefined, 'ida')).toBe(false);
    expect(found.isSame('unknown', 'ida')).toBe(false);
  });
});

test('what somebody states stands above all', () => {
  const found = speakers({ a: 'Ida' }, { a: 'Ida', b: 'Per' }, new Map(), new Map([['a', 'b']]));
  expect(found.isSame('a', 'b')).toBe(true);
  expect(found.isSame('a', 'a')).toBe(false);
  expect(found.renamings()).toEqual([{ old: 'a', new: 'b', by: 'statement' }]);
});
