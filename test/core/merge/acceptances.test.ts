/** Acceptances in a merge: of two the earlier stays, a withdrawal is kept beside one, and another body is a conflict. */
import { describe, expect, test } from 'vitest';
import type { Fields } from '../../../src/core/diff/changes.ts';
import { mergeVersions } from '../../../src/core/merge/merge.ts';
import { transcriptOf } from '../../helpers/files.ts';

const six = { target: ['u1'], quote: 'six tonnes', pin: 'sha256-11111111.11111111' };
const seven = { target: ['u1'], quote: 'seven tonnes', pin: 'sha256-22222222.22222222' };
const act = (by: string, when: string) => ({ by, when, was: 'six tonnes' });

const stance: Fields = { id: 'a1', ...six, tag: 'confirmed', wording: 'Six it was.' };
const waiting: Fields = { ...stance, verdict: 'edited' };
const acceptedBy = (...acts: ReturnType<typeof act>[]): Fields => ({ ...stance, ...seven, accepted: acts });
const ada = act('Ada', '2026-03-02');
const ben = act('Ben', '2026-03-01');

function mergeOf(list: 'annotations' | 'claims', base: Fields, ours: Fields, theirs: Fields) {
  const [b, o, t] = [base, ours, theirs].map(entry => transcriptOf({ [list]: [entry] }));
  const { value, conflicts } = mergeVersions(b!, o!, t!);
  return { entry: value[list][0] as unknown as Fields, fields: conflicts.map(({ field }) => field) };
}

/** Both ways round: which side is OURS decides nothing. */
describe('what is sure', () => {
  const withdrawn = { ...stance, withdrawn: '2026-03-03' };
  test.for<[name: string, base: Fields, one: Fields, other: Fields, merged: Fields]>([
    ['two acceptances: the earlier stays', waiting, acceptedBy(ada), acceptedBy(ben), acceptedBy(ben)],
    [
      'two acceptances after a common one',
      { ...acceptedBy(act('Eve', '2026-02-01')), verdict: 'edited' },
      acceptedBy(act('Eve', '2026-02-01'), ada),
      acceptedBy(act('Eve', '2026-02-01'), ben),
      acceptedBy(act('Eve', '2026-02-01'), ben),
    ],
    [
      'an acceptance of the words that the other side only moved to',
      waiting,
      acceptedBy(ada),
      { ...stance, ...seven },
      acceptedBy(ada),
    ],
    [
      'an acceptance and a withdrawal of what waited: both are kept',
      waiting,
      acceptedBy(ada),
      withdrawn,
      { ...acceptedBy(ada), withdrawn: '2026-03-03' },
    ],
    [
      'an acceptance and a withdrawal of what had no mark: both are kept',
      stance,
      acceptedBy(ada),
      withdrawn,
      { ...acceptedBy(ada), withdrawn: '2026-03-03' },
    ],
    ['an acceptance alone', waiting, acceptedBy(ada), waiting, acceptedBy(ada)],
    [
      'an acceptance and another field',
      waiting,
      acceptedBy(ada),
      { ...waiting, note: 'Heard twice.' },
      { ...acceptedBy(ada), note: 'Heard twice.' },
    ],
  ])('%s', ([, base, one, other, merged]) => {
    expect(mergeOf('annotations', base, one, other)).toEqual({ entry: merged, fields: [] });
    expect(mergeOf('annotations', base, other, one)).toEqual({ entry: merged, fields: [] });
  });

  test('of claims as of annotations', () => {
    const claim = { id: 'c1', text: 'Six tonnes.', target: ['u1'], pin: six.pin };
    const accepted = (who: object) => ({ ...claim, pin: seven.pin, accepted: [who] });
    const merged = mergeOf('claims', { ...claim, verdict: 'edited' }, accepted(ada), accepted(ben));
    expect(merged).toEqual({ entry: accepted(ben), fields: [] });
  });
});

describe('what waits for a person', () => {
  test.for<[name: string, list: 'annotations' | 'claims', base: Fields, accepted: Fields, edited: Fields]>([
    ['another tag', 'annotations', waiting, acceptedBy(ada), { ...waiting, tag: 'disputed' }],
    [
      'another body',
      'annotations',
      { id: 'a1', ...six, comment: 'Too much.' },
      { id: 'a1', ...seven, comment: 'Too much.', accepted: [ada] },
      { id: 'a1', ...six, comment: 'Far too much.' },
    ],
    ['another wording', 'annotations', waiting, acceptedBy(ada), { ...waiting, wording: 'It was.' }],
    [
      'another text of a claim',
      'claims',
      { id: 'c1', text: 'Six tonnes.', target: ['u1'], pin: six.pin },
      { id: 'c1', text: 'Six tonnes.', target: ['u1'], pin: seven.pin, accepted: [ada] },
      { id: 'c1', text: 'Six tons.', target: ['u1'], pin: six.pin },
    ],
  ])('%s', ([, list, base, accepted, edited]) => {
    for (const [ours, theirs] of [
      [accepted, edited],
      [edited, accepted],
    ] as const) {
      const { entry, fields } = mergeOf(list, base, ours, theirs);
      const { conflict, ...rest } = entry;
      expect(rest).toEqual(ours);
      expect(fields).toContain('accepted');
      expect(fields).toContain('pin');
      expect(Object.keys(conflict as object).sort()).toEqual([...fields].sort());
    }
  });

  test('acceptances of different words', () => {
    const { fields } = mergeOf('annotations', waiting, acceptedBy(ada), {
      ...acceptedBy(ben),
      quote: 'eight tonnes',
      pin: 'sha256-33333333.33333333',
    });
    expect(fields.sort()).toEqual(['accepted', 'pin', 'quote']);
  });
});
