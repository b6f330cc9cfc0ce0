import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Draft } from '../../../src/core/quotes/draft.ts';
import { findQuotations } from '../../../src/core/quotes/find-quotations.ts';
import { readDocxDraft } from '../../../src/formats/drafts/docx.ts';
import { readDraft } from '../../../src/formats/drafts/index.ts';
import { steepGrowth } from '../../helpers/growth.ts';

async function read(content: string | Uint8Array, file: string): Promise<Draft> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const draft = await readDraft({ bytes, file });
  if ('refused' in draft) throw new Error(draft.refused);
  return draft;
}

/** Each quotation with its line and column. */
async function quotationsIn(content: string | Uint8Array, file: string): Promise<string[]> {
  const draft = await read(content, file);
  return findQuotations(draft, 3).quotations.map(({ text, span }) => {
    const { line, column } = draft.source.position(span.start);
    return `${line}:${column} ${text.replace(/\s+/g, ' ')}`;
  });
}

test.for([
  ['block quotations', '>'.repeat(8000)],
  ['lists in block quotations', '> - '.repeat(1500)],
])('%s in each other, however deep', async ([, opening]) => {
  expect(await quotationsIn(`${opening} He said “we will go home”.`, 'draft.md')).toHaveLength(1);
});

test('Markdown is looked through, and places are those of the file', async () => {
  const text = [
    '# He said “we will go home”',
    '',
    'Then “we *will* [not](https://example.org) go',
    '**home**”, &ldquo;never in my life&rdquo; and "a \\*b\\* c d".',
    '',
    '> Words of a *block* quotation',
    '> over two lines.',
    '>',
    '> — Ada Reader',
    '',
    '| one | two |',
    '|---|---|',
    '| “in a table cell” | <q>between two tags</q> |',
    '',
    '```',
    '“not in a code block”',
    '```',
    '',
    '- item with “words in a list”',
  ].join('\n');
  expect(await quotationsIn(text, 'draft.md')).toEqual([
    '1:11 we will go home',
    '3:6 we will not go home',
    '4:12 never in my life',
    '4:47 a *b* c d',
    '6:3 Words of a block quotation over two lines.',
    '13:3 in a table cell',
    '13:26 between two tags',
    '19:13 words in a list',
  ]);
});

test('HTML in Markdown is read as HTML is, and its block quotations go on over Markdown', async () => {
  const text = [
    '<blockquote>Words of one block</blockquote>',
    '',
    '<blockquote>',
    '',
    'Words of a *second* block',
    '',
    '</blockquote>',
    '',
    'Words of no quotation at all.',
    '',
    '<p>Then “we will go home”<br>and <q>never come back</q></p>',
    '',
    '> - <div>said “we will',
    '>   go home”</div>',
    '',
    '“We will<br>go home” and <!-- a note --> “never come back”',
    '',
    '<!-- a note --> “in a line with a comment”',
  ].join('\n');
  expect(await quotationsIn(text, 'draft.md')).toEqual([
    '1:13 Words of one block',
    '5:1 Words of a second block',
    '11:9 we will go home',
    '11:37 never come back',
    '13:10 said “we will go home”',
    '16:1 We will go home',
    '16:42 never come back',
    '18:17 in a line with a comment',
  ]);
});

test.for([
  ['draft.md', 'run `echo "one two three"`, “do not `rm` that file”'],
  ['page.html', '<p>run <code>echo "one two three"</code>, “do not <code>rm</code> that file”'],
] as const)('%s: marks in code quote nothing, and words in it may be quoted', async ([file, text]) => {
  const quotations = await quotationsIn(text, file);
  expect(quotations.map(each => each.replace(/^\S+ /, ''))).toEqual(['do not rm that file']);
});

test('the mark of a footnote in a page is no word of a quotation', async () => {
  const text =
    '<p>“We will<sup><a href="#n1">1</a></sup> go<a href="#n2"><sup>[2]</sup></a> home with 10<sup>3</sup> ships”</p>';
  expect(await quotationsIn(text, 'page.html')).toEqual(['1:4 We will go home with 103 ships']);
});

test.for([
  ['draft.md', '“we ~~never~~ will <del>not </del>go <s>far</s> home”'],
  ['draft.md', '“we will[^1] go home”\n\n[^1]: https://example.org'],
  ['draft.md', '> we will go home[^1]\n\n[^1]: https://example.org'],
  ['draft.md', '“we will ^[A note in the line.] go home [@osei2020, p. 3]”'],
  ['draft.md', '“we will<sup><a href="#n1">1</a></sup> go <!-- note --> home”'],
  ['draft.md', '“we will ![a picture](a.png) go home”'],
  ['page.html', '<p>“we <del>never</del> will <s>not</s> go home”</p>'],
  ['page.html', '<p>“we will <img src="a.png" alt="x"> go <svg><text>x</text></svg> home”</p>'],
  ['page.html', '<p>“we will <!-- “note --> go home”</p>'],
  ['page.html', '<p>“we <ruby>will<rp>(</rp><rt>x</rt><rp>)</rp></ruby> go home”</p>'],
  ['page.html', '<p>“we <ruby>will<rp>(<rt>x<rp>)</ruby> go <ruby>ho<rt>x<rb>me<rt>y</ruby>”</p>'],
] as const)('%s: %s: what is no word of the draft leaves no trace', async ([file, text]) => {
  const [found] = findQuotations(await read(text, file), 3).quotations;
  expect(found!.text.trim()).toBe('we will go home');
});

