import { expect, test } from 'vitest';
import type { Annotation, Layer, Transcript } from '../../../src/core/model/model.ts';
import { format } from '../../../src/formats/webvtt/index.ts';
import { NOTHING } from '../../fixtures/project.ts';

const T = '00:00:01.000 --> 00:00:02.000';
const read = (body: string, options = {}) => format.read!(`WEBVTT\n\n${body}`, { file: 'a.vtt', ...options });
const utterances = (body: string, options = {}) => read(body, options).value!.transcript.utterances;
const times = { start: 1000, end: 2000 };

test('voices become parties; references and classes are understood', () => {
  const { transcript } = read(`${T}\n<v O&apos;Neil>Fish &amp; chips\n\n${T}\n<v.loud Mary>No!</v>`).value!;
  expect([...transcript.parties]).toEqual([
    ['o-neil', { name: "O'Neil" }],
    ['mary', { name: 'Mary' }],
  ]);
  expect(transcript.utterances[0]).toEqual({ id: 'u1', speaker: 'o-neil', text: 'Fish & chips', ...times });
  expect(transcript.utterances[1]).toMatchObject({ speaker: 'mary', text: 'No!' });
});

test('two voices in one cue become two utterances, with a warning', () => {
  const { value, findings } = read(`${T}\n<v A>Yes.</v>\n<v B>No.</v>`);
  expect(value!.transcript.utterances.map(({ speaker, text }) => [speaker, text])).toEqual([
    ['a', 'Yes.'],
    ['b', 'No.'],
  ]);
  expect(findings).toMatchObject([{ rule: 'several-speakers', severity: 'warning', span: { start: 8 } }]);
});

test.for([
  ['[SPEAKER_00]: hello', 'SPEAKER_00'],
  ['(speaker 0) hello', 'speaker 0'],
  ['(speaker ?) hello', undefined],
])('%s', ([words, name]) => {
  const { transcript } = read(`${T}\n${words}`).value!;
  expect([...transcript.parties.values()][0]?.name).toBe(name);
  expect(transcript.utterances[0]).toMatchObject({ text: 'hello', speaker: expect.any(String) });
});

test('a name before a colon is a speaker from its second time on, or when it is named', () => {
  expect(utterances(`${T}\nAnna: hello`)[0]).toEqual({ id: 'u1', text: 'Anna: hello', ...times });
  expect(utterances(`${T}\nAnna: hello`, { speakers: ['Anna'] })[0]).toMatchObject({
    speaker: 'anna',
    text: 'hello',
  });
  expect(utterances(`${T}\nAnna: hello\n\n${T}\nAnna: again`)).toMatchObject([
    { speaker: 'anna' },
    { speaker: 'anna' },
  ]);
});

test('a speaker is carried over only when asked, and as an inference', () => {
  const body = `${T}\n<v A>Yes.\n\n${T}\nAnd so on.`;
  expect(read(body).value!.transcript.annotations).toEqual([]);
  const { transcript } = read(body, { carrySpeaker: true }).value!;
  expect(transcript.utterances[1]).not.toHaveProperty('speaker');
  expect(transcript.annotations).toMatchObject([{ target: ['u2'], speaker: 'a', basis: 'inferred' }]);
});

test('markup, settings, comments and headers come back while the words are the same', () => {
  const text = `WEBVTT talk\nKind: captions\nLanguage: en\n\nSTYLE\n::cue {}\n\nu1\n00:00:01.000 --> 00:00:02.000 align:start\nSome <i>words</i>\n`;
  const { value } = format.read!(text, { file: 'a.vtt' });
  expect(value!.transcript).toMatchObject({ language: 'en', utterances: [{ id: 'u1', text: 'Some words' }] });
  expect(format.write!(value!, { withAnnotations: true })).toMatchObject({ text, losses: [] });
  const edited: Transcript = {
    ...value!.transcript,
    utterances: [{ ...value!.transcript.utterances[0]!, text: 'Other words' }],
  };
  expect(format.write!({ transcript: edited, layers: [] }).text).toContain('\nOther words\n');
});

test('a tag that WebVTT does not have is told, and kept', () => {
  const { value, findings } = read(`${T}\nIn the year <[?]> nine`);
  expect(findings).toMatchObject([{ rule: 'unknown-markup', message: expect.stringContaining('<[?]>') }]);
  expect(value!.transcript.utterances[0]).toMatchObject({ 'x-vtt-payload': 'In the year <[?]> nine' });
});

