/** Pages of a view: nothing that a transcript says becomes markup. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Transcript } from '../../../src/core/model/model.ts';
import { buildView } from '../../../src/core/view/build-view.ts';
import { printHtml } from '../../../src/printers/view/html.ts';
import { printMarkdown } from '../../../src/printers/view/markdown.ts';
import { documentOf, NOTHING } from '../../fixtures/project.ts';
import { plain } from '../../helpers/print-context.ts';

/** A view in which the given words stand wherever words can stand. */
function viewSaying(words: string) {
  const transcript: Transcript = {
    ...NOTHING,
    kind: 'transcript',
    title: words,
    setting: words,
    language: words,
    parties: new Map([['p', { name: words }]]),
    sources: new Map([['s', { title: words, url: words, note: words }]]),
    claims: [{ id: 'c1', text: words, aspect: 'content', target: ['u1'] }],
    utterances: [
      { id: 'u1', speaker: 'p', text: `so ${words} so`, cue: words, at: words },
      { id: 'u2', event: words },
    ],
    annotations: [
      { id: 'a1', target: ['u1'], tag: 'disputed', by: 'p', aspect: 'content', wording: words, note: words },
      { id: 'a2', target: ['c1'], comment: words, creator: { name: words } },
    ],
  };
  return buildView({ transcript: documentOf('t.yaml', transcript), layers: [] }, { asOf: undefined });
}

const HOSTILE =
  '<b> </p> <script>alert(1)</script> & &lt; " \' ` "> <!-- --> javascript:x # - * _ [a](b) ![c](d) | ~~~ ``` @me #1 \u202e \x1b[31m \x9b a'.split(
    ' ',
  );
const words = fc
  .array(fc.constantFrom(...HOSTILE), { minLength: 1, maxLength: 5 })
  .map(list => list.join(' '));

test('the elements of a page do not depend on what is said in it', () => {
  const tagsOf = (page: string) =>
    [...page.replace(/="[^"]*"/g, '=""').matchAll(/<[!/]?[a-z-]+[^<>]*>/g)].map(tag => tag[0]);
  const expected = tagsOf(printHtml(viewSaying('plain'), plain()));
  expect(expected.length).toBeGreaterThan(40);
  fc.assert(
    fc.property(words, text => {
      expect(tagsOf(printHtml(viewSaying(text), plain()))).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

test('the lines of a Markdown page do not depend on what is said in it', () => {
  const shapeOf = (page: string) =>
    page.split('\n').map(line => /^(?:#+ |[->] |\[\^[\w-]+\]: |\*\*|---$|)/.exec(line)![0]);
  const expected = shapeOf(printMarkdown(viewSaying('plain'), plain()));
  expect(expected).toContain('[^a1]: ');
  fc.assert(
    fc.property(words, text => {
      const page = printMarkdown(viewSaying(text), plain());
      expect(shapeOf(page)).toEqual(expected);
      expect(page.replace(/\[\^a\d\]/g, '')).not.toMatch(/<[a-z/!]|(?<!\\)[[\]`|]/i);
    }),
    { numRuns: 60 },
  );
});

test('a page allows its own style and nothing else, and its links stay on it', () => {
  for (const text of ['plain', ...HOSTILE]) {
    const page = printHtml(viewSaying(text), plain(), { styleSheet: 'p { color: red }' });
    expect(page).toMatch(
      /content="default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; base-uri 'none'; form-action 'none'"/,
    );
    expect(page).not.toMatch(/<(?:script|img|link|iframe|object|embed|base)\b/);
    const attributes = [...page.matchAll(/<[a-z][^<>]*>/g)].map(tag => tag[0].replace(/="[^"]*"/g, '='));
    expect(attributes.join('')).not.toMatch(/ (?:style|src|srcset|action|on[a-z]+)=/);
    for (const [, address] of page.matchAll(/ href="([^"]*)"/g)) expect(address).toMatch(/^#/);
  }
});
