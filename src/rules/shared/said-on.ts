/** When things were said, in days. */
import type { DateBounds } from '../../core/dates/bounds.ts';
import { parseDate } from '../../core/dates/date.ts';
import type { Statement, Utterance } from '../../core/model/model.ts';
import type { Project } from '../../core/model/project.ts';
import { isStatement, type Located } from '../context/entries.ts';

/** The day of the talk; undefined if the transcript does not say. */
export function talkDate({ transcript }: Project): DateBounds | undefined {
  return dateOf(transcript.value.date);
}

/** The day of the talk for an utterance, its own day for a statement. */
export function saidOn(speech: Located<Utterance | Statement>, project: Project): DateBounds | undefined {
  if (!isStatement(speech)) return talkDate(project);
  return 'date' in speech.value ? dateOf(speech.value.date) : undefined;
}

function dateOf(text: string | undefined): DateBounds | undefined {
  return text === undefined ? undefined : parseDate(text);
}
