import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Verdict } from '../../../src/core/model/vocabulary.ts';
import type { Outcome } from '../../../src/core/reanchor/outcome.ts';
import { printReanchorJson, printReanchorNdjson } from '../../../src/printers/reanchor/json.ts';
import type { ReanchorReport } from '../../../src/printers/reanchor/report.ts';
import { printReanchorText } from '../../../src/printers/reanchor/text.ts';
import { HOSTILE, violations } from '../../fixtures/hostile-text.ts';
import { transcriptOf } from '../../helpers/files.ts';
import { plain } from '../../helpers/print-context.ts';

const SCORES = { quote: 0.5, context: 1, displacement: 0 };

function outcome(
  id: string,
  verdict: Verdict,
  state: Outcome['state'],
  more: Partial<Outcome> = {},
): Outcome {
  const anchor = { target: ['u1'], quote: undefined, before: undefined, after: undefined };
  const before = { ...anchor, pin: undefined, verdict: undefined, accepted: undefined };
  const placement: Outcome['placement'] = {
    verdict,
    reason: 'in-place',
    anchor,
    passages: [],
    scores: SCORES,
    margin: 1,
    change: undefined,
    alarms: [],
  };
  return {
    kind: 'annotation',
    index: 0,
    id,
    placement,
    state,
    lacksId: false,
    isAccepted: false,
    references: [],
    before,
    after: before,
    ...more,
  };
}

function report(outcomes: readonly Outcome[], file = 'notes.layer.yaml'): ReanchorReport {
  const version = transcriptOf({});
  const parties = {
    changes: [{ path: ['annotations', 0, 'by'], old: file, new: file }],
    unsure: [{ old: file, new: file, by: 'name' as const }],
  };
  const layer = { file, outcomes, reference: undefined, parties, isChanged: false, isWritten: false };
  const speakers = [{ old: file, new: file, by: 'words' as const, share: 0.99 }];
  return { names: { old: 'old.yaml', new: file }, new: version, speakers, layers: [layer] };
}

test('no output lets text of strangers through', () => {
  fc.assert(
    fc.property(HOSTILE, fc.constantFrom<Verdict>('edited', 'ambiguous', 'orphaned'), (text, verdict) => {
      const { placement, before } = outcome('a1', verdict, 'left');
      const hostile = outcome(text, verdict, 'left', {
        before: { ...before, target: [text], quote: text },
        placement: {
          ...placement,
          change: verdict === 'edited' ? { old: `was ${text}`, new: `is ${text}` } : undefined,
          passages: [{ utterance: 0, id: text, range: undefined }],
          alarms: [{ kind: 'name', old: text, new: text }],
        },
      });
      const value = report([hostile], text);
      for (const width of [undefined, 24]) {
        expect(violations(printReanchorText(value, { ...plain(), width }))).toEqual([]);
      }
      for (const print of [printReanchorJson, printReanchorNdjson])
        expect(violations(print(value, plain()))).toEqual([]);
    }),
  );
});

test('what waits is accepted by its ids, one by one, and only what can be', () => {
  const left = (id: string, more?: Partial<Outcome>) => outcome(id, 'edited', 'left', more);
  const lastLine = (...outcomes: Outcome[]) =>
    printReanchorText(report(outcomes), plain()).trimEnd().split('\n').at(-1);
  expect(lastLine(left('a1'))).toMatch(/with --accept a1\.$/);
  expect(lastLine(left('a1'), outcome('a2', 'moved', 'left'))).toMatch(/with --accept a1 or --accept a2\.$/);
  expect(lastLine(...['a1', 'a2', 'a3', 'a4'].map(id => left(id)))).toMatch(
    /with --accept a1, --accept a2, --accept a3 and so on\.$/,
  );
  const nothing = 'notes.layer.yaml stays as it is';
  expect(lastLine(outcome('a1', 'orphaned', 'left'))).toBe(
    'Withdraw what has no place any more, or say what it is about now: onrecord annotate notes.layer.yaml --change a1 with --quote or --target.',
  );
  expect(lastLine(left('a1', { lacksId: true }))).toBe(nothing);
});

test('the counts of the summary are those of states and verdicts', () => {
  const value = report([
    outcome('a1', 'exact', 'kept'),
    outcome('a2', 'exact', 'carried'),
    outcome('a3', 'edited', 'left'),
  ]);
  const last = printReanchorNdjson(value, plain()).trimEnd().split('\n').at(-1);
  expect(JSON.parse(last!)).toEqual({
    type: 'summary',
    kept: 1,
    carried: 1,
    left: 1,
    verdicts: { exact: 2, moved: 0, edited: 1, ambiguous: 0, orphaned: 0 },
    alarms: 0,
  });
});
