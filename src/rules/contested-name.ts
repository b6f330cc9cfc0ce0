import { PhraseFinder } from '../core/language/phrases.ts';
import { defineRule } from './rule.ts';
import { foundInOwnWords } from './shared/own-words.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'contested-name',
  severity: 'warning',
  topics: ['wording'],
  summary: 'The annotator’s own words use one of several names of a thing, and the choice takes a side.',
  why: 'Some places and events have a name for each side. In quotations they stay as they were said; in our own words the choice should be made once, and on purpose.',
  source: 'United Nations Group of Experts on Geographical Names; style guides on disputed toponyms.',
  options: {
    names: {
      default: [],
      meaning: 'Names that only quotations may have, each with the one to use: "Old Name = New Name".',
    },
  },
  examples: () => [
    {
      title: 'the name to use, and the other one in a quotation',
      files: transcript`
        utterances:
          - {id: u1, text: Eastport was ours.}
        claims:
          - {id: c1, text: She said that Westhaven had been theirs., aspect: content, target: u1}
        `,
      options: { names: ['Eastport = Westhaven'] },
    },
    {
      title: 'the other name in a claim',
      files: transcript`
        utterances:
          - {id: u1, text: Eastport was ours.}
        claims:
          - {id: c1, text: She said that Eastport had been theirs., aspect: content, target: u1}
        `,
      options: { names: ['Eastport = Westhaven'] },
      findings: ['transcript.yaml:5:34 `Eastport` is contested, expected `Westhaven` in our own words'],
    },
  ],
  check(context) {
    const { options, report } = context;
    const pairs = options.names.map(pair => pair.split('=').map(name => name.trim()));
    const names = new PhraseFinder(
      pairs.map(([contested = '', wanted = '']) => [contested, wanted] as const),
    );
    if (names.isEmpty) return;
    for (const { text, found, at } of foundInOwnWords(context, text => names.find(text)[0])) {
      report({
        at,
        message: `\`${text.slice(found.start, found.end)}\` is contested, expected \`${found.value}\` in our own words`,
        help: 'quotations keep their names; add the other one there as `refers-to`',
        data: { name: text.slice(found.start, found.end), wanted: found.value },
      });
    }
  },
});