test('a formula in a page is seen, so no words around it are quoted as one', async () => {
  expect(await quotationsIn('<p>“we will <math><mn>5</mn></math> go home”</p>', 'page.html')).toEqual([]);
});

test('marks that strike nothing out are words', async () => {
  const text = '“about ~~ five and \\~~six\\~~ metres” and “it was ~5 and ~~~6 metres”';
  const { quotations } = findQuotations(await read(text, 'draft.md'), 3);
  expect(quotations.map(each => each.text)).toEqual([
    'about ~~ five and ~~six~~ metres',
    'it was ~5 and ~~~6 metres',
  ]);
});

test('a comment in one piece of HTML with words is about the words beside it', async () => {
  const { comments } = await read('<p>One two</p>\n<!-- about it -->\n\nThree four.', 'draft.md');
  expect(comments.map(({ text, first, end }) => [text, first, end])).toEqual([[' about it ', 0, 1]]);
});

test.for([
  ['<p>One.</p> <!-- c -->\n<p>Two.</p>', 0],
  ['<p>One.</p><!-- c --></div>\n', 0],
  ['<p>One.</p><!-- c --><p>Two.</p>', 1],
  ['<p>One.</p>\n<!-- c -->\n<p>Two.</p>', 1],
  ['<p>One.</p>\n<!-- c --><p>Two.</p>', 1],
  ['<p>One.</p>\n<p><!-- c -->Two.</p>', 1],
  ['<p>One.</p>\n<p>Two. <!-- c --></p>', 1],
] as const)('%s: which paragraph of a page a comment is about', async ([text, block]) => {
  const { comments } = await read(text, 'page.html');
  expect(comments.map(({ first, end }) => [first, end])).toEqual([[block, block + 1]]);
});

test('a block quotation that says itself who speaks is read by its marks', async () => {
  expect(await quotationsIn('> “We will go home,” she said. “Not before.”', 'draft.md')).toEqual([
    '1:3 We will go home,',
  ]);
});

test('a quotation of several paragraphs opens each of them', async () => {
  const text = 'He said: “We will go home.\n\n“We will not come back,” he said.';
  expect(await quotationsIn(text, 'draft.txt')).toEqual([
    '1:10 We will go home.',
    '3:1 We will not come back,',
  ]);
});

test('front matter and notes are no quotations, and a footnote is no word of one', async () => {
  const text =
    '---\ntitle: "we will not go home"\n---\n\n> [!NOTE]\n> Read this page first.\n\n“we will[^1] go home”';
  expect(await quotationsIn(text, 'draft.md')).toEqual(['8:1 we will go home']);
});

test('text', async () => {
  const text = 'He said “we will\r\ngo home”.\r\n\r\n    Indented: “no code in here”.\r\n';
  expect(await quotationsIn(text, 'draft.txt')).toEqual(['1:9 we will go home', '4:15 no code in here']);
});

test('lines of text that begin as quoted mail does are block quotations', async () => {
  const text =
    'Lind wrote:\n> We will\r\n> go home.\nI asked why.\n\n>> Never come back,\n>> she said.\n> And go.';
  expect(await quotationsIn(text, 'draft.txt')).toEqual([
    '2:3 We will go home.',
    '6:4 Never come back, she said. And go.',
  ]);
});

test('HTML', async () => {
  const text =
    '<title>“not of the text”</title><p>&ldquo;We <b>will</b> go&nbsp;home&rdquo;</p>\n<blockquote>Words of a block<cite>Ada Reader</cite></blockquote><script>"not a script of ours"</script>';
  expect(await quotationsIn(text, 'page.html')).toEqual(['1:36 We will go home', '2:13 Words of a block']);
});

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

test('notes of Word documents stand behind the document', async () => {
  const paragraph = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
  const bytes = zipSync({
    'word/endnotes.xml': strToU8(
      `<w:endnotes ${WORD}><w:endnote>${paragraph('“at the very end”')}</w:endnote></w:endnotes>`,
    ),
    'word/document.xml': strToU8(
      `<w:document ${WORD}><w:body>${paragraph('He said “we will go home”.')}</w:body></w:document>`,
    ),
    'word/footnotes.xml': strToU8(
      `<w:footnotes ${WORD}><w:footnote>${paragraph('And “never come back”.')}</w:footnote></w:footnotes>`,
    ),
  });
  expect(await quotationsIn(bytes, 'draft.docx')).toEqual([
    '1:9 we will go home',
    '2:5 never come back',
    '3:1 at the very end',
  ]);
});

