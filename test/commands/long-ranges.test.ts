/** A range may name every utterance of a long talk: what is printed takes time and room in proportion to the talk. */
import { expect, test } from 'vitest';
import { steepGrowth } from '../helpers/growth.ts';
import { runCli } from '../helpers/run-cli.ts';
import { folderOfEachTest } from '../helpers/test-folder.ts';

const { folder, write } = folderOfEachTest();

/** A talk, and annotations each of which is about all of it. */
function writeTalk(utterances: number, annotations: number): void {
  const lines = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, i) => line(i)).join('');
  write(
    'talk.yaml',
    `onrecord: 1\nlanguage: en\nutterances:\n${lines(utterances, i => `  - {id: u${i}, speaker: unknown, text: Yes.}\n`)}`,
  );
  for (const reader of ['Ada', 'Per'])
    write(
      `${reader}.layer.yaml`,
      `onrecord: 1\ntranscript: talk.yaml\ncreator: {name: ${reader}}\nannotations:\n${lines(
        annotations,
        i => `  - {id: ${reader}${i}, target: u0..u${utterances - 1}, tag: unclear}\n`,
      )}`,
    );
}

test.each([
  [['show', 'talk.yaml']],
  [['show', 'talk.yaml', '--format', 'json']],
  [['show', 'talk.yaml', '--format', 'csv']],
  [['find', 'tag:unclear', 'talk.yaml', '--format', 'ndjson']],
  [['agree', 'talk.yaml']],
])('%j', async argv => {
  const growth = await steepGrowth(
    size => size,
    async size => {
      writeTalk(size, 5);
      expect((await runCli(argv, { cwd: folder })).status).toBe(0);
    },
    [400],
  );
  expect(growth).toBeUndefined();
});

test.each(['plain', 'markdown'])(
  '%s names the first of the places that an implied claim has',
  async format => {
    writeTalk(25, 1);
    const target = 'u0..u24';
    write(
      'Ada.layer.yaml',
      `onrecord: 1\ntranscript: talk.yaml\nparties: {per: {name: Per}}\nannotations:\n  - {id: a, target: ${target}, tag: disputed, aspect: content, by: per, when: 2016}\n`,
    );
    const { stdout } = await runCli(['show', 'talk.yaml', '--format', format], { cwd: folder });
    expect(stdout.match(/u17, u18, u19 and 5 more/g)?.length).toBeGreaterThanOrEqual(25);
  },
);

test('JSON lists more than a hundred places of an annotation once', async () => {
  writeTalk(101, 1);
  const { stdout } = await runCli(['show', 'talk.yaml', '--format', 'json'], { cwd: folder });
  const { utterances } = JSON.parse(stdout);
  const [first, , third] = utterances.map((each: { annotations: object[] }) => each.annotations[0]);
  expect(first.anchors).toHaveLength(101);
  expect(first).not.toHaveProperty('places');
  expect(third).toEqual({ ...first, places: 101, anchors: [first.anchors[2]] });
});
