/** What a reader does not keep is counted. */
import { expect, test } from 'vitest';
import { recogniseFormat } from '../../src/formats/index.ts';

async function lossesOf(json: unknown) {
  const text = JSON.stringify(json);
  const format = (await recogniseFormat(text, 'a.json')).format;
  return format!.read!(text, { file: 'a.json' }).losses;
}

const segment = { start: 0, end: 1, text: ' Hello.' };

test.for<[string, unknown, readonly (readonly [string, number])[]]>([
  ['nothing', { segments: [segment] }, []],
  ['a segment without text', { segments: [segment, { start: 1 }] }, [['segments without `text`', 1]]],
  [
    'segments without words',
    { segments: [{ ...segment, text: ' ' }, segment, { ...segment, text: '' }] },
    [['segments without words', 2]],
  ],
  [
    'a time',
    {
      segments: [
        { ...segment, start: 'soon' },
        { ...segment, end: -1 },
      ],
    },
    [['times of segments', 2]],
  ],
  ['scores', { segments: [{ ...segment, avg_logprob: -0.2 }] }, [['scores of segments', 1]]],
  [
    'tokens',
    {
      transcription: [
        { timestamps: { from: '00:00:00,000', to: '00:00:01,000' }, text: ' Hi.', tokens: [{}, {}] },
      ],
    },
    [['times and scores of tokens', 2]],
  ],
  [
    'alternatives',
    { results: { channels: [{ alternatives: [{ words: [{ word: 'a', start: 0, end: 1 }] }, {}, {}] }] } },
    [['alternatives', 2]],
  ],
  [
    'a podcast segment without body',
    { segments: [{ startTime: 0, body: 'a' }, { startTime: 1 }] },
    [['segments without `body`', 1]],
  ],
])('%s', async ([, json, losses]) => {
  expect(await lossesOf(json)).toEqual(losses.map(([what, count]) => ({ what, count })));
});
