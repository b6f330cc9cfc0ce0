/** The older version of a project's transcript, to judge the anchors of the present one by. */
import type { OlderText } from '../core/anchor/anchor-state.ts';
import { wordsOfTranscripts } from '../core/language/transcript-words.ts';
import type { Project } from '../core/model/project.ts';
import { sameValue } from '../core/model/same-value.ts';
import { olderText } from '../core/reanchor/older-text.ts';

/** Undefined if the two have the same text: then the present text tells everything. */
export async function olderTextOf(old: Project, fresh: Project): Promise<OlderText | undefined> {
  if (haveSameText(old, fresh)) return undefined;
  const { lists, unlistedIn } = await wordsOfTranscripts([fresh.transcript.value, old.transcript.value]);
  return olderText(old.transcript, fresh, { words: lists, unlistedIn });
}

function haveSameText(one: Project, other: Project): boolean {
  if (one === other) return true;
  const [before, now] = [one.transcript.value, other.transcript.value];
  return (
    (['utterances', 'statements', 'claims', 'annotations'] as const).every(list =>
      sameValue(before[list], now[list]),
    ) && sameValue([...before.parties], [...now.parties])
  );
}
