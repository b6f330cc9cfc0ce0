/** A project whose files are changed together: new texts, read again, with the layers before the transcript. */
import type { Project } from '../core/model/project.ts';
import { readDocument } from '../formats/onrecord/read.ts';
import type { Change } from '../formats/yaml/edit/change.ts';
import { editYaml } from '../formats/yaml/edit/editor.ts';
import type { FileStep } from '../project/edit-journal.ts';
import type { Loader } from '../project/loader.ts';
import { openYaml } from '../project/open-yaml.ts';
import { withDocument } from './refused-entries.ts';

export interface EditedProject {
  readonly project: Project;
  /** One for each file that changes, in the order in which they are written: the transcript last. */
  readonly steps: readonly FileStep[];
}

/**
 * @param changesOf the changes of a file, by its value as it is written.
 * @throws EditError where an edit does not fit; an Error where a file cannot be read any more.
 */
export async function editedProject(
  project: Project,
  loader: Loader,
  changesOf: (file: string, value: Readonly<Record<string, unknown>>) => readonly Change[],
): Promise<EditedProject> {
  let edited = project;
  const steps: FileStep[] = [];
  const { transcript, layers } = project;
  for (const { file } of [...layers, transcript]) {
    const loaded = await loader.load(file);
    const { yaml, encode } = openYaml(loaded);
    const changes = changesOf(file, yaml.value);
    if (changes.length === 0) continue;
    const after = encode(await editYaml(yaml, changes));
    const { document } = readDocument(after, file);
    if (document === undefined) throw new Error(`${file} cannot be read after the edit`);
    edited = withDocument(edited, document);
    steps.push({ file, before: loaded.bytes, after });
  }
  return { project: edited, steps };
}
