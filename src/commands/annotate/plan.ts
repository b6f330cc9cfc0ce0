/** Operations on annotations and claims as changes of a file's YAML. */

import path from 'node:path';
import { anchorDraft } from '../../core/annotate/anchor-draft.ts';
import { pushAll } from '../../core/long-lists.ts';
import type { Path } from '../../core/model/finding.ts';
import type { Id, Source } from '../../core/model/model.ts';
import { newId } from '../../core/model/new-id.ts';
import type { EntryIndex, Project } from '../../core/model/project.ts';
import { TargetResolver } from '../../core/model/targets.ts';
import { didYouMean } from '../../core/text/closest.ts';
import type { Change } from '../../formats/yaml/edit/change.ts';
import type { YamlDocument } from '../../formats/yaml/read/document.ts';
import type { Env } from '../../io/env.ts';
import { UsageError } from '../../io/errors.ts';
import { acceptorFrom, dayFrom } from '../acting.ts';
import { type Fields, oneOrMany, textIn, withoutUndefined } from '../fields.ts';
import { inWords } from '../in-words.ts';
import { Known } from '../known.ts';
import type { Options } from '../printing.ts';
import type { ChosenFile } from './choose-file.ts';
import { actOfMoving } from './moved-anchor.ts';
import type { Operation } from './operation.ts';

export interface Planned {
  readonly changes: readonly Change[];
  /** Paths of the entries that are new or changed, in the edited document. */
  readonly entries: readonly Path[];
  readonly done: readonly string[];
}

/** Fields of a claim that `--change` can set: the others are those of annotations. */
const CLAIM_FIELDS: ReadonlySet<string> = new Set([
  'target',
  'aspect',
  'note',
  'text',
  'checked',
  'checkable',
]);

/** Fields of an anchor record what a person did; only that act may write them. */
const NEVER_SET = ['pin', 'verdict', 'accepted'];

export class Plan {
  readonly #file: ChosenFile;
  readonly #env: Env;
  readonly #options: Options;
  readonly #known: Known;
  readonly #index: EntryIndex;
  readonly #resolver: TargetResolver;
  readonly #made = new Set<string>();

  constructor(project: Project, file: ChosenFile, env: Env, options: Options) {
    this.#file = file;
    this.#env = env;
    this.#options = options;
    this.#known = new Known(project);
    this.#index = this.#known.index;
    this.#resolver = new TargetResolver(project, this.#index);
  }

