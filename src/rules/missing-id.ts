import type { Id } from '../core/model/model.ts';
import { newId } from '../core/model/new-id.ts';
import { defineRule, lacking } from './rule.ts';
import { insertFirstField } from './shared/insert-field.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'missing-id',
  severity: 'warning',
  topics: ['references'],
  summary: 'An utterance has no id.',
  why: 'Annotations hold on to an utterance by its id. Without one they must be found again by their words after every edit, and whole-utterance annotations cannot be made at all.',
  source: 'TEI `xml:id` on `<u>`; ids are random, because counters collide between branches.',
  examples: () => [
    {
      title: 'an utterance and an event with ids',
      files: transcript`
        utterances:
          - {id: u1, text: We signed on Monday.}
          - {id: e1, event: laughter}
        `,
    },
    {
      title: 'a fresh machine transcript',
      files: transcript`
        utterances:
          - text: We signed on Monday.
            start: 00:00:01.000
          - {text: Nobody else was there.}
        `,
      findings: [
        'transcript.yaml:3:5 the utterance has no `id`',
        'transcript.yaml:5:5 the utterance has no `id`',
      ],
    },
  ],
  check({ project, entries, environment, report }) {
    // Ids of a transcript in another format are made of what is said: see `indistinct-utterances`.
    if (project.transcript.format !== undefined) return;
    const made = new Set<Id>();
    const isTaken = (id: Id) => made.has(id) || entries.index.get(id) !== undefined;
    for (const { value, document, at } of entries.utterances) {
      if (value.id !== undefined) continue;
      const id = newId('u', environment.random, isTaken);
      made.add(id);
      report({
        at,
        absent: lacking(value, at, ['id']),
        message: 'the utterance has no `id`',
        help: 'let `check --fix` write a random one; ids are never renumbered',
        fix: {
          title: 'write a random id',
          done: `wrote id ${id}`,
          file: document.file,
          edits: [insertFirstField(document, at.path, 'id', id)],
        },
      });
    }
  },
});
