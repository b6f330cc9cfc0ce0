/** What is read back by parts is what a reader finds in the whole. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Transcript } from '../../../src/core/model/model.ts';
import { format as csv } from '../../../src/formats/csv/index.ts';
import { readBackTable } from '../../../src/formats/csv/read.ts';
import { writeTable } from '../../../src/formats/csv/write.ts';
import type { Conversation } from '../../../src/formats/format.ts';
import { readDocument } from '../../../src/formats/onrecord/read.ts';
import { readBackJson, readBackYaml } from '../../../src/formats/onrecord/read-back.ts';
import { transcriptParts } from '../../../src/formats/onrecord/write.ts';
import { format as podcast } from '../../../src/formats/podcast-json/index.ts';
import { readBackPodcastJson } from '../../../src/formats/podcast-json/read.ts';
import { writePodcastJson } from '../../../src/formats/podcast-json/write.ts';
import { transcriptFile } from '../../../src/formats/shared/file-values.ts';
import { jsonParts } from '../../../src/formats/shared/json-text.ts';
import { format as srt } from '../../../src/formats/srt/index.ts';
import { readBackSrt } from '../../../src/formats/srt/read.ts';
import { writeSrt } from '../../../src/formats/srt/write.ts';
import { readBackText, readText } from '../../../src/formats/text/read.ts';
import { PROFILE_IDS } from '../../../src/formats/text/style/profile-ids.ts';
import { writeText } from '../../../src/formats/text/write.ts';
import { format as tsv } from '../../../src/formats/tsv/index.ts';
import { format as webvtt } from '../../../src/formats/webvtt/index.ts';
import { readBackWebvtt } from '../../../src/formats/webvtt/read.ts';
import { writeWebvtt } from '../../../src/formats/webvtt/write.ts';
import { format as whisper } from '../../../src/formats/whisper-json/index.ts';
import { readBackWhisperJson } from '../../../src/formats/whisper-json/read.ts';
import { writeWhisperJson } from '../../../src/formats/whisper-json/write.ts';
import { transcripts } from '../../helpers/models.ts';
import { runsOf } from '../../helpers/runs.ts';

const WAYS = [
  ['YAML', (transcript: Transcript) => [...transcriptParts(transcript)], readBackYaml],
  ['JSON', (transcript: Transcript) => [...jsonParts(transcriptFile(transcript))], readBackJson],
] as const;

const whole = (parts: readonly string[]) =>
  readDocument(new TextEncoder().encode(parts.join('')), 'talk.yaml').document?.value;

/** More utterances than are read at once, and texts that are folded. */
const long: Transcript = {
  kind: 'transcript',
  parties: new Map(),
  sources: new Map(),
  extensions: new Map<string, unknown>([['x-list', ['a'.repeat(120), { b: [1, 'c'] }]]]),
  statements: [],
  claims: [],
  annotations: [],
  utterances: Array.from({ length: 1201 }, (_, index) => ({
    id: `u${index}`,
    text: `${index} ${'words of a long speech '.repeat(index % 9)}end`,
  })),
};

test.for(WAYS)('%s', ([, partsOf, readBack]) => {
  let read = 0;
  fc.assert(
    fc.property(fc.oneof({ weight: 50, arbitrary: transcripts }, fc.constant(long)), transcript => {
      const parts = partsOf(transcript);
      const again = readBack(parts, { transcript, layers: [] });
      if (again === undefined) return;
      read++;
      expect(again.transcript).toEqual(whole(parts));
    }),
    { numRuns: runsOf(100) },
  );
  expect(read).toBeGreaterThan(runsOf(100) / 4);
});

test.for(WAYS)('%s: the texts are those from before', ([, partsOf, readBack]) => {
  const again = readBack(partsOf(long), { transcript: long, layers: [] });
  expect(again?.transcript.utterances).toEqual(long.utterances);
});

