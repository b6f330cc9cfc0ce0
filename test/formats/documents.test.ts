/** Documents of word processors: paragraphs, tables of speech, and archives made to do harm. */
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { recogniseFormat } from '../../src/formats/index.ts';
import { decodeImport } from '../../src/formats/shared/decode-import.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const table = (rows: readonly (readonly string[])[]) =>
  `<w:tbl>${rows.map(cells => `<w:tr>${cells.map(cell => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
const docx = (body: string) =>
  zipSync({
    '[Content_Types].xml': bytes('<Types/>'),
    'word/document.xml': bytes(
      `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  });
const odt = (body: string) =>
  zipSync({
    mimetype: bytes('application/vnd.oasis.opendocument.text'),
    'content.xml': bytes(
      `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:automatic-styles/><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
  });

async function read(file: Uint8Array, options = {}) {
  const decoded = await decodeImport(file, 'a.docx');
  if ('finding' in decoded) throw new Error(decoded.finding.message);
  const format = (await recogniseFormat(decoded.text, 'a.docx')).format;
  const { value, findings, losses } = format!.read!(decoded.text, { file: 'a.docx', ...options });
  const turns = value?.transcript.utterances.map(({ speaker, start, text }) => [
    speaker === undefined ? undefined : (value.transcript.parties.get(speaker)?.name ?? speaker),
    start,
    text,
  ]);
  return { id: format!.id, turns, findings, losses };
}

const TALK = [
  'Ann Baker: Is it open?',
  'Ben Carter: No, it is not.',
  'Ann Baker: Since when?',
  'Ben Carter: Since May.',
];
const TURNS = TALK.map(line => {
  const [name, words] = line.split(': ');
  return [name, undefined, words];
});

test('paragraphs are read as plain text: DOCX and ODT alike', async () => {
  expect(await read(docx(TALK.map(paragraph).join('')))).toMatchObject({
    id: 'docx',
    turns: TURNS,
    losses: [],
  });
  const paragraphs = TALK.map(line => `<text:p>${line}</text:p>`).join('');
  expect(await read(odt(paragraphs))).toMatchObject({ id: 'odt', turns: TURNS, losses: [] });
});

test('words in several runs, with tabs and breaks; what is deleted was not said', async () => {
  const body = `<w:p><w:r><w:t>Ann Baker</w:t></w:r><w:r><w:t xml:space="preserve">: Is</w:t><w:br/><w:t>it</w:t></w:r><w:del><w:r><w:delText>shut</w:delText><w:t>not</w:t></w:r></w:del><w:ins><w:r><w:t xml:space="preserve"> open?</w:t></w:r></w:ins><w:r><w:footnoteReference/></w:r></w:p>${TALK.slice(1).map(paragraph).join('')}`;
  expect(await read(docx(body))).toMatchObject({
    turns: TURNS,
    losses: [
      { what: 'tracked deletions', count: 1 },
      { what: 'footnotes', count: 1 },
    ],
  });
});

test('blanks, breaks, notes and comments of OpenDocument', async () => {
  const first =
    '<text:p>Ann Baker:<text:s text:c="2"/>Is<text:line-break/>it<text:note><text:p>no word</text:p></text:note> open?<office:annotation><text:p>none</text:p></office:annotation></text:p>';
  const rest = TALK.slice(1)
    .map(line => `<text:p>${line}</text:p>`)
    .join('');
  expect(await read(odt(first + rest))).toMatchObject({
    turns: TURNS,
    losses: [
      { what: 'footnotes', count: 1 },
      { what: 'comments', count: 1 },
    ],
  });
});

test.for<[string, readonly (readonly string[])[]]>([
  [
    'a header',
    [
      ['Time', 'Speaker', 'Text'],
      ['00:03', 'Ann', 'Is it open?'],
      ['00:05', 'Ben', 'No.'],
    ],
  ],
  [
    'names that come again',
    [
      ['00:03', 'Ann:', 'Is it open?'],
      ['00:05', 'Ben:', 'No.'],
      ['', 'Ann:', 'I see.'],
    ],
  ],
  [
    'ranges, words last',
    [
      ['Ann', '00:03 - 00:04', 'Is it open?'],
      ['Ben', '00:05 - 00:06', 'No.'],
      ['Ann', '00:07', 'Oh.'],
    ],
  ],
])('a table of speech, by %s', async ([, rows]) => {
  const { turns } = await read(docx(paragraph('Interview') + table(rows)));
  expect(turns!.slice(0, 3)).toEqual([
    [undefined, undefined, 'Interview'],
    ['Ann', 3000, 'Is it open?'],
    ['Ben', 5000, 'No.'],
  ]);
});

test('an OpenDocument table', async () => {
  const cell = (text: string) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`;
  const row = (...cells: string[]) => `<table:table-row>${cells.map(cell).join('')}</table:table-row>`;
  const body = `<table:table>${row('Ann', 'Is it open?')}${row('Ben', 'No, it is not.')}${row('Ann', 'Oh.')}</table:table>`;
  expect((await read(odt(body))).turns).toEqual([
    ['Ann', undefined, 'Is it open?'],
    ['Ben', undefined, 'No, it is not.'],
    ['Ann', undefined, 'Oh.'],
  ]);
});

test('the fields of a cover sheet are nobody', async () => {
  const sheet = table([
    ['Interviewee', 'Ann Baker'],
    ['Place', 'at the bridge'],
  ]);
  const { turns } = await read(docx(sheet + TALK.map(paragraph).join('')));
  expect(turns!.slice(-4)).toEqual(TURNS);
  expect(turns!.map(([name]) => name)).not.toContain('Place');
});

test.for<[string, Uint8Array, RegExp]>([
  ['a workbook', zipSync({ 'xl/workbook.xml': bytes('<x/>') }), /XLSX/],
  ['a presentation', zipSync({ 'ppt/presentation.xml': bytes('<x/>') }), /PPTX/],
  ['another archive', zipSync({ 'a.txt': bytes('x') }), /no DOCX or ODT/],
  ['a cut archive', docx(paragraph('x')).slice(0, 60), /damaged/],
])('%s is refused by name', async ([, file, message]) => {
  const decoded = await decodeImport(file, 'a');
  expect('finding' in decoded && decoded.finding).toMatchObject({
    severity: 'error',
    message: expect.stringMatching(message),
  });
});

test('an archive that unpacks to more than a document can hold is refused', async () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(65 * 1024 * 1024) }, { level: 1 });
  expect(bomb.length).toBeLessThan(1024 * 1024);
  const decoded = await decodeImport(bomb, 'a');
  expect('finding' in decoded && decoded.finding.message).toMatch(/more than 64 MiB/);
});

test('what is no XML, or nested without end, is an error with a place', async () => {
  const broken = await read(docx('<w:p><w:r>'));
  expect(broken).toMatchObject({ turns: undefined, findings: [{ severity: 'error' }] });
  const deep = await read(docx('<w:p>'.repeat(100_000)));
  expect(deep).toMatchObject({ findings: [{ message: expect.stringContaining('deeper than 1000') }] });
});
