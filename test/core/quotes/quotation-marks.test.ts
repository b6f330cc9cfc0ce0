import { expect, test } from 'vitest';
import { outermost, pairMarks } from '../../../src/core/quotes/quotation-marks.ts';
import { steepGrowth } from '../../helpers/growth.ts';

function quoted(text: string): string[] {
  return outermost(pairMarks(text).pairs).map(({ inner }) => text.slice(inner.start, inner.end));
}

test.for([
  ['English', 'He said “we will go” and left.', ['we will go']],
  ['English, single', 'He said ‘we will go’ and left.', ['we will go']],
  ['straight', 'He said "we will go" and "not now".', ['we will go', 'not now']],
  ['straight, single', "He said 'we will go' and left.", ['we will go']],
  ['German', 'Er sagte: „Wir gehen jetzt“, und ging.', ['Wir gehen jetzt']],
  ['German, inner', '„Er sagte ‚nein‘ dazu“, sagte sie.', ['Er sagte ‚nein‘ dazu']],
  ['German, guillemets', 'Er sagte »wir gehen« und ging.', ['wir gehen']],
  ['French', 'Il dit « nous partons » et partit.', [' nous partons ']],
  ['Russian', 'Он сказал: «Мы „не“ идём».', ['Мы „не“ идём']],
  ['Polish', 'Powiedział „idziemy tam” i wyszedł.', ['idziemy tam']],
  ['Swedish', 'Han sade ”vi går nu” och gick.', ['vi går nu']],
  ['Finnish', 'Hän sanoi »me menemme» ja lähti.', ['me menemme']],
  ['Japanese', '彼は「私は『行く』と言った」と言った。', ['私は『行く』と言った']],
  ['Chinese', '他说“我们同意”了。', ['我们同意']],
  ['Arabic, mirrored', 'قال: ”نحن ذاهبون الآن“ ومضى.', ['نحن ذاهبون الآن']],
  ['Hebrew, gershayim', 'הוא אמר: ״צה״ל יישאר בעמק״ והלך.', ['צה״ל יישאר בעמק']],
  ['Hebrew, straight', 'מנכ"ל החברה אמר: "צה"ל יישאר בעמק", והלך.', ['צה"ל יישאר בעמק']],
  ['Hebrew, behind a particle', 'הוא אמר ש"לא הסכמנו לזה" והלך.', ['לא הסכמנו לזה']],
  ['nested', '“He told me ‘no more of it’ twice,” she said.', ['He told me ‘no more of it’ twice,']],
  ['over a line break', '“we will\ngo home”', ['we will\ngo home']],
  ['German, typed', "Er sagte: ,,Wir gehen jetzt‘‘, und ,,dann nicht''.", ['Wir gehen jetzt', 'dann nicht']],
  [
    'German, closed straight',
    'Er sagte: „Wir gehen jetzt", und „dann nicht".',
    ['Wir gehen jetzt', 'dann nicht'],
  ],
  ['German, an inch mark inside', 'Er sagte: „Das 5" breite Brett“ und ging.', ['Das 5" breite Brett']],
  ['German, straight inside', '„Er sagte "nein" dazu“, sagte sie.', ['Er sagte "nein" dazu']],
  ['TeX', "He said ``we don't go'' and ``not now''.", ["we don't go", 'not now']],
  ['two single marks', "He said 'she said 'no'' and left.", ["she said 'no'"]],
  ['two in a row', '“one of them” “two of them”', ['one of them', 'two of them']],
])('%s', ([, text, expected]) => {
  expect(quoted(text as string)).toEqual(expected);
});

test.for([
  ['apostrophes', 'The dogs’ bone isn’t the cats’ toy, it’s ours.'],
  ['straight apostrophes', "Don't say it's the boys' fault, 'twas in the '90s and rock 'n' roll"],
  ['inches and feet', 'A board of 6\'2" by 12" is too long, and one of 5" is not.'],
  ['Hebrew abbreviations', 'מנכ"ל החברה ויו"ר הכנסת, צה״ל וארה״ב'],
  ['an opening mark alone', 'He said “we will go and left.'],
  ['a closing mark alone', 'He said we will go” and left.'],
  ['two commas', 'He said,, we will go ,,and left.'],
  ['nothing between marks', 'He said “” and left.'],
])('none: %s', ([, text]) => {
  expect(quoted(text!)).toEqual([]);
});

test('apostrophes inside single marks', () => {
  expect(quoted('He said ‘it isn’t the dogs’ bone at all’ and left.')).toEqual([
    'it isn’t the dogs’ bone at all',
  ]);
});

test('a quotation behind an opening mark that nothing closes', () => {
  const text = 'He said “we will go. She said “no, not now” to him.';
  expect(quoted(text)).toEqual(['no, not now']);
  expect(pairMarks(text).unclosed).toEqual({ start: 8, end: 9 });
});

test('opening marks that nothing closes take time in proportion to their number', async () => {
  const marks = (count: number) => '“‘«"\'we went ’ „now" ,,then" ``'.repeat(count);
  expect(await steepGrowth(marks, pairMarks, [10_000])).toBeUndefined();
});
