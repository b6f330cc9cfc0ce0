/** JSON of speech recognisers and players: shapes, units, and what is wrong in them. */
import { expect, test } from 'vitest';
import type { Format } from '../../src/formats/format.ts';
import { detectFormat, loadFormat } from '../../src/formats/index.ts';

async function read(json: unknown) {
  const text = typeof json === 'string' ? json : JSON.stringify(json);
  const format = (await detectFormat(text, 'a.json')) as Format;
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
  expect(await detectFormat('{"version": 1, "sentences": ["a"]}', 'a.json')).toBeUndefined();
});
