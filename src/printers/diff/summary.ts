/** The line that closes a diff. */
import { countChanges, type ViewDiff } from '../../core/diff/diff-views.ts';
import { momentOf } from '../view/moment.ts';
import { followsWords } from './items.ts';
import type { KeptBackOfDiff } from './report.ts';

/** What is counted, and the changes of each, in the order of the summary. */
const THINGS = ['utterance', 'statement', 'transcript', 'party', 'source', 'claim', 'annotation', 'standing'];
const PLURALS: Readonly<Record<string, string>> = { party: 'parties' };

/** "2 utterances edited, 1 annotation added, 1 standing changed, 2 changes kept back", or "no differences". */
export function diffSummary(diff: ViewDiff, keptBack?: KeptBackOfDiff, isAll = false): string {
  const told = isAll ? diff.changes : diff.changes.filter(change => !followsWords(change, diff.new));
  const counts = countChanges(told);
  const parts = THINGS.flatMap(thing =>
    Object.entries(counts[thing] ?? {}).map(([kind, count]) =>
      thing === 'transcript' ? 'header changed' : `${counted(count, thing)} ${VERBS[kind] ?? kind}`,
    ),
  );
  const follow = diff.changes.length - told.length;
  if (follow > 0)
    parts.push(`${follow} ${follow === 1 ? 'pin follows its' : 'pins follow their'} words (--all)`);
  if (diff.alarms.length > 0) parts.push(counted(diff.alarms.length, 'alarm'));
  const { changes = 0, alarms = 0 } = keptBack ?? {};
  if (changes > 0) parts.push(`${counted(changes, 'change')} kept back`);
  if (alarms > 0) parts.push(`${counted(alarms, 'alarm')} kept back`);
  return parts.length === 0 ? 'no differences' : parts.join(', ');
}

/** The dates of the two views and their acts without a date; empty if both are of everything known. */
export function momentLines({ old, new: fresh }: ViewDiff): string[] {
  const [before, after] = [old, fresh].map(view => {
    const moment = momentOf(view);
    return moment === undefined
      ? 'everything known'
      : `${moment.label === 'as of' ? 'as of ' : ''}${moment.text}`;
  });
  if (before !== after) return [`old: ${before}`, `new: ${after}`];
  return momentOf(old) === undefined ? [] : [before!];
}

const VERBS: Readonly<Record<string, string>> = {
  reanchored: 're-anchored',
  liveness: 'began or ceased to count',
};

function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : (PLURALS[noun] ?? `${noun}s`)}`;
}
