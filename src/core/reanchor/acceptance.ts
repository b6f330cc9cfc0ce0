/** Which placements are written without asking a person again, and the act of whoever accepts the others. */
import { diffWords } from '../diff/word-diff.ts';
import type { Acceptance as AcceptedEntry, Id } from '../model/model.ts';
import type { CarriedPlacement, Cause } from './outcome.ts';

/** An unchanged passage in its place is always accepted; everything else is named by whoever looked at it. */
export interface Acceptance {
  /** Every placement with this verdict that raises no alarm. */
  readonly moved: boolean;
  readonly edited: boolean;
  /** Single annotations and claims, their alarms included. */
  readonly ids: ReadonlySet<Id>;
  readonly act?: AcceptingAct | undefined;
}

export interface AcceptingAct {
  readonly by: string;
  /** EDTF. */
  readonly when: string;
  /** Whether the words as they were are kept. */
  readonly keepsWas: boolean;
}

export const ONLY_EXACT: Acceptance = { moved: false, edited: false, ids: new Set() };

/** Nobody compared the present words with those that the entry was made on: only its id accepts it. */
const UNSEEN: ReadonlySet<Cause> = new Set(['pinned-elsewhere', 'waits-already']);

/** Whether the present words were compared with those that the entry was made on. */
export function wasCompared({ reason }: Pick<CarriedPlacement, 'reason'>): boolean {
  return !UNSEEN.has(reason);
}

/** Whether a placement may be written. What was not placed never is, and an alarm is accepted by id alone. */
export function isAccepted(acceptance: Acceptance, id: Id, placement: CarriedPlacement): boolean {
  const { verdict, alarms } = placement;
  if (verdict === 'exact') return true;
  if (verdict !== 'moved' && verdict !== 'edited') return false;
  return acceptance.ids.has(id) || (acceptance[verdict] && alarms.length === 0 && wasCompared(placement));
}

/** The entry that records an acceptance; the words and the speaker as they were only where they changed. */
export function acceptedEntry(
  { by, when, keepsWas }: AcceptingAct,
  { change, alarms, reason }: Pick<CarriedPlacement, 'change' | 'alarms' | 'reason'>,
): AcceptedEntry {
  const isKnown = keepsWas && !UNSEEN.has(reason);
  const speaker = alarms.find(({ kind }) => kind === 'speaker')?.old;
  return {
    by,
    when,
    ...(isKnown && change !== undefined && change.old !== '' && { was: formerWords(change) }),
    ...(isKnown && speaker !== undefined && { 'was-speaker': speaker }),
  };
}

const MOST_WORDS = 40;
const WORDS_BESIDE = 3;
/** A word, or a character of a script that is written without spaces. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;

/** The old words: all of them up to 40, else what changed with three words on each side, `…` for what lies between. */
function formerWords({ old, new: now }: { readonly old: string; readonly new: string }): string {
  const words = [...old.matchAll(WORD)].map(({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
  }));
  if (words.length <= MOST_WORDS) return old;
  const kept: { start: number; end: number }[] = [];
  let offset = 0;
  for (const { kind, text } of diffWords(old, now)) {
    const [start, end] = [offset, kind === 'added' ? offset : offset + text.length];
    offset = end;
    if (kind === 'kept') continue;
    const around = widened(start, end, words);
    const last = kept.at(-1);
    if (last !== undefined && around.start <= last.end) last.end = Math.max(last.end, around.end);
    else kept.push(around);
  }
  return kept.map(({ start, end }) => old.slice(start, end)).join(' … ');
}

/** A stretch with three words on each side. */
function widened(
  start: number,
  end: number,
  words: readonly { readonly start: number; readonly end: number }[],
): { start: number; end: number } {
  const before = words.filter(word => word.end <= start);
  const after = words.filter(word => word.start >= end);
  return {
    start: before.at(-WORDS_BESIDE)?.start ?? before[0]?.start ?? start,
    end: after[WORDS_BESIDE - 1]?.end ?? after.at(-1)?.end ?? end,
  };
}
