import type { Requirement } from '../core/model/config.ts';
import { type Entry, type EntryValue, placeOf } from '../core/model/project.ts';
import { defineRule } from './rule.ts';
import { declarationOf } from './shared/declaration.ts';
import { withArticle } from './shared/phrasing.ts';
import { isAbsent } from './shared/stance.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'required-field',
  severity: 'error',
  topics: ['configuration'],
  summary: 'An entry lacks a field that the project asks for.',
  why: 'Newsrooms and archives have rules of their own: every source graded, every confirmation with its words. Written down once, they hold for everybody and every day.',
  source: 'The project’s `require` in `.onrecord.yaml`.',
  examples: () => [
    {
      title: 'another tag, and an entry that has it all',
      require: [{ entry: 'annotation', tag: ['confirmed'], fields: ['wording', 'sources'] }],
      files: transcript`
        annotations:
          - {id: a1, target: u1, tag: asserted}
          - {id: a2, target: u1, tag: confirmed, wording: We did., sources: [gazette]}
        `,
    },
    {
      title: 'a confirmation without its words, and a source without a grade',
      require: [
        { entry: 'annotation', tag: ['confirmed'], fields: ['wording', 'sources'] },
        { entry: 'source', fields: ['grade'], why: 'the desk decides by grade' },
      ],
      files: transcript`
        annotations:
          - {id: a1, target: u1, tag: confirmed, sources: [gazette]}
        `,
      findings: [
        'transcript.yaml:2:11 the project asks for `grade` on a source: the desk decides by grade',
        'transcript.yaml:6:31 the project asks for `wording` on a `confirmed`',
      ],
    },
  ],
  check({ entries, environment, report }) {
    if (environment.requirements.length === 0) return;
    for (const entry of entries.all) {
      for (const requirement of environment.requirements) {
        const missing = missingIn(entry, requirement);
        if (missing.length === 0) continue;
        const { tag } = entry.value as { readonly tag?: string };
        const on =
          requirement.tag === undefined || tag === undefined ? withArticle(entry.kind) : `a \`${tag}\``;
        const fields = missing.map(field => `\`${field}\``).join(', ');
        report({
          at: declarationOf(entry, requirement.tag === undefined ? 'id' : 'tag'),
          absent: missing.map(field => placeOf(entry, field)),
          message: `the project asks for ${fields} on ${on}${requirement.why === undefined ? '' : `: ${requirement.why}`}`,
          data: { fields: missing, kind: entry.kind },
        });
      }
    }
  },
});

function missingIn(entry: Entry, { entry: kind, tag, fields }: Requirement): readonly string[] {
  if (entry.kind !== kind) return [];
  const value = entry.value as EntryValue & Readonly<Record<string, unknown>>;
  if (tag !== undefined && !tag.includes(value['tag'] as string)) return [];
  return fields.filter(field => isAbsent(value[field]));
}
