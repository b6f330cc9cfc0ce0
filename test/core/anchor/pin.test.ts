import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pinMatches, pinMatchesSentences, pinOf } from '../../../src/core/anchor/pin.ts';
import { utteranceEntry } from '../../fixtures/project.ts';

const entry = utteranceEntry;

test('a pin is the start of the SHA-256 of [speaker, text] pairs as JSON', () => {
  // printf '[["ada","The bridge is closed."]]' | sha256sum
  expect(pinOf([entry({ speaker: 'ada', text: 'The bridge is closed.' })])).toBe('sha256-cb10db51');
  // printf '[["ada","One."],[null,"Two."],[null,null,"laughter"]]' | sha256sum
  expect(
    pinOf([entry({ speaker: 'ada', text: 'One.' }), entry({ text: 'Two.' }), entry({ event: 'laughter' })]),
  ).toBe('sha256-9313462e');
});

test('whatever has to be escaped is escaped as in JSON', () => {
  const anyUnit = fc.oneof(
    fc.constantFrom('"', '\\', '\n', '\u001f', ' ', '\u007f', '\u2028', '\ud83d', '\ude00', 'a', 'é'),
    fc.nat(0xffff).map(unit => String.fromCharCode(unit)),
  );
  fc.assert(
    fc.property(fc.string({ unit: anyUnit, maxLength: 12 }), text => {
      const digest = createHash('sha256')
        .update(JSON.stringify([['ada', text]]))
        .digest('hex');
      expect(pinOf([entry({ speaker: 'ada', text })])).toBe(`sha256-${digest.slice(0, 8)}`);
    }),
  );
});

describe('a pin notices', () => {
  const pinned = entry({ id: 'u1', speaker: 'ada', text: 'It cost 150,000.' });
  const pin = pinOf([pinned])!;

  test.for([
    ['a changed word', { speaker: 'ada', text: 'It cost 150.000.' }],
    ['another speaker', { speaker: 'ben', text: 'It cost 150,000.' }],
    ['a speaker that went', { text: 'It cost 150,000.' }],
    ['white space', { speaker: 'ada', text: 'It cost 150,000. ' }],
    ['words moved to the speaker', { speaker: 'adaIt', text: ' cost 150,000.' }],
    ['an event in place of the text', { speaker: 'ada', event: 'It cost 150,000.' }],
  ] as const)('%s', ([, changed]) => {
    expect(pinOf([entry(changed)])).not.toBe(pin);
    expect(pinMatches(pin, [entry(changed)])).toBe(false);
  });

  test('another Unicode form of the same letters', () => {
    expect(pinOf([entry({ text: 'caf\u00e9' })])).not.toBe(pinOf([entry({ text: 'cafe\u0301' })]));
  });

  test('a lone surrogate in place of another', () => {
    expect(pinOf([entry({ text: '\ud800' })])).not.toBe(pinOf([entry({ text: '\ud801' })]));
  });

  test('where one utterance ends and the next begins', () => {
    const cut = (...texts: string[]) => pinOf(texts.map(text => entry({ text })));
    expect(cut('ab', 'c')).not.toBe(cut('a', 'bc'));
    expect(cut('a","b')).not.toBe(cut('a', 'b'));
  });

  test('nothing but speaker and text', () => {
    const other = entry({
      id: 'u9',
      speaker: 'ada',
      text: 'It cost 150,000.',
      form: 'direct',
      start: 500,
      source: 's',
    });
    expect(pinOf([other])).toBe(pin);
  });
});

test('a longer pin is compared in full', () => {
  const entries = [entry({ speaker: 'ada', text: 'The bridge is closed.' })];
  const full = 'sha256-cb10db51dc5d58913ccf0d2e783b256684a73ab6f719507d7b601fc22b6ff0be';
  expect(pinMatches(full, entries)).toBe(true);
  expect(pinMatches(full.slice(0, 20), entries)).toBe(true);
  expect(pinMatches(`${full.slice(0, 20)}0`, entries)).toBe(false);
  expect(pinMatches(`${full.slice(0, -1)}0`, entries)).toBe(false);
});

