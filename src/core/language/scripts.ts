/** Which script a text is written in. */
import { latePattern, lazilyFor } from '../lazily.ts';

/** Scripts by the name Unicode has for them; the first in which most letters are is that of a text. */
const SCRIPTS =
  'Latin Cyrillic Arabic Armenian Greek Hebrew Georgian Devanagari Han Hiragana Katakana Hangul Thai Ethiopic Bengali Tamil';

/** So many UTF-16 code units of a text tell its script. */
const UNITS_READ = 400;

const NAMES = SCRIPTS.split(' ').map(name => ({ name }));
const lettersOf = lazilyFor(({ name }: (typeof NAMES)[number]) => new RegExp(`\\p{Script=${name}}`, 'gu'));
const anyLetter = latePattern('\\p{L}', 'gu');
const ASCII_LETTER = /^[\x00-\x7f]*[a-z][\x00-\x7f]*$/i;

/** The script of more than half of a text's letters; undefined where it has none, or there is no such script. */
export function scriptOfText(text: string): string | undefined {
  const start = text.slice(0, UNITS_READ);
  if (ASCII_LETTER.test(start)) return 'Latin';
  const letters = start.match(anyLetter())?.length ?? 0;
  return letters === 0
    ? undefined
    : NAMES.find(script => 2 * (start.match(lettersOf(script))?.length ?? 0) > letters)?.name;
}
