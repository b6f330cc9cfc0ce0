import type { NearPassage } from '../core/anchor/nearest-passage.ts';
import type { Id } from '../core/model/model.ts';
import type { Entries } from './context/entries.ts';
import { defineRule, within } from './rule.ts';
import { isToldAsChanged } from './shared/changed-passages.ts';
import { idsOf } from './shared/phrasing.ts';
import { type LocatedQuote, quotesAmiss } from './shared/quotes.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'quote-not-found',
  severity: 'error',
  topics: ['anchors'],
  summary: 'The quote of an annotation is not in its target.',
  why: 'The words that were annotated are gone, or were never said. Until someone looks, a stance on them must not be shown as a stance on whatever is there now.',
  source: 'W3C Web Annotation, TextQuoteSelector.',
  examples: () => [
    {
      title: 'a quote with other quotation marks and white space, and one in the second of two targets',
      files: transcript`
        utterances:
          - {id: u1, text: He calls it “a  done deal”.}
          - {id: u2, text: Nobody else was there.}
        annotations:
          - {id: a1, target: u1, quote: '"a done deal"', tag: opinion}
          - {id: a2, target: [u1, u2], quote: Nobody else, tag: unclear}
        `,
      findings: [],
    },
    {
      title: 'a quote of other words, and one with other words before it',
      files: transcript`
        annotations:
          - {id: a1, target: u1, quote: signed on Sunday, tag: unclear}
          - {id: a2, target: u1, quote: signed, before: 'They ', tag: unclear}
        `,
      findings: [
        'transcript.yaml:5:33 the quote is not in `u1`',
        'transcript.yaml:6:33 the quote is in `u1`, but not between these words',
      ],
    },
    {
      title: 'a quote from a claim, which is in our own words',
      files: transcript`
        claims:
          - {id: signed, text: The contract was signed., aspect: content}
        annotations:
          - {id: a1, target: signed, quote: was signed, comment: In ink.}
        `,
      findings: [
        'transcript.yaml:6:37 the target has no words to quote, expected an utterance or a statement',
      ],
    },
  ],
  async check(context) {
    const { anchors, entries, report } = context;
    let sought = 0;
    for (const { annotation, quote } of quotesAmiss(anchors)) {
      if (quote.places.length > 0 || isToldAsChanged(annotation, context)) continue;
      const { speeches, elsewhere } = quote;
      const at = within(annotation.at, 'quote');
      if (speeches.length === 0) {
        report({
          at,
          message: 'the target has no words to quote, expected an utterance or a statement',
          help: 'remove `quote`, or set `target` to where the words are',
        });
      } else if (elsewhere.length > 0) {
        report({
          at,
          message: `the quote is in ${idsOf(elsewhere)}, but not between these words`,
          help: 'correct `before` and `after`: they are the words directly beside the quote',
        });
      } else {
        sought++;
        const near = sought > MAX_SOUGHT ? undefined : await whereabouts(quote, entries);
        report({
          at,
          message: `the quote is not in ${idsOf(speeches.map(entry => ({ entry })))}`,
          help: `${near ?? 'copy the words from the transcript'}; if it was edited since, \`onrecord reanchor\` finds their new place`,
        });
      }
    }
  },
});

/** Quotes whose whereabouts are looked for: it takes time with every word of their targets. */
const MAX_SOUGHT = 100;

/** Where the words stand in place of the target, or which words of the target are nearest. */
async function whereabouts({ quote, speeches }: LocatedQuote, entries: Entries): Promise<string | undefined> {
  const holders = entries.speeches.filter(
    ({ value }) => !speeches.some(speech => speech.value === value) && value.text?.includes(quote),
  );
  const [holder] = holders;
  if (holders.length === 1 && holder?.value.id !== undefined && quote.includes(' '))
    return `it is in \`${holder.value.id}\`: set \`target\` to that`;
  const { nearestPassage } = await import('../core/anchor/nearest-passage.ts');
  let best: { readonly id: Id; readonly near: NearPassage } | undefined;
  for (const { id, value } of speeches) {
    const near = nearestPassage(quote, value.text ?? '');
    if (near !== undefined && near.likeness > (best?.near.likeness ?? 0)) best = { id, near };
  }
  return best && `nearest in \`${best.id}\`: ${JSON.stringify(best.near.text.replace(/\s+/g, ' '))}`;
}
