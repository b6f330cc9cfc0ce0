/** No stance counts on words that it was not made on, whatever became of the transcript; and all who judge it agree. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchorState } from '../../../src/core/anchor/anchor-state.ts';
import { aimsOf } from '../../../src/core/anchor/anchors.ts';
import { pinMatchesSentences } from '../../../src/core/anchor/pin.ts';
import type { Reanchored, StandingChanged } from '../../../src/core/diff/changes.ts';
import { diffViews } from '../../../src/core/diff/diff-views.ts';
import type { Annotation, Id } from '../../../src/core/model/model.ts';
import { documentsOf, type Project } from '../../../src/core/model/project.ts';
import { TargetResolver } from '../../../src/core/model/targets.ts';
import type { View } from '../../../src/core/model/view.ts';
import { type Acceptance, ONLY_EXACT } from '../../../src/core/reanchor/acceptance.ts';
import { olderText } from '../../../src/core/reanchor/older-text.ts';
import type { Outcome } from '../../../src/core/reanchor/outcome.ts';
import { presentText } from '../../../src/core/standing/present-text.ts';
import { buildView } from '../../../src/core/view/build-view.ts';
import { RUNS } from '../../helpers/runs.ts';
import { english } from '../anchor/builders.ts';
import { outcomesOf, written } from './layers.ts';
import { type Story, stories } from './stories.ts';

const TRIPLES = RUNS / 2;

const ACCEPTED: Acceptance = {
  moved: true,
  edited: true,
  ids: new Set(['c1', 'c2', ...Array.from({ length: 9 }, (_, index) => `x${index}`)]),
  act: { by: 'Ada Reader', when: '2026-03-01', keepsWas: true },
};

const oldProject = ({ old, layer }: Story): Project => ({ transcript: old, layers: [layer] });
const newProject = ({ new: fresh, layer }: Story): Project => ({ transcript: fresh, layers: [layer] });

function outcomesById(story: Story, accept = ONLY_EXACT): Map<string, Outcome> {
  const { old, new: fresh, layer } = story;
  const outcomes = outcomesOf({ old: old.value, new: fresh.value, layer: layer.value, accept });
  return new Map(outcomes.map(outcome => [`${outcome.kind} ${outcome.id}`, outcome]));
}

/** The story as it goes on once the outcomes were written. */
function storyAfter(story: Story, outcomes: ReadonlyMap<string, Outcome>): Story {
  return { ...story, layer: { ...story.layer, value: written(story.layer.value, [...outcomes.values()]) } };
}

/** Ids of the stances that count for anything, in any standing. */
function countingIn(view: View): Set<Id> {
  const stances = view.claims.flatMap(({ standings }) => standings.flatMap(standing => standing.stances));
  return new Set(
    stances.flatMap(({ stance, counts }) => (counts === undefined ? [] : [stance.annotation.id])),
  );
}

function stateReader(story: Story) {
  const project = newProject(story);
  const resolver = new TargetResolver(project);
  const text = presentText(() => documentsOf(project).flatMap(({ value }) => value.annotations), resolver);
  return {
    stateOf: (annotation: Annotation) => anchorState(annotation, text).state,
    aimsOf: (annotation: Annotation) => aimsOf(annotation, resolver),
  };
}

/**
 * Whether one speaker says the same twice in one of the versions: no pin tells the two apart, and where ids count on, as those
 * of captions do, nothing tells a second run from the first.
 */
function hasRepeats(story: Story): boolean {
  return [story.old, story.new].some(({ value: { utterances } }) => {
    const said = new Set(utterances.map(({ speaker, text }) => `${speaker}: ${text}`));
    return said.size < utterances.length;
  });
}

/** A generator that never comes across a case tests nothing of it. */
function expectAllSeen(seen: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(seen))
    expect([name, count > TRIPLES / 100]).toEqual([name, true]);
}

