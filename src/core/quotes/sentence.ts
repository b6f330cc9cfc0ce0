/**
 * The sentence of a passage, for what turns its meaning. Pins need a rule that never changes and goes on where in doubt;
 * here a sentence that is too long makes an alarm of another sentence's "not".
 */
import type { WordLists } from '../language/word-lists.ts';
import { latePattern } from '../lazily.ts';
import type { Span } from '../model/span.ts';
import { sentencesAround } from '../text/sentences.ts';

/** Without marks, a sentence is what stands so near; UTF-16 code units. */
const REACH = 240;
/** Answers of up to three letters, which end a sentence before a capital. */
const ANSWERS = 'No|Non|Nee|Nej|Não|Nie|Нет|Не|Ні|Yes|Oui|Ja|Da|Да|Так|Si|Sí|Sim|Tak';
/**
 * What ends a sentence behind a short word or a digit: a point and a capital, or a quotation that is masked.
 * "For us. Is that clear", "the 15th. Then", "of the EU. We", "No. He left", "in 2016. We".
 */
const boundary = (digits: string) =>
  latePattern(
    String.raw`(?:(?<![\p{L}'’.])(\p{Ll}{2,3})|(?<![\p{L}\p{N}'’.])(\p{Lu}{2,3}|${ANSWERS})|${digits})\.["”’»)\]]*\s+(?=["“‘«„([]*[\p{Lu}\x1a])`,
    'gu',
  );
const BOUNDARY = boundary(String.raw`\p{N}`);
/** Languages in which a point makes an ordinal: "am 3. Tag", "II. Dünya". */
const ORDINALS_WITH_POINT = new Set(['de', 'pl', 'tr']);
/** There a point behind one or two digits, or behind Roman ones, may end no sentence. */
const BOUNDARY_BESIDE_ORDINALS = boundary(String.raw`\p{N}{3}`);
const ROMAN = /^[IVXLCDM]+$/;
/** Short words with a point that end no sentence; in capitals, titles of transcripts that have no small letters. */
const ABBREVIATIONS = new Set(
  'al bzw ca cf dgl ed etc evt ggf inc inkl max min no nos op pp sog usw vgl vol vs гг др им ин пр руб см ст тов тыс ул CO COL DET DR FT GEN GOV HON JR LT LTD MAJ MME MR MRS MS MT PVT REP REV SEN SGT SR ST'.split(
    ' ',
  ),
);

/** The sentence or sentences in which a passage stands, as far as they are near it. */
export function sentenceAround(
  text: string,
  passage: Span,
  { languages }: Pick<WordLists, 'languages'>,
): Span {
  const offset = Math.max(0, passage.start - REACH);
  const near = text.slice(offset, passage.end + REACH);
  const inner = { start: passage.start - offset, end: passage.end - offset };
  const whole = sentencesAround(near, inner);
  let { start, end } = whole;
  const sentence = near.slice(start, end);
  // Most sentences have no point but their last character, and need not go through the pattern.
  if (!sentence.slice(0, -1).includes('.')) return { start: start + offset, end: end + offset };
  const hasOrdinals = languages.some(language => ORDINALS_WITH_POINT.has(language));
  const pattern = hasOrdinals ? BOUNDARY_BESIDE_ORDINALS() : BOUNDARY();
  for (const { 0: found, 1: small, 2: word = small, index } of sentence.matchAll(pattern)) {
    if (word !== undefined && (isAbbreviation(word) || (hasOrdinals && ROMAN.test(word)))) continue;
    const mark = whole.start + index + found.indexOf('.') + 1;
    const next = whole.start + index + found.length;
    if (mark >= inner.end) {
      end = mark;
      break;
    }
    if (next <= inner.start) start = Math.max(start, next);
  }
  return { start: start + offset, end: end + offset };
}

function isAbbreviation(word: string): boolean {
  const isInCapitals = word === word.toUpperCase();
  return ABBREVIATIONS.has(word) || (isInCapitals && ABBREVIATIONS.has(word.toLowerCase()));
}
