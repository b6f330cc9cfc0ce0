/** Operations on a layer's text, and the check of what came out. Nothing is written here. */
import path from 'node:path';
import { anchorDraft } from '../../core/annotate/anchor-draft.ts';
import { type Finding, type Path, withoutReplaced } from '../../core/model/finding.ts';
import type { Layer } from '../../core/model/model.ts';
import { newId } from '../../core/model/new-id.ts';
import { type Document, EntryIndex, type Project } from '../../core/model/project.ts';
import { TargetResolver } from '../../core/model/targets.ts';
import { closest } from '../../core/text/closest.ts';
import { readDocument } from '../../formats/onrecord/read.ts';
import type { Change } from '../../formats/yaml/edit/change.ts';
import { editYaml } from '../../formats/yaml/edit/editor.ts';
import type { YamlDocument } from '../../formats/yaml/read/document.ts';
import type { Env } from '../../io/env.ts';
import { UsageError } from '../../io/errors.ts';
import { loadProject } from '../../project/load-project.ts';
import type { LoadedFile } from '../../project/loaded-file.ts';
import type { Loader } from '../../project/loader.ts';
import { prepareDatesOf } from '../../project/prepare-dates.ts';
import { RULES } from '../../rules/index.ts';
import { runRules } from '../../rules/run.ts';
import { dayFrom } from '../acting.ts';
import type { Options } from '../printing.ts';
import { type ChosenLayer, chooseLayer } from './choose-layer.ts';
import type { Fields, Operation } from './operation.ts';

export interface EditedLayer {
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

export async function editLayer(
  loader: Loader,
  file: string,
  operations: readonly Operation[],
  options: Options,
  env: Env,
): Promise<EditedLayer | Refused> {
  const loaded = await loadProject(loader, file, undefined);
  if (loaded.project === undefined) return { refused: loaded.findings, files: loaded.files };
  const layer = await chooseLayer(loaded.project, loader, options, env);
  if ('refused' in layer) return { refused: layer.refused, files: [layer.file] };

  const planned = new Plan(loaded.project, layer, env, options).make(operations);
  const text = await editYaml(layer.yaml, planned.changes);
  const after = layer.encode(text);
  const edited = readDocument(after, layer.name);
  const findings = await findingsOf(edited, loaded.project, layer.name, env);
  const places = planned.entries.map(at => edited.document?.locate(at));
  const refused = findings.filter(finding => isRefused(finding, places));
  if (refused.length > 0) {
    return { refused: refused.map(asError), files: [{ ...edited, file: layer.name, bytes: after }] };
  }
  return { file: layer.name, before: layer.bytes, after, done: planned.done };
}

async function findingsOf(
  edited: ReturnType<typeof readDocument>,
  project: Project,
  name: string,
  env: Env,
): Promise<readonly Finding[]> {
  const document = edited.document as Document<Layer> | undefined;
  if (document === undefined) return edited.findings;
  const others = project.layers.filter(layer => layer.file !== name);
  const changed: Project = { ...project, layers: [...others, document] };
  await prepareDatesOf(changed);
  const { tags = new Map() } = project;
  const settings = { rules: RULES, unreadable: edited.unreadable, random: env.random, tags };
  return withoutReplaced([...edited.findings, ...runRules(changed, settings)]);
}

/** Errors in what was written; a key that the format does not know is one too, since no one meant to write it. */
function isRefused(finding: Finding, places: readonly (Finding['span'] | undefined)[]): boolean {
  if (finding.severity !== 'error' && finding.rule !== 'unknown-key') return false;
  const { span } = finding;
  return (
    span === undefined ||
    places.some(place => place !== undefined && span.start >= place.start && span.end <= place.end)
  );
}

function asError(finding: Finding): Finding {
  return { ...finding, severity: 'error' };
}

interface Planned {
  readonly changes: readonly Change[];
  /** Paths of the entries that are new or changed, in the edited document. */
  readonly entries: readonly Path[];
  readonly done: readonly string[];
}

/** Turns operations into changes of the layer's YAML. */
class Plan {
  readonly #layer: ChosenLayer;
  readonly #env: Env;
  readonly #options: Options;
  readonly #index: EntryIndex;
  readonly #resolver: TargetResolver;
  readonly #made = new Set<string>();

  constructor(project: Project, layer: ChosenLayer, env: Env, options: Options) {
    this.#layer = layer;
    this.#env = env;
    this.#options = options;
    this.#index = new EntryIndex(project);
    this.#resolver = new TargetResolver(project, this.#index);
  }

