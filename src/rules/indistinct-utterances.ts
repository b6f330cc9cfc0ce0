import { defineRule } from './rule.ts';
import { plainText } from './shared/other-formats.ts';

export default defineRule({
  id: 'indistinct-utterances',
  severity: 'info',
  topics: ['references'],
  summary:
    'In a transcript in another format, utterances repeat among the same neighbours, so that no id tells them apart.',
  why: 'In such a file ids are hashes of what is said. An annotation on one of these utterances could mean any of them; one on a range around it means what it says.',
  source:
    'The format: a counter as an id would move annotations to other words with every line that is put in.',
  examples: () => [
    {
      title: 'the same answer to two questions',
      files: plainText(
        'Ann Baker: Did you sign?',
        'Ben Carter: Yes.',
        'Ann Baker: In ink?',
        'Ben Carter: Yes.',
        'Ann Baker: Good.',
      ),
    },
    {
      title: 'the same answer between the same questions',
      files: plainText(
        'Ann Baker: Did you sign?',
        'Ben Carter: Yes.',
        'Ann Baker: Did you sign?',
        'Ben Carter: Yes.',
        'Ann Baker: Did you sign?',
        'Ben Carter: No.',
      ),
      findings: ['talk.txt:2:13 2 utterances cannot be told apart: the same words among the same neighbours'],
    },
  ],
  check({ project, entries, report }) {
    if (project.transcript.format === undefined) return;
    const alike = entries.utterances.filter(({ value }) => value.id === undefined);
    const [first, ...others] = alike;
    if (first === undefined) return;
    report({
      at: first.at,
      message: `${alike.length} utterances cannot be told apart: the same words among the same neighbours`,
      labels: others.slice(0, MOST_LABELS).map(({ at }) => ({ at, message: 'and here' })),
      help: 'annotate a range around one, from the id before to the id after: --target ID..ID',
      fingerprint: 'utterances cannot be told apart',
      data: { count: alike.length },
    });
  },
});

const MOST_LABELS = 3;
