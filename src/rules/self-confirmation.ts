import type { Id } from '../core/model/model.ts';
import type { Entries } from './context/entries.ts';
import { defineRule, within } from './rule.ts';
import { transcript } from './shared/transcript.ts';

const CONFIRMING: ReadonlySet<string | undefined> = new Set(['confirmed', 'corroborated']);

export default defineRule({
  id: 'self-confirmation',
  severity: 'warning',
  summary: 'A party confirms what it said itself, or what was said by the one it speaks for.',
  why: 'Saying a thing twice makes it no truer. A spokesman who stands by his minister is not a second source.',
  source: 'The Admiralty code: credibility 1 is "confirmed by other independent sources".',
  examples: () => [
    {
      title: 'somebody else confirms, and a speaker confirms that the words are his',
      files: transcript`
        parties: {ann: {name: Ann}, bob: {name: Bob}}
        utterances:
          - {id: u1, speaker: ann, text: We signed on Monday.}
        annotations:
          - {id: a1, target: u1, tag: confirmed, aspect: content, by: bob, when: 2021}
          - {id: a2, target: u1, tag: confirmed, aspect: wording, by: ann, when: 2021}
        `,
      findings: [],
    },
    {
      title: 'the speaker, and the office that speaks for her',
      files: transcript`
        parties: {ann: {name: Ann}, office: {name: Office, on-behalf-of: ann}}
        utterances:
          - {id: u1, speaker: ann, text: We signed on Monday.}
        claims:
          - {id: signed, text: The contract was signed., aspect: content, target: u1}
        annotations:
          - {id: a1, target: u1, tag: confirmed, aspect: content, by: ann, when: 2021}
          - {id: a2, target: signed, tag: corroborated, by: office, when: 2021}
        `,
      findings: [
        'transcript.yaml:8:63 `ann` confirms its own words',
        'transcript.yaml:9:53 `office` confirms the words of `ann`, for whom it speaks',
      ],
    },
  ],
  check({ entries, stances, report }) {
    for (const { value, at } of stances.all) {
      // A speaker is the one who can know whether the words, and where and when they fell, are as reported.
      if (!CONFIRMING.has(value.tag) || value.by === undefined || stances.aspectOf(value) !== 'content')
        continue;
      const speakers = new Set(entries.speechesOf(value.target).map(entry => entry.value.speaker));
      const speaker = [...speakers].find(id => id !== undefined && areOne(id, value.by!, entries));
      if (speaker === undefined) continue;
      report({
        at: within(at, 'by'),
        message:
          speaker === value.by
            ? `\`${speaker}\` confirms its own words`
            : `\`${value.by}\` confirms the words of \`${speaker}\`, ${speaksFor(value.by, speaker, entries) ? 'for whom it speaks' : 'who speaks for it'}`,
        help: 'use `asserted`: it says the same again; confirming takes somebody else',
        data: { by: value.by, speaker },
      });
    }
  },
});

function areOne(a: Id, b: Id, entries: Entries): boolean {
  return a === b || speaksFor(a, b, entries) || speaksFor(b, a, entries);
}

function speaksFor(office: Id, party: Id, entries: Entries): boolean {
  return entries.parties.get(office)?.value['on-behalf-of'] === party;
}
