import { finderOf } from '../core/language/phrases.ts';
import { defineRule } from './rule.ts';
import { foundInOwnWords } from './shared/own-words.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'loaded-verb',
  severity: 'warning',
  topics: ['wording'],
  looksFor: 'phrases',
  summary: 'The annotator’s own words use a verb that takes a side where "said" does not.',
  why: '"Revealed" and "pointed out" imply that it is true, "claimed" that it is not, "admitted" that there was guilt. A record of who said what must not decide it in passing.',
  source: 'Wikipedia, "Words to watch": synonyms for said.',
  examples: () => [
    {
      title: 'a neutral verb, and a loaded one in the words of the report',
      files: transcript`
        utterances:
          - {id: u1, form: indirect, text: She revealed that he admitted it.}
        claims:
          - {id: c1, text: She said that he had signed., aspect: content, target: u1}
        `,
    },
    {
      title: 'a claim that decides what it is about',
      files: transcript`
        utterances:
          - {id: u1, form: indirect, text: She said that he signed.}
        claims:
          - {id: c1, text: She revealed that he had signed., aspect: content, target: u1}
        `,
      findings: ['transcript.yaml:5:24 `revealed` takes a side, expected a neutral word such as `said`'],
    },
  ],
  check(context) {
    const { environment, report } = context;
    const verbs = finderOf(environment.language.phrases.loadedVerbs);
    for (const { text, found, at } of foundInOwnWords(context, text => verbs.firstIn(text))) {
      report({
        at,
        message: `\`${text.slice(found.start, found.end)}\` takes a side, expected a neutral word such as \`said\``,
        help: 'use said, told, wrote or asked; if the report’s own verb matters, quote it in `cue`',
        data: { verb: found.value },
      });
    }
  },
});
