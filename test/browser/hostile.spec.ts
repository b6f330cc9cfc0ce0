/** Transcripts that try to run something, load something or lead away, in every place where words can stand. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { launch, open, Pages } from './browser.ts';

const pages = new Pages();
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  pages.remove();
});

const PAYLOADS = [
  '<script>document.title="ran"</script>',
  '"><img src=x onerror="document.title=\'ran\'">',
  "'><svg/onload=document.title='ran'>",
  '</title></style></script><script>document.title="ran"</script>',
  '--></bdi></p><iframe srcdoc="<script>parent.document.title=\'ran\'</script>">',
  'javascript:document.title="ran"',
  'data:text/html,<script>document.title="ran"</script>',
  '<link rel=stylesheet href=https://example.invalid/x.css><meta http-equiv=refresh content="0;url=https://example.invalid/">',
  '<style>@import "https://example.invalid/";*{background:url(https://example.invalid/)}</style>',
  '"} * { background: url(https://example.invalid/) } @import "https://example.invalid/"; a{content:"',
  '\\"; } </style><base href="https://example.invalid/"><form action="https://example.invalid/"><button>',
  '<use href="https://example.invalid/#x"><a xlink:href="javascript:alert(1)">x</a><math><mi xlink:href="data:x">',
  '&lt;script&gt;alert(1)&lt;/script&gt; &#60;img src=x onerror=alert(1)&#62; `alert(1)` {{constructor.constructor("alert(1)")()}}',
  '\u202e<script>\u2066alert(1)\u0085</script>\ufeff\u200d',
];

/** Words wherever a transcript of ours can hold them. */
function carrier(words: string): string {
  return stringify({
    onrecord: 1,
    title: words,
    place: words,
    setting: words,
    language: words,
    creator: { name: words },
    parties: { p: { name: words, role: words, aliases: [words] }, q: { name: `${words} two` } },
    sources: {
      s: {
        title: words,
        publisher: words,
        url: words,
        archive: words,
        note: words,
        origin: words,
        grade: words,
      },
    },
    utterances: [
      {
        id: 'u1',
        speaker: 'p',
        to: 'q',
        form: 'direct',
        cue: words,
        via: ['s'],
        text: `so ${words} so`,
        source: 's',
        at: words,
        start: 1,
        end: 2,
      },
      { id: 'u2', speaker: 'q', event: words },
    ],
    statements: [{ id: 's1', speaker: 'q', text: words, cue: words }],
    claims: [{ id: 'c1', text: words, aspect: 'content', target: ['u1'], note: words }],
    annotations: [
      {
        id: 'a1',
        target: 'u1',
        quote: words,
        tag: 'disputed',
        by: 'p',
        aspect: 'content',
        when: '2016',
        wording: words,
        note: words,
        sources: [{ source: 's', at: words, quote: words }],
      },
      {
        id: 'a2',
        target: 'c1',
        tag: 'confirmed',
        by: 'q',
        when: 'unknown',
        wording: words,
        note: words,
        creator: { name: words },
      },
      { id: 'a3', target: 'transcript', context: words, note: words },
      { id: 'a4', target: 'u1', comment: words, alternatives: [words] },
      { id: 'a5', target: 's1', translation: { text: words, from: 'en', to: 'ru' } },
      { id: 'a6', target: 'a1', comment: words },
    ],
  });
}

async function expectTame(file: string): Promise<void> {
  const { page, deeds } = await open(browser, file);
  await page.evaluate('for (const fold of document.querySelectorAll("details")) fold.open = true');
  const links = await page.evaluate<string[]>(
    `[...document.querySelectorAll('[href],[src],[action],[xlink\\\\:href]')].map(element => element.getAttribute('href') ?? 'other').filter(href => !href.startsWith('#'))`,
  );
  expect(links).toEqual([]);
  const strangers =
    'script,img,iframe,object,embed,base,link,math,video,audio,meta[http-equiv=refresh],style ~ style,[onerror],[onload],[style]';
  expect(await page.locator(strangers).count()).toBe(0);
  expect(await page.title()).not.toBe('ran');
  expect(deeds).toEqual({ requests: [], dialogs: [], errors: [] });
  await page.close();
}

test.for(PAYLOADS.map((words, index) => [index + 1, words] as const))(
  'payload %i in every field runs nothing',
  async ([, words]) => {
    await expectTame(await pages.of({ 'talk.yaml': carrier(words) }));
  },
);

test('names of files and words of other formats run nothing', async () => {
  const [script, image] = PAYLOADS as [string, string];
  await expectTame(await pages.of({ [`<img src=x onerror=alert(1)>.yaml`]: carrier(image) }));
  await expectTame(
    await pages.of({
      'talk.vtt': `WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v ${image}>${script} ${image}\n`,
    }),
  );
  await expectTame(await pages.of({ 'talk.srt': `1\n00:00:01,000 --> 00:00:02,000\n${script} ${image}\n` }));
  await expectTame(await pages.of({ 'talk.txt': `Ann: ${script}\nBob: ${image}\nAnn: yes\nBob: no\n` }));
});

test('an excerpt and a query on the command line run nothing', async () => {
  const words = '<b>"x"</b>';
  await expectTame(await pages.of({ 'talk.yaml': carrier(words) }, '--where', '"<b>"'));
  await expectTame(await pages.of({ 'talk.yaml': carrier(words) }, '--excerpt', 'u1'));
});
