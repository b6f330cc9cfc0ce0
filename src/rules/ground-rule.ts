import { defineRule, within } from './rule.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'ground-rule',
  severity: 'error',
  topics: ['attribution'],
  summary: 'The transcript holds what its ground rule keeps from print: the words, or who said them.',
  why: 'A promise to a source is worth more than a quotation. What is in a shared file under the speaker’s name is one push away from being public.',
  source: 'Associated Press definitions of on the record, background, deep background and off the record.',
  options: {
    private: {
      default: false,
      meaning: 'The files are published nowhere: off the record and deep background may stand in them.',
    },
  },
  examples: () => [
    {
      title:
        'deep background without names, and a leaked closed meeting, which nobody promised anything about',
      files: transcript`
        ground-rule: deep-background
        utterances:
          - {id: u1, speaker: unknown, text: We signed on Monday.}
        `,
    },
    {
      title: 'a name under deep background',
      files: transcript`
        ground-rule: deep-background
        utterances:
          - {id: u1, speaker: ann, text: We signed on Monday.}
        `,
      findings: [
        'transcript.yaml:5:23 `deep-background`: the words may be used, but not under the name of `ann`',
      ],
    },
    {
      title: 'words off the record',
      files: transcript`
        ground-rule: [closed-meeting, off-record]
        utterances:
          - {id: u1, text: We signed on Monday.}
        `,
      findings: ['transcript.yaml:2:31 `off-record`: these words are not for publication'],
    },
    {
      title: 'two rules that cannot hold at once',
      files: transcript`
        ground-rule: [on-record, background]
        `,
      findings: ['transcript.yaml:2:26 `background` and `on-record` cannot both hold'],
    },
  ],
  check({ project, entries, options, report }) {
    const { file, value } = project.transcript;
    const rules = value['ground-rule'] ?? [];
    const at = (rule: string) => ({ file, path: ['ground-rule', rules.indexOf(rule)] });
    const limited = rules.find(rule => LIMITED.has(rule));
    if (limited !== undefined && rules.includes('on-record'))
      report({
        at: at(limited),
        message: `\`${limited}\` and \`on-record\` cannot both hold`,
        data: { rules },
      });
    if (options.private) return;
    if (rules.includes('off-record') && value.utterances.length > 0) {
      report({
        at: at('off-record'),
        message: '`off-record`: these words are not for publication',
        help: 'do not share the file, or set the option `private` of this rule',
        data: { rule: 'off-record' },
      });
    }
    if (!rules.includes('deep-background')) return;
    const named = entries.utterances.find(
      ({ value: { speaker } }) =>
        speaker !== undefined && entries.parties.get(speaker)?.value.name !== undefined,
    );
    if (named === undefined) return;
    report({
      at: within(named.at, 'speaker'),
      message: `\`deep-background\`: the words may be used, but not under the name of \`${named.value.speaker}\``,
      help: 'write `speaker: unknown`, or set the option `private` of this rule',
      data: { rule: 'deep-background', party: named.value.speaker },
    });
  },
});

/** Ground rules that restrict publication. */
const LIMITED: ReadonlySet<string> = new Set(['background', 'deep-background', 'off-record']);
