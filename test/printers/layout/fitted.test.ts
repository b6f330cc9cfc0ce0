import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayWidth } from '../../../src/core/text/width.ts';
import { visible } from '../../../src/printers/escape/visible.ts';
import { fitted, fittedLine } from '../../../src/printers/layout/fitted.ts';
import { withoutColours } from '../../helpers/too-wide.ts';

test.for([
  {
    what: 'a message goes on behind four blanks, what repairs it by two more',
    width: 30,
    text: 'onrecord: talk.yaml: no such file or folder\n  name a file, or begin with another one\n',
    shown:
      'onrecord: talk.yaml: no such\n    file or folder\n  name a file, or begin with\n    another one\n',
  },
  {
    what: 'the text of an option goes on in its column',
    width: 40,
    text: '  --by PARTY  Per Lind, Ada Okafor or The Gazette of the town',
    shown: '  --by PARTY  Per Lind, Ada Okafor or\n              The Gazette of the town',
  },
  {
    what: 'an id at the end of a line stays whole',
    width: 30,
    text: '· unreviewed: the bridge is open.  c1 · reading Ada',
    shown: '· unreviewed: the bridge is\n    open.  c1 · reading Ada',
  },
  {
    what: 'what is to be typed stays whole where there is room',
    width: 36,
    text: '  = help: correct it, or write `<!-- onrecord: x -->` above',
    shown: '  = help: correct it, or write\n    `<!-- onrecord: x -->` above',
  },
  {
    what: 'what is to be typed is broken where there is none',
    width: 20,
    text: 'write `<!-- onrecord: elsewhere -- report -->`',
    shown: 'write `<!--\n    onrecord:\n    elsewhere --\n    report -->`',
  },
  {
    what: 'a command to be copied is on a line of its own',
    width: 30,
    text: 'settle it: onrecord reanchor HEAD:talk.yaml talk.yaml, then git add',
    shown: 'settle it:\n    onrecord reanchor HEAD:talk.yaml talk.yaml,\n    then git add',
  },
  {
    what: 'what comes next is one piece',
    width: 20,
    text: 'next: onrecord show my-talk/transcript.yaml',
    shown: 'next: onrecord show my-talk/transcript.yaml',
  },
  {
    what: 'so is the place of a finding',
    width: 20,
    text: '  --> a folder/of-many-talks.yaml:12:3',
    shown: '  --> a folder/of-many-talks.yaml:12:3',
  },
])('$what', ({ text, width, shown }) => {
  expect(fitted(text, width)).toBe(shown);
  expect(fitted(text, undefined)).toBe(text);
});

test('a colour ends with its line and begins again on the next', () => {
  const text = '\u001b[1m\u001b[31merror\u001b[39m: one two three\u001b[22m four';
  expect(fittedLine(text, 14)).toEqual([
    '\u001b[1m\u001b[31merror\u001b[39m: one two\u001b[22m',
    '    \u001b[1mthree\u001b[22m four',
  ]);
});

test('a link stays around its name', () => {
  const link = '\u001b]8;;file:///tmp/a.yaml\u001b\\a.yaml\u001b]8;;\u001b\\';
  expect(fittedLine(`one two three ${link} four`, 16)).toEqual(['one two three', `    ${link} four`]);
});

test('no word is lost, and every line fits or is one word', () => {
  const word = fc.constantFrom(
    'one',
    'bridges',
    '橋',
    'ทดสอบ',
    'e\u0301te\u0301',
    'الجسر',
    '👨‍👩‍👧',
    'a'.repeat(12),
  );
  const styles = fc.constantFrom([1, 22], [2, 22], [31, 39], [32, 39]);
  const painted = fc
    .tuple(word, fc.option(styles))
    .map(([text, codes]) => (codes === null ? text : `\u001b[${codes[0]}m${text}\u001b[${codes[1]}m`));
  fc.assert(
    fc.property(fc.array(painted, { minLength: 1 }), fc.integer({ min: 16, max: 60 }), (words, width) => {
      const lines = fittedLine(words.join(' '), width);
      expect(withoutColours(lines.join('')).replace(/ /g, '')).toBe(withoutColours(words.join('')));
      for (const line of lines) {
        expect(displayWidth(line)).toBeLessThanOrEqual(width);
        expect(withoutColours(line)).not.toMatch(/ $/);
        const left = line.replaceAll(/\u001b\[(?:1|2|31|32)m[^\u001b]*\u001b\[(?:22|39)m/g, '');
        expect(left).not.toContain('\u001b');
      }
    }),
  );
});

test('no line that goes on begins with a command to a CI runner', () => {
  const word = fc.constantFrom(
    'a',
    'tonnes',
    '::error::x',
    '::stop-commands::y',
    '##[group]z',
    '::',
    'u1  ',
    '\u00a0',
  );
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 8, max: 60 }),
      (words, width) => {
        const lines = fitted(visible(words.join(' ')), width).split('\n');
        expect(lines.filter(line => /^\s*::[A-Za-z-]|##\[/.test(line))).toEqual([]);
      },
    ),
  );
});
