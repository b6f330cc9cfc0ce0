/** Words of a value, found again in the file, in every way that YAML writes text. */
import { expect, test } from 'vitest';
import { readDocument } from '../../../src/formats/onrecord/read.ts';
import { spanOfWords } from '../../../src/rules/shared/source-words.ts';

/** The source text of the range of code points that `words` has in the text of the first utterance. */
function found(source: string, words: string, occurrence = 0): string {
  const { document } = readDocument(new TextEncoder().encode(source), 't.yaml');
  if (document?.value.kind !== 'transcript') throw new Error('no transcript');
  const text = document.value.utterances[0]!.text!;
  let at = -1;
  for (let i = 0; i <= occurrence; i++) at = text.indexOf(words, at + 1);
  const start = [...text.slice(0, at)].length;
  const range = { start, end: start + [...words].length };
  const span = spanOfWords(document, ['utterances', 0, 'text'], text, range);
  return document.source.text.slice(span.start, span.end);
}

const utterance = (text: string) => `onrecord: 1\nutterances:\n  - id: u1\n    text: ${text}\n`;

test.for([
  ['plain', 'They sold six of them.', 'six', 'six'],
  ['quoted twice', '"They sold \\"six\\" of them."', 'sold', 'sold'],
  ['quoted once', "'They sold ''six'' of them.'", 'six', 'six'],
  ['folded over two lines', '>-\n      They sold six\n      of them.', 'six of', 'six\n      of'],
  ['literal', '|\n      They sold six\n      of them.', 'them', 'them'],
  ['plain over two lines', 'They sold six\n      of them.', 'sold six of', 'sold six\n      of'],
  ['behind an emoji', '😀 They sold six of them.', 'six', 'six'],
  ['with marks of patterns', 'They (sold) six of them?', '(sold)', '(sold)'],
] as const)('%s', ([, text, words, expected]) => {
  expect(found(utterance(text), words)).toBe(expected);
});

test('the second of several is the second in the file', () => {
  const source = utterance('six and six and six');
  const { document } = readDocument(new TextEncoder().encode(source), 't.yaml');
  const span = spanOfWords(document!, ['utterances', 0, 'text'], 'six and six and six', {
    start: 8,
    end: 11,
  });
  expect(span.start - source.indexOf('six')).toBe(8);
});

test('words that an escape hides give the whole text', () => {
  expect(found(utterance('"They s\\u006fld six."'), 'sold')).toBe('"They s\\u006fld six."');
});

test('where words are gone, the next one is meant, or the last', () => {
  const source = utterance('They sold of them.');
  const { document } = readDocument(new TextEncoder().encode(source), 't.yaml');
  const wordAt = (place: number) => {
    const range = { start: place, end: place };
    const span = spanOfWords(document!, ['utterances', 0, 'text'], 'They sold of them.', range);
    return source.slice(span.start, span.end);
  };
  expect(wordAt(9)).toBe('of');
  expect(wordAt(18)).toBe('them.');
});
