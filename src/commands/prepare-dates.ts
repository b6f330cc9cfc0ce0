/** Loads the date library where a project needs it; most projects have only dates that are read without it. */
import { prepareDates } from '../core/dates/date.ts';
import { datesOf } from '../core/dates/dates-of.ts';
import { documentsOf, type Project } from '../core/project.ts';

export async function prepareDatesOf(project: Project): Promise<void> {
  await prepareDates(distinctDates(project));
}

/** A project has thousands of dates, most of them the few days on which somebody worked on it. */
function distinctDates(project: Project): ReadonlySet<string> {
  const dates = new Set<string>();
  for (const document of documentsOf(project))
    for (const { text } of datesOf(document.value)) dates.add(text);
  return dates;
}
