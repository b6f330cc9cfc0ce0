/** Layers carried from one version of a transcript to another. */
import type { Layer, Transcript } from '../../../src/core/model/model.ts';
import { type Acceptance, ONLY_EXACT } from '../../../src/core/reanchor/acceptance.ts';
import { carryLayer } from '../../../src/core/reanchor/carry-layer.ts';
import type { Outcome } from '../../../src/core/reanchor/outcome.ts';
import { versionsOf } from '../../../src/core/reanchor/target-versions.ts';
import { documentOf } from '../../fixtures/project.ts';
import { english } from '../anchor/builders.ts';

export interface Carrying {
  readonly old: Transcript;
  readonly new: Transcript;
  readonly layer: Layer;
  readonly accept?: Acceptance;
}

export function outcomesOf({ old, new: fresh, layer, accept = ONLY_EXACT }: Carrying): Outcome[] {
  const [before, now] = [documentOf('talk.yaml', old), documentOf('talk.yaml', fresh)];
  const versions = versionsOf(before, now, [documentOf('notes.layer.yaml', layer)], { words: english });
  return carryLayer(layer, versions, accept);
}

/** The layer as it is after its outcomes were written. */
export function written(layer: Layer, outcomes: readonly Outcome[]): Layer {
  const after = <E extends object>(kind: Outcome['kind'], entries: readonly E[]) =>
    entries.map((entry, index) => {
      const outcome = outcomes.find(found => found.kind === kind && found.index === index);
      const fields = Object.entries({ ...entry, ...outcome?.after });
      return Object.fromEntries(fields.filter(([, value]) => value !== undefined)) as E;
    });
  return {
    ...layer,
    claims: after('claim', layer.claims),
    annotations: after('annotation', layer.annotations),
  };
}
