/** Finds the current version of a project: by its name, by the rename that git found, or by its content. */
import { documentsOf } from '../../core/model/project.ts';
import type { Env } from '../../io/env.ts';
import type { CheckedProject } from '../checked-projects.ts';
import type { LoadedFile } from '../loaded-file.ts';
import type { ProjectConfigs } from '../project-config.ts';
import { stanceKey, stancesIn, transcriptName, type Version, versionOf } from './version.ts';

/** A project as it is now; a file that cannot be understood; or nothing. */
export type Counterpart =
  | { readonly project: CheckedProject }
  | { readonly broken: LoadedFile }
  | { readonly gone: true };

export class Counterparts {
  readonly #env: Env;
  readonly #configs: ProjectConfigs;
  readonly #now: Version;
  /** The new name of each renamed file. */
  readonly #renamed: () => ReadonlyMap<string, string>;
  readonly #byName: ReadonlyMap<string, CheckedProject>;

  constructor(
    now: Version,
    renamed: () => ReadonlyMap<string, string>,
    { env, configs }: { readonly env: Env; readonly configs: ProjectConfigs },
  ) {
    this.#env = env;
    this.#configs = configs;
    this.#now = now;
    this.#renamed = renamed;
    this.#byName = new Map(
      now.projects.map(project => [env.files.absolute(transcriptName(project)), project]),
    );
  }

  async of(old: CheckedProject): Promise<Counterpart> {
    const name = transcriptName(old);
    const found = (await this.#named(name)) ?? (await this.#named(this.#renamed().get(name)));
    if (found !== undefined) return found;
    const alike = this.#alike(old);
    return alike === undefined ? { gone: true } : { project: alike };
  }

  /** The file that a transcript's name leads to now, checked or not. */
  async #named(name: string | undefined): Promise<Counterpart | undefined> {
    if (name === undefined) return undefined;
    const known = this.#byName.get(this.#env.files.absolute(name));
    if (known !== undefined) return { project: known };
    if (this.#env.files.kind(name) !== 'file') return undefined;
    const { loader } = this.#now;
    const { projects, files } = await versionOf([{ name }], this.#configs, loader);
    const [file] = files;
    if (file !== undefined && file.document === undefined) return { broken: file };
    const project = projects.find(candidate => transcriptName(candidate) === name);
    return project && { project };
  }

  /** The project that shares the most stances, or else utterances, with one whose name is gone. */
  #alike(old: CheckedProject): CheckedProject | undefined {
    const best = (keysOf: (project: CheckedProject) => ReadonlySet<string>) => {
      const keys = keysOf(old);
      let found: CheckedProject | undefined;
      let most = 0;
      for (const candidate of this.#now.projects) {
        let shared = 0;
        for (const key of keysOf(candidate)) if (keys.has(key)) shared++;
        if (shared > most) [found, most] = [candidate, shared];
      }
      return found;
    };
    return best(stanceKeysOf) ?? best(utteranceKeys);
  }
}

function stanceKeysOf({ project }: CheckedProject): ReadonlySet<string> {
  return new Set(documentsOf(project).flatMap(document => stancesIn(document).map(stanceKey)));
}

function utteranceKeys({ project }: CheckedProject): ReadonlySet<string> {
  return new Set(
    project.transcript.value.utterances.flatMap(({ id, text }): string[] =>
      id === undefined || text === undefined ? [] : [JSON.stringify([id, text])],
    ),
  );
}
