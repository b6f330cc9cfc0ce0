/** What the quick way reads is what the full one reads. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFaulty } from '../../../src/formats/onrecord/read.ts';
import { readSound } from '../../../src/formats/onrecord/read-sound.ts';
import { readSoundJson } from '../../../src/formats/onrecord/read-sound-json.ts';
import { transcriptFile } from '../../../src/formats/shared/file-values.ts';
import { jsonText } from '../../../src/formats/shared/json-text.ts';
import { transcripts } from '../../helpers/models.ts';
import { runsOf } from '../../helpers/runs.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

const files = ['data', 'test/cases'].flatMap(folder =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(?:ya?ml|json)$/.test(name))
    .map(name => path.join(ROOT, folder, name)),
);

/** What reading answers, with the places of some entries. */
function told(read: ReturnType<typeof readFaulty>) {
  const { document, source, ...rest } = read;
  const places = ['utterances', 'annotations', 'claims', 'parties'].flatMap(list => [
    document?.locate([list], 'key'),
    document?.locate([list, 1, 'id']),
    document?.locate([list, 2, 'sources', 0]),
  ]);
  return { ...rest, file: document?.file, value: document?.value, text: source?.text, places };
}

test('files of the repository', () => {
  let sound = 0;
  for (const file of files) {
    const bytes = readFileSync(file);
    const full = readFaulty(bytes, file);
    const quick = readSound(bytes, file);
    if (quick === undefined) continue;
    sound++;
    expect(told(quick), file).toEqual(told(full));
  }
  expect(sound).toBeGreaterThan(100);
});

const SOUND = 'onrecord: 1\nutterances:\n- {id: u1, text: Good evening}\n';

test.for([
  ['a byte order mark', `\ufeff${SOUND}`],
  ['a key in quotes', SOUND.replace('onrecord', '"onrecord"')],
  ['an unknown key', `${SOUND}titel: Evening\n`],
  ['no version', SOUND.replace('onrecord: 1\n', '')],
  ['another version', SOUND.replace('1', '2')],
  ['both kinds', `${SOUND}transcript: a.yaml\n`],
  ['neither kind', 'onrecord: 1\n'],
  ['a word for a time', SOUND.replace('}', ', start: soon}')],
  ['text and event', SOUND.replace('}', ', event: laughter}')],
  ['neither text nor event', SOUND.replace(', text: Good evening', '')],
] as const)('%s is left to the full reader', ([, text]) => {
  const bytes = new TextEncoder().encode(text);
  expect(readSound(new TextEncoder().encode(SOUND), 'talk.yaml')).toBeDefined();
  expect(readSound(bytes, 'talk.yaml')).toBeUndefined();
});

test('JSON by its values is JSON by the full parser, with the same places', () => {
  let sound = 0;
  fc.assert(
    fc.property(transcripts, transcript => {
      const text = jsonText(transcriptFile(transcript));
      const quick = readSoundJson(text, 'talk.json');
      if (quick === undefined) return;
      sound++;
      // A comment is not JSON: this text goes to the full parser.
      const full = readFaulty(new TextEncoder().encode(`${text}# by the full parser\n`), 'talk.json');
      expect(told(quick)).toEqual({ ...told(full), text });
    }),
    { numRuns: runsOf(100) },
  );
  expect(sound).toBeGreaterThan(runsOf(100) / 3);
});

test.for([
  ['an unknown key', '{"onrecord": 1, "utterances": [{"id": "u1", "text": "a", "txet": "b"}]}'],
  ['a wrong value', '{"onrecord": 1, "utterances": [{"id": "u1", "text": "a", "start": "soon"}]}'],
  ['a key that stands twice', '{"onrecord": 1, "utterances": [{"id": "u1", "text": "a", "text": "b"}]}'],
  ['a cut file', '{"onrecord": 1, "utterances": [{"id": "u1", "te'],
] as const)('JSON with %s is left to the full parser', ([, text]) => {
  expect(readSoundJson(text, 'talk.json')).toBeUndefined();
  const { findings } = readFaulty(new TextEncoder().encode(text), 'talk.json');
  expect(findings).not.toEqual([]);
});
