import { isSpeech, pinMatches } from '../core/anchor/pin.ts';
import { defineRule, within } from './rule.ts';
import { idsOf } from './shared/phrasing.ts';
import { targetsOf } from './shared/quotes.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'pin-out-of-date',
  severity: 'error',
  summary: 'The speaker or text of a target changed since it was annotated.',
  why: 'A confirmation is of certain words. When a number, a name or a "not" in them changes, it must be read again before it is shown as a confirmation of the new words.',
  source:
    'The format: `pin` is the SHA-256 of the target’s speaker and text; compare the state selectors of W3C Web Annotation.',
  examples: () => [
    {
      title: 'the text that was annotated',
      files: transcript`
        annotations:
          - {id: a1, target: u1, pin: sha256-e6720183, comment: By phone.}
        `,
      findings: [],
    },
    {
      title: 'words far from the quote changed: its own sentence is the one that was pinned',
      files: transcript`
        utterances:
          - {id: u1, text: We signed on Monday. Then we left it.}
        annotations:
          - {id: a1, target: u1, quote: on Monday, pin: sha256-dae6a56d.e6720183, comment: By phone.}
        `,
      findings: [],
    },
    {
      title: 'one word is another now',
      files: transcript`
        utterances:
          - {id: u1, text: We signed on Sunday.}
        annotations:
          - {id: a1, target: u1, pin: sha256-e6720183, comment: By phone.}
        `,
      findings: ['transcript.yaml:5:31 `u1` changed since this was annotated'],
    },
  ],
  check({ entries, anchors, report }) {
    for (const { value, at } of anchors.all) {
      const targets = targetsOf(value, entries);
      if (value.pin === undefined || targets === undefined || anchors.isEnded(value)) continue;
      const speeches = targets.filter(isSpeech);
      if (speeches.length === 0) {
        report({
          at: within(at, 'pin'),
          message: 'the target has no words to pin, expected an utterance or a statement',
          help: 'remove `pin`',
        });
        continue;
      }
      if (pinMatches(value.pin, targets) || anchors.stateOf(value).state === 'to-renew') continue;
      report({
        at: within(at, 'pin'),
        message: `${idsOf(speeches.map(entry => ({ entry })))} changed since this was annotated`,
        help: 'compare with the earlier transcript; `onrecord reanchor` shows what changed and writes a new pin',
      });
    }
  },
});
