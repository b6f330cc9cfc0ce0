import { expect, test } from 'vitest';
import { format as csv } from '../../src/formats/csv/index.ts';
import type { Column } from '../../src/formats/format.ts';
import { format as tsv } from '../../src/formats/tsv/index.ts';

const rows = (text: string, columns?: ReadonlyMap<Column, string>, format = csv) =>
  format.read!(text, { file: 'a.csv', columns }).value?.transcript.utterances;

test.for([
  [
    'start,end,speaker,text\n0,1500,A,"So, yes"\n',
    [{ id: 'u1', start: 0, end: 1500, speaker: 'a', text: 'So, yes' }],
  ],
  ['start,end,text\n0,1.5,a\n', [{ id: 'u1', start: 0, end: 1500, text: 'a' }]],
  [
    'timestamp,speaker,words,tags\n1:02,A,b,x;y\n',
    [{ id: 'u1', start: 62_000, speaker: 'a', text: 'b', 'x-tags': 'x;y' }],
  ],
  ['"",speaker,time,transcript\n1,A,1M 20S,b\n', [{ id: 'u1', start: 80_000, speaker: 'a', text: 'b' }]],
  ['id;text\r\nq1;"a ""b"";\r\nc"\r\n\r\n', [{ id: 'q1', text: 'a "b"; c' }]],
])('known headers: %s', ([text, expected]) => {
  expect(rows(text as string)).toEqual(expected);
});

test.for([
  'start time,end time,speaker,dialog\n00:00:01.5,00:00:03,Ann,Yes.\n',
  'Start_Time,EndTime,Speaker Name,Transcript\n1.5,3.0,Ann,Yes.\n',
  'TimeStart,TimeEnd,SpeakerName,Text\n1500,3000,Ann,Yes.\n',
  'Start (s),End (s),Speaker Label,Caption\n1.5,3.0,Ann,Yes.\n',
])('headers of other programs: %s', text => {
  expect(rows(text)).toEqual([{ id: 'u1', start: 1500, end: 3000, speaker: 'ann', text: 'Yes.' }]);
});

test('timecodes with frames are read to the second, and told', () => {
  const { value, findings, losses } = csv.read!('start,text\n00:00:11:18,a\n00:01:02;03,b\n', {
    file: 'a.csv',
  });
  expect(value!.transcript.utterances).toMatchObject([{ start: 11_000 }, { start: 62_000 }]);
  expect(findings).toMatchObject([{ rule: 'bad-time', severity: 'info' }, { rule: 'bad-time' }]);
  expect(losses).toEqual([{ what: 'frames of times', count: 2 }]);
});

test('tabs, and quotation marks that quote nothing', () => {
  expect(rows('start\tend\ttext\n0\t900\t"So" he said "no\n', undefined, tsv)).toEqual([
    { id: 'u1', start: 0, end: 900, text: '"So" he said "no' },
  ]);
  expect(rows('TIMECODE\tSPEAKER\tTRANSCRIPT\n00:00:01.5\tA\tb\n', undefined, tsv)).toMatchObject([
    { start: 1500, speaker: 'a' },
  ]);
});

test('columns by header or number; without a header the first row is one of words', () => {
  expect(
    rows(
      'Who,What\nA,b\n',
      new Map([
        ['speaker', 'who'],
        ['text', '2'],
      ]),
    ),
  ).toEqual([{ id: 'u1', speaker: 'a', text: 'b' }]);
  expect(rows('7,b\n8,c\n', new Map([['text', '2']]))).toMatchObject([{ text: 'b' }, { text: 'c' }]);
});

test('what is wrong is told with its row, and the rest is read', () => {
  const text = 'start,text\nsoon,"a\nb"\n1,c\n';
  const { value, findings } = csv.read!(text, { file: 'a.csv' });
  expect(value!.transcript.utterances).toMatchObject([{ text: 'a b' }, { start: 1000, text: 'c' }]);
  expect(findings.map(({ rule, span }) => [rule, text.slice(span!.start, span!.end)])).toEqual([
    ['bad-time', 'soon,"a\nb"'],
  ]);
  expect(csv.read!('a,b\n1,2\n', { file: 'a.csv' })).toMatchObject({
    findings: [{ rule: 'missing-field', severity: 'error' }],
  });
  const missing = csv.read!('a,text\n1,2\n', { file: 'a.csv', columns: new Map([['start', 'when']]) });
  expect(missing).toMatchObject({ findings: [{ message: 'there is no column when' }] });
});

test.for(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', ' =1', 'a\n=1', '＝1', "'=1", "''@a", 'a', "'a"])(
  '%j is no formula, and comes back',
  text => {
    const transcript = {
      ...csv.read!('text\nx\n', { file: 'a' }).value!.transcript,
      utterances: [{ id: 'u1', text }],
    };
    const written = csv.write!({ transcript, layers: [] });
    const cell = written.text.slice(written.text.indexOf('u1,,,,') + 'u1,,,,'.length).replace(/^"/, '');
    for (const line of cell.split('\n')) expect(line).not.toMatch(/^[\s]*[=+\-@＝\t]/);
    expect(rows(written.text)).toEqual([{ id: 'u1', text }]);
    expect(written.losses).toEqual([]);
  },
);

test('annotations of utterances travel in a column', () => {
  const { transcript } = csv.read!('speaker,text\nA,It is so.\n', { file: 'a' }).value!;
  const annotations = [
    { id: 'a1', target: ['u1'], quote: 'so', tag: 'disputed', note: '-->, "x"' },
    { id: 'a2', target: ['transcript'], comment: 'c' },
  ];
  const { text, losses } = csv.write!({ transcript: { ...transcript, annotations }, layers: [] });
  expect(losses).toEqual([{ what: 'annotations', count: 1 }]);
  expect(csv.read!(text, { file: 'a' }).value!.transcript.annotations).toEqual([annotations[0]]);
});
