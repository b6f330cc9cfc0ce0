/** What SRT files of the wild do to parsers. */
import { expect, test } from 'vitest';
import { decodeImport } from '../../src/formats/shared/decode-import.ts';
import { format } from '../../src/formats/srt/index.ts';

const T = '00:00:01,000 --> 00:00:02,000';
const U = '00:00:03,000 --> 00:00:04,000';
const read = (text: string) => format.read!(text, { file: 'a.srt' });
const cues = (text: string) =>
  read(text).value!.transcript.utterances.map(({ start, end, text: words }) => [start, end, words]);

const ONE = [1000, 2000, 'one'];
const TWO = [3000, 4000, 'two'];

test.for([
  ['the plain form', `1\n${T}\none\n\n2\n${U}\ntwo\n`, [ONE, TWO]],
  [
    'comments before the first caption',
    `# made by a machine\n# and checked\n\n1\n${T}\none\n\n2\n${U}\ntwo\n`,
    [ONE, TWO],
  ],
  ['hours of one digit', '1\n0:00:01,000 --> 0:00:02,000\none\n', [ONE]],
  ['a point before the fraction', '1\n00:00:01.000 --> 00:00:02.000\none\n', [ONE]],
  ['a short fraction is a decimal fraction', '1\n00:00:01,5 --> 00:00:02,25\none\n', [[1500, 2250, 'one']]],
  ['coordinates behind the times', `1\n${T} X1:000 X2:000 Y1:050 Y2:100\none\n`, [ONE]],
  ['font tags and overrides', `1\n${T}\n{\\an8}<font color="red">o</font><b>ne</b>\n`, [ONE]],
  [
    'a blank line in the words',
    `1\n${T}\none\n\nand more\n\n2\n${U}\ntwo\n`,
    [[1000, 2000, 'one and more'], TWO],
  ],
  ['words that are a number', `1\n${T}\n2016\n\n2\n${U}\ntwo\n`, [[1000, 2000, '2016'], TWO]],
  ['no counters', `${T}\none\n\n${U}\ntwo\n`, [ONE, TWO]],
  ['no blank line between captions', `1\n${T}\none\n2\n${U}\ntwo\n`, [ONE, TWO]],
  ['no words', `1\n${T}\n\n2\n${U}\ntwo\n`, [[1000, 2000, ''], TWO]],
  ['carriage returns', `1\r\n${T}\r\none\r\n\r\n2\r\n${U}\r\ntwo\r\n`, [ONE, TWO]],
  ['a blank before the words', `1\n${T}\n one\n`, [ONE]],
] as const)('%s', ([, text, expected]) => {
  expect(cues(text)).toEqual(expected);
});

test('a byte order mark is no part of the first counter', async () => {
  const decoded = await decodeImport(new TextEncoder().encode(`\ufeff1\n${T}\none\n`), 'a.srt');
  expect(cues('text' in decoded ? decoded.text : '')).toEqual([ONE]);
});

test.for([
  ['no minutes in the end', '00:00:01 -> 2'],
  ['sixty seconds', '00:00:60,000 --> 00:01:02,000'],
  ['a letter for a digit', '00:00:01,00O --> 00:00:02,000'],
  ['no start', '--> 00:00:02,000'],
  ['what a program wrote for no number', 'NaN:NaN:NaN,NaN --> NaN:NaN:NaN,NaN'],
] as const)('times that cannot be read cost no words: %s', ([, times]) => {
  const { value, findings, losses } = read(`1\n${times}\none\n\n2\n${U}\ntwo\n`);
  expect(value!.transcript.utterances).toEqual([
    { id: 'u1', text: 'one', 'x-srt-times': times },
    { id: 'u2', text: 'two', start: 3000, end: 4000 },
  ]);
  expect(findings).toMatchObject([{ rule: 'bad-time', severity: 'warning', span: { start: 2 } }]);
  expect(losses).toEqual([{ what: 'times of captions', count: 1 }]);
});

test('a time before the recording is left out; the other time and the words stay', () => {
  const { value, losses } = read(`1\n-00:00:01,000 --> 00:00:02,000\none\n`);
  expect(value!.transcript.utterances[0]).toMatchObject({ text: 'one', end: 2000 });
  expect(value!.transcript.utterances[0]).not.toHaveProperty('start');
  expect(losses).toEqual([{ what: 'times of captions', count: 1 }]);
});

test.for(['->', '–>', '—>', '=>', '→', '--->'])('%s stands for the arrow', arrow => {
  const { value, findings, losses } = read(`1\n${T.replace('-->', arrow)}\none\n\n2\n${U}\ntwo\n`);
  expect(value!.transcript.utterances).toMatchObject([
    { text: 'one', start: 1000, end: 2000 },
    { text: 'two' },
  ]);
  expect(findings).toMatchObject([{ rule: 'bad-time', severity: 'warning' }]);
  expect(losses).toEqual([]);
});

test('line ends doubled by a second conversion', () => {
  expect(cues(`1\r\r\n${T}\r\r\none\r\r\nmore\r\r\n\r\r\n2\r\r\n${U}\r\r\ntwo\r\r\n`)).toEqual([
    [1000, 2000, 'one more'],
    [3000, 4000, 'two'],
  ]);
});

test('what stands before the first caption comes back', () => {
  const text = `# made by hand\n\n1\n${T}\none\n`;
  const { value } = read(text);
  expect(value!.transcript.extensions.get('x-srt-header')).toBe('# made by hand');
  expect(format.write!(value!)).toMatchObject({ text, losses: [] });
});

test('nothing but text is no SRT', () => {
  expect(read('hello\n')).toMatchObject({ findings: [{ severity: 'error' }] });
  expect(read('hello\n').value).toBeUndefined();
});

test('an arrow in the words begins no caption', () => {
  const { value } = read(`1\n${T}\none\n`);
  const [first] = value!.transcript.utterances;
  const transcript = { ...value!.transcript, utterances: [{ ...first!, text: `a ${U} b` }] };
  const { text, losses } = format.write!({ transcript, layers: [] });
  expect(cues(text)).toHaveLength(1);
  expect(losses).toEqual([{ what: 'text of utterances', count: 1 }]);
});

test.for(['12:30 --> 2016', '10:30 → 11:00', '0:01 => 0:02', '--> 0:01', 'NaN --> NaN'])(
  'words that look like times stay words: %s',
  text => {
    const { transcript } = read(`1\n${T}\none\n`).value!;
    const written = format.write!({
      transcript: { ...transcript, utterances: [{ id: 'u1', text }] },
      layers: [],
    });
    const [utterance, ...more] = read(written.text).value!.transcript.utterances;
    expect(more).toEqual([]);
    expect(utterance).toMatchObject({ text: expect.stringMatching(/[0N]/), start: 0 });
    expect(utterance).not.toHaveProperty('x-srt-times');
    expect(written.losses.length).toBeGreaterThan(0);
  },
);

test('a label is as clean the second time as the first', () => {
  const body = `1\n${T}\n\u00a0>> no Note * *: one\n\n2\n${U}\n>> no Note: <b>two</b>\n`;
  const once = read(body).value!;
  const { text, losses } = format.write!(once);
  expect(once.transcript.utterances).toMatchObject([{ speaker: 'no-note' }, { speaker: 'no-note' }]);
  expect(losses).toEqual([]);
  expect(read(text).value).toEqual(once);
});
