/** The counts that close a view. */

import { countUp } from '../../core/maps.ts';
import type { View } from '../../core/model/view.ts';
import { STANDINGS, type StandingName } from '../../core/model/vocabulary.ts';
import { claimKind } from '../../core/standing/claim-kind.ts';
import { counted } from '../../core/text/counted.ts';
import { type Unsure, unsureOf } from '../../core/view/unsure.ts';
import { annotationsOf, isKnown } from './names.ts';

export interface Summary extends Unsure {
  readonly utterances: number;
  readonly statements: number;
  readonly claims: number;
  /** Annotations that exist at the date of the view, each once. */
  readonly annotations: number;
  /** Annotations left out because they were made after the date of the view. */
  readonly later: number;
  /** Stances left out because no source states their date, where such acts are skipped. */
  readonly skipped: number;
  readonly readings: number;
  /** Claims by standing, where all readings agree on it. */
  readonly standings: Readonly<Partial<Record<StandingName, number>>>;
  /** Claims whose standing differs between readings. */
  readonly differing: number;
}

export function summarise(view: View): Summary {
  const annotations = annotationsOf(view);
  const counts = new Map<StandingName, number>();
  let differing = 0;
  for (const claim of view.claims) {
    const kind = claimKind(claim);
    if (kind === 'differs') differing++;
    else if (kind !== undefined) countUp(counts, kind);
  }
  const known = annotations.filter(isKnown).length;
  const later = annotations.filter(({ dead }) => dead === 'not-yet').length;
  return {
    utterances: view.utterances.length,
    statements: view.statements.length,
    claims: view.claims.length,
    annotations: known,
    later,
    skipped: annotations.length - known - later,
    readings: view.readings.length,
    standings: inOrder(counts),
    differing,
    ...unsureOf(view),
  };
}

function inOrder(counts: ReadonlyMap<StandingName, number>): Summary['standings'] {
  const standings: Partial<Record<StandingName, number>> = {};
  for (const name of STANDINGS) {
    const count = counts.get(name);
    if (count !== undefined) standings[name] = count;
  }
  return standings;
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
    ...(summary.skipped > 0 ? [`${summary.skipped} undated not shown`] : []),
  ];
  return parts.join(', ');
}
