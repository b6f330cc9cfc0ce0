import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withFormula } from '../../../src/core/text/csv-cell.ts';
import { breakCommands } from '../../../src/printers/escape/ci-commands.ts';
import { csv, tsv } from '../../../src/printers/escape/csv.ts';
import { githubData, githubProperty } from '../../../src/printers/escape/github.ts';
import { html, htmlAttribute } from '../../../src/printers/escape/html.ts';
import { json } from '../../../src/printers/escape/json.ts';
import { markdownInline } from '../../../src/printers/escape/markdown.ts';
import { fileName, isPlain, visible, visibleWithMap } from '../../../src/printers/escape/visible.ts';
import { xml, xmlAttribute } from '../../../src/printers/escape/xml.ts';
import { HOSTILE, violations } from '../../fixtures/hostile-text.ts';
import { ROOT } from '../../helpers/run-cli.ts';

const OUTPUTS: Record<string, (text: string) => string> = {
  'visible, one line': text => visible(text),
  'visible, lines and tabs': text => visible(text, { newlines: true, tabs: true }),
  fileName,
  json: text => json({ [text]: [text] }, 2),
  csv,
  tsv,
  html,
  htmlAttribute,
  xml,
  xmlAttribute,
  markdownInline,
  githubData,
  githubProperty,
};

test.for(Object.entries(OUTPUTS))('%s lets nothing forbidden through', ([, print]) => {
  fc.assert(
    fc.property(HOSTILE, text => {
      expect(violations(print(text))).toEqual([]);
    }),
  );
});

test.for([
  ['\u001b[31m', '^[[31m'],
  ['\u0000\u0007\u007f', '^@^G^?'],
  ['\u009b', '<U+009B>'],
  ['a\u202eb', 'a<U+202E>b'],
  ['\u200b\u00ad\ufeff\u3164', '<U+200B><U+00AD><U+FEFF><U+3164>'],
  ['\u{e0041}', '<U+E0041>'],
  ['a\ufe0f', 'a<U+FE0F>'],
  ['\u2028', '<U+2028>'],
  ['\ud800 \udc00', '<U+D800> <U+DC00>'],
  ['a\r\nb\tc', 'a^M^Jb^Ic'],
  ['::error::no', '<U+003A>:error::no'],
  ['\u00a0 ::error::no', '\u00a0 <U+003A>:error::no'],
  ['std::vector, at 12::30', 'std::vector, at 12::30'],
  ['##[error]no', '#<U+0023>[error]no'],
  ['x ##VSO[task', 'x #<U+0023>VSO[task'],
  ['# one ## two', '# one ## two'],
] as const)('%j shows as %j', ([text, shown]) => {
  expect(visible(text)).toBe(shown);
});

test.for(['👨‍👩‍👧', '👩🏽‍🚀', '❤️', '1️⃣', '🏳️‍🌈', 'می‌خواهم', 'क्‍ष', 'Ծաղիկ', 'Ёлка é 東京', 'e\u0301'])(
  '%s stays as it is',
  text => expect(visible(text)).toBe(text),
);

test.for(['a\u200db', '\u200d', 'a\u200c', 'א\u200dב', '😀\u200d'])(
  'joiners without a use show: %j',
  text => {
    expect(visible(text)).toMatch(/<U\+200[CD]>/);
  },
);

test('line feeds and tabs stay where they are allowed, and a command after a line feed is broken', () => {
  expect(visible('a\n ::error::b\tc', { newlines: true, tabs: true })).toBe('a\n <U+003A>:error::b\tc');
});

test('nothing is removed: what was visible is still there, in order', () => {
  fc.assert(
    fc.property(HOSTILE, text => {
      const kept = (value: string) => value.replace(/[^\p{L}\p{N}]/gu, '');
      const shown = visible(text).replace(/<U\+[0-9A-F]{4,6}>|\^[@-_?]/g, '');
      expect(kept(shown)).toBe(kept(text.replace(/[\u115f\u1160\u3164\uffa0]/g, '')));
    }),
  );
});

test('places move with the text', () => {
  fc.assert(
    fc.property(HOSTILE, fc.nat(20), (text, cut) => {
      const at = Math.min(cut, text.length);
      const shown = visibleWithMap(text, { newlines: true, tabs: true });
      expect(shown.text).toBe(visible(text, { newlines: true, tabs: true }));
      expect(shown.at(0)).toBe(0);
      expect(shown.at(text.length)).toBe(shown.text.length);
      expect(shown.at(at)).toBeGreaterThanOrEqual(at);
    }),
  );
  const shown = visibleWithMap('a\u202ebc');
  expect([0, 1, 2, 3, 4].map(shown.at)).toEqual([0, 1, 9, 10, 11]);
});

test.for([
  ['  \u001b[1m::\u001b[0merror::x', '  \u001b[1m<U+003A>:\u001b[0merror::x'],
  ['a ::error::x', 'a ::error::x'],
  ['#\u001b[1m#\u001b[0m[error]', '#\u001b[1m<U+0023>\u001b[0m[error]'],
] as const)('a command put together from pieces is broken: %j', ([output, broken]) => {
  expect(breakCommands(output)).toBe(broken);
});

