/** What an annotation stood on, and what became of that, in words. */
import { changedWords, changesInWords } from '../../core/diff/changed-words.ts';
import type { Reanchored } from '../../core/diff/changes.ts';
import type { ViewDiff } from '../../core/diff/diff-views.ts';
import { lazilyFor } from '../../core/lazily.ts';
import { waitsItself } from '../../core/model/anchor-state.ts';
import type { Id } from '../../core/model/model.ts';
import type { PlacedAnnotation, View } from '../../core/model/view.ts';
import { listOf } from '../../core/text/list-of.ts';
import { annotationsOf, partyName, passageName, placeNames, targetNames } from '../view/names.ts';
import { sentence } from '../view/sentences.ts';

export const annotationsById = lazilyFor(
  (view: View): ReadonlyMap<Id, PlacedAnnotation> =>
    new Map(annotationsOf(view).map(placed => [placed.annotation.id, placed])),
);

/** "confirmed by Liza Rankin", of the annotation on the newer side that has it. */
export function saidOf(diff: ViewDiff, id: Id): string {
  const fresh = annotationsById(diff.new).get(id);
  const [view, placed] =
    fresh === undefined ? [diff.old, annotationsById(diff.old).get(id)!] : [diff.new, fresh];
  const { label } = sentence(view, placed);
  const { by } = placed.annotation;
  return by === undefined ? label : `${label} by ${partyName(view, by)}`;
}

export function reanchoredText(diff: ViewDiff, { id, verdict }: Reanchored): string {
  const before = annotationsById(diff.old).get(id);
  const now = annotationsById(diff.new).get(id);
  if (before === undefined || now === undefined) return verdict;
  // An annotation with a verdict has been compared already.
  const next = now.annotation.verdict === undefined ? 'reanchor it' : 'it waits for a person';
  const ask = waitsItself(now.state) || now.state.state === 'to-renew' ? `: ${next}` : '';
  const said = saidOf(diff, id);
  const stood = `${said} stood on ${passagesBefore(before)}`;
  switch (verdict) {
    case 'exact':
      return `${said} stands on the same words, ${ask === '' ? 'pinned anew' : `and its pin is old${ask}`}`;
    case 'moved':
      return `${stood}; the words are in ${targetNames(now)} now${ask}`;
    case 'edited': {
      if (String(before.anchors.map(passageName)) === String(now.anchors.map(passageName)) && isQuote(now))
        return `${stood}; the words stand, something around them changed${ask}`;
      const fresh = isQuote(now) ? `now on ${placeNames(now)}` : undefined;
      return `${stood}; ${fresh ?? changeIn(before, diff.new) ?? 'now on other words'}${ask}`;
    }
    case 'ambiguous':
      return `${stood}; it is unclear where the words are now${ask}`;
    case 'orphaned':
      return `${stood}; ${changeIn(before, diff.new) ?? 'that is gone'}${ask}`;
  }
}

/** `now "seven"`: the words that replaced others in the utterances that an annotation is about. */
function changeIn(before: PlacedAnnotation, { utterances, statements }: View): string | undefined {
  const changes = before.anchors.flatMap(({ entry }) => {
    if (entry === undefined || entry === 'transcript' || !('text' in entry.value)) return [];
    const now = [...utterances, ...statements].find(({ id }) => id === entry.id);
    return now === undefined ? [] : changedWords(entry.value.text ?? '', now.speech.text ?? '');
  });
  const [only] = changes;
  if (only === undefined) return undefined;
  return changes.length === 1 && only.new !== '' ? `now "${only.new.trim()}"` : changesInWords(changes);
}

function isQuote({ anchors }: PlacedAnnotation): boolean {
  return anchors.some(({ range }) => range !== undefined);
}

/** `"five billion" in u2`, or `u2 as it was` for a whole utterance. */
function passagesBefore({ anchors }: PlacedAnnotation): string {
  const names = anchors.map(anchor => {
    const isWhole = anchor.range === undefined && anchor.quote === undefined && anchor.entry !== 'transcript';
    return isWhole ? `${passageName(anchor)} as it was` : passageName(anchor);
  });
  return listOf([...new Set(names)]) || 'nothing';
}
