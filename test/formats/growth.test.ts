/**
 * Readers take time in proportion to their input, also where a stranger made it to hurt: three times the text takes at
 * most four and a half times as long. The sizes are small by default and up to 800 kB with ONRECORD_RUNS, as in CI.
 */
import { expect, test } from 'vitest';
import { FORMAT_IDS, loadFormat } from '../../src/formats/index.ts';

const RUNS = Number(process.env['ONRECORD_RUNS'] ?? 1000);
const LARGEST = RUNS >= 10000 ? 810_000 : 90_000;
const MOST = 4.5;
/** Milliseconds below which a ratio says nothing. */
const MEASURABLE = 150;

/** What a file may repeat for ever: parts of every format, and marks that make readers look ahead or back. */
const UNITS: readonly string[] = [
  'a',
  ' ',
  '\n',
  '\t',
  '\r',
  '"',
  "'",
  '\\',
  ':',
  '-',
  '#',
  '<',
  '>',
  '&',
  '&amp;',
  '[',
  ']',
  '(',
  ')',
  '{',
  '}',
  ',',
  '%',
  '*',
  '_',
  '`',
  '|',
  '.',
  '0',
  '\u00a0',
  '\u3000',
  'é',
  '\u200f',
  '\ud83d\ude00',
  '- ',
  '[[',
  '{"a":',
  'A: b\n',
  'ANN: ',
  'A:\n',
  '::',
  '[0:01] ',
  '(00:00:01)\n',
  '00:00:01.000 --> 00:00:02.000\n',
  '1\n00:00:01,000 --> 00:00:02,000\nA: b\n\n',
  '\n\n \n',
  '<v A>',
  '<v A',
  '</v>',
  '<b>',
  '<!-- ',
  '<p>a</p>',
  '<00:01.000>',
  'NOTE\n',
  'Q. a\nA. b\n',
  '1,2,A,"x" y\n',
  '"a\n',
  '"a""',
  'a\tb\t',
  '&x: *x\n',
  '? ',
  '|\n ',
  '- {a: 1}\n',
  '"\\u',
  '{"text":"a"},',
  '1:2:',
  '**A** ',
  '— ',
  '{\\i1}',
  '   1  ',
];

const NOT_TEXT: ReadonlySet<string> = new Set(['docx', 'odt']);

function timeOf(read: () => unknown): number {
  const start = process.cpuUsage();
  read();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

interface Growth {
  readonly unit: string;
  readonly size: number;
  readonly ratio: number;
}

/** Other programs, the compiler and the collector disturb a measurement; growth is steep if it is so each time. */
const ATTEMPTS = 6;

function steepGrowth(unit: string, read: (text: string) => unknown): Growth | undefined {
  for (let size = 10_000; size * 3 <= LARGEST; size *= 3) {
    const [small, large] = [size, size * 3].map(length => unit.repeat(Math.ceil(length / unit.length)));
    let least = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < ATTEMPTS && least >= MOST; attempt++) {
      const time = timeOf(() => read(large!));
      least = Math.min(least, time < MEASURABLE ? 0 : time / timeOf(() => read(small!)));
    }
    if (least >= MOST) return { unit, size, ratio: Math.round(least * 10) / 10 };
  }
  return undefined;
}

test.each(FORMAT_IDS.filter(id => !NOT_TEXT.has(id)))(
  'the reader of %s is linear',
  async id => {
    const { read } = await loadFormat(id);
    if (read === undefined) return;
    const steep = UNITS.map(unit => steepGrowth(unit, text => read(text, { file: 'talk.txt' })));
    expect(steep.filter(growth => growth !== undefined)).toStrictEqual([]);
  },
  240_000,
);

test('to recognise a format is linear', async () => {
  const formats = await Promise.all(FORMAT_IDS.map(loadFormat));
  const detect = (text: string) => formats.map(format => format.detect?.(text, 'talk'));
  expect(UNITS.map(unit => steepGrowth(unit, detect)).filter(growth => growth !== undefined)).toStrictEqual(
    [],
  );
}, 240_000);