test.for(['', 'sha256-', 'sha256-cb10db5', 'md5-cb10db51', 'cb10db51', 'sha256-CB10DB51'])(
  '%j is no pin of the text',
  pin => {
    expect(pinMatches(pin, [entry({ speaker: 'ada', text: 'The bridge is closed.' })])).toBe(false);
  },
);

describe('the second part of a pin', () => {
  const text = 'The hall was full. We signed on Monday. Nobody left.';
  const pinned = entry({ speaker: 'ada', text });
  const pin = pinOf([pinned], { quote: 'on Monday' })!;
  const passage = (speech: { speaker?: string; text: string }) => {
    const start = speech.text.indexOf('on Monday');
    return { speech: entry(speech).value, range: { start, end: start + 'on Monday'.length } };
  };

  test('is of the speaker and the sentence in which the quote stands', () => {
    // printf '[["ada","The hall was full. We signed on Monday. Nobody left."]]' | sha256sum
    // printf '[["ada","We signed on Monday."]]' | sha256sum
    expect(pin).toBe('sha256-68eef4a0.374c2669');
  });

  test.for([
    ['the text as it was', { speaker: 'ada', text }, true],
    ['a typo in the sentence before', { speaker: 'ada', text: text.replace('hall', 'hell') }, true],
    ['a sentence put before', { speaker: 'ada', text: `It rained. ${text}` }, true],
    ['a word in the same sentence', { speaker: 'ada', text: text.replace('signed', 'sat') }, false],
    ['another speaker', { speaker: 'ben', text }, false],
    ['no speaker', { text }, false],
    ['two sentences made one', { speaker: 'ada', text: text.replace('full. We', 'full, we') }, false],
  ] as const)('%s', ([, speech, isCurrent]) => {
    expect(pinMatchesSentences(pin, passage(speech))).toBe(isCurrent);
  });

  test('leaves the first part as it is without a quote', () => {
    expect(pin.split('.')[0]).toBe(pinOf([pinned]));
    expect(pinMatches(pin, [pinned])).toBe(true);
    expect(pinMatches(pin, [entry({ speaker: 'ada', text: `${text} So be it.` })])).toBe(false);
  });

  test.for([
    ['a quote that stands nowhere', { quote: 'on Sunday' }],
    ['a quote that stands twice', { quote: 'e' }],
    ['no quote', {}],
  ] as const)('%s has none', ([, sought]) => {
    expect(pinOf([pinned], sought)).toBe(pinOf([pinned]));
  });

  test('is of the one of several speeches that has the quote', () => {
    const other = entry({ speaker: 'ben', text: 'We left on Friday.' });
    const [first, second] = pinOf([other, pinned], { quote: 'on Monday' })!.split('.');
    expect(first).toBe(pinOf([other, pinned]));
    expect(second).toBe(pin.split('.')[1]);
  });

  test('is absent from a pin of one part, which stays valid', () => {
    const short = pinOf([pinned])!;
    expect(pinMatches(short, [pinned])).toBe(true);
    expect(pinMatchesSentences(short, passage({ speaker: 'ada', text }))).toBe(false);
  });

  test('is compared in full', () => {
    expect(pinMatchesSentences(`${pin}1`, passage({ speaker: 'ada', text }))).toBe(false);
    expect(pinMatchesSentences('sha256-00000000.374c266', passage({ speaker: 'ada', text }))).toBe(false);
  });
});

test('what is no utterance or statement has no pin', () => {
  const claim = { ...entry({}), kind: 'claim' as const, value: { id: 'c1', text: 'The bridge is closed.' } };
  expect(pinOf([claim])).toBeUndefined();
  expect(pinOf([])).toBeUndefined();
  expect(pinMatches('sha256-00000000', [])).toBe(false);
  const utterance = entry({ text: 'One.' });
  expect(pinOf([claim, utterance])).toBe(pinOf([utterance]));
});

test('different texts have different pins', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      fc.pre(a !== b);
      expect(pinOf([entry({ text: a })])).not.toBe(pinOf([entry({ text: b })]));
    }),
  );
});
