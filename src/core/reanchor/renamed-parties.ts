/** References of a file to parties that its transcript has under other ids now. */
import type { Annotation, Contents, Id } from '../model/model.ts';
import { placesOfIds } from '../speakers/renamed-ids.ts';
import type { Renaming } from '../who-speaks/speakers.ts';
import type { ReferenceChange } from './outcome.ts';
import type { Versions } from './target-versions.ts';

export interface RenamedParties {
  /** Paths from the root of the file, as it is written. */
  readonly changes: readonly ReferenceChange[];
  /** Their references stay: the old id is someone else's now, and nothing tells that the file is still of the old version. */
  readonly unsure: readonly Renaming[];
}

/**
 * The ids to be written in a layer, or in what a transcript says beside its utterances. An id that the file itself
 * declares stays. Planning again after the changes were written gives nothing to write.
 *
 * @param written the file as its text has it.
 * @param isOfOld whether the file surely refers to the old version; its pins may tell it as well.
 */
export function renamedParties(
  file: Contents,
  written: () => unknown,
  versions: Versions,
  isOfOld: boolean,
): RenamedParties {
  const renamings = versions.speakers
    .renamings()
    .filter(({ old }) => !file.parties.has(old) && !file.sources.has(old));
  if (renamings.length === 0) return { changes: [], unsure: [] };
  const isClear = ({ old }: Renaming) =>
    !versions.speakers.isInNew(old) || isOfOld || isPinnedToOld(file.annotations, versions);
  const newIds = new Map<Id, Id>();
  const unsure = new Map<Id, Renaming>();
  for (const renaming of renamings)
    if (isClear(renaming)) newIds.set(renaming.old, renaming.new);
    else unsure.set(renaming.old, renaming);
  const places = placesOfIds(
    written() as Readonly<Record<string, unknown>>,
    new Set([...newIds.keys(), ...unsure.keys()]),
  );
  return {
    changes: places.flatMap(({ path, id }) => {
      const fresh = newIds.get(id);
      return fresh === undefined ? [] : [{ path, old: id, new: fresh }];
    }),
    unsure: [...unsure.values()].filter(({ old }) => places.some(({ id }) => id === old)),
  };
}

/** What waits keeps its old pin after the layer was carried, and tells nothing. */
function isPinnedToOld(annotations: readonly Annotation[], versions: Versions): boolean {
  return annotations.some(
    annotation =>
      annotation.verdict === undefined &&
      versions.isPinnedTo('old', annotation) &&
      !versions.isPinnedTo('new', annotation),
  );
}
