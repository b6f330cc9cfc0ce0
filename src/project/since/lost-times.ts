/** Finds utterances of a transcript in another format that had a time at the revision and have none now (rule `lost-times`). */
import { groupBy } from '../../core/maps.ts';
import type { Finding, Severity } from '../../core/model/finding.ts';
import type { Utterance } from '../../core/model/model.ts';
import type { Document, Project } from '../../core/model/project.ts';
import { counted } from '../../core/text/counted.ts';

export const LOST_TIMES = 'lost-times';

/** An editor that keeps the words and drops the times cannot put them back: only the revision has them. */
export function lostTimesOf(old: Project, now: Project, revision: string, severity: Severity): Finding[] {
  const { transcript } = now;
  if (transcript.format === undefined && old.transcript.format === undefined) return [];
  const lost = lostBetween(old.transcript.value.utterances, transcript);
  const [first] = lost;
  if (first === undefined) return [];
  return [
    {
      rule: LOST_TIMES,
      severity,
      file: transcript.file,
      span: transcript.locate(['utterances', first]),
      message: `${counted(lost.length, 'utterance')} had a time at ${revision} and ${lost.length === 1 ? 'has' : 'have'} none now`,
      help: `put the times back: git show ${revision}:FILE has them`,
      data: { count: lost.length },
      // The revision moves on from run to run, and the count from edit to edit.
      fingerprint: 'utterances lost their times',
    },
  ];
}

/** Indexes of utterances whose words had a time; the first of several equal ones counts for the first. */
function lostBetween(
  old: readonly Utterance[],
  { value }: Document<Project['transcript']['value']>,
): number[] {
  const before = groupBy(old, wordsOf);
  const lost: number[] = [];
  for (const [index, utterance] of value.utterances.entries()) {
    const was = before.get(wordsOf(utterance))?.shift();
    if (was?.start !== undefined && utterance.start === undefined) lost.push(index);
  }
  return lost;
}

/** Labels are corrected together with times: who speaks does not matter. */
function wordsOf({ text, event }: Utterance): string {
  return `${event === undefined ? 'text' : 'event'} ${(text ?? event ?? '').replace(/\s+/g, ' ').trim()}`;
}
