/** JSON of speech recognisers and players: shapes, units, and what is wrong in them. */
import { expect, test } from 'vitest';
import type { Format } from '../../src/formats/format.ts';
import { loadFormat, recogniseFormat } from '../../src/formats/index.ts';

async function read(json: unknown) {
  const text = typeof json === 'string' ? json : JSON.stringify(json);
  const format = (await recogniseFormat(text, 'a.json')).format as Format;
  const { value, findings, detail } = format.read!(text, { file: 'a.json' });
  const named = value?.transcript.utterances.map(({ id: _id, speaker, ...rest }) => ({
    ...rest,
    ...(speaker !== undefined && { speaker: value.transcript.parties.get(speaker)?.name ?? speaker }),
  }));
  return { format: format.id, detail, utterances: named, language: value?.transcript.language, findings };
}

const word = (text: string, start: number, speaker?: unknown) => ({
  word: text,
  start,
  end: start + 0.4,
  speaker,
});

test('openai-whisper: seconds, a blank before the words', async () => {
  const json = {
    text: ' Hi. So.',
    segments: [
      { id: 0, start: 0, end: 1.25, text: ' Hi.' },
      { id: 1, start: 1.25, end: 1.25, text: ' [Music]' },
    ],
    language: 'en',
  };
  expect(await read(json)).toMatchObject({
    format: 'whisper-json',
    detail: 'openai-whisper',
    language: 'en',
    utterances: [
      { start: 0, end: 1250, text: 'Hi.' },
      { start: 1250, end: 1250, event: 'Music' },
    ],
  });
});

test('whisper.cpp: milliseconds, else clock times; speakers are numbers or unknown', async () => {
  const json = {
    result: { language: 'da' },
    transcription: [
      {
        timestamps: { from: '00:00:00,000', to: '00:00:01,500' },
        offsets: { from: 0, to: 1500 },
        text: ' Hej.',
        speaker: '0',
      },
      { timestamps: { from: '00:00:01,500', to: '00:00:02,000' }, text: ' Ja.', speaker: '?' },
    ],
  };
  expect(await read(json)).toMatchObject({
    detail: 'whisper.cpp',
    language: 'da',
    utterances: [
      { start: 0, end: 1500, text: 'Hej.', speaker: 'speaker 0' },
      { start: 1500, end: 2000, text: 'Ja.', speaker: 'unknown' },
    ],
  });
});

test('whisperX: a segment is split where the speaker of its words changes; words may have no time', async () => {
  const words = [word('Yes', 0, 'SPEAKER_00'), { word: '13' }, word('No', 2, 'SPEAKER_01')];
  const json = {
    segments: [{ start: 0, end: 2.4, text: ' Yes 13 No', speaker: 'SPEAKER_00', words }],
    language: 'en',
  };
  const result = await read(json);
  expect(result).toMatchObject({
    detail: 'whisperX',
    utterances: [
      { text: 'Yes 13', speaker: 'SPEAKER_00', start: 0, end: 400 },
      { text: 'No', speaker: 'SPEAKER_01', start: 2000, end: 2400 },
    ],
  });
  expect(result.findings).toMatchObject([{ rule: 'several-speakers', span: { start: 13 } }]);
});

test('Deepgram: seconds; speakers are those of a channel', async () => {
  const utterance = {
    start: 0.5,
    end: 1,
    channel: 0,
    transcript: 'Yes.',
    speaker: 0,
    words: [word('yes', 0.5, 0)],
  };
  const mixed = {
    start: 1,
    end: 3,
    channel: 0,
    transcript: 'so no',
    speaker: 0,
    words: [word('so', 1, 0), { ...word('no', 2, 1), punctuated_word: 'No.' }],
  };
  const channel = { alternatives: [{ transcript: 'yes', words: [word('yes', 0.5, 0), word('no', 1, 1)] }] };
  expect(await read({ results: { channels: [channel], utterances: [utterance, mixed] } })).toMatchObject({
    format: 'deepgram',
    utterances: [
      { text: 'Yes.', speaker: 'speaker 0', start: 500, end: 1000 },
      { text: 'so', speaker: 'speaker 0' },
      { text: 'No.', speaker: 'speaker 1', start: 2000 },
    ],
    findings: [{ rule: 'several-speakers' }],
  });
  expect((await read({ results: { channels: [channel, channel] } })).utterances).toMatchObject([
    { text: 'yes', speaker: 'channel 0 speaker 0' },
    { text: 'no', speaker: 'channel 0 speaker 1' },
    { text: 'yes', speaker: 'channel 1 speaker 0' },
    { text: 'no', speaker: 'channel 1 speaker 1' },
  ]);
});

