import type { Report } from './rule.ts';
import { defineRule, within } from './rule.ts';
import { transcript } from './shared/transcript.ts';

/** Words in double quotation marks of any shape; single ones are taken for apostrophes. */
const QUOTED = /[“„«"][^”“»"„«]+[”“»"]/;

export default defineRule({
  id: 'form-mismatch',
  severity: 'error',
  topics: ['attribution'],
  summary: 'The form of a speech does not go with its quotation marks.',
  why: 'A paraphrase that passes for a quotation puts words into a mouth, and is hard to take back. Quotation marks are the one sign by which a reader tells them apart.',
  source: 'Direct, indirect and mixed speech as in PARC 3.0; Semino and Short on narrated speech acts.',
  examples: () => [
    {
      title: 'quoted words in mixed speech, none in the others, and an apostrophe',
      files: transcript`
        utterances:
          - {id: u1, form: mixed, text: He said that it was “a done deal”.}
          - {id: u2, form: indirect, text: He said that it wasn’t signed.}
          - {id: u3, form: direct, text: He calls it “a done deal”. It isn’t.}
        `,
    },
    {
      title: 'quoted words in indirect speech, none in mixed, and a paraphrase as direct speech',
      files: transcript`
        utterances:
          - {id: u1, form: indirect, text: He said that it was “a done deal”.}
          - {id: u2, form: mixed, text: He said that it was signed.}
          - {id: u3, form: direct, paraphrase: true, text: We signed.}
        `,
      findings: [
        'transcript.yaml:3:20 the form is `indirect`, but words are quoted',
        'transcript.yaml:4:20 the form is `mixed`, but no words are quoted',
        'transcript.yaml:5:20 the form is `direct`, but the text is a paraphrase',
      ],
    },
  ],
  check({ entries, report }) {
    for (const { value, at } of entries.speeches) {
      const problem = problemOf(value);
      if (problem !== undefined) report({ at: within(at, 'form'), ...problem, data: { form: value.form } });
    }
  },
});

interface Speech {
  readonly form?: string;
  readonly text?: string;
  readonly paraphrase?: boolean;
}

function problemOf({ form, text = '', paraphrase = false }: Speech): Omit<Report, 'at'> | undefined {
  switch (form) {
    case 'direct':
      return paraphrase
        ? {
            message: 'the form is `direct`, but the text is a paraphrase',
            help: 'write `form: indirect`, or give the words as they were reported',
          }
        : undefined;
    case 'mixed':
      return paraphrase || QUOTED.test(text)
        ? undefined
        : {
            message: 'the form is `mixed`, but no words are quoted',
            help: 'write `form: indirect`, or keep the quotation marks of the report',
          };
    case 'indirect':
    case 'narrated':
      return QUOTED.test(text)
        ? { message: `the form is \`${form}\`, but words are quoted`, help: 'write `form: mixed`' }
        : undefined;
    default:
      return undefined;
  }
}
