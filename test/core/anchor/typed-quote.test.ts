import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findTypedQuote } from '../../../src/core/anchor/typed-quote.ts';
import { sliceCodePoints } from '../../../src/core/text/code-points.ts';

function found(text: string, quote: string, context: { before?: string; after?: string } = {}) {
  const result = findTypedQuote({ quote, ...context }, [{ text }]);
  if (result.verdict === 'exact')
    return sliceCodePoints(text, result.place.range.start, result.place.range.end);
  return result.verdict;
}

test.for([
  // quotation marks
  ['She said “not now” twice.', '"not now"', '“not now”'],
  ['She said “not now” twice.', "'not now'", '“not now”'],
  ['Il dit « pas encore » hier.', 'dit « pas encore »', 'dit « pas encore »'],
  ['Er sagte „jetzt nicht“ und ging.', '"jetzt nicht" und', '„jetzt nicht“ und'],
  ['他说「现在不行」然后走了。', '"现在不行"', '「现在不行」'],
  ["He wrote ``later'' there.", '"later" there', "``later'' there"],
  // apostrophes
  ['It’s the mayor’s word.', "it's the mayor's", 'It’s the mayor’s'],
  ["It's the mayor's word.", 'It’s the mayor’s', "It's the mayor's"],
  ['ʼt is done', "'t is", 'ʼt is'],
  // dashes, and the spaces beside them
  ['We wait — and hope.', 'wait - and', 'wait — and'],
  ['We wait—and hope.', 'wait -- and hope', 'wait—and hope'],
  ['From 3–5 May.', 'From 3-5 May', 'From 3–5 May'],
  ['It fell to −5 degrees.', 'to -5 degrees', 'to −5 degrees'],
  ['a well‑known fact', 'well-known', 'well‑known'],
  // white space
  ['Five\u00a0hundred \u202f000 votes', 'five hundred 000', 'Five\u00a0hundred \u202f000'],
  ['two  spaces\nand a line', 'Two SPACES and a ', 'two  spaces\nand a'],
  // Unicode form, compatibility form, invisible marks
  ['The cafe\u0301 is shut.', 'THE CAFÉ', 'The cafe\u0301'],
  ['The café is shut.', 'the cafe\u0301', 'The café'],
  ['The ﬁrst oﬃce', 'first office', 'ﬁrst oﬃce'],
  ['price of １２ yen', 'of 12 yen', 'of １２ yen'],
  ['a co\u00adopera\u00adtive plan', 'cooperative', 'co\u00adopera\u00adtive'],
  ['wait… what', 'Wait... what', 'wait… what'],
  // case, in scripts that have it
  ['МЫ СОГЛАСНЫ НА ПЯТЬ', 'мы согласны', 'МЫ СОГЛАСНЫ'],
  ['Ο Οδυσσεύς ήρθε', 'ο ΟΔΥΣΣΕΎς', 'Ο Οδυσσεύς'],
  ['Die Straße ist zu', 'die STRASSE', 'Die Straße'],
  ['İzmir’de IŞIK yok', "izmir'de ışık", 'İzmir’de IŞIK'],
  ['Ամեն ԻՆՉ լավ է', 'ամեն ինչ', 'Ամեն ԻՆՉ'],
  // marks that writers leave out
  ['قَالَ لَنَا نَعَم', 'قال لنا', 'قَالَ لَنَا'],
] as const)('in %j, %j is taken as %j', ([text, quote, words]) => {
  expect(found(text, quote)).toBe(words);
});

test('the very words win over words in another form', () => {
  expect(found('May I? I may.', 'may')).toBe('may');
  expect(found('It may be May.', 'MAY')).toBe('ambiguous');
});

test('words around the quote are compared in the same way', () => {
  expect(found('“Yes,” he said. “Yes,” she said.', 'YES', { after: ',” She' })).toBe('Yes');
  expect(found('It may be May.', 'MAY', { before: 'Be ' })).toBe('May');
});

test.for(['\u00ad A', 'A \u200b', '\u200e a \u00ad'])('%j is found without what is around it', quote => {
  expect(found('b—\u00ad a —', quote)).toBe('a');
});

test.for(['maybe not', 'wait and hope', '"', '', 'co'])('%j stands nowhere', quote => {
  expect(found('We wait — and hop; maybe. ﬁr c\u00f6o', quote)).toBe('orphaned');
});

test('every stretch of a text is found again, however it is typed', () => {
  const piece = fc.constantFrom(
    'a',
    'B',
    ' ',
    '  ',
    '—',
    '-',
    '“',
    '’',
    'é',
    'e\u0301',
    'ß',
    '\u00ad',
    '。',
    '👨‍👩‍👧',
  );
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 1, maxLength: 12 }),
      fc.nat(11),
      fc.nat(11),
      (pieces, one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other) + 1];
        const quote = pieces
          .slice(from, to)
          .join('')
          .normalize('NFC')
          .toUpperCase()
          .replaceAll('’', "'")
          .replaceAll('—', '-');
        fc.pre(/[ab]/i.test(quote));
        expect(found(pieces.join(''), quote)).not.toBe('orphaned');
      },
    ),
  );
});
