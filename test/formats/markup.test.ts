/** Transcripts in XML and HTML: TTML, OHMS, pages of podcasts. */
import { expect, test } from 'vitest';
import { recogniseFormat } from '../../src/formats/index.ts';

async function read(text: string, name = 'a.xml') {
  const format = (await recogniseFormat(text, name)).format;
  const { value, findings, losses } = format!.read!(text, { file: name });
  const turns = value?.transcript.utterances.map(({ speaker, start, end, text: words }) => [
    speaker === undefined ? undefined : (value.transcript.parties.get(speaker)?.name ?? speaker),
    start,
    end,
    words,
  ]);
  return { id: format!.id, turns, findings, losses, transcript: value?.transcript };
}

const tt = (body: string, attributes = '', head = '') =>
  `<?xml version="1.0"?>\n<tt xmlns="http://www.w3.org/ns/ttml" xml:lang="en" ${attributes}><head>${head}</head><body><div>${body}</div></body></tt>`;

test.for<[string, string, string, number, number]>([
  ['clock times', '', 'begin="00:00:01.5" end="00:00:03.000"', 1500, 3000],
  ['seconds', '', 'begin="1.5s" end="3s"', 1500, 3000],
  ['other metrics', '', 'begin="1500ms" end="0.05m"', 1500, 3000],
  ['a duration', '', 'begin="1.5s" dur="1.5s"', 1500, 3000],
  ['frames', 'ttp:frameRate="25"', 'begin="00:00:01:10" end="75f"', 1400, 3000],
  ['ticks', 'ttp:tickRate="10000000"', 'begin="15000000t" end="30000000t"', 1500, 3000],
])('TTML: %s', async ([, attributes, times, start, end]) => {
  const { turns, transcript, losses } = await read(
    tt(`<p ${times}>Good <span>morning.</span><br/>All.</p>`, attributes),
  );
  expect(turns).toEqual([[undefined, start, end, 'Good morning. All.']]);
  expect(transcript).toMatchObject({ language: 'en' });
  expect(losses).toEqual([]);
});

test('TTML: agents, times that count from those around, words with times, a prefix', async () => {
  const agents =
    '<metadata><ttm:agent xml:id="a1" type="person"><ttm:name type="full">Ann Baker</ttm:name></ttm:agent></metadata>';
  const body =
    '<p begin="1s" end="2s" ttm:agent="a1">Yes.</p><p begin="2s" end="3s" ttm:agent="a1 a2">Both.</p><p><span begin="4s" end="5s">So</span> <span begin="5s" end="6s">it is.</span></p>';
  const { turns, losses } = await read(
    tt(body, '', agents)
      .replace('<div>', '<div begin="10s">')
      .replaceAll(/<(\/?)(tt|head|body|div|p|span|br)\b/g, '<$1tt:$2'),
  );
  expect(turns).toEqual([
    ['Ann Baker', 11_000, 12_000, 'Yes.'],
    [undefined, 12_000, 13_000, 'Both.'],
    [undefined, 14_000, 16_000, 'So it is.'],
  ]);
  expect(losses).toEqual([{ what: 'times of single words', count: 2 }]);
});

test('TTML: a time that cannot be read costs no words', async () => {
  const { turns, findings, losses } = await read(tt('<p begin="soon" end="2s">Yes.</p>'));
  expect(turns).toEqual([[undefined, undefined, 2000, 'Yes.']]);
  expect(findings).toMatchObject([{ rule: 'bad-time' }]);
  expect(losses).toEqual([{ what: 'times of captions', count: 1 }]);
});

