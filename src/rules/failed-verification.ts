import type { Annotation, Id } from '../core/model/model.ts';
import type { SourceCopies } from '../core/model/source-copy.ts';
import type { Entries } from './context/entries.ts';
import { defineRule, within } from './rule.ts';
import { SearchedText } from './shared/find-words.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'failed-verification',
  severity: 'error',
  topics: ['evidence'],
  summary: 'Words that are quoted from a source are not in it.',
  why: 'A quotation that cannot be found was mistyped, smoothed, translated or made up. All four look the same to a reader, and only the source tells.',
  source:
    'Wikipedia, "Template:Failed verification": the source was checked and did not contain the cited material.',
  examples: () => [
    {
      title: 'other quotation marks and line breaks, something left out, and a source without a copy',
      files: {
        ...transcript`
          sources:
            gazette: {title: Gazette, file: gazette.txt}
            herald: {title: Herald}
          utterances:
            - {id: u1, speaker: ann, source: gazette, text: She calls it “a done deal”.}
          annotations:
            - {id: a1, target: u1, comment: So it says., sources: [{source: gazette, quote: 'She [...] deal'}]}
            - {id: a2, target: u1, comment: So it says., sources: [{source: herald, quote: Whatever.}]}
            - {id: a3, target: u1, comment: So it says., sources: [{source: u1, quote: '"a done deal"'}]}
          `,
        'gazette.txt': 'She calls it "a done\ndeal".\n',
      },
    },
    {
      title: 'words that the copy has otherwise, and words that no utterance has',
      files: {
        ...transcript`
          sources:
            gazette: {title: Gazette, file: gazette.txt}
          utterances:
            - {id: u1, speaker: ann, source: gazette, text: She calls it a great deal.}
          annotations:
            - {id: a1, target: u1, comment: So it says., sources: [{source: gazette, quote: a great deal}]}
            - {id: a2, target: u1, comment: So it says., sources: [{source: u1, quote: a done deal}]}
            - {id: a3, target: u1, tag: denied, aspect: content, by: ann, when: 2021, wording: no deal, sources: [gazette]}
          `,
        'gazette.txt': 'She calls it "a done deal".\n',
      },
      findings: [
        'transcript.yaml:6:51 these words are not in the copy of `gazette`',
        'transcript.yaml:8:83 these words are not in the copy of `gazette`',
        'transcript.yaml:9:78 these words are not in `u1`',
        'transcript.yaml:10:86 these words are not in the copy of `gazette`',
      ],
    },
  ],
  check({ entries, environment, report }) {
    const cited = new CitedTexts(entries, environment.copies);
    const refuse = (at: Parameters<typeof report>[0]['at'], ids: readonly Id[]) =>
      report({
        at,
        message: `these words are not in ${ids.map(id => (cited.isCopy(id) ? `the copy of \`${id}\`` : `\`${id}\``)).join(' or ')}`,
        help: 'copy the words from the source; mark what is left out with [...], and a paraphrase with `paraphrase: true`',
        data: { sources: ids },
      });
    for (const { value, at } of entries.speeches) {
      const { source, text, paraphrase } = value;
      if (source === undefined || text === undefined || paraphrase === true || !cited.isCopy(source))
        continue;
      if (cited.lacks(source, text)) refuse(within(at, 'text'), [source]);
    }
    for (const { value, at } of entries.annotations) {
      const { sources = [] } = value;
      for (const [index, { source, quote }] of sources.entries()) {
        if (quote !== undefined && cited.lacks(source, quote))
          refuse(within(at, 'sources', index, 'quote'), [source]);
      }
      if (lacksWording(value, cited))
        refuse(
          within(at, 'wording'),
          sources.map(({ source }) => source),
        );
    }
  },
});

/** Whether none of the sources of an act has its wording; as long as one cannot be read, it may be that one. */
function lacksWording({ wording, sources = [] }: Annotation, cited: CitedTexts): boolean {
  return (
    wording !== undefined && sources.length > 0 && sources.every(({ source }) => cited.lacks(source, wording))
  );
}

/** Texts of sources, utterances and statements. */
class CitedTexts {
  readonly #entries: Entries;
  readonly #copies: SourceCopies;
  readonly #known = new Map<Id, SearchedText | undefined>();

  constructor(entries: Entries, copies: SourceCopies) {
    this.#entries = entries;
    this.#copies = copies;
  }

  /** Whether an id names a source with a copy that is text. */
  isCopy(id: Id): boolean {
    const source = this.#entries.index.of('source', id)?.value;
    return source !== undefined && this.#copies.get(source)?.text !== undefined;
  }

  /** Whether the text behind an id is known and does not have the words. */
  lacks(id: Id, words: string): boolean {
    if (!this.#known.has(id)) this.#known.set(id, this.#textOf(id));
    return this.#known.get(id)?.has(words) === false;
  }

  #textOf(id: Id): SearchedText | undefined {
    const { index } = this.#entries;
    const source = index.of('source', id)?.value;
    const speech = index.of('statement', id)?.value ?? index.of('utterance', id)?.value;
    const text = source === undefined ? speech?.text : this.#copies.get(source)?.text;
    return text === undefined ? undefined : new SearchedText(text);
  }
}