test('an OpenDocument text is refused, not found to have no quotation', async () => {
  const bytes = zipSync({
    'content.xml': strToU8(
      '<office:document-content xmlns:office="o" xmlns:text="t"><office:body><text:p>“we will go home”</text:p></office:body></office:document-content>',
    ),
  });
  expect(await readDraft({ bytes, file: 'draft.odt' })).toMatchObject({
    refused: 'is an OpenDocument text, which is not read as a draft',
  });
});

test('Word documents', async () => {
  const paragraph = (words: string, style = '') =>
    `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${words}</w:t></w:r></w:p>`;
  const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph('He said “we will go home”.')}${paragraph('Words of a block', 'Quote')}</w:body></w:document>`;
  const bytes = zipSync({ 'word/document.xml': strToU8(document) });
  expect(await quotationsIn(bytes, 'draft.docx')).toEqual(['1:9 we will go home', '2:1 Words of a block']);
});

test('Word documents: styles are known by their names, and hidden or struck words are none', async () => {
  const run = (words: string, look = '') =>
    `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
  const body = [
    `<w:p><w:pPr><w:pStyle w:val="a3"/></w:pPr>${run('Words of a block')}</w:p>`,
    `<w:p><w:pPr><w:pStyle w:val="a4"/></w:pPr>${run('Words of another block')}</w:p>`,
    `<w:p><w:pPr><w:pStyle w:val="a5"/></w:pPr>${run('Words of no block')}</w:p>`,
    `<w:p>${run('“we ')}${run('never ', '<w:strike/>')}${run('will ', '<w:strike w:val="0"/>')}${run('not ', '<w:vanish/>')}${run('go home”', '<w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange>')}</w:p>`,
    `<w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val="a3"/></w:pPr></w:pPrChange></w:pPr>${run('Once of a block')}</w:p>`,
  ].join('');
  const style = (id: string, name: string, base = '') =>
    `<w:style w:styleId="${id}"><w:name w:val="${name}"/>${base && `<w:basedOn w:val="${base}"/>`}</w:style>`;
  const bytes = zipSync({
    'word/document.xml': strToU8(`<w:document ${WORD}><w:body>${body}</w:body></w:document>`),
    'word/styles.xml': strToU8(
      `<w:styles ${WORD}>${style('a3', 'Intense Quote')}${style('a4', 'Ours', 'a3')}${style('a5', 'Body', 'a5')}</w:styles>`,
    ),
  });
  expect(await quotationsIn(bytes, 'draft.docx')).toEqual([
    '1:1 Words of a block',
    '2:1 Words of another block',
    '4:1 we will go home',
  ]);
});

test('styles that are based on each other in a long chain take time in proportion to their number', async () => {
  const parts = (count: number) => {
    const styles = Array.from(
      { length: count },
      (_, index) => `<w:style w:styleId="s${index}"><w:basedOn w:val="s${index + 1}"/></w:style>`,
    );
    const paragraph = '<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr><w:r><w:t>we go</w:t></w:r></w:p>';
    return {
      body: `<w:document ${WORD}><w:body>${paragraph.repeat(count)}</w:body></w:document>`,
      styles: `<w:styles ${WORD}>${styles.join('')}</w:styles>`,
    };
  };
  const work = ({ body, styles }: ReturnType<typeof parts>) => readDocxDraft([body], [styles], 'draft.docx');
  expect(await steepGrowth(parts, work, [1000])).toBeUndefined();
});

test('what stands between the marks in the file gives the words of the quotation', async () => {
  const piece = fc.constantFrom(
    'we went ',
    '*so* ',
    '“',
    '”',
    'on\n',
    '&amp; ',
    '\\* ',
    '> ',
    '\n\n',
    '<q>',
    '</q>',
    '[x](y) ',
    '« ',
    ' »',
    '~~',
    '[^1]',
    '<!-- x -->',
    '<s>',
    '</s>',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async pieces => {
      const draft = await read(pieces.join(''), 'draft.md');
      let last = -1;
      for (const { text, span, outer, block } of findQuotations(draft, 1).quotations) {
        expect(span.start).toBeGreaterThanOrEqual(last);
        expect(span.end).toBeGreaterThan(span.start);
        expect(span.end).toBeLessThanOrEqual(draft.source.text.length);
        expect(draft.blocks[block]!.text.slice(outer.start, outer.end)).toContain(text);
        last = span.start;
      }
    }),
  );
});

test('the option for the encoding of a draft is named', async () => {
  const bytes = Uint8Array.from([0xff, 0xfe, 0xe2]);
  expect(await readDraft({ bytes, file: 'draft.md', encodingOption: '--draft-encoding' })).toEqual({
    refused: 'the file is not valid utf-16le',
    help: 'name another with --draft-encoding',
  });
});
