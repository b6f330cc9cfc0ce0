import { groupBy } from '../core/maps.ts';
import { compareText } from '../core/model/finding.ts';
import { fileWord } from '../core/model/standard-input.ts';
import { defineRule, within } from './rule.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'pin-to-renew',
  severity: 'info',
  topics: ['anchors'],
  summary:
    'The sentence with the quote of an annotation is as it was pinned; something else in its target changed.',
  why: 'A typo far from the words changes nothing that was said of them, so the annotation still counts. A new pin tells the next change from this one.',
  source:
    'The format: the second part of `pin` is the SHA-256 of the speaker and the sentence with the quote.',
  folded: findings => {
    const pins = findings.reduce((sum, { instances = 1 }) => sum + instances, 0);
    const [first] = findings;
    return findings.length === 1
      ? `renew ${pins} pins: ${first?.help}`
      : `renew ${pins} pins in ${findings.length} files: ${first?.help}, and so on`;
  },
  examples: () => [
    {
      title: 'a pin of the text as it stands',
      files: transcript`
        utterances:
          - {id: u1, text: We signed on Monday. Then we left.}
        annotations:
          - {id: a1, target: u1, quote: on Monday, pin: sha256-dae6a56d.e6720183, comment: By phone.}
        `,
    },
    {
      title: 'the sentence behind was corrected since',
      files: transcript`
        utterances:
          - {id: u1, text: We signed on Monday. Then we left it.}
        annotations:
          - {id: a1, target: u1, quote: on Monday, pin: sha256-dae6a56d.e6720183, comment: By phone.}
          - {id: a2, target: u1, quote: signed, pin: sha256-dae6a56d.e6720183, comment: In ink.}
        `,
      findings: [
        'transcript.yaml:5:49 renew 2 pins: their words are unchanged, something far from them changed',
      ],
    },
  ],
  check({ project, entries, anchors, report }) {
    const toRenew = entries.annotations.filter(({ value }) => anchors.stateOf(value).state === 'to-renew');
    const byFile = groupBy(toRenew, ({ document }) => document.file);
    for (const [, annotations] of [...byFile].sort(([a], [b]) => compareText(a, b))) {
      const count = annotations.length;
      const pins = count === 1 ? 'pin' : 'pins';
      const file = fileWord(project.transcript.file);
      report({
        at: within(annotations[0]!.at, 'pin'),
        message: `renew ${count} ${pins}: their words are unchanged, something far from them changed`,
        help: `onrecord reanchor ${file} ${file}`,
        instances: count,
        fingerprint: 'renew pins: their words are unchanged, something far from them changed',
        data: { annotations: annotations.map(({ value }) => value.id) },
      });
    }
  },
});
