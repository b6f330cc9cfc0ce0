import type { Entry } from '../core/model/project.ts';
import { sameValue } from '../core/model/same-value.ts';
import { RESERVED_IDS } from '../core/model/vocabulary.ts';
import { defineRule } from './rule.ts';
import { declarationOf } from './shared/declaration.ts';
import { dedent } from './shared/dedent.ts';
import { withArticle } from './shared/phrasing.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'duplicate-id',
  severity: 'error',
  topics: ['references'],
  summary: 'An id is declared twice in a transcript and its layers, or is a reserved word.',
  why: 'A stance, a source or a merge finds its subject by id. If two entries have the same id, a confirmation can land on words it never confirmed.',
  source: 'XML ID uniqueness, as TEI `xml:id` has it; one space of ids over all kinds of entry.',
  examples: () => [
    {
      title: 'every entry has an id of its own',
      files: transcript`
        utterances:
          - {id: u1, speaker: ann, text: We signed on Monday.}
          - {id: u2, speaker: ann, text: We signed on Monday.}
        `,
    },
    {
      title: 'an annotation takes the id of an utterance',
      files: {
        ...transcript`
          utterances:
            - {id: u1, text: We signed on Monday.}
          `,
        'layer.yaml': dedent`
          onrecord: 1
          transcript: transcript.yaml
          annotations:
            - {id: u1, target: transcript, comment: Recorded by phone.}
          `,
      },
      findings: ['layer.yaml:4:10 `u1` is already the id of an utterance'],
    },
    {
      title: 'a reserved word as an id',
      files: transcript`
        parties:
          unknown: {name: A caller}
        utterances:
          - {id: u1, speaker: unknown, text: We signed on Monday.}
        `,
      findings: ['transcript.yaml:3:3 `unknown` is a reserved word and cannot be an id'],
    },
  ],
  check({ entries, report }) {
    // The fast path of nearly every project: each id is declared once, and none is reserved.
    if (entries.index.size === entries.all.length && ![...RESERVED_IDS].some(id => entries.index.get(id)))
      return;
    for (const entry of entries.all) {
      const { id } = entry;
      if (RESERVED_IDS.has(id)) {
        report({
          at: declarationOf(entry),
          message: `\`${id}\` is a reserved word and cannot be an id`,
          help: 'choose another id, and use it wherever this entry is meant',
          data: { id, kind: entry.kind },
        });
        continue;
      }
      const earlier = entries.index.get(id);
      if (earlier === undefined || earlier === entry || repeats(entry, earlier)) continue;
      report({
        at: declarationOf(entry),
        message: `\`${id}\` is already the id of ${withArticle(earlier.kind)}`,
        labels: [{ at: declarationOf(earlier), message: 'first declared here' }],
        help: 'give one of the two another id; ids are unique in a transcript and all its layers',
        data: { id, kind: entry.kind, firstKind: earlier.kind },
      });
    }
  },
});

/** A layer may say again what a transcript says of a party; one in another format it may give a name. */
function repeats({ kind, value, document }: Entry, earlier: Entry): boolean {
  if (kind !== 'party' || earlier.kind !== 'party' || document.value.kind !== 'layer') return false;
  if (earlier.document.value.kind !== 'transcript') return false;
  if (earlier.document.format !== undefined) return true;
  const known = new Map<string, unknown>(Object.entries(earlier.value));
  return Object.entries(value).every(([name, said]) => sameValue(said, known.get(name)));
}
