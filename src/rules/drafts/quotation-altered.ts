import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { draft } from '../shared/draft.ts';

export default {
  id: 'quotation-altered',
  severity: 'error',
  topics: ['quotations'],
  summary: 'The words of a quotation differ from the record.',
  why: "Quotation marks promise the speaker's own words. A changed word may be a slip, a polished phrase, or a turned meaning; a number, name or negation that changed is named in the message.",
  source:
    'KSJ Fact-Checking Project: quotations are checked against the recording; W3C Web Annotation, TextQuoteSelector.',
  examples: () => [
    {
      title: 'the words of the record, with other marks at their end',
      files: draft('“We did not find any lead,” said Karl Lind.'),
    },
    {
      title: 'another number, and a negation that an ellipsis hides',
      files: draft(
        'Osei: “The council pays six million by May.”\n\nLind: “We did … find any lead in the harbour.”',
      ),
      findings: [
        'draft.md:1:25 the record has "five million", the draft "six million"',
        'draft.md:3:7 the draft drops "not"',
      ],
    },
  ],
} satisfies RuleDocs;
