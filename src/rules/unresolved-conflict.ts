import { conflictsOf } from '../core/model/conflicts.ts';
import { documentsOf } from '../core/model/project.ts';
import { defineRule } from './rule.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'unresolved-conflict',
  severity: 'error',
  topics: ['merges'],
  summary: 'A merge kept both versions of a field, and nobody has chosen yet.',
  why: 'Two people said different things about one passage. Until someone decides, a view or a standing would show one of them as if the other had never been.',
  source: 'git merge conflicts, kept as data.',
  examples: () => [
    {
      title: 'a settled entry',
      files: transcript`
        annotations:
          - {id: a1, target: u1, comment: There was no conflict here.}
        `,
    },
    {
      title: 'a text that two branches corrected differently',
      files: transcript`
        utterances:
          - id: u1
            text: We signed on Monday.
            conflict:
              text: {ours: We signed on Monday., theirs: We signed on Sunday.}
        `,
      findings: ['transcript.yaml:5:5 unresolved conflict in `text`'],
    },
  ],
  check({ project, report }) {
    for (const document of documentsOf(project)) {
      for (const { at, fields } of conflictsOf(document)) {
        report({
          at: { ...at, part: 'key' },
          message: `unresolved conflict in ${fields.map(field => `\`${field}\``).join(', ')}`,
          help: 'keep one version and remove `conflict`, or run `onrecord resolve`',
          data: { fields },
        });
      }
    }
  },
});
