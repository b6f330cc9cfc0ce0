/** What the full view folds, and that nothing is lost by it. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../../helpers/run-cli.ts';
import { folderOfEachTest } from '../../helpers/test-folder.ts';

const SAMPLE = 'data/yerevan-2016/transcript.yaml';
const show = async (file: string, ...options: string[]) => (await runCli(['show', file, ...options])).stdout;

test('readings that agree with the transcript on the speaker are one line', async () => {
  const text = await show(SAMPLE);
  expect(text).toContain('· 2 readings agree on the speaker  a-by-lukashenko, b-by-lukashenko\n');
  // Where they differ, each is told.
  expect(text).toMatch(/^ {7}· speaker: /m);
});

test('two readings that say the same of the same words are one note', async () => {
  const text = await show(SAMPLE);
  expect(text).toContain('(2 readings)  a-u1-gloss, b-u1-gloss\n');
  expect(text).toContain('An event of 2020 cannot be part of words said in 2016. (First reader)\n');
});

test('a certainty is told unless it is the usual one', async () => {
  const text = await show(SAMPLE);
  expect(text).toMatch(/certainty medium, interpreted/);
  expect(text).not.toMatch(/certainty high, stated/);
  expect(await show(SAMPLE, '--all')).toMatch(/certainty high, stated/);
});

test('every annotation is told, folded or not', async () => {
  const { annotations, utterances, statements } = JSON.parse(await show(SAMPLE, '-f', 'json'));
  const ids: string[] = [
    ...annotations,
    ...[...utterances, ...statements].flatMap(each => each.annotations),
  ].map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(100);
  for (const options of [[], ['--all']]) {
    const words = new Set((await show(SAMPLE, ...options)).split(/[\s,]+/));
    expect(ids.filter(id => !words.has(id))).toEqual([]);
  }
});

const { folder, write } = folderOfEachTest();

test('one reading that says a thing twice keeps both', async () => {
  const shown = (id: string) => {
    const lines = [
      'onrecord: 1',
      'utterances:',
      '  - {id: u1, text: The bridge carries eight tonnes.}',
      `  - {id: ${id}, text: Who says so?}`,
      'annotations:',
      '  - {id: a1, target: u1, comment: Twice.}',
      '  - {id: a2, target: u1, comment: Twice.}',
      '',
    ];
    write('talk.yaml', lines.join('\n'));
    return show(path.join(folder, 'talk.yaml'));
  };
  const short = await shown('u2');
  expect(short.match(/comment: Twice\./g)).toHaveLength(2);
  // A long id moves its own line alone.
  expect((await shown('uzngw3cdy')).replace('uzngw3cdy', 'u2')).toBe(short);
});

test('nobody is made to have said more than the own word', async () => {
  const text = await show('test/cases/show/standings/talk.yaml');
  expect(text).toContain(
    '✗ refuted by A fact-checking desk, denied by Office of Ann Baker: They signed in May',
  );
});
