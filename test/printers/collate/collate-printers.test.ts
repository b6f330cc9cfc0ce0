import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collate } from '../../../src/core/collate/collation.ts';
import { wordsOfTranscripts } from '../../../src/core/language/transcript-words.ts';
import type { Transcript } from '../../../src/core/model/model.ts';
import { COLLATE_PRINTERS } from '../../../src/printers/collate/index.ts';
import type { CollateReport } from '../../../src/printers/collate/report.ts';
import { HOSTILE, violations } from '../../fixtures/hostile-text.ts';
import { transcriptOf } from '../../helpers/noisy-talk.ts';
import { plain } from '../../helpers/print-context.ts';
import { runsOf } from '../../helpers/runs.ts';

async function reportOf(text: string, isAll: boolean): Promise<CollateReport> {
  const witness = (words: string): Transcript => ({
    ...transcriptOf([
      { id: 'u1', speaker: 'lind', start: 1000, text: `the bridge ${words} is closed` },
      { id: 'u2', speaker: words.length > 3 ? 'lind' : 'okafor', text: `until Monday ${text}` },
    ]),
    parties: new Map([['lind', { name: `Lind ${text}` }]]),
  });
  const witnesses = [witness(text), witness('5'), witness(`${text} not`)];
  return {
    collation: collate(witnesses, await wordsOfTranscripts(witnesses)),
    files: [text, 'talk.yaml', `${text}.vtt`].map((name, index) => ({
      name,
      format: index === 2 ? 'webvtt' : undefined,
    })),
    isAll,
    next: `onrecord collate ${text}`,
  };
}

test('every format is safe, whatever stands in transcripts and names', async () => {
  const width = fc.constantFrom(undefined, 20, 60, 100);
  await fc.assert(
    fc.asyncProperty(HOSTILE, fc.boolean(), width, async (text, isAll, width) => {
      const report = await reportOf(text, isAll);
      for (const [format, load] of Object.entries(COLLATE_PRINTERS)) {
        const printed = (await load())(report, plain(width));
        expect([format, violations(printed)]).toEqual([format, []]);
        expect(printed).toMatch(/\n$/);
        if (format === 'html') expect(printed).not.toContain('<script');
      }
    }),
    { numRuns: runsOf(300) },
  );
});

test('a page stands on the colours of the page of a transcript, and on nothing of its layout', async () => {
  const css = readFileSync('data/page.css', 'utf8');
  const print = await COLLATE_PRINTERS.html();
  const page = print({ ...(await reportOf('Lind', false)), styleSheet: css }, plain());
  const style = /<style>([\s\S]*)<\/style>/.exec(page)![1]!;
  expect(style).toContain(css.slice(css.indexOf('/* Colours'), css.indexOf('/* Head')).trimEnd());
  expect(style).not.toContain('.masthead {');
  for (const [, name] of style.matchAll(/var\((--[\w-]+)\)/g))
    expect([name, style.includes(`${name}:`)]).toEqual([name, true]);
});
