import { pinOf } from '../core/anchor/pin.ts';
import { BODIES } from '../core/model/vocabulary.ts';
import { defineRule, lacking, within } from './rule.ts';
import { insertFieldBefore } from './shared/insert-field.ts';
import { targetsOf } from './shared/quotes.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'pin-missing',
  severity: 'info',
  summary: 'An annotation on an utterance or statement is not pinned to the text it was made on.',
  why: 'Without a pin nobody is told when the words change under an annotation. Pinning is for the moment when somebody has read them.',
  source: 'The format: `pin` is the SHA-256 of the target’s speaker and text.',
  examples: () => [
    {
      title: 'a pinned annotation, one on the transcript as a whole, and a withdrawn one',
      files: transcript`
        annotations:
          - {id: a1, target: u1, pin: sha256-e6720183, comment: By phone.}
          - {id: a2, target: transcript, comment: By phone.}
          - {id: a3, target: u1, comment: By post., withdrawn: 2021-05-03}
        `,
      findings: [],
    },
    {
      title: 'an annotation written by hand',
      files: transcript`
        annotations:
          - id: a1
            target: u1
            comment: By phone.
        `,
      findings: ['transcript.yaml:6:13 the annotation is not pinned to the text it was made on'],
    },
  ],
  check({ entries, report }) {
    for (const { value, document, at } of entries.annotations) {
      if (value.pin !== undefined || value.withdrawn !== undefined) continue;
      const pin = pinOf(targetsOf(value, entries) ?? []);
      const body = BODIES.find(name => value[name] !== undefined);
      if (pin === undefined || body === undefined) continue;
      report({
        at: within(at, 'target'),
        absent: lacking(value, at, ['pin']),
        message: 'the annotation is not pinned to the text it was made on',
        help: 'let `check --fix` pin it, once the text is the one that was meant',
        fix: {
          title: 'pin it to the present text',
          file: document.file,
          edits: [insertFieldBefore(document, at.path, body, 'pin', pin)],
        },
        data: { pin },
      });
    }
  },
});
