import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { dedent } from '../shared/dedent.ts';

export default {
  id: 'bad-config',
  severity: 'error',
  topics: ['configuration'],
  summary:
    'The configuration names a rule, option, list, tag or layer that does not exist, or gives it a wrong value.',
  why: 'A misspelt rule is switched neither on nor off. The gate looks stricter than it is, and nobody finds out until something passes that should not have.',
  source: 'The format of `.onrecord.yaml` (`onrecord schema config`).',
  examples: () => [
    {
      title: 'levels, an option, a tag of the project and a phrase more',
      files: {
        '.onrecord.yaml': dedent`
          extends: strict
          rules: {unresolved-deixis: off}
          options: {stale-check: {days: 90}}
          tags: {endorsed: {group: affirming, meaning: stands behind it}}
          words: {collective-sources: {add: [circles]}}
          `,
      },
    },
    {
      title: 'two slips of the finger',
      files: {
        '.onrecord.yaml': dedent`
          rules: {bare-stanse: warning}
          options: {stale-check: {day: 90}}
          `,
      },
      findings: [
        '.onrecord.yaml:1:9 there is no rule `bare-stanse`',
        '.onrecord.yaml:2:25 there is no option of stale-check `day`',
      ],
    },
    {
      title: 'patterns that can match no file of the project',
      files: {
        '.onrecord.yaml': dedent`
          layers: [/home/ann/layers/*.yaml, "~/notes.yaml", ../layers/*.yaml, "+(a|b).yaml"]
          ignore: [drafts/]
          `,
      },
      findings: [
        '.onrecord.yaml:1:10 `/home/ann/layers/*.yaml` matches nothing: it begins at the root of the disk',
        '.onrecord.yaml:1:35 `~/notes.yaml` matches nothing: `~` and `$` stand for no folder here',
        '.onrecord.yaml:1:51 `../layers/*.yaml` matches nothing: it leads out of the folder of this file',
        '.onrecord.yaml:1:69 patterns such as `+(a|b)` are not supported',
        '.onrecord.yaml:2:10 `drafts/` matches nothing: it names a folder',
      ],
    },
  ],
} satisfies RuleDocs;
