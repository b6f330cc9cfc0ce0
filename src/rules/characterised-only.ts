import type { Annotation } from '../core/model/model.ts';
import type { Entries } from './context/entries.ts';
import { defineRule, lacking, within } from './rule.ts';
import { isAbsent } from './shared/stance.ts';
import { transcript } from './shared/transcript.ts';

/** Acts that are done by words; evidence corroborates without any. */
const SPOKEN_ACTS: ReadonlySet<string | undefined> = new Set(['confirmed', 'acknowledged', 'denied']);

export default defineRule({
  id: 'characterised-only',
  severity: 'error',
  topics: ['stances', 'evidence'],
  summary: 'A confirmation or denial counts, and none of the party’s own words are given.',
  why: 'Outlets describe one statement as "confirmed", "did not deny" and "refused to comment". A description is the outlet’s act: it must not raise a standing in the name of the party.',
  source: 'PARC source, cue and content; PROV wasQuotedFrom; the format’s `characterised`.',
  examples: () => [
    {
      title: 'words of the party, its own statement as the source, and a description that says it is one',
      files: transcript`
        statements:
          - {id: s1, speaker: office, form: direct, text: We deny all of it.}
        annotations:
          - {id: a1, target: transcript, tag: denied, aspect: content, by: office, when: 2021, wording: We deny it., sources: [gazette]}
          - {id: a2, target: transcript, tag: denied, aspect: date, by: office, when: 2021, sources: [{source: s1, quote: We deny all of it}]}
          - {id: a3, target: transcript, tag: confirmed, aspect: place, by: office, when: 2021, characterised: true, sources: [gazette]}
        `,
    },
    {
      title: 'a confirmation in the words of a newspaper',
      files: transcript`
        annotations:
          - {id: a1, target: transcript, tag: confirmed, aspect: authenticity, by: office, when: 2021, sources: [gazette]}
        `,
      findings: ['transcript.yaml:6:39 `confirmed` counts, but no words of `office` are given'],
    },
  ],
  check({ entries, stances, report }) {
    for (const { value, at } of stances.all) {
      if (!SPOKEN_ACTS.has(value.tag) || value.by === undefined || isAbsent(value.sources)) continue;
      if (value.wording !== undefined || value.characterised === true || quotesParty(value, entries))
        continue;
      report({
        at: within(at, 'tag'),
        absent: lacking(value, at, ['wording', 'characterised']),
        message: `\`${value.tag}\` counts, but no words of \`${value.by}\` are given`,
        help: 'add the exact words as `wording`; if only a description is known, add `characterised: true`',
        data: { tag: value.tag, by: value.by },
      });
    }
  },
});

/** Whether a source is quoted in which the party itself speaks. */
function quotesParty({ by, sources = [] }: Annotation, entries: Entries): boolean {
  return sources.some(({ source, quote }) => {
    const speech =
      entries.index.of('statement', source)?.value ?? entries.index.of('utterance', source)?.value;
    return quote !== undefined && speech?.form === 'direct' && speech.speaker === by;
  });
}
