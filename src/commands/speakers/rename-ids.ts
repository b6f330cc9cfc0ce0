/** Gives parties other ids, in a transcript and all its layers, with the pins renewed that hash them. */
import type { Id } from '../../core/model/model.ts';
import { documentsOf, EntryIndex, type Project } from '../../core/model/project.ts';
import { TargetResolver } from '../../core/model/targets.ts';
import { placesOfIds } from '../../core/speakers/renamed-ids.ts';
import { renewedPins } from '../../core/speakers/renewed-pins.ts';
import type { Change } from '../../formats/yaml/edit/change.ts';
import { UsageError } from '../../io/errors.ts';
import type { Loader } from '../../project/loader.ts';
import { type EditedProject, editedProject } from '../edited-project.ts';
import { requireId } from '../id-named.ts';

/** @throws UsageError if an id is malformed or taken, or names no party. */
export function checkRenames(renames: ReadonlyMap<Id, Id>, project: Project): void {
  const index = new EntryIndex(project);
  const speaking = new Set(project.transcript.value.utterances.flatMap(({ speaker }) => speaker ?? []));
  const wanted = new Set<Id>();
  for (const [old, fresh] of renames) {
    const isParty =
      index.of('party', old) !== undefined || (speaking.has(old) && index.get(old) === undefined);
    if (!isParty) throw new UsageError(`--rename-id ${old}=${fresh}: no party ${old}`);
    requireId(fresh, `--rename-id ${old}=${fresh}`);
    const owner = index.get(fresh);
    if (owner !== undefined || wanted.has(fresh) || speaking.has(fresh))
      throw new UsageError(
        `--rename-id ${old}=${fresh}: ${fresh} is taken`,
        owner === undefined ? undefined : `${owner.kind} in ${owner.document.file}`,
      );
    wanted.add(fresh);
  }
}

export async function renamedIds(
  renames: ReadonlyMap<Id, Id>,
  project: Project,
  loader: Loader,
): Promise<EditedProject> {
  const ids = new Set(renames.keys());
  const named = (_file: string, value: Readonly<Record<string, unknown>>): Change[] => [
    ...placesOfIds(value, ids).map(
      ({ path, id }): Change => ({ kind: 'set', path, value: renames.get(id)! }),
    ),
    ...Object.keys((value['parties'] as object | undefined) ?? {})
      .filter(id => ids.has(id))
      .map((id): Change => ({ kind: 'rename', path: ['parties', id], name: renames.get(id)! })),
  ];
  const { project: fresh } = await editedProject(project, loader, named);
  const [old, now] = [new TargetResolver(project), new TargetResolver(fresh)];
  const contents = new Map(documentsOf(fresh).map(({ file, value }) => [file, value]));
  return editedProject(project, loader, (file, value) => [
    ...named(file, value),
    ...renewedPins(contents.get(file)!, old, now).map(
      ({ path, pin }): Change => ({ kind: 'set', path: [...path, 'pin'], value: pin }),
    ),
  ]);
}
