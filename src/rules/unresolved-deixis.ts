import { foldedSetOf, foldedWords } from '../core/language/folded-words.ts';
import type { Annotation, Statement, Utterance } from '../core/model/model.ts';
import type { Span } from '../core/model/span.ts';
import type { AnnotationsOn } from './context/annotations-on.ts';
import { defineRule, wordsWithin } from './rule.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'unresolved-deixis',
  severity: 'info',
  topics: ['transcription'],
  looksFor: 'phrases',
  summary: 'A quotation in a report has "we", "you" or "here", and nothing says who or where that is.',
  why: 'Once quoted, such words belong to whoever reads them last. Who "we" are can turn a number into another number, and "I" can be somebody else’s position, put into words by the speaker.',
  source: 'Deixis and reference resolution in annotation schemes; TEI `<rs>` with `@ref`.',
  folded: findings =>
    `${findings.length} utterances have words such as \`here\` or \`we\` that nothing resolves; \`refers-to\` says whom or what they mean`,
  examples: () => [
    {
      title: 'words that a reading resolves, a paraphrase, and a talk that was recorded directly',
      files: transcript`
        utterances:
          - {id: u1, speaker: ann, form: direct, source: gazette, text: We’ve signed on Monday.}
          - {id: u2, speaker: ann, form: indirect, source: gazette, text: She said that we had signed.}
          - {id: u3, speaker: ann, form: direct, text: We signed on Monday.}
        annotations:
          - {id: a1, target: u1, quote: We’ve, refers-to: the town council}
        `,
    },
    {
      title: 'a quotation that leaves two words open',
      files: transcript`
        utterances:
          - {id: u1, speaker: ann, form: direct, source: gazette, text: We’ve signed here.}
        `,
      findings: ['transcript.yaml:5:65 nothing says whom or what `We’ve`, `here` refers to'],
    },
  ],
  check({ entries, annotationsOn, environment, report }) {
    const deixis = foldedSetOf(environment.language.phrases.deixis);
    if (deixis.size === 0) return;
    for (const { value, at } of entries.speeches) {
      if (value.form !== 'direct' || (value.source ?? value.via) === undefined) continue;
      const open = openWords(value, deixis, annotationsOn);
      if (open.length === 0) continue;
      const { text = '' } = value;
      const words = open.map(({ start, end }) => text.slice(start, end));
      const shown = [...new Set(words)].map(word => `\`${word}\``).join(', ');
      report({
        at: wordsWithin(at, 'text', text, open[0]!),
        message: `nothing says whom or what ${shown} refers to`,
        help: 'add annotations with the word as `quote` and `refers-to`; your own words are allowed there',
        data: { words },
      });
    }
  },
});

const isResolved = (annotation: Annotation) => annotation['refers-to'] !== undefined;

function openWords(
  speech: Utterance | Statement,
  deixis: ReadonlySet<string>,
  annotationsOn: AnnotationsOn,
): readonly Span[] {
  return foldedWords(speech.text ?? '')
    .filter(({ word }) => deixis.has(word.split("'")[0]!))
    .filter(range => !annotationsOn.covers(speech, range, isResolved));
}
