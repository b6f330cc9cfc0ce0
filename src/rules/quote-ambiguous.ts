import { growContext } from '../core/anchor/grow-context.ts';
import { defineRule, within } from './rule.ts';
import { isToldAsChanged } from './shared/changed-passages.ts';
import { idsOf } from './shared/phrasing.ts';
import { type QuotePlace, quotesAmiss } from './shared/quotes.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'quote-ambiguous',
  severity: 'error',
  topics: ['anchors'],
  summary: 'The quote of an annotation stands in its target more than once.',
  why: 'A reader cannot know which of the places was meant, and a program takes the first, or all. A stance then covers words that it was never about.',
  source:
    'W3C Web Annotation, TextQuoteSelector: a selector that matches several times selects them all; `prefix` and `suffix` tell them apart.',
  examples: () => [
    {
      title: 'a word that stands twice, with the words before it; one of two targets has the very words',
      files: transcript`
        utterances:
          - {id: u1, text: We signed on Monday and signed again.}
          - {id: u2, text: It was “done”.}
          - {id: u3, text: It was "done".}
        annotations:
          - {id: a1, target: u1, quote: signed, before: 'and ', tag: unclear}
          - {id: a2, target: [u2, u3], quote: '"done"', tag: unclear}
        `,
    },
    {
      title: 'a word that stands twice, and one in two utterances',
      files: transcript`
        utterances:
          - {id: u1, text: We signed on Monday and signed again.}
          - {id: u2, text: They came on Monday.}
        annotations:
          - {id: a1, target: u1, quote: signed, tag: unclear}
          - {id: a2, target: [u1, u2], quote: Monday, tag: unclear}
        `,
      findings: [
        'transcript.yaml:6:33 the quote stands 2 times in `u1`, expected once',
        'transcript.yaml:7:39 the quote stands 2 times in `u1`, `u2`, expected once',
      ],
    },
  ],
  check(context) {
    for (const { annotation, quote } of quotesAmiss(context.anchors)) {
      const { places } = quote;
      const [first] = places;
      if (first === undefined || isToldAsChanged(annotation, context)) continue;
      const isInOne = places.every(({ entry }) => entry === first.entry);
      context.report({
        at: within(annotation.at, 'quote'),
        message: `the quote stands ${places.length} times in ${idsOf(places)}, expected once`,
        help: isInOne
          ? `write the words beside it; for the first place, ${contextOf(first)}`
          : 'set `target` to the one that is meant',
        fingerprint: `the quote does not stand once in ${idsOf(places)}`,
        data: { places: places.map(({ entry, range }) => ({ id: entry.id, ...range })) },
      });
    }
  },
});

/** "`before: "and "`", as it would stand in the file. */
function contextOf({ entry, range }: QuotePlace): string {
  const context = Object.entries(growContext(entry.value.text ?? '', range));
  return context.map(([field, words]) => `\`${field}: ${JSON.stringify(words)}\``).join(' and ');
}
