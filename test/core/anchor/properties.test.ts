import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reanchor } from '../../../src/core/anchor/reanchor.ts';
import { sliceCodePoints } from '../../../src/core/text/code-points.ts';
import { isOnGraphemes } from '../../helpers/is-on-graphemes.ts';
import { english, on, transcript } from './builders.ts';
import { annotationsOn, plainWord, talk } from './talks.ts';

test('nothing edited: every verdict is exact and every anchor as written', () => {
  fc.assert(
    fc.property(talk, utterances => {
      const version = transcript(utterances);
      const annotations = annotationsOn(version);
      for (const [index, placement] of reanchor(version, version, annotations).entries()) {
        const { target, quote } = annotations[index]!;
        expect(placement).toMatchObject({ verdict: 'exact', change: undefined, alarms: [] });
        expect(placement.anchor).toEqual({ target, quote, before: undefined, after: undefined });
      }
    }),
  );
});

test('each placement is independent of the others, and a range splits no grapheme and holds the quote', () => {
  fc.assert(
    fc.property(talk, talk, fc.boolean(), (utterances, others, idsKept) => {
      const old = transcript(utterances);
      const mixed = [...utterances.slice(1), ...others, ...utterances.slice(0, 1)];
      const fresh = transcript(
        mixed.map((utterance, index) => ({ ...utterance, id: `${idsKept ? 'u' : 'n'}${index + 1}` })),
      );
      const annotations = annotationsOn(old);
      const placements = reanchor(old, fresh, annotations);
      expect(reanchor(old, fresh, annotations.toReversed()).toReversed()).toEqual(placements);
      for (const { passages, anchor } of placements)
        for (const { utterance, range } of passages) {
          if (range === undefined) continue;
          const spoken = fresh.utterances[utterance]!.text!;
          expect(isOnGraphemes(spoken, range)).toBe(true);
          if (anchor !== undefined)
            expect(sliceCodePoints(spoken, range.start, range.end)).toBe(anchor.quote);
        }
    }),
  );
});

const STORY = [
  'The committee met on the second floor of the old ministry.',
  'I told the delegation that harvest payments would arrive before winter.',
  'Afterwards everybody walked slowly to the railway station.',
];
const QUOTES = ['second floor of the old', 'harvest payments would arrive', 'walked slowly to the railway'];
const STORY_ANNOTATIONS = QUOTES.map((quote, index) => on(`u${index + 1}`, quote));
const insertion = fc.record({
  utterance: fc.nat(2),
  place: fc.nat(20),
  words: fc.array(plainWord, { minLength: 1, maxLength: 4 }),
});

test('words inserted outside a quote shift it by exactly their length, keep the order of anchors, and undo restores it', () => {
  fc.assert(
    fc.property(insertion, ({ utterance, place, words }) => {
      const spoken = STORY[utterance]!.split(' ');
      const first = spoken.findIndex((_, index) =>
        spoken.slice(index).join(' ').startsWith(QUOTES[utterance]!),
      );
      const quoted = QUOTES[utterance]!.split(' ');
      const at = Math.min(place, spoken.length);
      fc.pre(at <= first || at >= first + quoted.length);
      // Of "harvest harvest payments" nobody can say which word was put in.
      fc.pre(words.every(word => !quoted.includes(word)));
      // A number put beside a quote waits for a person.
      fc.pre(!words.includes('2016'));
      const texts = STORY.with(utterance, spoken.toSpliced(at, 0, ...words).join(' '));
      const [old, fresh] = [transcript(STORY), transcript(texts)];
      const there = reanchor(old, fresh, STORY_ANNOTATIONS, { words: english });
      for (const [index, placement] of there.entries()) {
        const start = STORY[index]!.indexOf(QUOTES[index]!);
        const shift = index === utterance && at <= first ? [...words.join(' ')].length + 1 : 0;
        expect(placement).toMatchObject({ verdict: 'exact', anchor: { quote: QUOTES[index] } });
        expect(placement.passages).toMatchObject([{ utterance: index, range: { start: start + shift } }]);
      }
      const carried = there.map(({ anchor }) =>
        on(anchor!.target!, anchor!.quote!, { before: anchor!.before!, after: anchor!.after! }),
      );
      const back = reanchor(fresh, old, carried, { words: english });
      expect(back.map(placement => placement.anchor)).toEqual(
        STORY_ANNOTATIONS.map(({ target, quote }) => ({
          target,
          quote,
          before: undefined,
          after: undefined,
        })),
      );
    }),
  );
});

test('a deleted quote is never attached to anything', () => {
  fc.assert(
    fc.property(fc.nat(2), fc.boolean(), (index, idsKept) => {
      const texts = STORY.with(index, STORY[index]!.replace(QUOTES[index]!, '').replace('  ', ' '));
      const fresh = transcript(
        texts.map((spoken, place) => ({ id: idsKept ? `u${place + 1}` : `n${place}`, text: spoken })),
      );
      const placements = reanchor(transcript(STORY), fresh, STORY_ANNOTATIONS, { words: english });
      expect(placements.map(placement => placement.verdict)).toEqual(
        QUOTES.map((_, place) => (place === index ? 'orphaned' : 'exact')),
      );
    }),
  );
});