test('annotations, layers and everything else travel in comments that hold no arrow', () => {
  const annotation: Annotation = {
    id: 'a1',
    target: ['u1'],
    quote: 'so',
    tag: 'disputed',
    by: 'bo',
    aspect: 'content',
    note: 'a --> b\n\nc',
  };
  const layer: Layer = {
    ...NOTHING,
    kind: 'layer',
    transcript: 't.yaml',
    creator: { name: 'Reader' },
    sources: new Map([['s', { title: 'Paper' }]]),
    claims: [{ id: 'c1', text: 'It is so.', target: ['u1'] }],
    annotations: [annotation],
  };
  const transcript: Transcript = {
    kind: 'transcript',
    title: 'A talk',
    date: '2016-10-14',
    parties: new Map([['bo', { name: 'Bo', role: 'mayor' }]]),
    sources: new Map(),
    statements: [{ id: 's1', speaker: 'bo', text: 'No.', start: 5 }],
    claims: [],
    annotations: [{ id: 'a0', target: ['transcript'], context: 'leaked' }],
    extensions: new Map([['x-media', 'a.mp3']]),
    utterances: [{ id: 'u1', speaker: 'bo', text: 'It is so.', form: 'indirect', via: ['s'], ...times }],
  };
  const { text, losses } = format.write!({ transcript, layers: [layer] }, { withAnnotations: true });
  expect(losses).toEqual([]);
  expect(format.read!(text, { file: 'a.vtt' }).value).toEqual({ transcript, layers: [layer] });
  expect(text.match(/-->/g)).toHaveLength(1);
});

test('a comment that only looks like one of ours is left alone', () => {
  const { value, findings } = read(
    `NOTE onrecord {"annotation":\n\nNOTE onrecord {"annotation":{"id":"9","tag":1}}\n\n${T}\nhello`,
  );
  expect(value!.transcript.utterances).toHaveLength(1);
  expect(findings.some(({ severity }) => severity === 'error')).toBe(true);
});

test("words like a label stay nobody's in what we write, however many cues have a speaker", () => {
  const utterances = [
    { id: 'u1', speaker: 'anna', text: 'yes' },
    { id: 'u2', text: 'no -- : no' },
    { id: 'u3', text: 'no Note: no' },
    { id: 'u4', text: '[SPEAKER_00]: no' },
    { id: 'u5', text: '10:30 → 11:00' },
  ].map(utterance => ({ ...utterance, ...times }));
  const transcript = { ...read(`${T}\n<v Anna>x`).value!.transcript, utterances } as Transcript;
  const { text, losses } = format.write!({ transcript, layers: [] });
  expect(losses).toEqual([]);
  expect(text).toContain('\n\nNOTE onrecord {"speakersInWords":[]}\n\n');
  const { value, findings } = format.read!(text, { file: 'a.vtt' });
  expect(value!.transcript).toEqual(transcript);
  expect(findings).toEqual([]);
});

test('a speaker who stands in kept markup stays one beside such words', () => {
  const body = ['Anna: <i>yes</i>', 'Anna: and', 'Bo Lind:', 'so', 'Bo Lind: so'];
  const once = read(body.map(words => `${T}\n${words}`).join('\n\n')).value!.transcript;
  const utterances = once.utterances.map(utterance =>
    utterance.speaker === 'bo-lind' ? { id: utterance.id!, text: 'Bo Lind: so', ...times } : utterance,
  );
  expect(utterances.map(({ speaker }) => speaker)).toEqual(['anna', 'anna', undefined, undefined, undefined]);
  const parties = new Map([['anna', { name: 'Anna' }]]);
  const { text } = format.write!({ transcript: { ...once, parties, utterances }, layers: [] });
  expect(text).toContain('NOTE onrecord {"speakersInWords":["Anna"]}');
  expect(text).toContain('\nAnna: <i>yes</i>\n');
  expect(format.read!(text, { file: 'a.vtt' }).value!.transcript.utterances).toEqual(utterances);
});

test.for(['<v Anna>', '<v Anna></v>', '<v.loud Anna> '])(
  'somebody who says nothing is somebody: %s',
  payload => {
    expect(utterances(`${T}\n${payload}`)).toMatchObject([{ speaker: 'anna', text: '' }]);
  },
);
