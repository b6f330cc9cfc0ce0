/** A value that nothing has is a slip; one that is known but found nowhere is not. */
import { expect, test } from 'vitest';
import { runCli } from '../../helpers/run-cli.ts';

const SAMPLE = 'data/yerevan-2016/transcript.yaml';
const show = (query: string) => runCli(['show', SAMPLE, '--where', query, '--format', 'ndjson']);

test.each([
  ['speaker:Lukashenka', 'no party "Lukashenka"', 'did you mean Alexander Lukashenko?'],
  ['speaker:lukashenko,sargsian', 'no party "sargsian"', 'did you mean'],
  ['-speaker:Pashinyann', 'no party "Pashinyann"', 'did you mean'],
  ['by:sargsyn', 'no party "sargsyn"', 'did you mean'],
  ['tag:confirm', 'no tag "confirm"', 'did you mean confirmed?'],
  ['tag:zzz', 'no tag "zzz"', 'onrecord help tags'],
  ['id:u99', 'no id "u99"', undefined],
  ['source:reprot', 'no source "reprot"', 'did you mean'],
  ['reading:Third', 'no reading "Third"', 'there are First reader, Second reader'],
])('%s is refused', async (query, message, hint) => {
  const { stdout, stderr, status } = await show(query);
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(message);
  if (hint !== undefined) expect(stderr).toContain(hint);
});

test.each([
  'speaker:Sargsyan',
  'speaker:"alexander lukashenko"',
  'speaker:unknown',
  'by:unknown',
  'tag:disputed',
  'id:u1',
  'source:report',
  'reading:first',
  'nowhere-in-the-text',
  'date:1999',
])('%s is a search', async query => {
  expect((await show(query)).status).toBe(0);
});

test('an empty result says how much was searched, on stderr', async () => {
  const { stdout, stderr, status } = await show('tag:inaudible');
  expect(stderr).toBe('onrecord: nothing matches tag:inaudible (16 utterances and 13 statements searched)\n');
  expect(stdout).not.toContain('"type":"utterance"');
  expect(status).toBe(0);
});