test('AssemblyAI: milliseconds', async () => {
  const words = [
    { text: 'Hi', start: 120, end: 500, speaker: 'A' },
    { text: 'there.', start: 480, end: 900, speaker: 'A' },
  ];
  const common = { audio_url: 'https://example.org/a', language_code: 'en', words };
  expect(await read({ ...common, utterances: null })).toMatchObject({
    format: 'assemblyai',
    language: 'en',
    utterances: [{ text: 'Hi there.', speaker: 'Speaker A', start: 120, end: 900 }],
  });
  const utterances = [{ text: 'Hi there.', start: 120, end: 900, speaker: 'A', words }];
  expect((await read({ ...common, utterances })).utterances).toHaveLength(1);
});

test('Podcasting: single words are joined by speaker and paragraph', async () => {
  const bodies = ['I', 'am', 'here', ',', 'yes', '.\n', 'So', 'am', 'I', '.'];
  const segments = bodies.map((body, i) => ({
    speaker: i < 6 ? 'A' : 'B',
    startTime: i,
    endTime: i + 0.5,
    body,
  }));
  expect(await read({ version: '1.0.0', segments })).toMatchObject({
    format: 'podcast-json',
    utterances: [
      { speaker: 'A', text: 'I am here, yes.', start: 0, end: 5500 },
      { speaker: 'B', text: 'So am I.', start: 6000, end: 9500 },
    ],
  });
});

test('what is wrong is told with its place, and the rest is read', async () => {
  const text = '{"segments": [\n {"start": "x", "end": 1, "text": "a"},\n {"start": 1, "end": 2}\n]}';
  const { utterances, findings } = await read(text);
  expect(utterances).toEqual([{ end: 1000, text: 'a' }]);
  expect(findings.map(({ rule, span }) => [rule, text.slice(span!.start, span!.end)])).toEqual([
    ['bad-time', '"x"'],
    ['missing-field', '{"start": 1, "end": 2}'],
  ]);
});

test.for([
  ['{"segments": [}', 14],
  ['{"segments": [', 14],
  ['{"segments": [], NaN}', 17],
])('%s is no JSON, and where', async ([text, at]) => {
  const format = await loadFormat('whisper-json');
  expect(format.read!(text as string, { file: 'a.json' }).findings).toMatchObject([
    { rule: 'bad-structure', severity: 'error', span: { start: at } },
  ]);
});

test('JSON nested without end is refused, not followed', async () => {
  const format = await loadFormat('whisper-json');
  const deep = `{"segments": ${'['.repeat(200_000)}`;
  expect(format.read!(deep, { file: 'a.json' }).value).toBeUndefined();
});

test('JSON that nothing claims is no text', async () => {
  expect((await recogniseFormat('{"version": 1, "sentences": ["a"]}', 'a.json')).format).toBeUndefined();
});

test.for<[string, unknown]>([
  [
    'a bare list',
    [
      { start: 0, end: 1.5, text: ' Hi.', speaker: 'SPEAKER_00' },
      { start: 2, end: 3, text: ' So.' },
    ],
  ],
  [
    'times as texts',
    {
      segments: [
        { start: '0.0', end: '00:00:01.500', text: 'Hi.', speaker: 'SPEAKER_00' },
        { start: '2', end: '3.0', text: 'So.' },
      ],
    },
  ],
  [
    'other names',
    {
      segments: [
        { start: 0, end: 1.5, text: 'Hi.', speaker: 'SPEAKER_00' },
        { startTime: 2, endTime: 3, content: 'So.' },
      ],
    },
  ],
  [
    'speakers of insanely-fast-whisper',
    {
      speakers: [
        { speaker: 'SPEAKER_00', timestamp: [0, 1.5], text: ' Hi.' },
        { timestamp: [2, 3], text: ' So.' },
      ],
      chunks: [],
      text: '',
    },
  ],
  [
    'a blank speaker',
    {
      segments: [
        { start: 0, end: 1.5, text: 'Hi.', speaker: 'SPEAKER_00' },
        { start: 2, end: 3, text: 'So.', speaker: ' ' },
      ],
    },
  ],
])('dialects of whisper: %s', async ([, json]) => {
  expect((await read(json)).utterances).toEqual([
    { text: 'Hi.', start: 0, end: 1500, speaker: 'SPEAKER_00' },
    { text: 'So.', start: 2000, end: 3000 },
  ]);
});

