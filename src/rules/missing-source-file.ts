import { documentsOf } from '../core/model/project.ts';
import { defineRule } from './rule.ts';
import { transcript } from './shared/transcript.ts';

export default defineRule({
  id: 'missing-source-file',
  severity: 'error',
  topics: ['evidence'],
  summary: 'The local copy that a source names cannot be read.',
  why: 'A copy is there so that quotations can be looked up and changes noticed. A missing copy checks nothing, and nobody notices.',
  source: 'Berkeley Protocol, preservation; only files inside the project folder are read.',
  examples: () => [
    {
      title: 'a copy beside the transcript, and a source without one',
      files: {
        ...transcript`
          sources:
            gazette: {title: Gazette, file: gazette.txt}
            herald: {title: Herald}
          utterances: []
          `,
        'gazette.txt': 'We signed on Monday.\n',
      },
    },
    {
      title: 'a copy that was never added',
      files: {
        ...transcript`
          sources:
            gazette: {title: Gazette, file: gazete.txt}
          utterances: []
          `,
      },
      findings: ['transcript.yaml:3:35 cannot read the copy: no such file'],
    },
  ],
  check({ project, environment, report }) {
    for (const { file, value } of documentsOf(project)) {
      for (const [id, source] of value.sources) {
        const refused = environment.copies.get(source)?.refused;
        if (refused === undefined) continue;
        report({
          at: { file, path: ['sources', id, 'file'] },
          message: `cannot read the copy: ${refused}`,
          help: 'name a file inside the project folder, relative to this one',
          data: { source: id },
        });
      }
    }
  },
});
