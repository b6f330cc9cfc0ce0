/** Markdown as its readers take it: what is written comes out as the same words, in every place where words can stand. */
import { decodeHTML } from 'entities';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';
import { expect, test } from 'vitest';
import { markdownInline } from '../../../src/printers/escape/markdown.ts';
import { visible } from '../../../src/printers/escape/visible.ts';
import { HOSTILE } from '../../fixtures/hostile-text.ts';
import { runCli } from '../../helpers/run-cli.ts';

const markdownIt = new MarkdownIt({ html: true });
const RENDERERS: Record<string, (source: string) => string> = {
  marked: source => marked.parse(source, { async: false, gfm: true }),
  'markdown-it': source => markdownIt.render(source),
};

/** Where words stand in our Markdown, and the tags that are there without them. */
const PLACES: readonly (readonly [string, (words: string) => string, RegExp])[] = [
  ['a paragraph', words => markdownInline(words), /^<p>(.*)<\/p>$/s],
  ['a heading', words => `# ${markdownInline(words)}`, /^<h1>(.*)<\/h1>$/s],
  ['an item', words => `- ${markdownInline(words)}`, /^<ul>\n<li>(.*)<\/li>\n<\/ul>$/s],
  [
    'an item after words',
    words => `- x: ${markdownInline(words, { before: ' ' })}`,
    /^<ul>\n<li>x: (.*)<\/li>\n<\/ul>$/s,
  ],
  ['a quotation', words => `> ${markdownInline(words)}`, /^<blockquote>\n<p>(.*)<\/p>\n<\/blockquote>$/s],
  ['strong words', words => `**${markdownInline(words)}** x`, /^<p><strong>(.*)<\/strong> x<\/p>$/s],
  ['emphasis', words => `x\\\n*${markdownInline(words)}*`, /^<p>x<br ?\/?>\n?<em>(.*)<\/em><\/p>$/s],
  [
    'a cell',
    words => `| a |\n|---|\n| ${markdownInline(words)} |`,
    /^<table>.*<tbody>\n?<tr>\n?<td>(.*)<\/td>\n?<\/tr>\n?<\/tbody>\n?<\/table>$/s,
  ],
];

/** Signs that act, words that make them act, and blanks. */
const SIGNS = fc
  .array(
    fc.constantFrom(
      ...'\\ ` * _ ~ [ ] ( ) | < > & @ # : . $ = + - ! { } ^ / a b 1 2 é'.split(' '),
      ...' ,  ,[x](y),![x](y),[^1],[ ],https://x.org,www.x.org,a@b.org,&amp;,&#35;,<b>,<!--,# ,1. ,- ,---,===,**,__,~~,```,:tada:,::'.split(
        ',',
      ),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map(parts => parts.join(''));

/** Found at random once. */
const CASES = ['https://x.orgwww.x.org@', 'a@b.orgwww.x.org@\\', '2www.x.org@', '1@---.b\\'];

const shownOf = (text: string) => text.replace(/\s+/gu, ' ').trim();

test.for(
  Object.entries(RENDERERS).flatMap(([name, render]) =>
    PLACES.map(place => [name, place[0], render, place] as const),
  ),
)('%s reads the same words in %s, and no markup', ([, , render, [, write, frame]]) => {
  fc.assert(
    fc.property(fc.oneof(SIGNS, HOSTILE), text => {
      const expected = shownOf(visible(text.replaceAll('\n', ' ')));
      fc.pre(expected !== '');
      const html = render(write(text)).trim();
      const [, words] = frame.exec(html) ?? [];
      expect(words, html).toBeDefined();
      expect(words).not.toMatch(/<[a-z/!]/i);
      expect(shownOf(decodeHTML(words!))).toBe(expected);
    }),
    { examples: CASES.map(text => [text]) },
  );
});

test.for([
  ['The repair is done.', 'The repair is done.'],
  [
    'claim: disputed; contested by A, on content, 2026-03-02',
    'claim: disputed; contested by A, on content, 2026-03-02',
  ],
  ['“to give up” (line 19) -- $5 billion, not $6!', '“to give up” (line 19) -- $5 billion, not $6!'],
  ['at 00:14:02, 3 < 4 & 5 > 2', 'at 00:14:02, 3 < 4 & 5 > 2'],
  ['a_file_name.yaml and _emphasis_', 'a_file_name.yaml and \\_emphasis\\_'],
  ['1. first', '1\\. first'],
  ['in 2016. Then', 'in 2016. Then'],
  ['- item', '\\- item'],
  ['see https://x.org, www.x.org, a@b.org', 'see https&#58;//x.org, www&#46;x.org, a&#64;b.org'],
  ['issue #12, C#, # not', 'issue &#35;12, C#, &#35; not'],
  ['AT&T &amp; co', 'AT&T &#38;amp; co'],
  ['$x$ and :tada:', '$x&#36; and &#58;tada:'],
] as const)('%j is written %j', ([text, written]) => {
  expect(markdownInline(text)).toBe(written);
});

const ESCAPES = /\\[!-/:-@[-`{-~]|&#\d+;/g;

test.for([
  ['show', 'data/yerevan-2016/transcript.yaml', '--format', 'markdown'],
  ['convert', 'data/starter/transcript.yaml', '--to', 'markdown'],
])('fewer than one escape in 50 words: onrecord %s %s', async argv => {
  const { stdout } = await runCli(argv);
  const words = stdout.split(/\s+/).length;
  const escapes = stdout.match(ESCAPES)?.length ?? 0;
  expect(words).toBeGreaterThan(100);
  expect(escapes / words).toBeLessThan(1 / 50);
});
