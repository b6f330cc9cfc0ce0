import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignUtterances } from '../../../src/core/align/align-utterances.ts';
import type { Utterance } from '../../../src/core/model/model.ts';
import { DEAR_RUNS } from '../../helpers/runs.ts';

const SENTENCES = [
  'We agreed to the plan of last year.',
  'Nobody asked us what the border should be.',
  'Five billion dollars were offered at the table.',
  'The minister left before the vote was taken.',
  'I have said this in public many times.',
];
const talk: Utterance[] = SENTENCES.map((text, index) => ({ id: `u${index}`, speaker: 'ana', text }));
const spell = (oldList: Utterance[], newList: Utterance[]) =>
  [...alignUtterances(oldList, newList).links]
    .filter(link => link.kind !== 'kept' || link.moved)
    .map(({ kind, old, new: fresh, moved }) => `${kind} ${old}>${fresh}${moved ? ' moved' : ''}`);
const [u0, u1, u2, u3, u4] = talk as [Utterance, Utterance, Utterance, Utterance, Utterance];

describe('what became of utterances', () => {
  test.for<[string, Utterance[], string[]]>([
    ['nothing', talk, []],
    ['another speaker', [u0, { ...u1, speaker: 'ben' }, u2, u3, u4], ['edited 1>1']],
    [
      'edited words',
      [u0, u1, { ...u2, text: 'Six billion dollars were offered at the table.' }, u3, u4],
      ['edited 2>2'],
    ],
    ['removed', [u0, u1, u3, u4], ['removed 2>']],
    ['added', [u0, { id: 'n', text: 'Let me add one thing.' }, u1, u2, u3, u4], ['added >1']],
    ['moved', [u4, u0, u1, u2, u3], ['kept 4>0 moved']],
    [
      'split',
      [
        u0,
        u1,
        { ...u2, text: 'Five billion dollars' },
        { id: 'n', text: 'were offered at the table.' },
        u3,
        u4,
      ],
      ['split 2>2,3'],
    ],
    ['merged', [u0, { ...u1, text: `${u1.text} ${u2.text}` }, u3, u4], ['merged 1,2>1']],
    ['ids lost', talk.map(({ id, ...rest }) => rest), []],
    ['ids counted anew', talk.map((u, index) => ({ ...u, id: `u${index + 1}` })), []],
    [
      'other ids and an edit',
      [{ ...u0, id: 'a' }, { ...u1, id: 'b', text: 'Nobody asked me what the border should be.' }, u2],
      ['edited 1>1', 'removed 3>', 'removed 4>'],
    ],
  ])('%s', ([, newList, links]) => {
    expect(spell(talk, newList)).toEqual(links);
  });

  test('of sentences of one form, each is paired with the one that it is most like', () => {
    const item = (name: string) => ({ speaker: 'ana', text: `The motion on ${name} was carried by a vote.` });
    const old = [u0, item('water'), item('roads'), u4].map(({ id, ...rest }: Utterance) => rest);
    const fresh = [u0, { ...item('roads'), text: 'The motion on roads was carried by one vote.' }, u4];
    expect(
      spell(
        old,
        fresh.map(({ id, ...rest }: Utterance) => rest),
      ),
    ).toEqual(['removed 1>', 'edited 2>1']);
  });
});

const utterance = fc.record(
  {
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    speaker: fc.constantFrom('ana', 'ben'),
    text: fc.constantFrom(...SENTENCES, 'Yes.', ''),
  },
  { requiredKeys: ['text'] },
);
const list = fc.array(utterance, { maxLength: 8 });

test('every utterance is in exactly one link, kept ones are the same, and what did not move keeps its order', () => {
  fc.assert(
    fc.property(list, list, (oldList, newList) => {
      const { links: all, ofOld } = alignUtterances(oldList, newList);
      const links = [...all];
      const ascending = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);
      expect(ascending(links.flatMap(link => link.old))).toEqual([...oldList.keys()]);
      expect(ascending(links.flatMap(link => link.new))).toEqual([...newList.keys()]);
      for (const [index, link] of links.entries()) {
        for (const old of link.old) expect(ofOld[old]).toBe(index);
        if (link.kind !== 'kept') continue;
        const [before, after] = [oldList[link.old[0]!]!, newList[link.new[0]!]!];
        expect([after.speaker, after.text]).toEqual([before.speaker, before.text]);
      }
      const staying = links.filter(link => !link.moved && link.old.length === 1 && link.new.length === 1);
      const places = staying.map(link => link.old[0]!);
      expect(places).toEqual(ascending(places));
    }),
    { numRuns: DEAR_RUNS },
  );
});
