import type { UnlistedLanguage } from '../core/language/language.ts';
import { listOf } from '../core/text/list-of.ts';
import { defineRule } from './rule.ts';
import { transcript } from './shared/transcript.ts';

const NL: UnlistedLanguage = { name: 'nl', hasWords: false };

export default defineRule({
  id: 'unlisted-language',
  severity: 'info',
  topics: ['wording'],
  summary: 'Rules that look for words were not applied: there is no list for this language.',
  why: 'The absence of findings proves nothing if nothing was looked for. A "declines to comment" in a language that the rules do not know passes as a confirmation, and the list of findings looks the same.',
  source: 'Our own lists, `data/words/phrases-en.yaml` and its neighbours.',
  examples: () => [
    {
      title: 'a talk in a language with lists of phrases',
      files: transcript`
        language: de
        utterances:
          - {id: u1, text: Wir haben nichts unterschrieben.}
        `,
      also: ['loaded-verb'],
    },
    {
      title: 'a talk in another language',
      files: transcript`
        language: nl
        utterances:
          - {id: u1, text: Wij hebben niets getekend.}
        `,
      also: ['loaded-verb', 'collective-source', 'duplicate-report'],
      unlisted: [NL],
      findings: [
        'transcript.yaml:2:11 no phrases of nl are listed: `collective-source`, `duplicate-report` and `loaded-verb` find nothing in it',
      ],
    },
  ],
  check({ project, environment, report }) {
    for (const { name, hasWords } of environment.language.unlisted ?? []) {
      const blind = [...environment.rulesRun.values()]
        .filter(({ looksFor }) => looksFor === 'phrases' || (looksFor === 'words' && !hasWords))
        .map(({ id }) => id)
        .sort();
      const named = listOf(blind.map(id => `\`${id}\``));
      if (blind.length === 0) continue;
      const language = name ?? 'its language, which nobody states,';
      report({
        at: { file: project.transcript.file, path: ['language'] },
        message: `no phrases of ${language} are listed: ${named} ${blind.length === 1 ? 'finds' : 'find'} nothing in it`,
        help:
          name === undefined
            ? 'state the language with `language:`; phrases of English, French, German, Russian and Spanish are listed'
            : 'phrases of English, French, German, Russian and Spanish are listed; add your own under `words` in `.onrecord.yaml`, or turn this rule off',
        data: { language: name, rules: blind },
      });
    }
  },
});
