import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Transcript } from '../../../src/core/model/model.ts';
import { projectOfValues } from '../../../src/core/model/project-of-values.ts';
import { Allowances } from '../../../src/core/quotes/allowances.ts';
import { findQuotations } from '../../../src/core/quotes/find-quotations.ts';
import { FAILING, judgeQuotations } from '../../../src/core/quotes/judge.ts';
import { readMarkdownDraft } from '../../../src/formats/drafts/markdown.ts';
import { QUOTES_PRINTERS } from '../../../src/printers/quotes/index.ts';
import type { QuotesReport } from '../../../src/printers/quotes/report.ts';
import { recordsOf } from '../../../src/project/quotes/quoted-records.ts';
import { HOSTILE, violations } from '../../fixtures/hostile-text.ts';
import { NOTHING } from '../../fixtures/project.ts';
import { plain } from '../../helpers/print-context.ts';
import { IS_FULL } from '../../helpers/runs.ts';

async function reportOf(text: string): Promise<QuotesReport> {
  const words = 'all the ships of the harbour are late today';
  const transcript: Transcript = {
    ...NOTHING,
    kind: 'transcript',
    parties: new Map([['lind', { name: `Lind ${text}` }]]),
    utterances: [
      { id: 'u1', speaker: 'lind', source: text, at: text, text: `${words} ${text} and so it is` },
      { id: 'u2', speaker: 'lind', text: `We will not ${text} go home before the night` },
    ],
  };
  const file = `${text}.md`;
  const draft = await readMarkdownDraft(
    `<!-- onrecord: elsewhere ${text} -->\n\n“${words} ${text}” “ships of ${text} the harbour are early today” “We will go home before the night ${text}”\n\n“nobody ${text} said a word of this”`,
    file,
  );
  const { quotations, short, unclosed } = findQuotations(draft, 3);
  const projects = [projectOfValues(transcript, [], `${text}.yaml`)];
  const allowances = new Allowances([draft], [`never ${text}`]);
  return {
    quotations: judgeQuotations(quotations, await recordsOf(projects, [draft]), allowances),
    idle: allowances.idle(true),
    drafts: [file],
    sources: new Map([[file, draft.source]]),
    short,
    minWords: 3,
    unclosed: unclosed.map(span => ({ file, span })),
    failing: FAILING,
    showsPrivate: false,
    docs: [],
    program: { version: '1.0.0' },
  };
}

test('every format is safe, whatever stands in drafts and transcripts', async () => {
  await fc.assert(
    fc.asyncProperty(HOSTILE, async text => {
      const report = await reportOf(text);
      for (const [format, load] of Object.entries(QUOTES_PRINTERS)) {
        const printed = (await load())(report, plain());
        // Findings as commands of GitHub are commands on purpose.
        if (format !== 'github') expect([format, violations(printed)]).toEqual([format, []]);
        expect(printed).toMatch(/\n$/);
      }
    }),
    { numRuns: IS_FULL ? 100 : 30 },
  );
});