test.for([
  ['a.yaml', 'a.yaml'],
  ['my file.yaml', 'my file.yaml'],
  ['', '""'],
  [' a', '" a"'],
  ['a\nb', '"a^Jb"'],
] as const)('the file name %j shows as %s', ([name, shown]) => expect(fileName(name)).toBe(shown));

test('JSON parses back to the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), HOSTILE, (value, text) => {
      const both = { value, text, [text]: [text] };
      expect(JSON.parse(json(both))).toEqual(JSON.parse(JSON.stringify(both)));
      expect(JSON.parse(json(both, 2))).toEqual(JSON.parse(JSON.stringify(both)));
    }),
  );
  expect(json('##[x]\u202e\u{e0041}')).toBe('"#\\u0023[x]\\u202e\\udb40\\udc41"');
  expect(json('a')).not.toContain('\n');
});

/** RFC 4180 rows, as a reader of the output sees them. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    rows.at(-1)!.push(quoted === undefined ? bare! : quoted.replaceAll('""', '"'));
    if (end === '\n') rows.push([]);
    if (end === '') break;
  }
  return rows;
}

test('a row of cells parses back to as many cells, none of them a formula', () => {
  fc.assert(
    fc.property(fc.array(HOSTILE, { minLength: 1, maxLength: 4 }), texts => {
      const [row, ...more] = parseCsv(texts.map(text => csv(text)).join(','));
      expect(more).toEqual([]);
      expect(row).toHaveLength(texts.length);
      for (const [index, cell] of row!.entries()) {
        for (const line of cell.split('\n')) expect(line.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/);
        expect(withFormula(cell)).toBe(visible(texts[index]!, { newlines: true, tabs: true }));
      }
    }),
  );
});

test.for([
  ['=1+1', "'=1+1"],
  [' =1', "' =1"],
  ['\u00a0@x', "'\u00a0@x"],
  ['\tx', "'\tx"],
  ['＝1+1', "'＝1+1"],
  ["'=1", "''=1"],
  ['a\n-b', `"a\n'-b"`],
  ['say "no", twice', '"say ""no"", twice"'],
  ['00123', '00123'],
  ['-5', "'-5"],
  [-5, '-5'],
  [undefined, ''],
] as const)('the cell %j is written %j', ([value, cell]) => {
  expect(csv(value)).toBe(cell);
});

test('tab-separated cells are one line without tabs', () => {
  fc.assert(
    fc.property(HOSTILE, text => {
      expect(tsv(text)).not.toMatch(/[\t\n\r]/);
    }),
  );
  expect([tsv('=1\t2'), tsv(3), tsv(undefined)]).toEqual(["'=1^I2", '3', '']);
});

const NAMED: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&' };
const decode = (text: string) =>
  text.replace(/&(?:#(\d+)|(lt|gt|quot|amp));/g, (_, code: string | undefined, name: string) =>
    code === undefined ? NAMED[name]! : String.fromCharCode(Number(code)),
  );

const MARKUP = Object.entries({
  html,
  htmlAttribute,
  xml,
  xmlAttribute,
});

test.for(MARKUP)('%s holds no markup and decodes back', ([name, print]) => {
  fc.assert(
    fc.property(HOSTILE, text => {
      const written = print(text);
      expect(written).not.toMatch(/[<>"'`]|&(?!#\d+;|lt;|gt;|quot;|amp;)/);
      expect(decode(written)).toBe(visible(text, { newlines: true, tabs: true }));
      if (name.endsWith('Attribute')) expect(written).not.toMatch(/[\n\t]/);
    }),
  );
});

test('inline Markdown is one line and decodes back', () => {
  fc.assert(
    fc.property(HOSTILE, text => {
      const written = markdownInline(text);
      expect(written).not.toMatch(/\n|^\s|\s$/);
      const plain = written.replace(
        /\\([!-/:-@[-`{-~])|&#(\d+);/g,
        (_, sign: string | undefined, code: string) =>
          sign === undefined ? String.fromCharCode(Number(code)) : sign,
      );
      expect(plain).toBe(visible(text.replaceAll('\n', ' ')));
    }),
  );
});

test('messages and properties of workflow commands are one line that decodes back', () => {
  const undo = (text: string) =>
    text.replace(/%(3A|2C|0A|25)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  fc.assert(
    fc.property(HOSTILE, text => {
      expect(githubData(text)).not.toMatch(/[\r\n]/);
      expect(githubProperty(text)).not.toMatch(/[\r\n:,]/);
      expect(undo(githubProperty(text))).toBe(visible(text, { newlines: true, tabs: true }));
    }),
  );
});

test('plain text is shown as it is', () => {
  for (let unit = 0; unit <= 0xffff; unit++) {
    const character = String.fromCharCode(unit);
    if (isPlain(character)) expect(visible(character)).toBe(character);
  }
  const signs = fc.string({ unit: fc.constantFrom(':', '#', '[', 'a', ' '), maxLength: 8 });
  fc.assert(
    fc.property(signs, text => {
      if (isPlain(text)) expect(visible(text)).toBe(text);
    }),
  );
  expect(isPlain('A – “quote”, 5 · 10')).toBe(true);
});

test('no printer ends a line with a carriage return', () => {
  const folder = path.join(ROOT, 'src/printers');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file =>
    file.endsWith('.ts'),
  );
  expect(files.filter(file => readFileSync(path.join(folder, file), 'utf8').includes('\\r\\n'))).toEqual([]);
});
