import type { Location, Place } from '../core/model/finding.ts';
import type { Document } from '../core/model/project.ts';
import { defineRule, within } from './rule.ts';
import { captions } from './shared/other-formats.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'no-speaker',
  severity: 'warning',
  topics: ['attribution'],
  summary: 'An utterance does not say who speaks, not even `unknown`.',
  why: 'Speech without a speaker cannot be used: put into the wrong mouth it is a correction at best and a libel at worst. Not knowing is an answer, and it has to be written down.',
  source: 'TEI `@who`; the Berkeley Protocol on attribution of statements.',
  examples: () => [
    {
      title: 'a party, a speaker that nobody knows, one that only a reading names, and a noise',
      files: transcript`
        utterances:
          - {id: u1, speaker: ann, text: We signed on Monday.}
          - {id: u2, speaker: unknown, alternatives: [ann], text: Nobody else was there.}
          - {id: u3, text: By phone.}
          - {id: u4, event: laughter}
        annotations:
          - {id: a1, target: u3, speaker: ann, certainty: low}
        `,
    },
    {
      title: 'one utterance that has lost its speaker',
      files: transcript`
        utterances:
          - {id: u1, speaker: ann, text: We signed on Monday.}
          - {id: u2, text: Nobody else was there.}
        `,
      findings: ['transcript.yaml:5:20 nothing says who speaks here, expected `speaker`'],
    },
    {
      title: 'one utterance of which a comment allows it, beside another one',
      files: transcript`
        utterances:
          # onrecord-disable-next-line no-speaker -- the tape has only one voice
          - {id: u1, text: We signed on Monday.}
          - {id: u2, text: Nobody else was there.}
        `,
      findings: ['transcript.yaml:5:20 nothing says who speaks here, expected `speaker`'],
    },
    {
      title: 'a transcript as a machine writes it: one finding for all of it',
      files: transcript`
        utterances:
          - {id: u1, text: We signed on Monday.}
          - {id: u2, text: Nobody else was there.}
        `,
      findings: ['transcript.yaml:2:1 none of the 2 utterances says who speaks, expected `speaker`'],
    },
    {
      title: 'a transcript in another format, in which nobody can write it',
      files: captions('<v Ann Baker>We signed on Monday.', 'Did you?', 'In ink?'),
      findings: ['talk.vtt:7:1 2 of 3 utterances do not say who speaks'],
    },
  ],
  check({ project, entries, annotationsOn, suppressions, isRefused, report }) {
    const spoken = entries.utterances.filter(({ value }) => value.event === undefined);
    const nameless = spoken.filter(
      ({ value, document, at }) =>
        value.speaker === undefined &&
        !annotationsOn.on(value).some(annotation => annotation.value.speaker !== undefined) &&
        !isRefused(within(at, 'speaker')) &&
        !suppressions.allowsAt('no-speaker', () => placeOfText(document, at)),
    );
    const isOurs = project.transcript.format === undefined;
    const expected = isOurs ? ', expected `speaker`' : '';
    const message = `nothing says who speaks here${expected}`;
    const help = isOurs
      ? 'write `speaker: unknown` where nobody knows, with `alternatives` where it may be one of several'
      : 'if the file names them, say so with --speakers or in the configuration; or annotate who speaks: --target ID --speaker PARTY';
    if (nameless.length > 1 && nameless.length === spoken.length) {
      report({
        at: { file: project.transcript.file, path: ['utterances'], part: 'key' },
        message: `none of the ${spoken.length} utterances says who speaks${expected}`,
        help,
        data: { utterances: spoken.length },
        fingerprint: message,
        instances: spoken.length,
      });
      return;
    }
    const [first, ...others] = nameless;
    if (isOurs || first === undefined || others.length === 0) {
      for (const { at } of nameless) report({ at: within(at, 'text'), message, help });
      return;
    }
    // Nobody can write into such a file what is missing in each place: it is told once.
    report({
      at: within(first.at, 'text'),
      message: `${nameless.length} of ${spoken.length} utterances do not say who speaks`,
      labels: others.slice(0, MOST_LABELS).map(({ at }) => ({ at: within(at, 'text'), message: 'and here' })),
      help,
      data: { utterances: nameless.length },
      fingerprint: message,
      instances: nameless.length,
    });
  },
});

const MOST_LABELS = 3;

function placeOfText({ file, locate }: Document, { path }: Place): Location {
  return { file, span: locate([...path, 'text']) };
}
