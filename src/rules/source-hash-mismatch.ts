import { documentsOf } from '../core/model/project.ts';
import { defineRule } from './rule.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'source-hash-mismatch',
  severity: 'error',
  topics: ['evidence'],
  summary: 'The local copy of a source is not the one whose hash was recorded.',
  why: 'Pages are edited after the fact and files are swapped. The hash is the one witness that what is quoted today is what was read then.',
  source: 'Berkeley Protocol, chain of custody; Wikidata P2960 on archived copies; FIPS 180-4.',
  examples: () => [
    {
      title: 'the file that was hashed, and a hash of a text that is not shipped',
      files: {
        ...transcript`
          sources:
            gazette:
              title: Gazette
              file: gazette.txt
              sha256: 1c4ba3a81d3b16fa0fc89b30795cd74c59a66964d485bf3474961216f2996f0e
            herald:
              title: Herald
              sha256: 43a52f4439b1553378f66cb05eb0ade7109e08e6d20750397cf2d6b7e0575ac7
          utterances: []
          `,
        'gazette.txt': 'We signed on Monday.\n',
      },
    },
    {
      title: 'one word changed since, and an invalid hash',
      files: {
        ...transcript`
          sources:
            gazette:
              title: Gazette
              file: gazette.txt
              sha256: 43a52f4439b1553378f66cb05eb0ade7109e08e6d20750397cf2d6b7e0575ac7
            herald: {title: Herald, sha256: 43a52f44}
          utterances: []
          `,
        'gazette.txt': 'We signed on Sunday.\n',
      },
      findings: [
        'transcript.yaml:6:13 the copy has a different SHA-256: 4bf528f722f494605c93e78ac5aa738bc98f10b6c9d035edd2d414bc57df9839',
        'transcript.yaml:7:35 `43a52f44` is not a SHA-256 hash, expected 64 hexadecimal digits',
      ],
    },
  ],
  check({ project, environment, report }) {
    for (const { file, value } of documentsOf(project)) {
      for (const [id, source] of value.sources) {
        if (source.sha256 === undefined) continue;
        const at = { file, path: ['sources', id, 'sha256'] };
        const recorded = source.sha256.toLowerCase();
        const found = environment.copies.get(source)?.sha256;
        if (!/^[0-9a-f]{64}$/.test(recorded)) {
          report({
            at,
            message: `\`${source.sha256}\` is not a SHA-256 hash, expected 64 hexadecimal digits`,
          });
        } else if (found !== undefined && found !== recorded) {
          report({
            at,
            message: `the copy has a different SHA-256: ${found}`,
            help: 'restore the copy that was read; if this one is right, read the quotations again before writing its hash',
            data: { source: id, recorded, found },
          });
        }
      }
    }
  },
});
