import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { growContext } from '../../../src/core/anchor/grow-context.ts';
import { locateQuote } from '../../../src/core/anchor/locate-quote.ts';
import { codePointLength, sliceCodePoints } from '../../../src/core/text/code-points.ts';
import { isOnGraphemes } from '../../helpers/is-on-graphemes.ts';

const FAMILY = '👨‍👩‍👧';
const E_ACUTE = 'e\u0301';

describe('the very words', () => {
  test.for([
    ['the bridge is closed', 'bridge', 4, 10],
    ['the bridge', 'the bridge', 0, 10],
    ['да, мост закрыт', 'мост', 4, 8],
    [`😀 says ${FAMILY} twice`, 'twice', 13, 18],
    [`😀 says ${FAMILY} twice`, FAMILY, 7, 12],
    [`caf${E_ACUTE} open`, `caf${E_ACUTE}`, 0, 5],
    ['“quoted” words', '“quoted”', 0, 8],
  ] as const)('in %j, %j stands at %i..%i', ([text, quote, start, end]) => {
    expect(locateQuote(text, { quote })).toEqual({ verdict: 'exact', range: { start, end }, folded: false });
  });

  test('overlapping places are several', () => {
    const found = locateQuote('bananas', { quote: 'ana' });
    expect(found).toEqual({
      verdict: 'ambiguous',
      ranges: [
        { start: 1, end: 4 },
        { start: 3, end: 6 },
      ],
      folded: false,
    });
  });

  test.for([
    [{ quote: 'ana', before: 'b' }, 1],
    [{ quote: 'ana', before: 'ban' }, 3],
    [{ quote: 'ana', after: 's' }, 3],
    [{ quote: 'ana', before: '', after: 'nas' }, 1],
  ] as const)('context decides: %j at %i', ([quote, start]) => {
    expect(locateQuote('bananas', quote)).toMatchObject({
      verdict: 'exact',
      range: { start, end: start + 3 },
    });
  });

  test.for([
    ['the bridge', { quote: 'tunnel' }],
    ['the bridge', { quote: '' }],
    ['', { quote: 'bridge' }],
    ['The Bridge', { quote: 'bridge' }],
    ['150,000 people', { quote: '150.000' }],
    // A part of a cluster is another character.
    [`caf${E_ACUTE}`, { quote: 'cafe' }],
    [`${FAMILY} came`, { quote: '👨' }],
    ['🇦🇲🇧🇾', { quote: '🇲🇧' }],
  ] as const)('in %j there is no %j', ([text, quote]) => {
    expect(locateQuote(text, quote)).toEqual({ verdict: 'orphaned', elsewhere: [] });
  });

  test('a quote in other company has no place, and its places are told', () => {
    expect(locateQuote('bananas', { quote: 'nan', before: 'x' })).toEqual({
      verdict: 'orphaned',
      elsewhere: [{ start: 2, end: 5 }],
    });
  });
});

describe('words in another form', () => {
  test.for([
    ["I don't know", 'I don’t know', 0, 12],
    ['a “bare” border', '"bare"', 2, 8],
    ['seven   districts\nthere', 'seven districts there', 0, 23],
    ['seven\u00a0districts', 'seven districts', 0, 15],
    ['caf\u00e9 open', `caf${E_ACUTE}`, 0, 4],
    [`the caf${E_ACUTE} 😀`, 'caf\u00e9', 4, 9],
  ] as const)('%j has %j', ([text, quote, start, end]) => {
    expect(locateQuote(text, { quote })).toEqual({ verdict: 'exact', range: { start, end }, folded: true });
  });

  test('the very words win over words in another form', () => {
    expect(locateQuote('"so" and “so”', { quote: '“so”' })).toMatchObject({
      verdict: 'exact',
      range: { start: 9, end: 13 },
      folded: false,
    });
  });

  test('context is folded too', () => {
    expect(locateQuote('don’t go, don’t stay', { quote: "don't", after: ' stay' })).toMatchObject({
      verdict: 'exact',
      range: { start: 10, end: 15 },
      folded: true,
    });
  });

  test('several places in another form are ambiguous', () => {
    expect(locateQuote('don’t, don’t', { quote: "don't" })).toMatchObject({
      verdict: 'ambiguous',
      folded: true,
    });
  });

  test('another word is not another form', () => {
    expect(locateQuote('I do not know', { quote: "I don't know" }).verdict).toBe('orphaned');
    expect(locateQuote('seven districts', { quote: 'sevendistricts' }).verdict).toBe('orphaned');
  });
});

describe('context grows until a quote is unique, then to whole words', () => {
  test.for([
    ['the bridge is closed', 'bridge', 0, {}],
    ['one no, two no.', 'no', 0, { after: ',' }],
    ['one no, two no, red no', 'no', 1, { before: 'two ' }],
    ['no, no', 'no', 0, { after: ',' }],
    ['no, no', 'no', 1, { before: ' ' }],
    ['bananas', 'ana', 0, { before: 'b' }],
    ['bananas', 'ana', 1, { before: 'ban' }],
    ['a red car, a red bus, a blue car', 'car', 0, { after: ',' }],
    ['so 👍 no, so 👎 no', 'no', 1, { before: '👎 ' }],
  ] as const)('in %j, %j number %i has %j', ([text, quote, number, context]) => {
    const start = [...text.matchAll(new RegExp(`(?=${quote})`, 'gu'))][number]!.index;
    const range = { start: codePointLength(text.slice(0, start)), end: 0 };
    range.end = range.start + codePointLength(quote);
    expect(growContext(text, range)).toEqual(context);
  });

  test('a word without end is cut, not copied', () => {
    const long = 'x'.repeat(200);
    const { before } = growContext(`${long}1no ${long}2no`, { start: 201, end: 203 });
    expect(before).toBe('1');
  });

  const text = fc
    .array(fc.constantFrom('a', 'b', 'an', ' ', ', ', '“', "'", 'é', E_ACUTE, FAMILY, '😀', '\r\n', 'մ'), {
      maxLength: 24,
    })
    .map(parts => parts.join(''));

  test('every passage can be found again by its quote and context', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (input, a, b) => {
        const length = codePointLength(input);
        fc.pre(length > 0);
        const start = a % length;
        const range = { start, end: start + 1 + (b % (length - start)) };
        fc.pre(isOnGraphemes(input, range));
        const quote = sliceCodePoints(input, range.start, range.end);
        const location = locateQuote(input, { quote, ...growContext(input, range) });
        expect(location).toEqual({ verdict: 'exact', range, folded: false });
      }),
      { numRuns: 400 },
    );
  });

  test('what is found splits no cluster and reads as the quote, up to its form', () => {
    fc.assert(
      fc.property(text, text, (input, quote) => {
        const location = locateQuote(input, { quote });
        if (location.verdict !== 'exact') return;
        expect(isOnGraphemes(input, location.range)).toBe(true);
        const found = sliceCodePoints(input, location.range.start, location.range.end);
        if (!location.folded) expect(found).toBe(quote);
      }),
      { numRuns: 400 },
    );
  });
});
