import type { Source } from '../core/model/model.ts';
import { documentsOf } from '../core/model/project.ts';
import { defineRule, lacking } from './rule.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'source-without-archive',
  severity: 'warning',
  topics: ['evidence'],
  summary: 'A source is on the web, and nothing keeps what was read there.',
  why: 'Links die within a few years and pages are edited without a word. What was confirmed on a page that now says something else is confirmed on nothing.',
  source: 'Wikidata P813 (retrieved) and P1065 (archive URL); Berkeley Protocol, preservation.',
  examples: () => [
    {
      title: 'a day and an archived copy, a day and a hash, and a source that is not on the web',
      files: transcript`
        sources:
          gazette: {url: 'https://gazette.example/1', retrieved: 2021-05-03, archive: 'https://archive.example/1'}
          herald:
            url: https://herald.example/2
            retrieved: 2021-05-03
            sha256: 43a52f4439b1553378f66cb05eb0ade7109e08e6d20750397cf2d6b7e0575ac7
          minutes: {title: Minutes of the council}
        `,
    },
    {
      title: 'an address alone, and one without the day',
      files: transcript`
        sources:
          gazette: {url: 'https://gazette.example/1'}
          herald: {url: 'https://herald.example/2', archive: 'https://archive.example/2'}
        `,
      findings: [
        'transcript.yaml:3:18 the address has no `retrieved` and no `archive`, `file` or `sha256`',
        'transcript.yaml:4:17 the address has no `retrieved`',
      ],
    },
  ],
  check({ project, report }) {
    for (const { file, value } of documentsOf(project)) {
      for (const [id, source] of value.sources) {
        const missing = source.url === undefined ? [] : missingIn(source);
        if (missing.length === 0) continue;
        const at = { file, path: ['sources', id] };
        report({
          at: { file, path: ['sources', id, 'url'] },
          absent: lacking(source, at, ['retrieved', 'archive', 'file', 'sha256']),
          message: `the address has no ${missing.join(' and no ')}`,
          help: 'write the day you read it, and keep it: an archived copy, a local `file`, or the hash of what you read',
          data: { source: id },
        });
      }
    }
  },
});

function missingIn({ retrieved, archive, file, sha256 }: Source): string[] {
  return [
    ...(retrieved === undefined ? ['`retrieved`'] : []),
    ...((archive ?? file ?? sha256) === undefined ? ['`archive`, `file` or `sha256`'] : []),
  ];
}
