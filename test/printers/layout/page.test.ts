import { expect, test } from 'vitest';
import { Page } from '../../../src/printers/layout/page.ts';
import { plain } from '../../helpers/print-context.ts';

const upper = (text: string) => text.toUpperCase();

test('a lead stands in the indent, a wide one pushes its line on', () => {
  const page = new Page(plain(24));
  page.paragraph(['one two three four five six'], { indent: 6, lead: 'u1' });
  page.paragraph(['one two three four five'], { indent: 6, lead: 'utterance' });
  expect(page.toString()).toBe(
    'u1    one two three four\n      five six\nutterance one two three\n      four five\n',
  );
});

test('styles apply to what is shown, line by line, and never to the blanks of a break', () => {
  const page = new Page(plain(20));
  page.paragraph(['say ', { text: 'a\u001bb and some more words', style: text => `<${upper(text)}>` }, '.']);
  expect(page.toString()).toBe('say <A^[B AND SOME>\n<MORE WORDS>.\n');
});

test('a lead that leaves no room has its own line', () => {
  const page = new Page(plain(20));
  page.paragraph(['one two three'], { indent: 4, lead: 'fifteen-letters' });
  expect(page.toString()).toBe('fifteen-letters\n    one two three\n');
});

test('empty lines do not add up, and none stands at the ends', () => {
  const page = new Page(plain());
  page.blank();
  page.paragraph(['a']);
  page.blank();
  page.blank();
  page.paragraph(['b']);
  page.blank();
  expect(page.toString()).toBe('a\n\nb\n');
});

test('a heading is underlined over its widest line', () => {
  const page = new Page(plain(20));
  page.heading('Talk at the 大坝', '=', upper);
  expect(page.toString()).toBe('TALK AT THE 大坝\n================\n');
});

test('marks stay under their words when characters before them are made visible', () => {
  const page = new Page(plain(40, false));
  page.marked('a\u202eb cd', [{ label: 'a', start: 4, end: 6, style: text => text }], { indent: 2 });
  expect(page.toString()).toBe('  a<U+202E>b cd\n             a-\n');
});

test('a CI command that comes about at the start of a line is broken', () => {
  const page = new Page(plain(20));
  page.paragraph(['see this for a good while ::error::x'], { indent: 2 });
  expect(page.toString()).toContain('\n  <U+003A>:error::x\n');
});

test('without a width nothing is wrapped', () => {
  const page = new Page(plain());
  page.paragraph(['word '.repeat(100)]);
  expect(page.toString().split('\n')).toHaveLength(2);
});

test('text beside others stands below them where it has no room', () => {
  const page = new Page(plain(30));
  page.hanging(['a name and a number', '  '], ['one two three'], 21);
  page.hanging(['a name and a number', '  '], ['one two'], 21);
  expect(page.toString()).toBe('a name and a number\n    one two three\na name and a number  one two\n');
});
