import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { plainText } from '../shared/other-formats.ts';

export default {
  id: 'unknown-label',
  severity: 'info',
  topics: ['attribution'],
  summary: 'A line looks as if it named a speaker, and was not taken for one.',
  why: 'Its words have no speaker: nobody is put on record for the words of another. If it is one, `--speakers` or `speakers` in the configuration says so.',
  source: 'The share of labelled passages in the file; a label is not taken by its looks alone.',
  examples: () => [
    {
      title: 'labels that come again and again',
      files: plainText(
        'Ann Baker: We signed on Monday.',
        '',
        'Ben Carter: Did we?',
        '',
        'Ann Baker: In ink.',
        '',
        'Ben Carter: Good.',
      ),
    },
    {
      title: 'a label that is none of a speaker',
      files: plainText(
        'Ann Baker: We signed on Monday.',
        '',
        'Ben Carter: Did we?',
        '',
        'Ann Baker: In ink.',
        '',
        'Ben Carter: Good.',
        '',
        'Source: minutes of the council.',
        '',
        'Ann Baker: Why?',
        '',
        'Ben Carter: To be sure.',
      ),
      findings: ['talk.txt:9:1 "Source" was not taken for a speaker: its words have none'],
    },
  ],
} satisfies RuleDocs;
