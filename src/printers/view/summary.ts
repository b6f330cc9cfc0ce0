/** The counts that close a view. */
import type { View } from '../../core/view.ts';
import { STANDINGS, type StandingName } from '../../core/vocabulary.ts';
import { annotationsOf, isKnown } from './names.ts';

export interface Summary {
  readonly utterances: number;
  readonly statements: number;
  readonly claims: number;
  /** Annotations that exist at the date of the view, each once. */
  readonly annotations: number;
  /** Annotations left out because they were made after the date of the view. */
  readonly later: number;
  readonly readings: number;
  /** Claims by standing, where all readings agree on it. */
  readonly standings: Readonly<Partial<Record<StandingName, number>>>;
  /** Claims whose standing differs between readings. */
  readonly differing: number;
}

export function summarise(view: View): Summary {
  const annotations = annotationsOf(view);
  const agreed = view.claims.map(claim => {
    const names = new Set(claim.standings.map(standing => standing.name));
    return names.size === 1 ? [...names][0]! : undefined;
  });
  const counts = STANDINGS.map(name => [name, agreed.filter(standing => standing === name).length] as const);
  return {
    utterances: view.utterances.length,
    statements: view.statements.length,
    claims: view.claims.length,
    annotations: annotations.filter(isKnown).length,
    later: annotations.filter(placed => !isKnown(placed)).length,
    readings: view.readings.length,
    standings: Object.fromEntries(counts.filter(([, count]) => count > 0)),
    differing: view.claims.filter(claim => new Set(claim.standings.map(standing => standing.name)).size > 1)
      .length,
  };
}

/** The counts on one line: "2 utterances, 1 claim (1 disputed), 4 annotations in 2 readings". */
export function summaryLine(summary: Summary): string {
  const standings = Object.entries(summary.standings).map(([name, count]) => `${count} ${name}`);
  if (summary.differing > 0) standings.push(`${summary.differing} differing between readings`);
  const parts = [
    counted(summary.utterances, 'utterance'),
    ...(summary.statements > 0 ? [counted(summary.statements, 'statement')] : []),
    ...(summary.claims > 0
      ? [counted(summary.claims, 'claim') + (standings.length > 0 ? ` (${standings.join(', ')})` : '')]
      : []),
    counted(summary.annotations, 'annotation') +
      (summary.readings > 1 ? ` in ${summary.readings} readings` : ''),
    ...(summary.later > 0 ? [`${summary.later} of a later date not shown`] : []),
  ];
  return parts.join(', ');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
