/** Whatever stands in transcripts, counts drive nothing, and keep to the width. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Layer, Transcript } from '../../../src/core/model/model.ts';
import { projectOfValues } from '../../../src/core/model/project-of-values.ts';
import { Tally } from '../../../src/core/stats/tally.ts';
import { displayWidth } from '../../../src/core/text/width.ts';
import { buildView } from '../../../src/core/view/build-view.ts';
import { GROUP_NAMES } from '../../../src/printers/stats/groups.ts';
import { STATS_PRINTERS } from '../../../src/printers/stats/index.ts';
import type { StatsReport } from '../../../src/printers/stats/report.ts';
import { headOf } from '../../../src/printers/view/head.ts';
import { HOSTILE, violations } from '../../fixtures/hostile-text.ts';
import { NOTHING } from '../../fixtures/project.ts';
import { plain } from '../../helpers/print-context.ts';

function report(text: string): Omit<StatsReport, 'by'> {
  const transcript: Transcript = {
    ...NOTHING,
    kind: 'transcript',
    title: `Talk ${text}`,
    parties: new Map([['lind', { name: `Lind ${text}` }]]),
    sources: new Map([['report', { title: text }]]),
    utterances: [
      { id: 'u1', speaker: 'lind', source: 'report', text: `words ${text}`, start: 0, end: 1_000_000_000 },
      { id: 'u2', speaker: text, text: 'more words' },
    ],
    claims: [{ id: `c${text}`, text, target: ['u1'] }],
  };
  const layer: Layer = {
    ...NOTHING,
    kind: 'layer',
    transcript: 'talk.yaml',
    creator: { name: `Reader ${text}` },
    annotations: [
      { id: 'a1', target: ['u1'], tag: text },
      { id: 'a2', target: ['u1'], tag: 'disputed', aspect: 'content', by: 'lind' },
      { id: 'a3', target: ['u1'], date: { role: text as 'said' } },
    ],
  };
  const view = buildView(projectOfValues(transcript, [layer], `${text}.yaml`));
  const tally = new Tally();
  tally.add(view);
  return { stats: tally.stats(), head: headOf(view), asOf: undefined, next: `onrecord check ${text}` };
}

test.for(Object.entries(STATS_PRINTERS))('%s is safe', async ([, load]) => {
  const print = await load();
  fc.assert(
    fc.property(
      HOSTILE,
      fc.constantFrom(undefined, ...GROUP_NAMES),
      fc.constantFrom(undefined, 60),
      (text, by, width) => {
        const printed = print({ ...report(text), by }, plain(width));
        expect(violations(printed)).toEqual([]);
        expect(printed).toMatch(/\n$/);
      },
    ),
  );
});

test('text keeps to the width, in both alphabets', async () => {
  const print = await STATS_PRINTERS.text();
  const names = fc.array(fc.constantFrom('bridge ', '橋', 'é', 'tonnes '), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(
      names,
      fc.constantFrom(undefined, ...GROUP_NAMES),
      fc.integer({ min: 40, max: 120 }),
      fc.boolean(),
      (parts, by, width, unicode) => {
        const printed = print({ ...report(parts.join('')), by, next: undefined }, plain(width, unicode));
        for (const line of printed.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(width);
      },
    ),
  );
});