test('transformers: chunks, the last without an end; single words are joined', async () => {
  const chunks = [
    { timestamp: [0, 2.5], text: ' Hello there.' },
    { timestamp: [2.5, null], text: ' Bye.' },
  ];
  expect(await read({ text: '', chunks })).toMatchObject({
    detail: 'transformers',
    utterances: [
      { text: 'Hello there.', start: 0, end: 2500 },
      { text: 'Bye.', start: 2500 },
    ],
    findings: [],
  });
  const words = 'we go over the old bridge at noon'.split(' ');
  const single = words.map((text, at) => ({ timestamp: [at, at + 0.5], text: ` ${text}` }));
  expect((await read({ text: '', chunks: single })).utterances).toMatchObject([
    { text: words.join(' '), start: 0, end: 7500 },
  ]);
});

test('what is no JSON by a slip of a program is read, and told', async () => {
  const nan = '{"segments":[{"start":0,"end":1,"text":"NaN is \\"NaN\\"","avg_logprob":NaN,"x":-Infinity}]}';
  expect(await read(nan)).toMatchObject({
    utterances: [{ text: 'NaN is "NaN"' }],
    findings: [{ rule: 'bad-structure', severity: 'info' }],
  });
  const path =
    '{"params":{"model":"D:\\models\\w.bin"},"transcription":[{"timestamps":{"from":"00:00:00,000","to":"00:00:01,000"},"text":"Hi \\"all\\"."}]}';
  expect(await read(path)).toMatchObject({
    utterances: [{ text: 'Hi "all".' }],
    findings: [{ rule: 'bad-structure', severity: 'info' }],
  });
});

test('words keep their times and scores in x-words, and whisper JSON gets them back', async () => {
  const words = [{ word: 'Yes', start: 0, end: 0.4, score: 0.98 }, { word: '13' }];
  const { utterances } = await read({ segments: [{ start: 0, end: 1, text: ' Yes 13', words }] });
  expect(utterances).toMatchObject([{ 'x-words': 'Yes@0-0.4/0.98 13@' }]);
  const format = await loadFormat('whisper-json');
  const text = JSON.stringify({ segments: [{ start: 0, end: 1, text: ' Yes 13', words }] });
  const { value } = format.read!(text, { file: '' });
  const written = format.write!(value!);
  expect(written.losses.filter(({ what }) => what.startsWith('x-'))).toEqual([]);
  expect(JSON.parse(written.text).segments[0].words).toEqual(words);
});

test('Amazon Transcribe: times are texts, marks stand apart, speakers in a list of their own', async () => {
  const item = (content: string, start: number, more = {}) => ({
    type: 'pronunciation',
    start_time: `${start}.0`,
    end_time: `${start}.5`,
    alternatives: [{ content, confidence: '0.9' }],
    ...more,
  });
  const mark = { type: 'punctuation', alternatives: [{ confidence: null, content: '.' }] };
  const stretch = (speaker_label: string, start: number, end: number, items: unknown[]) => ({
    speaker_label,
    start_time: `${start}.0`,
    end_time: `${end}.5`,
    items,
  });
  const words = { speaker_label: 'spk_1', start_time: '2.0', end_time: '2.5' };
  const results = {
    language_code: 'en-GB',
    transcripts: [{ transcript: 'Yes. No. So.' }],
    speaker_labels: { segments: [stretch('spk_0', 0, 0, []), stretch('spk_1', 2, 2, [words])] },
    items: [item('Yes', 0), mark, item('No', 2), mark],
  };
  expect(await read({ jobName: 'j', results })).toMatchObject({
    format: 'amazon-transcribe',
    language: 'en-GB',
    utterances: [
      { text: 'Yes.', speaker: 'spk_0', start: 0, end: 500, 'x-words': 'Yes.@0-0.5/0.9' },
      { text: 'No.', speaker: 'spk_1', start: 2000, end: 2500 },
    ],
  });
  const own = { ...results, speaker_labels: undefined, items: [item('Yes', 0, { speaker_label: 'spk_7' })] };
  expect((await read({ results: own })).utterances).toMatchObject([{ text: 'Yes', speaker: 'spk_7' }]);
  const channels = { channels: [{ channel_label: 'ch_1', items: [item('Yes', 0)] }] };
  const byChannel = {
    ...results,
    speaker_labels: undefined,
    channel_labels: channels,
    items: [item('Yes', 0)],
  };
  expect((await read({ results: byChannel })).utterances).toMatchObject([{ speaker: 'ch_1' }]);
});