test('what counts is of the words that are there', () => {
  const seen = { counts: 0, waits: 0, renewed: 0, exact: 0, edited: 0, moved: 0, ambiguous: 0, orphaned: 0 };
  fc.assert(
    fc.property(stories, story => {
      const counting = countingIn(buildView(newProject(story)));
      const outcomes = outcomesById(story);
      const read = stateReader(story);
      for (const annotation of story.layer.value.annotations) {
        const { verdict } = outcomes.get(`annotation ${annotation.id}`)!.placement;
        const state = read.stateOf(annotation);
        const { list, quote } = read.aimsOf(annotation);
        seen[verdict]++;
        if (annotation.withdrawn !== undefined) {
          expect(state).toBe('sure');
          continue;
        }
        if (state === 'waits') seen.waits++;
        if (counting.has(annotation.id)) {
          seen.counts++;
          expect(state).not.toBe('waits');
          expect(list.every(({ entry }) => entry !== undefined)).toBe(true);
          if (annotation.pin !== undefined) expect(verdict).toBe('exact');
          else if (annotation.quote !== undefined) expect(quote?.verdict).toBe('exact');
        }
        const { pin } = annotation;
        if (
          state !== 'waits' &&
          pin?.includes('.') &&
          quote?.verdict === 'exact' &&
          pinMatchesSentences(pin, quote.place)
        ) {
          seen.renewed++;
          expect(verdict).toBe('exact');
        }
      }
    }),
    { numRuns: TRIPLES },
  );
  expectAllSeen(seen);
});

test('diff says of each annotation what reanchor says, and counts none that it leaves', () => {
  const seen = { agreed: 0, counts: 0, lost: 0 };
  fc.assert(
    fc.property(stories, story => {
      const older = olderText(story.old, newProject(story), { words: english });
      const oldView = buildView(oldProject(story));
      const newView = buildView(newProject(story), { old: older });
      const { changes, alarms } = diffViews(oldView, newView, older.verdictOf);
      const reanchored = new Map(
        changes
          .filter((change): change is Reanchored => change.kind === 'reanchored')
          .map(change => [change.id, change]),
      );
      const outcomes = outcomesById(story);
      const [before, now] = [countingIn(oldView), countingIn(newView)];
      for (const { id, pin, withdrawn } of story.layer.value.annotations) {
        if (withdrawn !== undefined) continue;
        const { verdict } = outcomes.get(`annotation ${id}`)!.placement;
        const change = reanchored.get(id);
        if (change !== undefined) {
          seen.agreed++;
          expect(change.verdict).toBe(verdict);
        } else if (verdict !== 'exact') expect(before.has(id)).toBe(false);
        if (pin === undefined || !now.has(id)) continue;
        seen.counts++;
        expect(verdict).toBe('exact');
      }
      for (const change of changes.filter((one): one is StandingChanged => one.kind === 'standing')) {
        if (change.old?.name !== 'confirmed' || change.new?.name !== 'unsettled') continue;
        seen.lost++;
        const ofClaim = alarms.filter(({ claim }) => JSON.stringify(claim) === JSON.stringify(change.claim));
        expect(ofClaim.map(({ kind }) => kind)).toEqual(['standing-lost']);
      }
    }),
    { numRuns: TRIPLES },
  );
  expectAllSeen(seen);
});

test('what a person accepted is sure, and a second run changes nothing', () => {
  const seen = { accepted: 0, left: 0, unrepeated: 0 };
  fc.assert(
    fc.property(stories, story => {
      const repeats = hasRepeats(story);
      if (!repeats) seen.unrepeated++;
      const outcomes = outcomesById(story, ACCEPTED);
      const after = storyAfter(story, outcomes);
      const again = outcomesById(after, ACCEPTED);
      const read = stateReader(after);
      const counting = countingIn(buildView(newProject(after)));
      for (const annotation of after.layer.value.annotations) {
        const { isAccepted, state } = outcomes.get(`annotation ${annotation.id}`)!;
        const second = again.get(`annotation ${annotation.id}`)!;
        if (!repeats) expect(second.after).toEqual(second.before);
        if (state === 'left') {
          seen.left++;
          expect(annotation.verdict).toBeDefined();
          expect(counting.has(annotation.id)).toBe(false);
        }
        if (!isAccepted) continue;
        seen.accepted++;
        expect(annotation.accepted).toHaveLength(1);
        expect(second.placement.verdict).toBe('exact');
        // A stance on a claim waits with the claim, and one of whose targets no file has anything waits all the same.
        const isOfClaim = annotation.target.some(name => name.startsWith('c'));
        const isWhole = read.aimsOf(annotation).list.every(({ entry }) => entry !== undefined);
        if (!isOfClaim && isWhole) expect(read.stateOf(annotation)).toBe('sure');
      }
    }),
    { numRuns: TRIPLES },
  );
  expectAllSeen(seen);
});
