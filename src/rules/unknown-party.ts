import { defineRule } from './rule.ts';
import { dedent } from './shared/dedent.ts';
import { problemOf } from './shared/reference-problems.ts';
import { visitPartyReferences } from './shared/references.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'unknown-party',
  severity: 'error',
  topics: ['references', 'attribution'],
  summary: 'A speaker, addressee, actor or witness is not a declared party.',
  why: 'A slip in a name makes a second person: half of what somebody said is then credited to no one, and a stance is taken by a phantom.',
  source: 'TEI `listPerson` and `@who`; PROV agents.',
  examples: () => [
    {
      title: 'declared parties, a source as the channel, and a speaker nobody knows',
      files: transcript`
        parties:
          ann: {name: Ann Baker}
          office: {name: Office of the mayor, on-behalf-of: ann}
        utterances:
          - {id: u1, speaker: unknown, alternatives: [ann, office], text: We signed., via: [gazette]}
        `,
    },
    {
      title: 'a misspelt speaker, and a source that speaks',
      files: transcript`
        parties:
          baker: {name: Ann Baker}
        utterances:
          - {id: u1, speaker: bakre, text: We signed on Monday.}
          - {id: u2, speaker: gazette, text: They signed on Monday.}
        `,
      findings: [
        'transcript.yaml:6:23 `bakre` is not declared, expected a party',
        'transcript.yaml:7:23 `gazette` is a source, expected a party',
      ],
    },
    {
      title: 'a stance by someone the project does not know',
      files: {
        ...transcript`
          utterances:
            - {id: u1, text: We signed on Monday.}
          `,
        'layer.yaml': dedent`
          onrecord: 1
          transcript: transcript.yaml
          annotations:
            - {id: a1, target: u1, voice: {of: carter}}
          `,
      },
      findings: ['layer.yaml:4:38 `carter` is not declared, expected a party'],
    },
  ],
  check({ project, entries, report }) {
    visitPartyReferences(project, entries.index, reference => report(problemOf(reference, entries)));
  },
});