test('Rev: monologues of words, marks and blanks; the editor calls them spans', async () => {
  const word = (value: string, ts: number) => ({
    type: 'text',
    value,
    ts,
    end_ts: ts + 0.5,
    confidence: 0.9,
  });
  const mark = (value: string) => ({ type: 'punct', value });
  const spaced = [word('Well', 0.5), mark(', '), word('yes', 1), mark(' '), word('so', 2), mark('.')];
  const close = [word('No', 3), mark(','), word('not', 4), word('so', 5), mark('.')];
  const monologues = [
    { speaker: 0, elements: spaced },
    { speaker: 1, elements: close },
  ];
  expect(await read({ monologues, speakers: [{ id: 0, name: 'Ann Baker' }] })).toMatchObject({
    format: 'rev',
    utterances: [
      {
        text: 'Well, yes so.',
        speaker: 'Ann Baker',
        start: 500,
        end: 2500,
        'x-words': expect.stringContaining('yes@1-1.5/0.9'),
      },
      { text: 'No, not so.', speaker: 'Speaker 1', start: 3000, end: 5500 },
    ],
  });
  const spans = [{ text: 'Yes.', type: 'text', ts: 1, endTs: 2 }];
  expect((await read({ speakers: [], monologues: [{ speaker: 'ann', spans }] })).utterances).toMatchObject([
    { text: 'Yes.', speaker: 'ann', start: 1000, end: 2000 },
  ]);
});

test('YouTube json3: events with pieces; those without words are rows and windows', async () => {
  const events = [
    { tStartMs: 0, dDurationMs: 9000, id: 1 },
    { tStartMs: 100, dDurationMs: 2000, segs: [{ utf8: 'we' }, { utf8: ' go', tOffsetMs: 400 }] },
    { tStartMs: 2100, dDurationMs: 10, aAppend: 1, segs: [{ utf8: '\n' }] },
    { tStartMs: 2100, segs: [{ utf8: 'ANN: So.\nBEN: No.' }] },
    { tStartMs: 3000, segs: [{ utf8: 'ANN: So.\nBEN: No.' }] },
  ];
  expect(await read({ wireMagic: 'pb3', events })).toMatchObject({
    format: 'youtube-json3',
    utterances: [
      { text: 'we go', start: 100, end: 2100, 'x-words': 'we@0.1- go@0.5-' },
      { text: 'So.', speaker: 'ANN', start: 2100 },
      { text: 'No.', speaker: 'BEN' },
      { text: 'So.', speaker: 'ANN' },
      { text: 'No.', speaker: 'BEN' },
    ],
  });
});

test('answers saved by hand or by a call-back', async () => {
  const words = [{ text: 'Hi', start: 120, end: 500, confidence: 1, speaker: null }];
  expect(await read({ id: 'x', status: 'completed', words, utterances: null })).toMatchObject({
    format: 'assemblyai',
    utterances: [{ text: 'Hi', start: 120, 'x-words': 'Hi@0.12-0.5/1' }],
  });
  const channel = { alternatives: [{ transcript: 'yes', words: [word('yes', 0.5)] }] };
  expect(await read([{ metadata: {}, results: { channels: [channel] } }])).toMatchObject({
    format: 'deepgram',
    utterances: [{ text: 'yes', start: 500 }],
  });
});
