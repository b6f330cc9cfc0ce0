import { isClaim } from '../core/anchor/anchors.ts';
import type { Verdict } from '../core/model/vocabulary.ts';
import { defineRule, within } from './rule.ts';
import { transcript } from './shared/transcript.ts';

/** What each verdict leaves to a person. */
const WAITING: Readonly<Record<Exclude<Verdict, 'exact'>, { message: string; help: string }>> = {
  moved: {
    message: 'its words stand in another place now (`moved`)',
    help: 'read them there, then run `onrecord reanchor` with `--accept` and its id',
  },
  edited: {
    message: 'its words or their speaker changed (`edited`)',
    help: 'if it holds of the new words, run `onrecord reanchor` with `--accept` and its id; else withdraw it',
  },
  ambiguous: {
    message: 'it is not sure which words it is about now (`ambiguous`)',
    help: 'say where: `onrecord annotate --change` with `--target` and `--quote`; or withdraw it',
  },
  orphaned: {
    message: 'the words that it was about are gone (`orphaned`)',
    help: 'withdraw it, or say what it is about now: `onrecord annotate --change` with `--target` and `--quote`',
  },
};

export default defineRule({
  id: 'unresolved-anchor',
  severity: 'error',
  summary:
    'The transcript changed under an annotation or claim, and nobody has settled yet what becomes of it.',
  why: '`reanchor` keeps what it cannot place, or may not, and marks it with a verdict. Until somebody has looked, a stance must not be shown as one on the words that stand there now.',
  source: 'The format: `verdict` is left by `reanchor` on an annotation that waits for a person.',
  examples: () => [
    {
      title:
        'an annotation that was placed, one withdrawn since its words are gone, and one that another replaced',
      files: transcript`
        annotations:
          - {id: a1, target: u1, quote: on Monday, comment: By phone.}
          - {id: a2, target: u1, quote: on Monday, comment: By post., verdict: orphaned, withdrawn: 2021-05-03}
          - {id: a3, target: u1, quote: on Sunday, comment: By hand., verdict: orphaned}
          - {id: a4, target: u1, quote: on Monday, comment: By hand., supersedes: a3}
        `,
      findings: [],
    },
    {
      title: 'words that changed, and words that may be in several places',
      files: transcript`
        annotations:
          - {id: a1, target: u1, comment: By phone., verdict: edited}
          - {id: a2, target: u1, comment: By post., verdict: ambiguous}
        `,
      findings: [
        'transcript.yaml:5:55 nobody has settled what becomes of this annotation: its words or their speaker changed (`edited`)',
        'transcript.yaml:6:54 nobody has settled what becomes of this annotation: it is not sure which words it is about now (`ambiguous`)',
      ],
    },
  ],
  check({ anchors, report }) {
    for (const { value, at } of anchors.all) {
      const { verdict } = value;
      if (verdict === undefined || verdict === 'exact' || anchors.isEnded(value)) continue;
      const { message, help } = WAITING[verdict];
      report({
        at: within(at, 'verdict'),
        message: `nobody has settled what becomes of this ${isClaim(value) ? 'claim' : 'annotation'}: ${message}`,
        help,
        data: { verdict },
      });
    }
  },
});