  make(operations: readonly Operation[]): Planned {
    const existing = annotationsOf(this.#layer.yaml);
    const changes: Change[] = [...this.#layer.header];
    const entries: Path[] = [];
    const done: string[] = [];
    const added: Fields[] = [];
    for (const operation of operations) {
      if (operation.kind === 'add' || operation.kind === 'supersede') {
        const entry =
          operation.kind === 'add' ? operation.fields : this.#successor(operation.id, operation.fields);
        added.push(this.#newEntry(entry, operation.occurrence));
        const id = String(added.at(-1)!['id']);
        done.push(operation.kind === 'add' ? `added ${id}` : `added ${id}, which supersedes ${operation.id}`);
      } else {
        const at: Path = ['annotations', this.#find(existing, operation.id)];
        entries.push(at);
        changes.push(...this.#changesOf(operation, at, existing[at[1] as number]!));
        done.push(`${operation.kind === 'change' ? 'changed' : 'withdrew'} ${operation.id}`);
      }
    }
    if (added.length > 0) {
      changes.push({ kind: 'insert', path: ['annotations'], values: added });
      entries.push(...added.map((_, index): Path => ['annotations', existing.length + index]));
    }
    return { changes, entries, done: done.map(line => `${line} in ${this.#layer.name}`) };
  }

  #changesOf(
    operation: Extract<Operation, { kind: 'change' | 'withdraw' }>,
    at: Path,
    entry: Fields,
  ): Change[] {
    if (operation.kind === 'withdraw') {
      return setAll(at, { withdrawn: this.#today(), ...operation.fields });
    }
    const { fields, unset } = operation;
    const touchesAnchor = ['target', 'quote', 'before', 'after'].some(name => fields[name] !== undefined);
    const merged = { ...entry, ...withoutUndefined(fields) };
    const anchored = touchesAnchor ? this.#anchor(merged, operation.occurrence) : {};
    const stale = touchesAnchor
      ? ['before', 'after', 'pin', 'verdict'].filter(
          name => entry[name] !== undefined && anchored[name] === undefined,
        )
      : [];
    const missing = unset.find(name => entry[name] === undefined);
    if (missing !== undefined) throw new UsageError(`${operation.id} has no field ${missing} to unset`);
    return [
      ...setAll(at, { ...fields, ...anchored }),
      ...[...unset, ...stale].map((name): Change => ({ kind: 'remove', path: [...at, name] })),
    ];
  }

  #successor(id: string, fields: Fields): Fields {
    const old =
      annotationsOf(this.#layer.yaml).find(entry => entry['id'] === id) ??
      this.#index.of('annotation', id)?.value;
    if (old === undefined) throw this.#unknown(id);
    const { target, quote, before, after } = old as Fields;
    const anchor =
      fields['target'] === undefined && fields['quote'] === undefined ? { quote, before, after } : {};
    return { target: plainTarget(target), ...anchor, ...withoutUndefined(fields), supersedes: id };
  }

  #newEntry(fields: Fields, occurrence: number | undefined): Fields {
    const {
      id,
      target,
      quote: _q,
      before: _b,
      after: _a,
      creator,
      created,
      ...rest
    } = withoutUndefined(fields);
    return withoutUndefined({
      id: id ?? this.#newId(),
      target,
      ...this.#anchor(fields, occurrence),
      ...rest,
      creator: creator === this.#layer.creator ? undefined : creator,
      created: created ?? this.#today(),
    });
  }

  #anchor(fields: Fields, occurrence: number | undefined): Fields {
    const target = [fields['target']].flat().filter(name => typeof name === 'string');
    const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : undefined);
    const draft = { target, quote: text('quote'), before: text('before'), after: text('after') };
    const anchored = anchorDraft(draft, this.#resolver, occurrence);
    if (!('ambiguous' in anchored)) return { ...anchored };
    throw new UsageError(
      `the quote "${draft.quote}" stands in ${anchored.ambiguous.length} places of ${target.join(', ')}`,
      `say which: --occurrence 1 to ${anchored.ambiguous.length}, or words around it with --before and --after`,
    );
  }

  #newId(): string {
    const isTaken = (id: string) => this.#made.has(id) || this.#index.get(id) !== undefined;
    const id = newId('a', this.#env.random, isTaken);
    this.#made.add(id);
    return id;
  }

  #today(): string {
    return dayFrom(this.#options, this.#env);
  }

  #find(existing: readonly Fields[], id: string): number {
    const index = existing.findIndex(entry => entry['id'] === id);
    if (index < 0) throw this.#unknown(id);
    return index;
  }

  #unknown(id: string): UsageError {
    const elsewhere = this.#index.of('annotation', id)?.document.file;
    if (elsewhere !== undefined && elsewhere !== this.#layer.name) {
      return new UsageError(
        `the annotation ${id} is in ${elsewhere}`,
        `name that file, or --layer ${elsewhere}`,
      );
    }
    const guess = closest(id, this.#index.ids('annotation'));
    return new UsageError(
      `there is no annotation ${id} in ${path.basename(this.#layer.name)}`,
      guess === undefined ? undefined : `did you mean ${guess}?`,
    );
  }
}

function annotationsOf(yaml: YamlDocument): readonly Fields[] {
  const list = (yaml.value as Fields)['annotations'];
  return Array.isArray(list) ? list : [];
}

function plainTarget(target: unknown): unknown {
  return Array.isArray(target) && target.length === 1 ? target[0] : target;
}

function setAll(at: Path, fields: Fields): Change[] {
  return Object.entries(withoutUndefined(fields)).map(([name, value]) => ({
    kind: 'set',
    path: [...at, name],
    value,
  }));
}

function withoutUndefined(fields: Fields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
