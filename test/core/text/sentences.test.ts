import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentencesAround } from '../../../src/core/text/sentences.ts';

/** The sentences around the words between brackets. */
function around(marked: string): string {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const text = marked.replace('[', '').replace(']', '');
  const found = sentencesAround(text, { start, end });
  return text.slice(found.start, found.end);
}

/** `|` stands where the words' sentence begins and ends; the words are in brackets. */
describe('the sentence of', () => {
  test.for([
    ['the whole text', '|We sign [on Monday].|'],
    ['a text without any end', '|we sign [on monday] at noon|'],
    ['one of three', 'The hall was full. |We sign [on Monday].| Nobody left.'],
    ['words at the start', '|[We] sign.| They leave.'],
    ['words at the end', 'They leave! |We [sign]|'],
    ['a question and an exclamation', 'Really? |[Why] now!| Later.'],
    ['marks in a row', 'Really?! |[Why] now...| Later.'],
    ['words over two sentences', 'They came. |They sat [down. They] left.| It rained.'],
    ['words that end with the point', 'They came. |[They left.]| It rained.'],
    ['an ordinal number in German', 'Es regnete. |Wir kommen [am] 12. Mai nach Tisch.| Danach nicht.'],
    ['an abbreviation', '|Mr. [Hale] spoke.| They left.'],
    ['initials', '|The U.S. [envoy] J. R. Hale spoke.| They left.'],
    ['a short last word, which may be an abbreviation', '|They said [yes]. We left early.| It rained.'],
    ['a contraction of few letters', "|I [know] it's. We left early.| It rained."],
    ['a contraction of more letters', "|I [know] they've.| We left."],
    ['a year at the end', '|It [was] in 2016. Then it rained.| No.'],
    ['a point inside an address', '|See [example].com for more.| Bye now.'],
    ['a point before a closing mark', '|He said [no] “later.” She left.| It rained.'],
    ['an ellipsis as one character', 'Well… |we [wait].| It rained.'],
    ['a line break', 'First line\n|the [second] line|\nthird'],
    ['a line break of Windows', 'First line\r\n|the [second] line|\r\nthird'],
    ['several blanks', 'They came.   |[They] left.|  \t It rained.'],
    ['a no-break space behind the point', 'They came.\u00a0|[They] left.| It rained.'],
    ['Russian', 'Дождь кончился. |Мы [подпишем] в понедельник.| Все ушли.'],
    ['a Russian abbreviation', '|В 2016 г. [мы] подписали.| Все ушли.'],
    ['Armenian', 'Մենք եկանք։ |Նրանք [գնացին]։| Անձրև էր։'],
    ['Arabic', 'هل وصلوا؟ |نحن [نوقع] يوم الاثنين.| غادر الجميع.'],
    ['Persian with a joiner', '|ما [می‌رویم].| باران آمد.'],
    ['Hebrew', 'הגשם פסק אתמול. |אנחנו [חותמים] ביום ראשון.| כולם הלכו.'],
    ['Hindi', 'बारिश हुई। |हम [सोमवार] को आएंगे।| सब चले गए।'],
    ['Chinese', '他们来了。|我们[星期一]签字。|大家走了。'],
    ['Japanese', '雨だ！|[月曜日]に署名します。|本当？'],
    ['Thai, which has no sentence marks', '|เรา[ลงนาม]วันจันทร์ ทุกคนกลับ|'],
    ['Greek', 'Έβρεξε. |Εμείς [υπογράφουμε] Δευτέρα;  Έφυγαν όλοι.|'],
    ['letters beyond the first plane', '|𐐀𐐁𐐂. [𐐃𐐄𐐅𐐆].| 𐐇𐐈'],
    ['letters under many marks', '|e\u0301\u0302\u0303e\u0301\u0302. [They] left.| No.'],
  ] as const)('%s', ([, marked]) => {
    const expected = marked.slice(marked.indexOf('|') + 1, marked.lastIndexOf('|'));
    expect(around(marked.replaceAll('|', ''))).toBe(expected.replace('[', '').replace(']', ''));
  });
});

test('the words are inside their sentences, and only white space is left out at the edges', () => {
  const unit = fc.constantFrom(' ', '.', '!', '。', '\n', 'a', 'б', '1', "'", '😀', '…');
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 30 }), fc.nat(30), fc.nat(30), (text, one, other) => {
      const start = Math.min(one, other, text.length);
      const end = Math.min(Math.max(one, other), text.length);
      const found = sentencesAround(text, { start, end });
      expect(found.start).toBeLessThanOrEqual(start);
      expect(found.end).toBeGreaterThanOrEqual(end);
      // Asked again for all of it, the answer holds no more than the same sentences.
      expect(sentencesAround(text, found)).toEqual(found);
    }),
  );
});
