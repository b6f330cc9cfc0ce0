/** Loads the date library where projects need it; most projects have only dates that are read without it. */
import { prepareDates } from '../core/dates/date.ts';
import { visitDates } from '../core/dates/dates-of.ts';
import { documentsOf, type Project } from '../core/model/project.ts';

export async function prepareDatesOf(projects: readonly Project[]): Promise<void> {
  await prepareDates(distinctDates(projects));
}

/** Projects have thousands of dates, most of them the few days on which somebody worked on them. */
function distinctDates(projects: readonly Project[]): ReadonlySet<string> {
  const dates = new Set<string>();
  const add = (text: string) => dates.add(text);
  for (const project of projects) {
    for (const document of documentsOf(project)) visitDates(document.value, add);
  }
  return dates;
}
