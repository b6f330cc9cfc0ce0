import { type Anchored, isClaim } from '../core/anchor/anchors.ts';
import { pinOf } from '../core/anchor/pin.ts';
import { BODIES } from '../core/model/vocabulary.ts';
import { defineRule, lacking, within } from './rule.ts';
import { insertFieldBefore } from './shared/insert-field.ts';
import { targetsOf } from './shared/quotes.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'pin-missing',
  severity: 'info',
  topics: ['anchors'],
  summary: 'An annotation or claim on an utterance or statement is not pinned to the text it was made on.',
  why: 'Without a pin nobody is told when the words change under an annotation. Pin an annotation once somebody has read them.',
  source:
    'The format: `pin` is the SHA-256 of the target’s speaker and text, and of the sentence with the quote.',
  folded: findings =>
    `${findings.length} annotations are not pinned to their words; \`check --fix\` pins them`,
  examples: () => [
    {
      title:
        'a pinned annotation, one on the transcript as a whole, a withdrawn one, and a claim without a passage',
      files: transcript`
        annotations:
          - {id: a1, target: u1, pin: sha256-e6720183, comment: By phone.}
          - {id: a2, target: transcript, comment: By phone.}
          - {id: a3, target: u1, comment: By post., withdrawn: 2021-05-03}
        claims:
          - {id: general, text: They signed a contract., aspect: content}
        `,
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
    {
      title: 'a claim written by hand',
      files: transcript`
        claims:
          - {id: signed, text: They signed on a Monday., aspect: content, target: u1}
        `,
      findings: ['transcript.yaml:5:75 the claim is not pinned to the text it was made on'],
    },
    {
      title: 'one that waits for a person: pinned now, it would count for words that nobody has read',
      files: transcript`
        utterances:
          - {id: u1, text: We signed on Sunday.}
        annotations:
          - {id: a1, target: u1, comment: By phone., verdict: edited}
        `,
    },
  ],
  check({ entries, anchors, report }) {
    for (const { value, document, at } of anchors.all) {
      if (anchors.stateOf(value).state !== 'unpinned') continue;
      const pin = pinOf(targetsOf(value, entries) ?? [], isClaim(value) ? {} : value);
      const next = fieldBehindPin(value);
      if (pin === undefined || next === undefined) continue;
      report({
        at: within(at, 'target'),
        absent: lacking(value, at, ['pin']),
        message: `the ${isClaim(value) ? 'claim' : 'annotation'} is not pinned to the text it was made on`,
        help: 'let `check --fix` pin it, once the text is the one that was meant',
        fix: {
          title: 'pin it to the present text',
          done: `pinned ${value.id}`,
          file: document.file,
          edits: [insertFieldBefore(document, at.path, next, 'pin', pin)],
        },
        data: { pin },
      });
    }
  },
});

/** The field before which a pin is written: an annotation's body; a claim may have nothing behind its target. */
function fieldBehindPin(entry: Anchored): string | undefined {
  if (!isClaim(entry)) return BODIES.find(name => entry[name] !== undefined);
  return (['checked', 'checkable', 'note', 'target'] as const).find(name => entry[name] !== undefined);
}
