import type { RuleDocs } from '../../core/model/rule-docs.ts';

export default {
  id: 'missing-field',
  severity: 'warning',
  topics: ['format'],
  summary: 'An entry in a file of another format lacks a field that it needs.',
  why: 'An entry without its words says nothing; the finding keeps readers from taking the rest for the whole.',
  source: 'The formats of recognisers: a segment has a text.',
  examples: () => [
    {
      title: 'a segment with its words',
      files: {
        'talk.json': '{"segments": [{"start": 0.0, "end": 1.0, "text": "We signed on Monday."}]}\n',
      },
    },
    {
      title: 'a segment without words',
      files: {
        'talk.json':
          '{"segments": [{"start": 0.0, "end": 1.0, "text": "We signed on Monday."}, {"start": 1.0, "end": 2.0}]}\n',
      },
      findings: ['talk.json:1:75 a segment without `text` was left out'],
    },
  ],
} satisfies RuleDocs;
