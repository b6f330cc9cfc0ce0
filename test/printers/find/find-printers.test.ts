/** Whatever stands in transcripts and in the names of files, the rows of `find` drive nothing and keep to the width. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayWidth } from '../../../src/core/text/width.ts';
import { FIND_PRINTERS } from '../../../src/printers/find/index.ts';
import type { FoundRow } from '../../../src/printers/find/report.ts';
import { HOSTILE, violations } from '../../fixtures/hostile-text.ts';
import { plain } from '../../helpers/print-context.ts';

const SUMMARY = {
  query: 'x',
  matches: 1,
  utterances: 1,
  statements: 0,
  annotations: 0,
  claims: 0,
  files: 1,
  searched: 1,
};

function rows(text: string): FoundRow[] {
  const row: FoundRow = {
    file: `${text}.yaml`,
    line: 12,
    column: 3,
    kind: 'utterance',
    id: `u${text}`,
    index: 0,
    speaker: text,
    label: `Lind ${text}`,
    start: 1000,
    field: 'text',
    text: `before ${text} the hit ${text} behind`,
    hits: [{ start: text.length + 8, end: text.length + 15 }],
    annotations: [text],
  };
  return [
    row,
    { ...row, kind: 'annotation', index: undefined, hits: [] },
    { ...row, field: 'event', isContext: true },
  ];
}

test.for(Object.entries(FIND_PRINTERS))('%s is safe', async ([, load]) => {
  const make = await load();
  fc.assert(
    fc.property(
      HOSTILE,
      fc.constantFrom(undefined, 60, 100),
      fc.constantFrom(undefined, 'count', 'files'),
      (text, width, only) => {
        const printer = make(plain(width), { only, linkOf: undefined });
        const printed =
          printer.begin() +
          printer.talk({ rows: rows(text), hasContext: true }) +
          printer.end({ ...SUMMARY, query: text });
        expect(violations(printed.replaceAll('\r\n', '\n'))).toEqual([]);
        expect(printed).toMatch(/\n$/);
      },
    ),
  );
});

test('rows on a terminal keep to its width', async () => {
  const make = await FIND_PRINTERS.text();
  const words = fc.array(fc.constantFrom('bridge ', '橋', 'é', '👩‍👧', '\u202e', '\t', 'tonnes '), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(words, words, fc.integer({ min: 60, max: 120 }), (before, after, width) => {
      const text = `${before.join('')}HIT${after.join('')}`;
      const start = before.join('').length;
      const [row] = rows('');
      const found = { ...row!, id: 'u1', label: 'Per Lind', text, hits: [{ start, end: start + 3 }] };
      const printer = make(plain(width), { only: undefined, linkOf: undefined });
      const lines = printer.talk({ rows: [found], hasContext: false }).split('\n');
      for (const line of lines) expect(displayWidth(line), line).toBeLessThanOrEqual(width);
      expect(lines.join('\n')).toContain('HIT');
    }),
  );
});
