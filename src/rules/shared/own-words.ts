/** Texts that are the annotator's own. Quotations are never judged: they are reproduced as they are. */
import type { Place } from '../../core/model/finding.ts';
import type { Span } from '../../core/model/span.ts';
import type { ProjectContext } from '../context/project-context.ts';
import { wordsWithin } from '../rule.ts';

/** Something in which own words may be found, and where. */
interface FoundIn<Found> {
  readonly text: string;
  readonly found: Found;
  readonly at: Place;
}

/**
 * What is found first in each claim, context, comment and note, and in the transcript's title and setting. Places are made
 * where something is found: most texts have nothing.
 */
export function foundInOwnWords<Found extends Span>(
  { project, entries }: ProjectContext,
  find: (text: string) => Found | undefined,
): FoundIn<Found>[] {
  const all: FoundIn<Found>[] = [];
  const look = (text: string | undefined, at: Place, field: string) => {
    const found = text === undefined ? undefined : find(text);
    if (found !== undefined) all.push({ text: text!, found, at: wordsWithin(at, field, text!, found) });
  };
  const { file, value: transcript } = project.transcript;
  look(transcript.title, { file, path: [] }, 'title');
  look(transcript.setting, { file, path: [] }, 'setting');
  for (const { value, at } of entries.claims) look(value.text, at, 'text');
  for (const { value, at } of entries.annotations) {
    look(value.context, at, 'context');
    look(value.comment, at, 'comment');
    look(value.note, at, 'note');
  }
  return all;
}
