/** Annotations and claims whose pin is not that of the present text, by the utterances that changed. */
import type { Anchored } from '../../core/anchor/anchors.ts';
import { isSpeech, pinMatches } from '../../core/anchor/pin.ts';
import { lazilyFor } from '../../core/lazily.ts';
import type { EarlierVersion } from '../../core/model/earlier-version.ts';
import type { Annotation, Claim, Statement, Utterance } from '../../core/model/model.ts';
import type { Document, Entry } from '../../core/model/project.ts';
import type { Anchors } from '../context/anchors.ts';
import type { Located } from '../context/entries.ts';
import type { ProjectContext } from '../context/project-context.ts';
import type { Suppressions } from '../context/suppressions.ts';
import { targetsOf } from './quotes.ts';

type Speech = Entry<Utterance | Statement>;

/** An entry that rests on words that are not the ones it was pinned to, and that nobody has been asked about yet. */
export interface ChangedPassage {
  readonly entry: Located<Annotation | Claim>;
  /** The utterances and statements that it is about, in order. */
  readonly speeches: readonly Speech[];
}

/** Left out are entries that have ended, and those that carry a verdict: `unresolved-anchor` asks about them. */
export const changedPassages = lazilyFor((anchors: Anchors): readonly ChangedPassage[] =>
  anchors.all.flatMap(entry => {
    const { value } = entry;
    const { pin } = value;
    if (pin === undefined || hasVerdict(value) || anchors.isEnded(value)) return [];
    const { state } = anchors.stateOf(value);
    if (state === 'sure' || state === 'to-renew') return [];
    const targets = targetsOf(value, anchors.entries);
    const speeches = targets?.filter(isSpeech) ?? [];
    if (targets === undefined || speeches.length === 0 || pinMatches(pin, targets)) return [];
    return [{ entry, speeches }];
  }),
);

const changedEntries = lazilyFor(
  (anchors: Anchors): ReadonlySet<Anchored> =>
    new Set(changedPassages(anchors).map(({ entry }) => entry.value)),
);

/** Whether a comment allows that the pin of an entry is out of date. */
export function isPinAllowed({ document, at }: Located<unknown>, suppressions: Suppressions): boolean {
  const place = () => ({ file: document.file, span: document.locate([...at.path, 'pin']) });
  return suppressions.allowsAt('pin-out-of-date', place);
}

/** Whether another rule reports the changed words; other faults of the quote are consequences. */
export function isToldAsChanged(
  entry: Located<Annotation | Claim>,
  { anchors, suppressions, environment: { rulesRun } }: ProjectContext,
): boolean {
  if (hasVerdict(entry.value)) return rulesRun.has('unresolved-anchor');
  const isChanged = rulesRun.has('pin-out-of-date') && changedEntries(anchors).has(entry.value);
  return isChanged && !isPinAllowed(entry, suppressions);
}

export function hasVerdict({ verdict }: Anchored): boolean {
  return verdict !== undefined && verdict !== 'exact';
}

/** The passages of one layer or transcript that rest on the same changed utterances. */
export interface ChangedGroup {
  readonly document: Document;
  readonly speeches: readonly Speech[];
  readonly passages: readonly ChangedPassage[];
  /** The version in which the first pin is current. */
  readonly earlier: EarlierVersion | undefined;
}

/**
 * Groups passages by their file and by what changed: the first utterance that did, where an earlier version shows it, else
 * all that a passage is about.
 */
export async function groupsOf(
  passages: readonly ChangedPassage[],
  earlierOf: (passage: ChangedPassage) => Promise<EarlierVersion | undefined>,
): Promise<ChangedGroup[]> {
  const groups = new Map<string, { group: ChangedGroup; passages: ChangedPassage[] }>();
  for (const passage of passages) {
    const earlier = await earlierOf(passage);
    const speeches = earlier === undefined ? passage.speeches : firstChanged(passage.speeches, earlier);
    const { document } = passage.entry;
    const key = JSON.stringify([
      document.file,
      ...speeches.map(({ document: { file }, path }) => [file, ...path]),
    ]);
    const known = groups.get(key);
    if (known !== undefined) known.passages.push(passage);
    else {
      const list = [passage];
      groups.set(key, { group: { document, speeches, passages: list, earlier }, passages: list });
    }
  }
  return [...groups.values()].map(({ group }) => group);
}

function firstChanged(speeches: readonly Speech[], { speeches: before }: EarlierVersion): readonly Speech[] {
  const changed = speeches.find(({ id, value }) => {
    const old = before.get(id);
    return old?.text !== value.text || old?.speaker !== value.speaker;
  });
  return changed === undefined ? speeches : [changed];
}
