import type { Id } from '../core/model/model.ts';
import { partyIn } from '../core/standing/act.ts';
import type { Sides } from '../core/standing/sides.ts';
import { defineRule, within } from './rule.ts';
import { transcript } from './shared/transcript.ts';

const CONFIRMING: ReadonlySet<string | undefined> = new Set(['confirmed', 'corroborated']);

export default defineRule({
  id: 'self-confirmation',
  severity: 'warning',
  topics: ['stances'],
  summary: 'A party confirms what it said itself, or what was said by the one it speaks for.',
  why: 'Saying a thing twice makes it no truer. A spokesman who stands by his minister is not a second source.',
  source: 'The Admiralty code: credibility 1 is "confirmed by other independent sources".',
  examples: () => [
    {
      title: 'somebody else confirms, and a speaker confirms that the words are his',
      files: transcript`
        annotations:
          - {id: a1, target: u1, tag: confirmed, aspect: content, by: bob, when: 2021}
          - {id: a2, target: u1, tag: confirmed, aspect: wording, by: ann, when: 2021}
        `,
    },
    {
      title: 'the speaker, and the office that speaks for her',
      files: transcript`
        parties: {ann: {name: Ann}, office: {name: Office, on-behalf-of: ann}}
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
    {
      title: 'a spokesman of her office, her other office, and she herself for the words of her office',
      files: transcript`
        parties:
          ann: {name: Ann}
          office: {name: Office, on-behalf-of: ann}
          lawyers: {name: Lawyers, on-behalf-of: ann}
          spokesman: {name: Spokesman, on-behalf-of: office}
        utterances:
          - {id: u1, speaker: ann, text: We signed on Monday.}
          - {id: u2, speaker: office, text: She signed on Monday.}
        annotations:
          - {id: a1, target: u1, tag: confirmed, aspect: content, by: spokesman, when: 2021}
          - {id: a2, target: u2, tag: confirmed, aspect: content, by: lawyers, when: 2021}
          - {id: a3, target: u2, tag: confirmed, aspect: content, by: ann, when: 2021}
        `,
      findings: [
        'transcript.yaml:11:63 `spokesman` confirms the words of `ann`, for whom it speaks',
        'transcript.yaml:12:63 `lawyers` confirms the words of `office`; both speak for `ann`',
        'transcript.yaml:13:63 `ann` confirms the words of `office`, who speaks for it',
      ],
    },
  ],
  check({ entries, sides, stances, report }) {
    for (const { value, at } of stances.all) {
      // A speaker is the one who can know whether the words, and where and when they fell, are as reported.
      const party = partyIn(value);
      if (!CONFIRMING.has(value.tag) || party === undefined || stances.aspectOf(value) !== 'content')
        continue;
      const speakers = new Set(entries.speechesOf(value.target).map(entry => entry.value.speaker));
      const speaker = [...speakers].find(id => id !== undefined && sides.areOneSide(id, party));
      if (speaker === undefined) continue;
      report({
        at: within(at, 'by'),
        message: messageFor(party, speaker, sides),
        help: 'use `asserted`: it says the same again; confirming takes somebody else',
        data: { by: party, speaker },
      });
    }
  },
});

function messageFor(party: Id, speaker: Id, sides: Sides): string {
  if (party === speaker) return `\`${speaker}\` confirms its own words`;
  const words = `\`${party}\` confirms the words of \`${speaker}\``;
  if (sides.speaksFor(party, speaker)) return `${words}, for whom it speaks`;
  if (sides.speaksFor(speaker, party)) return `${words}, who speaks for it`;
  return `${words}; both speak for \`${sides.sideOf(party)}\``;
}