test.for(WAYS)('%s: a text that was written otherwise is found', ([, partsOf, readBack]) => {
  const parts = partsOf(long).map(part => part.replace('1100 words', '1100 swords'));
  const again = readBack(parts, { transcript: long, layers: [] });
  expect(again?.transcript.utterances[1100]?.text).toMatch(/^1100 swords/);
  expect(
    again?.transcript.utterances.filter((entry, at) => entry.text !== long.utterances[at]!.text),
  ).toHaveLength(1);
});

test.for(WAYS)(
  '%s: parts that are not what they seem are left to the reader of the whole',
  ([, partsOf, readBack]) => {
    const parts = partsOf(long);
    const at = parts.findIndex(part => part.includes('u700'));
    expect(
      readBack(parts.with(at, parts[at]! + parts[at]!), { transcript: long, layers: [] }),
    ).toBeUndefined();
  },
);

test.for([
  ['podcasts', podcast, writePodcastJson, readBackPodcastJson],
  ['the whisper family', whisper, writeWhisperJson, readBackWhisperJson],
] as const)('JSON of %s', ([, format, write, readBack]) => {
  fc.assert(
    fc.property(fc.oneof({ weight: 50, arbitrary: transcripts }, fc.constant(long)), transcript => {
      const conversation = { transcript, layers: [] };
      const { text, parts = [] } = write(conversation);
      const again = readBack(parts, conversation);
      expect(again).toEqual(format.read!(text, { file: '' }).value);
      expect(again).toBeDefined();
    }),
    { numRuns: runsOf(100) },
  );
});

test.for([
  ['SRT', srt, writeSrt, readBackSrt],
  ['WebVTT', webvtt, (value: Conversation) => writeWebvtt(value, { withAnnotations: true }), readBackWebvtt],
  ...([csv, tsv] as const).map(format => {
    const isTabbed = format === tsv;
    return [
      format.name,
      format,
      ({ transcript }: Conversation) => writeTable({ transcript, layers: [] }, isTabbed),
      (parts: Iterable<string>, before: Conversation) => readBackTable(parts, before, isTabbed),
    ] as const;
  }),
] as const)('%s', ([, format, write, readBack]) => {
  let read = 0;
  fc.assert(
    fc.property(fc.oneof({ weight: 50, arbitrary: transcripts }, fc.constant(long)), transcript => {
      const conversation = { transcript, layers: [] };
      const { text, parts = [] } = write(conversation);
      const again = readBack(parts, conversation);
      if (again === undefined) return;
      read++;
      expect(again).toEqual(format.read!(text, { file: '' }).value);
    }),
    { numRuns: 100 },
  );
  expect(read).toBeGreaterThan(50);
  const swapped = [...(write({ transcript: long, layers: [] }).parts ?? [])].map(part =>
    part.replace('1100 words', '1100 swords'),
  );
  const other = readBack(swapped, { transcript: long, layers: [] })?.transcript.utterances ?? [];
  expect(other.filter((entry, at) => entry.text !== long.utterances[at]!.text)).toMatchObject([
    { text: expect.stringMatching(/^1100 swords/) },
  ]);
});

test.for(PROFILE_IDS)('plain text, profile %s', profile => {
  let read = 0;
  fc.assert(
    fc.property(fc.oneof({ weight: 50, arbitrary: transcripts }, fc.constant(long)), transcript => {
      const { text, parts = [], found } = writeText({ transcript, layers: [] }, { profile });
      const again = found ?? readBackText(parts);
      if (again === undefined) return;
      read++;
      expect(again).toEqual(readText(text, { file: '' }).value);
    }),
    { numRuns: 40 },
  );
  expect(read).toBeGreaterThan(20);
});

test('the words of all segments are one text', () => {
  const words = ['He said "no".', '\u200b\ud800', '', '  tab\there', '😀'];
  const transcript: Transcript = { ...long, utterances: words.map(text => ({ text })) };
  const root = JSON.parse(writeWhisperJson({ transcript, layers: [] }).text) as { text: string };
  expect(root.text).toBe(words.join(' '));
});