const ohms = (fields: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<ROOT xmlns="https://www.weareavp.com/nunncenter/ohms"><record id="1">${fields}</record></ROOT>`;
const WORDS = 'ANN: Is it open?\n\nBEN: No.\n\nANN: Since when?\n\nBEN: Since May &amp; June.';

test('OHMS: the transcript as plain text, with what the record says', async () => {
  const { id, turns, transcript, losses } = await read(
    ohms(
      `<title>Talk</title><date value="2016-10-14" format="yyyy-mm-dd"/><index><point><title>x</title></point></index><transcript>${WORDS}</transcript><sync>1:|1(2)|3(1)</sync>`,
    ),
  );
  expect(id).toBe('ohms');
  expect(turns!.map(([name, , , words]) => [name, words])).toEqual([
    ['ANN', 'Is it open?'],
    ['BEN', 'No.'],
    ['ANN', 'Since when?'],
    ['BEN', 'Since May & June.'],
  ]);
  expect(transcript).toMatchObject({ title: 'Talk', date: '2016-10-14' });
  expect(losses).toEqual([
    { what: 'points of the index', count: 1 },
    { what: 'points of synchronisation', count: 2 },
  ]);
});

test('OHMS: the transcript as WebVTT', async () => {
  const vtt = 'WEBVTT\n\n00:00:01.000 --&gt; 00:00:02.000\n&lt;v Ann&gt;Is it open?';
  const { turns } = await read(ohms(`<transcript/><vtt_transcript>${vtt}</vtt_transcript>`));
  expect(turns).toEqual([['Ann', 1000, 2000, 'Is it open?']]);
});

test('OHMS: an index without a transcript is an error', async () => {
  const { turns, findings } = await read(ohms('<title>Talk</title><transcript>No transcript.</transcript>'));
  expect(turns).toBeUndefined();
  expect(findings).toMatchObject([{ severity: 'error', message: expect.stringContaining('no transcript') }]);
});

const page = (body: string) =>
  `<!DOCTYPE html><html lang="en"><head><title>Talk &amp; more</title><style>p {}</style></head><body>${body}</body></html>`;

test('a page of a podcast: names, times and paragraphs', async () => {
  const { id, turns, transcript, losses } = await read(
    page(
      '<!-- <p>no</p> --><cite>Ann:</cite>\n<time>0:03</time>\n<p>Is it <b>open</b>?</p>\n<p>Is it?</p>\n<cite>Ben:</cite><time>1:02:03</time><p>No.<br>Never.</p>',
    ),
    'a.html',
  );
  expect(id).toBe('podcast-html');
  expect(turns).toEqual([
    ['Ann', 3000, undefined, 'Is it open?'],
    ['Ann', undefined, undefined, 'Is it?'],
    ['Ben', 3_723_000, undefined, 'No. Never.'],
  ]);
  expect(transcript).toMatchObject({ title: 'Talk & more', language: 'en' });
  expect(losses).toEqual([]);
});

test.for([
  ['inside the paragraph', '<p><cite>Ann:</cite> <time>0:03</time> Yes.</p><p><cite>Ben:</cite> No.</p>'],
  ['no end tags', '<cite>Ann:<time>0:03<p>Yes.<cite>Ben:<p>No.'],
  ['no paragraphs but one', '<p></p><cite>Ann:</cite><time>0:03</time>Yes.<cite>Ben:</cite>No.'],
])('no word goes to another speaker: %s', async ([, body]) => {
  const { turns } = await read(page(body!), 'a.html');
  expect(turns!.map(([name, , , words]) => [name, words])).toEqual([
    ['Ann', 'Yes.'],
    ['Ben', 'No.'],
  ]);
});

test('a title of a work inside a sentence is no speaker', async () => {
  const { turns } = await read(
    page('<cite>Ann:</cite><p>As <cite>The Bridge</cite> says, no.</p>'),
    'a.html',
  );
  expect(turns).toEqual([['Ann', undefined, undefined, 'As The Bridge says, no.']]);
});

test('nested and cut files end in time', async () => {
  for (const text of [
    tt('<span>'.repeat(50_000)),
    '<tt '.repeat(50_000),
    `${page('<cite>'.repeat(50_000))}<p>`,
    `${page('<!--'.repeat(50_000))}`,
  ])
    await expect(read(text).catch(() => 'none')).resolves.toBeDefined();
});
