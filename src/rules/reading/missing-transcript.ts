import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { dedent } from '../shared/dedent.ts';
import { transcript } from '../shared/transcript.ts';

export default {
  id: 'missing-transcript',
  severity: 'error',
  topics: ['references'],
  summary: 'The transcript that a layer names cannot be read.',
  why: 'Annotations without their text cannot be checked at all. A layer that was moved, or a transcript that was renamed, must not pass for clean.',
  source:
    'W3C Web Annotation: a target is a resource that exists. References stay inside the project folder.',
  // A failing example would need a folder without the file; examples are files only.
  examples: () => [
    {
      title: 'a layer beside its transcript',
      files: {
        ...transcript`
          utterances: []
          `,
        'layer.yaml': dedent`
          onrecord: 1
          transcript: transcript.yaml
          `,
      },
    },
  ],
} satisfies RuleDocs;
