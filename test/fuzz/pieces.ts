/** What generated files are made of: words people say, and text that tries to be something else. */
import { HOSTILE_TEXTS } from '../fixtures/hostile.ts';
import type { Random } from './random.ts';

const WORDS =
  'we signed it on Monday at ten no not never five billion roubles the bridge carries eight tonnes Mr. Hale said that Ann denies 2016 14 October U.S. 3.5 % “so” café naïve мост נכון שלום می‌خواهم 東京 Ես 😀 👨‍👩‍👧 because however am 12. Mai'.split(
    ' ',
  );

/** Text of strangers. The numbers of the colours are none that the program prints. */
export const HOSTILE: readonly string[] = [
  ...HOSTILE_TEXTS,
  '\u001b[31337mred',
  '\u001b[2J\u001b[1;1H',
  '\u009b31337m',
  '\u001b]0;title\u0007',
  '\u001bP$q"p\u001b\\',
  '\u001b_Gx\u001b\\',
  'over\rwritten\b\b\b',
  '\u0007\u0000\u007f',
  '\u202eevil\u2066',
  '\u200b\u2060\u00ad',
  '\ufeff',
  '\u2028\u2029\u0085',
  '\u{e0041}\u{e0020}',
  '\ud83d',
  '\udc00',
  'e\u0301'.repeat(40),
  '=HYPERLINK("http://forged.example","x")',
  '@SUM(1)|cmd',
  '+1-1',
  '##vso[task.complete result=Failed]',
  'x ##[set-env name=A]b',
  '##teamcity[testFailed]',
  '\u00a0::stop-commands::x',
  ':::warning::x',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '![x](http://forged.example/a.png)',
  '```\nout\n```',
  '[a]: http://forged.example',
  '{{7*7}}',
  '$(touch x)`touch x`;touch x',
  "it's \"so\" and 'no'",
  '-rf',
  '--output=x',
  '../outside.yaml',
  '/etc/passwd',
  'C:\\x',
  '__proto__',
  'constructor',
  'toString',
  '',
  ' ',
  '\n',
  '\t',
  '  a  ',
  '0',
  '-0',
  '1e999',
  'null',
  'true',
  '~',
  '2016',
  '2016-13-45',
  '1984?/2004-06~',
  'unknown',
  '2016-10-14T25:00:00Z',
  '..',
  'u1..u3',
  'u3..u1',
  'u1..',
  '*a*a*a*a*a*a*b',
  '{a,b}{c,d}{e,f}',
  '[!a',
  'x'.repeat(5000),
  'a b '.repeat(800),
];

export function words(random: Random, most = 12): string {
  return random.times(1, most, () => random.pick(WORDS)).join(' ');
}

/** Words, and once in a while what no person says. */
export function text(random: Random): string {
  if (!random.once(6)) return words(random);
  return random
    .times(1, 3, () => (random.once(2) ? random.pick(HOSTILE) : words(random, 4)))
    .join(random.pick(['', ' ', '\n']));
}
