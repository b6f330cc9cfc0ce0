/** The page: addresses, links, marks, and what a style sheet may hold. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { View } from '../../../src/core/model/view.ts';
import { sliceCodePoints } from '../../../src/core/text/code-points.ts';
import { cssString } from '../../../src/printers/escape/css.ts';
import { markup } from '../../../src/printers/view/html/markup.ts';
import { Page } from '../../../src/printers/view/html/page.ts';
import { webAddress } from '../../../src/printers/view/html/recording.ts';
import { faultInStyleSheet } from '../../../src/printers/view/html/style-sheet.ts';
import { markedWords } from '../../../src/printers/view/html/words.ts';
import { printHtml } from '../../../src/printers/view/html.ts';
import { HOSTILE } from '../../fixtures/hostile-text.ts';
import { bareView, richView, richViewWith } from '../../fixtures/view.ts';
import { plain } from '../../helpers/print-context.ts';
import { runCli } from '../../helpers/run-cli.ts';

const SAMPLE = 'data/yerevan-2016/transcript.yaml';

const idsOf = (page: string) => [...page.matchAll(/ id="([^"]+)"/g)].map(match => match[1]!);
const linksOf = (page: string) => [...page.matchAll(/ href="([^"]+)"/g)].map(match => match[1]!);
const referencesOf = (page: string) =>
  [...page.matchAll(/ (?:aria-labelledby|form)="([^"]+)"/g)].map(match => match[1]!);

describe('the page of the sample', () => {
  let page = '';
  beforeAll(async () => {
    page = (await runCli(['show', SAMPLE, '--format', 'html'])).stdout;
  });

  test('has an address for every utterance, statement, claim, annotation, source and party, once', async () => {
    const { stdout } = await runCli(['show', SAMPLE, '--format', 'json']);
    const ids = new Set(
      [...stdout.matchAll(/"(?:id|annotation)":\s*"([A-Za-z][\w-]*)"/g)].map(match => match[1]!),
    );
    expect(ids.size).toBeGreaterThan(150);
    const found = idsOf(page);
    expect([...ids].filter(id => !found.includes(id))).toEqual([]);
    expect(found.length).toBe(new Set(found).size);
  });

  test('has no dead link', () => {
    const ids = new Set(idsOf(page));
    const links = linksOf(page);
    expect(links.length).toBeGreaterThan(400);
    expect(links.filter(link => !link.startsWith('#') || !ids.has(link.slice(1)))).toEqual([]);
    expect(referencesOf(page).filter(id => !ids.has(id))).toEqual([]);
  });

  test('says first what is disputed', () => {
    expect(page).toContain('<b class="contested">4 are disputed</b>');
    expect(page.indexOf('id="_standings"')).toBeLessThan(page.indexOf('id="_conversation"'));
    const standings = [...page.matchAll(/<tr class="claim[^>]* data-standing="([^"]*)"/g)].map(
      match => match[1]!,
    );
    expect(standings.slice(0, 4)).toEqual(['disputed', 'disputed', 'disputed', 'disputed']);
    expect(standings.length).toBe(18);
  });

  test('tells what it was made from, and nothing of the day', async () => {
    expect(page).toMatch(/<code>data\/yerevan-2016\/transcript\.yaml<\/code> .*<code>[0-9a-f]{12}<\/code>/);
    expect(page).toContain('Newest annotation: <time datetime="2026-01-15">15 January 2026</time>');
    expect((await runCli(['show', SAMPLE, '--format', 'html'])).stdout).toBe(page);
    expect((await runCli(['convert', SAMPLE, '--to', 'html'])).stdout).toBe(page);
  });
});

test('a page of the same id in two places gives it once, and ids of a file cannot take those of the page', () => {
  for (const view of [richView, bareView]) {
    const page = printHtml(view, plain());
    const ids = idsOf(page);
    expect(ids.length).toBe(new Set(ids).size);
    expect(linksOf(page).filter(link => link.startsWith('#') && !ids.includes(link.slice(1)))).toEqual([]);
  }
});

test('links and addresses hold whatever is said', () => {
  fc.assert(
    fc.property(HOSTILE, text => {
      const page = printHtml(
        richViewWith(() => text),
        plain(),
      );
      const ids = new Set(idsOf(page));
      for (const link of linksOf(page)) if (link.startsWith('#')) expect(ids).toContain(link.slice(1));
    }),
    { numRuns: 30 },
  );
});

/** Tags that are open at the end, or undefined where they do not nest. */
function openTags(source: string): string[] | undefined {
  const open: string[] = [];
  for (const [, close, name] of source.matchAll(/<(\/?)([a-z]+)[^>]*>/g)) {
    if (close === '') open.push(name!);
    else if (open.pop() !== name) return undefined;
  }
  return open;
}

