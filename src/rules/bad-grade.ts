import { documentsOf } from '../core/model/project.ts';
import { joined } from '../core/standing/origins.ts';
import { defineRule } from './rule.ts';
import { transcript } from './shared/transcript.ts';

const GRADE = /^[A-F][1-6]$/;

export default defineRule({
  id: 'bad-grade',
  severity: 'error',
  topics: ['evidence'],
  summary:
    'A grade is not a letter and a digit of the Admiralty code, or claims more than the sources allow.',
  why: 'The code has two halves that are judged apart: how reliable the source is, how credible the report. Half a grade says nothing, and a 1 says that others, independently, report the same.',
  source: 'Admiralty code (NATO AJP-2.1): A to F, 1 to 6; 1 is "confirmed by other independent sources".',
  examples: () => [
    {
      title: 'a source that cannot be judged, and one that another of other origin bears out',
      files: transcript`
        sources:
          gazette: {title: Gazette, grade: F6}
          minutes: {title: Minutes, grade: B1}
        `,
    },
    {
      title: 'half a grade, a digit off the scale, and a 1 where all is of one origin',
      files: transcript`
        sources:
          gazette: {title: Gazette, origin: tape, grade: B}
          herald: {title: Herald, origin: tape, grade: C7}
          minutes: {title: Minutes, origin: Tape, grade: A1}
        `,
      findings: [
        'transcript.yaml:3:50 `B` is not a grade, expected A to F and 1 to 6, such as F6',
        'transcript.yaml:4:48 `C7` is not a grade, expected A to F and 1 to 6, such as F6',
        'transcript.yaml:5:50 credibility 1 needs an independent source, and all here are of one origin',
      ],
    },
  ],
  check({ project, origins, report }) {
    const graded = documentsOf(project).flatMap(({ file, value }) =>
      [...value.sources].flatMap(([id, { grade }]) =>
        grade === undefined ? [] : [{ grade, at: { file, path: ['sources', id, 'grade'] } }],
      ),
    );
    if (graded.length === 0) return;
    const ids = documentsOf(project).flatMap(({ value }) => [...value.sources.keys()]);
    const all = joined(ids.map(id => origins.ofCited(id)));
    for (const { grade, at } of graded) {
      if (!GRADE.test(grade)) {
        report({
          at,
          message: `\`${grade}\` is not a grade, expected A to F and 1 to 6, such as F6`,
          help: 'write F6 if source and report cannot be judged',
          data: { grade },
        });
      } else if (grade.endsWith('1') && all.size < 2) {
        report({
          at,
          message: 'credibility 1 needs an independent source, and all here are of one origin',
          help: 'write 2 (probably true) or 6 (cannot be judged), or add the source that bears it out',
          data: { grade },
        });
      }
    }
  },
});
