/**
 * Readers take time in proportion to their input, also where a stranger made it to hurt: three times the text takes at
 * most four and a half times as long. The sizes are small by default and up to 800 kB with ONRECORD_RUNS, as in CI.
 */
import { expect, test } from 'vitest';
import { DRAFT_FORMATS } from '../../src/core/quotes/draft.ts';
import { readDraft } from '../../src/formats/drafts/index.ts';
import { loadFormats } from '../../src/formats/index.ts';
import { repeated, steepGrowth, UNITS } from '../helpers/growth.ts';
import { IS_FULL, partOf } from '../helpers/runs.ts';

const SIZES = IS_FULL ? [10_000, 30_000, 90_000, 270_000] : [10_000];

const ENDINGS = { markdown: 'md', text: 'txt', html: 'html', docx: 'docx' };
const formats = await loadFormats();
const readers = formats.filter(({ read }) => read !== undefined);

async function steepUnits(
  read: (text: string) => unknown,
  index = 0,
  units = partOf(UNITS, 3, index),
  sizes: readonly number[] = SIZES,
) {
  const steep = [];
  for (const unit of units) {
    const growth = await steepGrowth(size => repeated(unit, size), read, sizes);
    if (growth !== undefined) steep.push({ unit, ...growth });
  }
  return steep;
}

test('every format is measured but those that are only written', () => {
  const unread = formats.filter(format => !readers.includes(format));
  expect(unread.map(({ id }) => id)).toContain('claim-review');
  expect(unread.filter(({ write }) => write === undefined)).toEqual([]);
});

test.each(readers)('the reader of $id is linear', async format => {
  const read = (text: string) => format.read!(text, { file: 'talk.txt' });
  expect(await steepUnits(read, readers.indexOf(format))).toEqual([]);
});

/** What a reader of Markdown looks for the partner or the end of. */
const MARKDOWN_UNITS = [
  ...[
    '_a* ',
    '*a _b ',
    '**a*b',
    '- > ',
    '1. ',
    '> > - ',
    '[a](b',
    '[a][b',
    'x [a](<b ',
    'x [a]("',
    '![',
    '`a``b ',
  ],
  ...['x <!-- ', 'x <? ', 'x <![CDATA[ ', 'x <!A ', 'x <a b="', '[a]: b\n'],
];

test.each(DRAFT_FORMATS.filter(format => format !== 'docx'))(
  'the reader of %s drafts is linear',
  async format => {
    const bytes = new TextEncoder();
    const read = (text: string) => readDraft({ bytes: bytes.encode(text), file: `draft.${ENDINGS[format]}` });
    // A megabyte of Markdown takes seconds, and each unit is read many times.
    const units = [...partOf(UNITS, 3, 1), ...MARKDOWN_UNITS];
    expect(await steepUnits(read, 1, units, SIZES.slice(0, 2))).toEqual([]);
  },
);

test('to recognise a format is linear', async () => {
  expect(await steepUnits(text => formats.map(format => format.detect(text, 'talk')))).toEqual([]);
});
