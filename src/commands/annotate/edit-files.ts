/** Operations on the text of layers and transcripts, and the check of what came out. Nothing is written here. */
import { getOrMake } from '../../core/maps.ts';
import type { Finding } from '../../core/model/finding.ts';
import type { Project } from '../../core/model/project.ts';
import { readDocument } from '../../formats/onrecord/read.ts';
import { editYaml } from '../../formats/yaml/edit/editor.ts';
import type { Env } from '../../io/env.ts';
import { refuseUnfinished } from '../../project/edit-journal.ts';
import { loadProject } from '../../project/load-project.ts';
import type { LoadedFile } from '../../project/loaded-file.ts';
import type { Loader } from '../../project/loader.ts';
import type { Options } from '../printing.ts';
import { refusedIn, withDocument } from '../refused-entries.ts';
import { type ChosenFile, chooseLayer, fileWith, type RefusedFile } from './choose-file.ts';
import type { Operation } from './operation.ts';
import { Plan } from './plan.ts';
import type { Problem } from './problem.ts';
import { settle } from './settle.ts';

export interface EditedFile {
  readonly file: string;
  /** undefined where the file is new. */
  readonly before: Uint8Array | undefined;
  readonly after: Uint8Array;
  /** Descriptions of the changes, one line each. */
  readonly done: readonly string[];
}

export interface Refused {
  readonly refused: readonly Finding[];
  readonly files: readonly LoadedFile[];
  /** Others, in which findings name places. */
  readonly cited?: readonly LoadedFile[];
}

/** What to ask the person who typed the options for. */
export interface Asked {
  readonly problems: readonly Problem[];
}

/** Every file that the operations change, or why none may be written. */
export async function editFiles(
  loader: Loader,
  file: string,
  operations: readonly Operation[],
  options: Options,
  env: Env,
): Promise<readonly EditedFile[] | Refused | Asked> {
  const loaded = await loadProject(loader, file);
  if (loaded.project === undefined) return { refused: loaded.findings, files: loaded.files };
  const { project } = loaded;
  refuseUnfinished(env.files, project.transcript.file);
  const isTyped = options['from'] === undefined;
  const settled = settle(operations, project, {
    isTyped,
    addsSources: options['addSource'] === true,
  });
  if (settled.problems.length > 0) return { problems: settled.problems };
  const chosen = await operationsByFile(settled.operations, project, loader, options, env);
  if ('refused' in chosen) return { refused: chosen.refused, files: [chosen.file] };

  const edited: EditedFile[] = [];
  let changed = project;
  for (const [index, { target, operations: own }] of chosen.entries()) {
    // One declaration serves all files of a project.
    const sources = index === 0 ? settled.sources : undefined;
    const planned = new Plan(changed, target, env, options).make(own, sources);
    const text = await editYaml(target.yaml, planned.changes);
    const after = target.encode(text);
    const result = readDocument(after, target.name);
    const before = changed;
    if (result.document !== undefined) changed = withDocument(changed, result.document);
    const refused = await refusedIn(result, {
      before,
      changed,
      entries: planned.entries,
      file: target.name,
      env,
    });
    if (refused.length > 0)
      return isTyped
        ? { problems: refused.map(problemOf) }
        : {
            refused,
            files: [{ ...result, file: target.name, bytes: after }],
            cited: loaded.files,
          };
    edited.push({ file: target.name, before: target.bytes, after, done: planned.done });
  }
  return edited;
}

/** People who type options have no file with a line to point at. */
function problemOf({ message, help }: Finding): Problem {
  return { message, ways: help === undefined ? [] : [help] };
}

interface FileOperations {
  readonly target: ChosenFile;
  readonly operations: Operation[];
}

/** Groups operations by file: an entry is changed in its own file, new ones go into one layer. */
async function operationsByFile(
  operations: readonly Operation[],
  project: Project,
  loader: Loader,
  options: Options,
  env: Env,
): Promise<readonly FileOperations[] | RefusedFile> {
  const byName = new Map<string, FileOperations>();
  let layer: ChosenFile | undefined;
  for (const operation of operations) {
    const isChange = operation.kind === 'change' || operation.kind === 'withdraw';
    let target = isChange ? await fileWith(operation.id, project, loader, options) : undefined;
    if (target === undefined) {
      if (layer === undefined) {
        const chosen = await chooseLayer(project, loader, options, env);
        if ('refused' in chosen) return chosen;
        layer = chosen;
      }
      target = layer;
    }
    const own = { target, operations: [] };
    getOrMake(byName, target.name, (): FileOperations => own).operations.push(operation);
  }
  return [...byName.values()];
}
