import { defineRule, within } from './rule.ts';
import { transcript } from './shared/transcript.ts';

/** Aspects of which a party can accept that something is there without vouching for what is in it. */
const ACKNOWLEDGED_ASPECTS: ReadonlySet<string> = new Set(['publication', 'occurrence']);

export default defineRule({
  id: 'aspect-mismatch',
  severity: 'error',
  topics: ['stances', 'evidence'],
  summary: 'A source bears on one side of the matter, and the stance that cites it is on another.',
  why: 'Scope creeps: a statement about the publication of a recording becomes proof that it is genuine, and then that every word in it is true.',
  source: 'MediaReview and ClaimReview keep artefact and content apart; TEI `@locus`.',
  examples: () => [
    {
      title: 'one aspect, the aspect of the claim, and a source that names none',
      files: transcript`
        claims:
          - {id: c1, text: It was published., aspect: publication, target: transcript}
        annotations:
          - {id: a1, target: c1, tag: acknowledged, by: office, when: 2021, sources: [{source: gazette, aspect: publication}]}
          - {id: a2, target: transcript, tag: disputed, aspect: content, by: office, when: 2021, sources: [gazette]}
        `,
    },
    {
      title: 'words about the publication, cited for the authenticity',
      files: transcript`
        annotations:
          - {id: a1, target: transcript, tag: confirmed, aspect: authenticity, by: office, when: 2021, sources: [{source: gazette, aspect: publication}]}
        `,
      findings: ['transcript.yaml:6:132 `gazette` bears on publication, the stance is on authenticity'],
    },
  ],
  check({ stances, report }) {
    for (const { value, at } of stances.all) {
      if (value.sources === undefined) continue;
      const aspect = stances.aspectOf(value);
      if (aspect === undefined) continue;
      for (const [index, source] of value.sources.entries()) {
        if (source.aspect === undefined || source.aspect === aspect) continue;
        const tag = ACKNOWLEDGED_ASPECTS.has(source.aspect) ? 'acknowledged' : value.tag;
        report({
          at: within(at, 'sources', index, 'aspect'),
          message: `\`${source.source}\` bears on ${source.aspect}, the stance is on ${aspect}`,
          labels: [{ at: within(at, 'tag'), message: `on ${aspect}` }],
          help: `cite a source on ${aspect}, or take this one for a stance \`${tag}\` with \`aspect: ${source.aspect}\``,
          data: { source: source.source, sourceAspect: source.aspect, aspect },
        });
      }
    }
  },
});
