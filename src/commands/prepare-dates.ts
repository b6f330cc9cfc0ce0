/** Loads the date library where a project needs it; most projects have only dates that are read without it. */
import { prepareDates } from '../core/dates/date.ts';
import { datesOf } from '../core/dates/dates-of.ts';
import { documentsOf, type Project } from '../core/project.ts';

export async function prepareDatesOf(project: Project): Promise<void> {
  await prepareDates(
    documentsOf(project).flatMap(document => [...datesOf(document.value)].map(date => date.text)),
  );
}