test('marks nest however ranges cross, and the words stay as they are', () => {
  const range = fc
    .tuple(fc.nat(20), fc.integer({ min: 1, max: 8 }))
    .map(([start, length]) => ({ start, end: Math.min(start + length, 21) }))
    .filter(({ start, end }) => start < end);
  const page = new Page(richView);
  const text = 'a 😀 quick brown fox, b';
  fc.assert(
    fc.property(
      fc.uniqueArray(range, { maxLength: 6, selector: ({ start, end }) => `${start}-${end}` }),
      ranges => {
        const sorted = [...ranges].sort((a, b) => a.start - b.start || b.end - a.end);
        const passages = sorted.map((place, index) => ({
          label: 'abcdef'[index]!,
          range: place,
          annotations: [richView.utterances[0]!.annotations[0]!],
        }));
        const { source } = markedWords(page, text, 'u1', passages);
        expect(openTags(source)).toEqual([]);
        const words = source.replace(/<sup.*?<\/sup>/g, '');
        expect(words.replace(/<[^>]*>/g, '')).toBe(text);
        for (const { label, range: place } of passages) {
          // The parts of a mark that was cut, put together, are its words.
          let depth = 0;
          let marked = '';
          const open: boolean[] = [];
          for (const [piece] of words.matchAll(/<[^>]*>|[^<]+/g)) {
            if (piece === '</mark>') depth -= open.pop() ? 1 : 0;
            else if (piece.startsWith('<mark')) {
              const isIt = piece.includes(`on-${label}"`);
              open.push(isIt);
              depth += isIt ? 1 : 0;
            } else if (depth > 0) marked += piece;
          }
          expect(marked).toBe(sliceCodePoints(text, place.start, place.end));
          expect(source.split(`id="_u1.${label}.words"`).length).toBe(2);
        }
      },
    ),
  );
});

test('a template escapes what it is filled with, and takes no markup into an attribute', () => {
  expect(markup`<a title="${'"<b>\n'}">${'<b>'}${markup`<i>${'&'}</i>`}${undefined}${3}</a>`.source).toBe(
    '<a title="&quot;&lt;b&gt;&#10;">&lt;b&gt;<i>&amp;</i>3</a>',
  );
  expect(() => markup`<a title="${markup`x`}">`).toThrow(TypeError);
});

test('words that somebody confirmed and took back are not marked as confirmed', async () => {
  const talk = (more: string) => `onrecord: 1
ground-rule: [on-record, leaked]
parties: {lind: {name: Anna Lind}}
utterances: [{id: u1, text: It carries eight tonnes.}]
annotations:
  - {id: a1, target: u1, quote: eight tonnes, tag: confirmed, by: lind, aspect: content, when: 2026${more}}
`;
  const marksOf = async (more: string) => {
    const { stdout } = await runCli(['show', '-', '--format', 'html'], { stdin: talk(more) });
    return [...stdout.matchAll(/<(?:mark|span) class="(?:chip )?(affirmed|outside)/g)].map(match => match[1]);
  };
  expect(await marksOf('')).toContain('affirmed');
  expect(await marksOf(', withdrawn: 2026-02')).not.toContain('affirmed');
});

/** The sample's shape with other sources and times. */
function viewWithRecording(url: string | undefined): View {
  const [first, ...others] = richView.utterances;
  const speech = { ...first!.speech, source: 'tape', start: 842_500, end: 849_120 };
  const tape = { title: 'Tape', ...(url !== undefined && { url }) };
  return {
    ...richView,
    sources: new Map([['tape', tape]]),
    utterances: [{ ...first!, speech }, ...others],
  };
}

test('times open the recording there, where a source has an address that browsers play', () => {
  const linkIn = (url: string | undefined) =>
    linksOf(printHtml(viewWithRecording(url), plain())).filter(link => link.includes('#t='));
  expect(linkIn('https://example.org/talk.mp3')).toContain('https://example.org/talk.mp3#t=842.5,849.12');
  expect(linkIn('https://example.org/talk.mp3?part=1#t=9')).toContain(
    'https://example.org/talk.mp3?part=1#t=842.5,849.12',
  );
  for (const url of [undefined, 'https://example.org/talk', 'javascript:x.mp3', 'file:///a.mp3', 'a.mp3'])
    expect(linkIn(url)).toEqual([]);
});

test.for([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  '//x.org',
  'x',
])('%s is no address to link to', address => expect(webAddress(address)).toBeUndefined());

describe('style sheets of others', () => {
  test.for([
    ['p { background: url(x.png) }', 'url()'],
    ['p { background: URL( "x.png" ) }', 'URL()'],
    ['p { background: \\75rl(x.png) }', 'url()'],
    ['p { background: u\\72 l(x.png) }', 'url()'],
    ['p { background: u/**/rl(x) }', undefined],
    ['@import "x.css";', '@import'],
    ['@IMPORT "x.css";', '@IMPORT'],
    ['@\\69mport "x.css";', '@import'],
    ['p { background: image-set("x.png" 1x) }', 'image-set()'],
    ['p { background: -webkit-image-set("x.png" 1x) }', 'image-set()'],
    ['@font-face { src: url(x.woff2) }', 'url()'],
    ['@namespace "http://example.org";', '@namespace'],
    ['p::after { content: "url(x) @import" } /* url(x) @import */', undefined],
    ['a[href^="https://"] { color: red }', undefined],
    [':root { --curl: 1 } .url { color: red }', undefined],
    ['p::after { content: "</StYlE" }', 'ends the style sheet'],
    ['/* never closed url(x)', undefined],
  ] as const)('%s', ([css, fault]) => {
    const found = faultInStyleSheet(css);
    if (fault === undefined) expect(found).toBeUndefined();
    else expect(found?.message).toContain(fault);
  });

  test('the words at the foot of printed sheets never end their string', () => {
    fc.assert(
      fc.property(HOSTILE, text => {
        expect(cssString(text)).toMatch(/^"(?:[\p{L}\p{N} ]|\\[0-9a-f]{1,6} )*"$/u);
      }),
    );
  });
});
