/** The value of `--accept`: verdicts, and single annotations or claims by id. */

import type { Layer } from '../../core/model/model.ts';
import type { Acceptance } from '../../core/reanchor/acceptance.ts';
import { closest } from '../../core/text/closest.ts';
import { UsageError } from '../../io/errors.ts';

const KINDS = ['moved', 'edited', 'without-alarms'] as const;

/** @throws UsageError for a name that is neither a kind nor an id in the layers. */
export function acceptanceFrom(text: string, layers: readonly Layer[]): Acceptance {
  const names = text.split(',').map(name => name.trim());
  const has = (kind: (typeof KINDS)[number]) => names.includes(kind);
  const ids = names.filter(name => !(KINDS as readonly string[]).includes(name));
  const known = new Set(
    layers.flatMap(layer => [...layer.annotations, ...layer.claims].map(entry => entry.id)),
  );
  const stranger = ids.find(id => !known.has(id));
  if (stranger !== undefined) {
    const guess = closest(stranger, [...KINDS, ...known]);
    throw new UsageError(
      `--accept ${stranger}: there is no such annotation or claim in the layers`,
      guess === undefined ? `expected ${KINDS.join(', ')} or ids` : `did you mean ${guess}?`,
    );
  }
  return {
    moved: has('moved'),
    edited: has('edited'),
    withoutAlarms: has('without-alarms'),
    ids: new Set(ids),
  };
}
