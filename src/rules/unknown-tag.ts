import { closest } from '../core/text/closest.ts';
import { defineRule, within } from './rule.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'unknown-tag',
  severity: 'error',
  topics: ['annotations'],
  summary: 'A tag is neither one of the format nor one of the project.',
  why: 'A misspelt stance counts for nothing, and nothing says so: a dispute disappears from the standing.',
  source: 'Closed value lists of annotation schemes (TEI `valList type="closed"`).',
  examples: () => [
    {
      title: 'tags of the format',
      files: transcript`
        annotations:
          - {id: a1, target: u1, tag: sic}
        `,
    },
    {
      title: 'a slip of the finger',
      files: transcript`
        annotations:
          - {id: a1, target: u1, tag: dispued}
        `,
      findings: ['transcript.yaml:5:31 unknown tag `dispued`'],
    },
  ],
  check({ entries, environment, report }) {
    for (const { value, at } of entries.annotations) {
      if (value.tag === undefined || environment.tags.has(value.tag)) continue;
      const meant = closest(value.tag, [...environment.tags.keys()]);
      report({
        at: within(at, 'tag'),
        message: `unknown tag \`${value.tag}\``,
        help:
          meant === undefined
            ? 'declare the project’s own tags under `tags` in `.onrecord.yaml`'
            : `did you mean \`${meant}\`?`,
        data: { tag: value.tag, ...(meant === undefined ? {} : { meant }) },
      });
    }
  },
});
