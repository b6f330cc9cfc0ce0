import { COUNTING_GROUPS } from '../core/model/vocabulary.ts';
import { defineRule, lacking, within } from './rule.ts';
import { isAbsent, isBare } from './shared/stance.ts';
import { transcript } from './shared/transcript.ts';

/** Groups whose stances move a standing; `asserted` and silence never count and need no support. */

export default defineRule({
  id: 'stance-without-evidence',
  severity: 'error',
  topics: ['stances', 'evidence'],
  summary: 'A stance that affirms or contests cites no source.',
  why: 'Readers must be able to repeat the work: open the document, find the place, read the words. A stance without a source cannot be checked, and raises a standing on nothing but our word.',
  source: 'IFCN code of principles, transparency of sources; Wikidata P1683 (quotation) on references.',
  examples: () => [
    {
      title: 'a source with the place in it; silence needs none',
      files: transcript`
        annotations:
          - {id: a1, target: u1, tag: denied, aspect: content, by: ann, when: 2021-05-03, sources: [{source: gazette, at: page 2}]}
          - {id: a2, target: u1, tag: no-response, aspect: date, by: ann, when: 2021-05-04}
        `,
    },
    {
      title: 'words and a day, and no document',
      files: transcript`
        annotations:
          - {id: a1, target: u1, tag: denied, aspect: content, by: ann, when: 2021-05-03, wording: We never signed.}
        `,
      findings: ['transcript.yaml:6:31 `denied` rests on no source, expected `sources` with the place in it'],
    },
  ],
  check({ stances, environment, report }) {
    for (const { value, at } of stances.all) {
      const group = environment.tags.get(value.tag!)!.group;
      if (!COUNTING_GROUPS.has(group) || !isAbsent(value.sources) || isBare(value)) continue;
      report({
        at: within(at, 'tag'),
        absent: lacking(value, at, ['sources']),
        message: `\`${value.tag}\` rests on no source, expected \`sources\` with the place in it`,
        help: 'add `sources: [{source: ID, at: PLACE, quote: WORDS}]`',
        data: { tag: value.tag },
      });
    }
  },
});
