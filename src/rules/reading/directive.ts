import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { dedent } from '../shared/dedent.ts';

export default {
  id: 'directive',
  severity: 'error',
  topics: ['format'],
  summary: 'A YAML directive (`%YAML`, `%TAG`).',
  why: 'A directive changes how everything below it is read. What reviewers see would no longer be what programs read.',
  source: 'YAML 1.2, section 6.8.',
  examples: () => [
    {
      title: 'a document start needs no directive',
      files: {
        'transcript.yaml': dedent`
          ---
          onrecord: 1
          utterances:
            - {id: u1, text: We signed on Monday.}
          `,
      },
    },
    {
      title: 'a directive of another version',
      files: {
        'transcript.yaml': dedent`
          %YAML 1.1
          ---
          onrecord: 1
          utterances:
            - {id: u1, text: We signed on Monday.}
          `,
      },
      findings: ['transcript.yaml:1:1 a directive is not accepted'],
    },
  ],
} satisfies RuleDocs;
