import { largest, smallest } from '../core/long-lists.ts';
import type { Place } from '../core/model/finding.ts';
import { defineRule, within, wordsWithin } from './rule.ts';
import { transcript } from './shared/transcript.ts';
import { quoted, SILENT_TAGS, type WeakerWords, weakerActsOf } from './shared/weaker-acts.ts';

/** Tags that need words as strong as they are. */
const STRONG_TAGS: ReadonlySet<string | undefined> = new Set(['confirmed', 'denied', 'refuted']);

export default defineRule({
  id: 'stance-outruns-wording',
  severity: 'error',
  topics: ['stances'],
  looksFor: 'phrases',
  summary: 'The tag of a stance says more than the party’s words do.',
  why: 'An office that "accepts the publication as fact and refrains from commenting" has confirmed nothing about the recording. Reports upgrade such words every day, and the next one cites the upgrade.',
  source: 'FactBank on degrees of commitment; the words are in `data/words/phrases-en.yaml`.',
  examples: () => [
    {
      title: 'words that confirm and decline to add to it, and a weaker tag for weaker words',
      files: transcript`
        claims:
          - {id: c1, text: The recording is authentic., aspect: authenticity, target: transcript}
          - {id: c2, text: The recording was published., aspect: publication, target: transcript}
        annotations:
          - {id: a1, target: c1, tag: confirmed, by: office, when: 2021, wording: We confirm it and decline to comment further.}
          - {id: a2, target: c2, tag: acknowledged, by: office, when: 2021, wording: accepts the publication as fact}
        `,
    },
    {
      title: 'a confirmation that accepts a publication and is silent on the rest',
      files: transcript`
        claims:
          - {id: c1, text: The recording is authentic., aspect: authenticity, target: transcript}
        annotations:
          - {id: a1, target: c1, tag: confirmed, by: office, when: unknown, wording: accepts the publication of the audio recording as fact and refrains from commenting}
        `,
      findings: [
        'transcript.yaml:7:31 `confirmed` is not supported by "accepts ... as fact" and "refrains from commenting"',
      ],
    },
  ],
  check({ stances, environment, report }) {
    for (const { value, at } of stances.all) {
      if (!STRONG_TAGS.has(value.tag)) continue;
      const found = weakerActsOf(environment.language.phrases).in(value);
      if (found.every(({ tag }) => SILENT_TAGS.has(tag))) continue;
      report({
        at: within(at, 'tag'),
        message: `\`${value.tag}\` is not supported by ${quoted(found)}`,
        ...(value.wording !== undefined && {
          labels: [{ at: placeOf(found, value.wording, at), message: 'these words say less' }],
        }),
        help: `consider ${found.map(better).join(', and ')}`,
        data: { tag: value.tag, better: found.map(({ tag }) => tag) },
      });
    }
  },
});

/** From the first of the weaker words to the last. */
function placeOf(found: readonly WeakerWords[], wording: string, at: Place): Place {
  const starts = found.map(({ words }) => wording.indexOf(words));
  const ends = found.map(({ words }, index) => starts[index]! + words.length);
  return wordsWithin(at, 'wording', wording, { start: smallest(starts), end: largest(ends) });
}

function better({ tag }: WeakerWords): string {
  return tag === 'acknowledged' ? '`acknowledged` with `aspect: publication` or `occurrence`' : `\`${tag}\``;
}
