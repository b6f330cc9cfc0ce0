/** Reading what was written: where nothing is reported as lost, nothing is. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Conversation, Format, ReadOptions, WriteOptions } from '../../src/formats/format.ts';
import { loadFormats } from '../../src/formats/index.ts';
import { PROFILE_IDS } from '../../src/formats/text/style/profile-ids.ts';
import { anyTranscript, plainTranscript } from '../fixtures/conversations.ts';
import { DEAR_RUNS } from '../helpers/runs.ts';

/** There are many formats, and each property is tried on all. */
const NUM_RUNS = Math.max(10, DEAR_RUNS / 16);

interface Case {
  readonly name: string;
  readonly format: Format;
  readonly options: WriteOptions & Partial<ReadOptions>;
}

const formats = (await loadFormats()).filter(
  format => format.read && format.write && format.id !== 'web-annotation',
);
const cases: Case[] = formats.flatMap((format): Case[] =>
  format.id === 'text'
    ? PROFILE_IDS.map(id => ({ name: `text, ${id}`, format, options: { profile: id } }))
    : [{ name: format.id, format, options: {} }],
);

function again(
  { format, options }: Case,
  value: Conversation,
): { value: Conversation; losses: readonly string[]; text: string } {
  const { text, losses } = format.write!(value, options);
  // What was written says by itself how it is to be read.
  const { value: read } = format.read!(text, { file: 'x' });
  return { value: read ?? EMPTY, losses: losses.map(loss => loss.what), text };
}

const EMPTY = { transcript: undefined, layers: [] } as unknown as Conversation;

test.for(cases)('$name: no loss reported means none', entry => {
  fc.assert(
    fc.property(anyTranscript, transcript => {
      const written = again(entry, { transcript, layers: [] });
      if (written.losses.length === 0) expect(written.value.transcript).toEqual(transcript);
    }),
    { numRuns: NUM_RUNS },
  );
});

test.for(cases)('$name: what was read once is read the same ever after', entry => {
  fc.assert(
    fc.property(anyTranscript, transcript => {
      const once = again(entry, { transcript, layers: [] }).value;
      if (once === EMPTY) return;
      const second = again(entry, once);
      expect(second.value).toEqual(once);
      expect(second.losses).toEqual([]);
    }),
    { numRuns: NUM_RUNS },
  );
});

/** Formats and profiles that hold words, speakers and times, by what they cannot hold of the plain transcripts. */
const UNTIMED = { start: undefined, end: undefined };
const LOSSLESS: Readonly<Record<string, object | undefined>> = {
  csv: {},
  'onrecord-json': {},
  'onrecord-yaml': {},
  'podcast-json': {},
  srt: {},
  'text, colon': UNTIMED,
  'text, head-line': { end: undefined },
  'text, md-bold': UNTIMED,
  'text, qa': UNTIMED,
  'text, stamped': { end: undefined },
  tsv: {},
  webvtt: {},
  'whisper-json': {},
};

test.for(cases.filter(({ name }) => LOSSLESS[name] !== undefined))(
  '$name: words, speakers and times come back',
  entry => {
    fc.assert(
      fc.property(plainTranscript, plain => {
        const without = LOSSLESS[entry.name];
        const utterances = plain.utterances.map(utterance =>
          JSON.parse(JSON.stringify({ ...utterance, ...without })),
        );
        const transcript = { ...plain, utterances };
        const written = again(entry, { transcript, layers: [] });
        expect(written.losses).toEqual([]);
        expect(written.value.transcript).toEqual(transcript);
      }),
      { numRuns: NUM_RUNS },
    );
  },
);
