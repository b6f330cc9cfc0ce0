import type { NearPassage } from '../core/anchor/nearest-passage.ts';
import type { Place } from '../core/model/finding.ts';
import { placeOf } from '../core/model/project.ts';
import type { Entries } from './context/entries.ts';
import { defineRule, within, wordsWithin } from './rule.ts';
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
      title: 'a quote that begins in one utterance and ends in the next but one',
      files: transcript`
        utterances:
          - {id: u1, text: We will sign on}
          - {id: u2, text: No.}
          - {id: u3, text: Monday in May.}
        annotations:
          - {id: a1, target: u1..u3, quote: sign on Monday, tag: unclear}
        `,
      findings: ['transcript.yaml:7:37 the quote runs over `u1`, `u3`, and a quote belongs to one utterance'],
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
        const ids = idsOf(speeches.map(entry => ({ entry })));
        const near = sought > MAX_SOUGHT ? undefined : await whereabouts(quote, entries);
        report({
          at,
          message: near?.message ?? `the quote is not in ${ids}`,
          help: near?.help ?? `copy the words from the transcript; ${IF_EDITED}`,
          ...(near?.at && { labels: [{ at: near.at, message: 'here' }] }),
        });
      }
    }
  },
});

/** Quotes whose whereabouts are looked for: it takes time with every word of their targets. */
const MAX_SOUGHT = 100;

const IF_EDITED = 'if it was edited since, `onrecord reanchor` finds their new place';

interface Whereabouts {
  readonly message?: string;
  readonly help: string;
  /** Where the words stand that the help speaks of. */
  readonly at?: Place;
}

/** Where the words stand in place of the target, or over which utterances, or which words of the target are nearest. */
async function whereabouts(located: LocatedQuote, entries: Entries): Promise<Whereabouts | undefined> {
  const { quote, speeches } = located;
  const holders = entries.speeches.filter(
    ({ value }) => !speeches.some(speech => speech.value === value) && value.text?.includes(quote),
  );
  const [holder] = holders;
  if (holders.length === 1 && holder?.value.id !== undefined && quote.includes(' '))
    return {
      help: `it is in \`${holder.value.id}\`: set \`target\` to that; ${IF_EDITED}`,
      at: wordsWithin(holder.at, 'text', holder.value.text ?? '', quote),
    };
  return (await overUtterances(located, entries)) ?? (await nearest(located));
}

async function overUtterances(
  { quote, speeches }: LocatedQuote,
  entries: Entries,
): Promise<Whereabouts | undefined> {
  const utterances = entries.utterances.map(({ value }) => value);
  const { quoteOverUtterances } = await import('../core/anchor/quote-over-utterances.ts');
  for (const speech of speeches.filter(({ kind }) => kind === 'utterance')) {
    const parts = quoteOverUtterances(quote, utterances, Number(speech.path[1]));
    if (parts === undefined) continue;
    const ids = parts.map(({ utterance }) => utterance.id).filter(id => id !== undefined);
    const each = parts.map(
      ({ utterance, text }) =>
        `${JSON.stringify(text)}${utterance.id === undefined ? '' : ` in \`${utterance.id}\``}`,
    );
    return {
      message: `the quote runs over ${idsOf(ids.map(id => ({ entry: { id } })))}, and a quote belongs to one utterance`,
      help: `target ${ids.join(', ')} without a quote, or annotate each part: ${each.join(', ')}`,
    };
  }
  return undefined;
}

async function nearest({ quote, speeches }: LocatedQuote): Promise<Whereabouts | undefined> {
  const { nearestPassage } = await import('../core/anchor/nearest-passage.ts');
  let best: { readonly entry: LocatedQuote['speeches'][number]; readonly near: NearPassage } | undefined;
  for (const entry of speeches) {
    const near = nearestPassage(quote, entry.value.text ?? '');
    if (near !== undefined && near.likeness > (best?.near.likeness ?? 0)) best = { entry, near };
  }
  if (best === undefined) return undefined;
  const { entry, near } = best;
  const words = JSON.stringify(near.text.replace(/\s+/g, ' '));
  return {
    help: `nearest in \`${entry.id}\`: ${words}; ${IF_EDITED}`,
    at: wordsWithin(placeOf(entry), 'text', entry.value.text ?? '', near.text),
  };
}
