/** Operations on the text of layers and transcripts, and the check of what came out. Nothing is written here. */
import { type Finding, type Path, withoutReplaced } from '../../core/model/finding.ts';
import { type Document, isLayer, isTranscript, type Project } from '../../core/model/project.ts';
import type { Span } from '../../core/model/span.ts';
import { readDocument } from '../../formats/onrecord/read.ts';
import { editYaml } from '../../formats/yaml/edit/editor.ts';
import type { Env } from '../../io/env.ts';
import { loadProject } from '../../project/load-project.ts';
import type { LoadedFile } from '../../project/loaded-file.ts';
import type { Loader } from '../../project/loader.ts';
import { prepareDatesOf } from '../../project/prepare-dates.ts';
import { RULES } from '../../rules/index.ts';
import { runRules } from '../../rules/run.ts';
import type { Options } from '../printing.ts';
import { type ChosenFile, chooseLayer, fileWith, type RefusedFile } from './choose-file.ts';
import type { Operation } from './operation.ts';
import { Plan } from './plan.ts';

export interface EditedFile {
  readonly file: string;
  /** undefined where the file is new. */
  readonly before: Uint8Array | undefined;
  readonly after: Uint8Array;
  /** What was done, one line each. */
  readonly done: readonly string[];
}

export interface Refused {
  readonly refused: readonly Finding[];
  readonly files: readonly LoadedFile[];
}

/** Every file that the operations change, or why none may be written. */
export async function editFiles(
  loader: Loader,
  file: string,
  operations: readonly Operation[],
  options: Options,
  env: Env,
): Promise<readonly EditedFile[] | Refused> {
  const loaded = await loadProject(loader, file, undefined);
  if (loaded.project === undefined) return { refused: loaded.findings, files: loaded.files };
  const { project } = loaded;
  const chosen = await operationsByFile(operations, project, loader, options, env);
  if ('refused' in chosen) return { refused: chosen.refused, files: [chosen.file] };

  const edited: EditedFile[] = [];
  let changed = project;
  for (const { target, operations: own } of chosen) {
    const planned = new Plan(changed, target, env, options).make(own);
    const text = await editYaml(target.yaml, planned.changes);
    const after = target.encode(text);
    const result = readDocument(after, target.name);
    const before = changed;
    if (result.document !== undefined) changed = withDocument(changed, result.document);
    const refused = await refusedIn(result, { before, changed, planned: planned.entries, target, env });
    if (refused.length > 0)
      return { refused: refused.map(asError), files: [{ ...result, file: target.name, bytes: after }] };
    edited.push({ file: target.name, before: target.bytes, after, done: planned.done });
  }
  return edited;
}

interface FileOperations {
  readonly target: ChosenFile;
  readonly operations: Operation[];
}

/** An entry is changed where it stands; what is new goes into one layer. */
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
    const known = byName.get(target.name);
    if (known === undefined) byName.set(target.name, { target, operations: [operation] });
    else known.operations.push(operation);
  }
  return [...byName.values()];
}

function withDocument(project: Project, document: Document): Project {
  if (isTranscript(document)) return { ...project, transcript: document };
  if (!isLayer(document)) return project;
  const isNew = project.layers.every(layer => layer.file !== document.file);
  const layers = project.layers.map(layer => (layer.file === document.file ? document : layer));
  return { ...project, layers: isNew ? [...layers, document] : layers };
}

interface Edit {
  readonly before: Project;
  readonly changed: Project;
  readonly planned: readonly Path[];
  readonly target: ChosenFile;
  readonly env: Env;
}

/**
 * Errors in what was written; a key that the format does not know is one too, since no one meant to write it. What was
 * wrong with an entry before, and is no worse now, keeps nobody from changing something else in it.
 */
async function refusedIn(
  edited: ReturnType<typeof readDocument>,
  { before, changed, planned, target, env }: Edit,
): Promise<readonly Finding[]> {
  const places = planned.map(at => edited.document?.locate(at));
  const isOfEntry = ({ file, span, labels = [] }: Finding) =>
    (file === target.name && isWithin(span, places)) ||
    labels.some(
      label => label.file === target.name && label.span !== undefined && isWithin(label.span, places),
    );
  const isSerious = ({ severity, rule }: Finding) => severity === 'error' || rule === 'unknown-key';
  const findings = await findingsOf(edited, changed, env);
  const refused = findings.filter(finding => isSerious(finding) && isOfEntry(finding));
  if (refused.length === 0) return refused;
  const known = new Set((await findingsOf({ findings: [], unreadable: [] }, before, env)).map(keyOf));
  return refused.filter(finding => !known.has(keyOf(finding)));
}

async function findingsOf(
  {
    document,
    findings,
    unreadable,
  }: Pick<ReturnType<typeof readDocument>, 'document' | 'findings' | 'unreadable'>,
  project: Project,
  env: Env,
): Promise<readonly Finding[]> {
  if (document === undefined && findings.length > 0) return findings;
  await prepareDatesOf(project);
  const settings = { rules: RULES, unreadable, random: env.random, tags: project.tags ?? new Map() };
  return withoutReplaced([...findings, ...(await runRules(project, settings))]);
}

function isWithin(span: Span | undefined, places: readonly (Span | undefined)[]): boolean {
  return (
    span === undefined ||
    places.some(place => place !== undefined && span.start >= place.start && span.end <= place.end)
  );
}

const keyOf = ({ rule, message }: Finding) => `${rule} ${message}`;

function asError(finding: Finding): Finding {
  return { ...finding, severity: 'error' };
}