  /** @param sources to be declared in the file, by id. */
  make(operations: readonly Operation[], sources: ReadonlyMap<Id, Source> = new Map()): Planned {
    const existing = entriesOf(this.#file.yaml, 'annotations');
    const changes: Change[] = [...this.#file.header];
    const entries: Path[] = [];
    const done: string[] = this.#file.bytes === undefined ? [this.#madeLine()] : [];
    const file = this.#file.name;
    for (const [id, source] of sources) {
      changes.push({ kind: 'set', path: ['sources', id], value: { ...source } });
      entries.push(['sources', id]);
      done.push(`added ${id} to ${file}: source "${source.title ?? source.url}"`);
    }
    const added: Fields[] = [];
    for (const operation of operations) {
      if (operation.kind === 'add' || operation.kind === 'supersede') {
        const entry =
          operation.kind === 'add' ? operation.fields : this.#successor(operation.id, operation.fields);
        added.push(this.#newEntry(entry, operation.occurrence));
        const made = added.at(-1)!;
        const successor = operation.kind === 'add' ? '' : `, supersedes ${operation.id}`;
        done.push(`added ${made['id']} to ${file}: ${inWords(made, this.#known)}${successor}`);
      } else {
        const { at, entry } = this.#find(operation);
        entries.push(at);
        pushAll(
          changes,
          operation.kind === 'withdraw'
            ? this.#withdrawal(operation, at, entry)
            : this.#changesOf(operation, at, entry),
        );
        done.push(`${operation.kind === 'change' ? 'changed' : 'withdrew'} ${operation.id} in ${file}`);
      }
    }
    if (added.length > 0) {
      changes.push({ kind: 'insert', path: ['annotations'], values: added });
      pushAll(
        entries,
        added.map((_, index): Path => ['annotations', existing.length + index]),
      );
    }
    return { changes, entries, done };
  }

  /** Whose a new layer is is said once, here and in the file. */
  #madeLine(): string {
    const { name, creator } = this.#file;
    return creator === undefined
      ? `made ${name} (nobody is named as its annotator: give --creator, or set \`creator:\` in it)`
      : `made ${name} (annotations by ${creator})`;
  }

  /** Nobody waits for what was withdrawn: a mark of `reanchor` goes. */
  #withdrawal(operation: Extract<Operation, { kind: 'withdraw' }>, at: Path, entry: Fields): Change[] {
    const mark: Change[] =
      entry['verdict'] === undefined ? [] : [{ kind: 'remove', path: [...at, 'verdict'] }];
    return [...setAll(at, { withdrawn: this.#today(), ...operation.fields }), ...mark];
  }

  #changesOf(operation: Extract<Operation, { kind: 'change' }>, at: Path, entry: Fields): Change[] {
    const { id, unset } = operation;
    const { creator, ...fields } = withoutUndefined(operation.fields);
    const forbidden = NEVER_SET.find(name => fields[name] !== undefined || unset.includes(name));
    if (forbidden !== undefined)
      throw new UsageError(
        `${forbidden} is not set by hand: it says what became of the words`,
        'move it with --target or --quote, accept the new words with `onrecord reanchor --accept`, or withdraw it',
      );
    const missing = unset.find(name => entry[name] === undefined);
    if (missing !== undefined) throw new UsageError(`${id} has no field ${missing} to unset`);
    const isMoved = ['target', 'quote', 'before', 'after'].some(
      name => fields[name] !== undefined || unset.includes(name),
    );
    if (!isMoved) return [...setAll(at, { ...fields, creator }), ...removeAll(at, unset)];
    const merged = Object.fromEntries(
      Object.entries({ ...entry, ...fields }).filter(([name]) => !unset.includes(name)),
    );
    const anchored = this.#anchor(merged, operation.occurrence);
    const act = actOfMoving(
      id,
      { ...merged, ...anchored },
      this.#known.project,
      this.#resolver,
      () => this.#actor(creator),
      this.#today(),
    );
    const accepted = act === undefined ? undefined : appended(entry['accepted'], act);
    const stale = ['quote', 'before', 'after', 'pin', 'verdict'].filter(
      name => entry[name] !== undefined && anchored[name] === undefined,
    );
    // `accepted` names the person who accepts; the annotation's creator does not change with its place.
    return [...setAll(at, { ...fields, ...anchored, accepted }), ...removeAll(at, [...unset, ...stale])];
  }

  #actor(given: unknown): string {
    const name = typeof given === 'string' ? given : (given as { name?: string } | undefined)?.name;
    return name ?? acceptorFrom(this.#options, this.#env);
  }

  #successor(id: string, fields: Fields): Fields {
    const old =
      entriesOf(this.#file.yaml, 'annotations').find(entry => entry['id'] === id) ??
      this.#index.of('annotation', id)?.value;
    if (old === undefined) throw this.#unknown(id);
    const { target, quote, before, after } = old as Fields;
    const anchor =
      fields['target'] === undefined && fields['quote'] === undefined ? { quote, before, after } : {};
    return { target: oneOrMany(target), ...anchor, ...withoutUndefined(fields), supersedes: id };
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
      creator: creator === this.#file.creator ? undefined : creator,
      created: created ?? this.#today(),
    });
  }

  #anchor(fields: Fields, occurrence: number | undefined): Fields {
    const target = [fields['target']].flat().filter(name => typeof name === 'string');
    const [quote, before, after] = ['quote', 'before', 'after'].map(name => textIn(fields, name));
    const draft = { target, quote, before, after };
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

  /** The entry of an operation in the file, and where it stands. */
  #find(operation: Extract<Operation, { kind: 'change' | 'withdraw' }>): { at: Path; entry: Fields } {
    const { id, kind, fields } = operation;
    for (const list of ['annotations', 'claims'] as const) {
      const entries = entriesOf(this.#file.yaml, list);
      const index = entries.findIndex(entry => entry['id'] === id);
      if (index < 0) continue;
      if (list === 'claims') {
        if (kind === 'withdraw')
          throw new UsageError(`${id} is a claim: withdraw the stances on it, or remove the claim`);
        const foreign = Object.entries(fields).find(
          ([name, value]) => value !== undefined && !CLAIM_FIELDS.has(name) && name !== 'creator',
        );
        if (foreign !== undefined) throw new UsageError(`${id} is a claim, and a claim has no ${foreign[0]}`);
      }
      return { at: [list, index], entry: entries[index]! };
    }
    throw this.#unknown(id);
  }

  #unknown(id: string): UsageError {
    const elsewhere = this.#index.of('annotation', id)?.document.file;
    if (elsewhere !== undefined && elsewhere !== this.#file.name) {
      return new UsageError(
        `the annotation ${id} is in ${elsewhere}`,
        `name that file, or --layer ${elsewhere}`,
      );
    }
    return new UsageError(
      `there is no annotation ${id} in ${path.basename(this.#file.name)}`,
      didYouMean(id, this.#index.ids('annotation', 'claim')),
    );
  }
}

function entriesOf(yaml: YamlDocument, list: 'annotations' | 'claims'): readonly Fields[] {
  const entries = (yaml.value as Fields)[list];
  return Array.isArray(entries) ? entries : [];
}

/** A single acceptance is written without a list; in a list the newest comes last. */
function appended(existing: unknown, act: object): unknown {
  return existing === undefined ? act : [...[existing].flat(), act];
}

function setAll(at: Path, fields: Fields): Change[] {
  return Object.entries(withoutUndefined(fields)).map(([name, value]) => ({
    kind: 'set',
    path: [...at, name],
    value,
  }));
}

function removeAll(at: Path, names: readonly string[]): Change[] {
  return [...new Set(names)].map((name): Change => ({ kind: 'remove', path: [...at, name] }));
}
