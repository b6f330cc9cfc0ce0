import type { RuleDocs } from '../../core/model/rule-docs.ts';
import { dedent } from '../shared/dedent.ts';
import { captions } from '../shared/other-formats.ts';

export default {
  id: 'rolling-captions',
  severity: 'info',
  topics: ['format'],
  summary: 'Captions repeat the line before, as those of YouTube do, and each line was read once.',
  why: 'Read as they stand, nearly every sentence would be said twice. Real repetitions stay.',
  source: 'Automatic captions of YouTube, which roll up line by line with inline times.',
  examples: () => [
    {
      title: 'captions that do not roll',
      files: captions('We signed on Monday.'),
    },
    {
      title: 'captions that roll',
      files: {
        'talk.vtt': dedent`
          WEBVTT

          00:00:00.000 --> 00:00:02.000
          the<00:00:00.400><c> bridge</c><00:00:00.800><c> is</c><00:00:01.200><c> closed</c>

          00:00:02.000 --> 00:00:02.010
          the bridge is closed

          00:00:02.010 --> 00:00:04.000
          the bridge is closed
          nobody<00:00:02.400><c> was</c><00:00:02.800><c> hurt</c>
          `,
      },
      findings: ['talk.vtt 2 repeated lines of rolling captions were folded'],
    },
  ],
} satisfies RuleDocs;
