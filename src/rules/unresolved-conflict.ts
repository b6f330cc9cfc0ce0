import type { Place } from '../core/model/finding.ts';
import { documentsOf } from '../core/model/project.ts';
import { defineRule, within } from './rule.ts';
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
      findings: [],
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
    for (const { file, value, source } of documentsOf(project)) {
      // Looking through every entry takes as long as reading them.
      if (!source.text.includes(PART_OF_CONFLICT)) continue;
      for (const { at, fields } of conflictsIn(value, { file, path: [] })) {
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

/** Part of the word `conflict`: a short string with a rare first letter is found several times as fast. */
const PART_OF_CONFLICT = 'flict';

interface FoundConflict {
  readonly at: Place;
  readonly fields: readonly string[];
}

/** Conflicts at any depth, except inside `x-` keys, whose content is not ours. */
function* conflictsIn(node: object, at: Place): Generator<FoundConflict> {
  for (const [key, child] of childrenOf(node)) {
    if (typeof child !== 'object' || child === null) continue;
    if (key === 'extensions' || String(key).startsWith('x-')) continue;
    const place = within(at, key);
    if (key === 'conflict') yield { at: place, fields: Object.keys(child) };
    else yield* conflictsIn(child, place);
  }
}

function childrenOf(value: object): Iterable<[string | number, unknown]> {
  if (Array.isArray(value) || value instanceof Map) return value.entries();
  return Object.entries(value);
}
