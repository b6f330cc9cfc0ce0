/** SBV: times, a comma, and the words below. */
import { expect, test } from 'vitest';
import { recogniseFormat } from '../../src/formats/index.ts';

async function read(text: string) {
  const format = (await recogniseFormat(text, 'a.txt')).format;
  const { value, findings, losses } = format!.read!(text, { file: 'a.sbv' });
  const utterances = value!.transcript.utterances.map(({ id: _id, ...rest }) => rest);
  return { id: format!.id, utterances, rules: findings.map(({ rule }) => rule), losses };
}

test('captions with breaks, blank lines and names', async () => {
  const text = '0:00:00.599,0:00:04.160\nGood morning.\n\nAll.\n\n0:00:04.160,0:01:06.770\nSince[br]when?\n';
  expect(await read(text)).toEqual({
    id: 'sbv',
    utterances: [
      { text: 'Good morning. All.', start: 599, end: 4160 },
      { text: 'Since when?', start: 4160, end: 66_770 },
    ],
    rules: [],
    losses: [],
  });
});

test('a time that cannot be read costs no words', async () => {
  const { utterances, rules, losses } = await read(
    '0:00:01.000,0:00:02.000\nHello.\n\n-0:00:61.000,0:00:63.000\nBye.\n',
  );
  expect(utterances).toEqual([{ text: 'Hello.', start: 1000, end: 2000 }, { text: 'Bye.' }]);
  expect(rules).toEqual(['bad-time']);
  expect(losses).toEqual([{ what: 'times of captions', count: 1 }]);
});
