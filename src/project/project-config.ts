/** The configuration that each file is under, found by walking up, read once, and never run. */
import path from 'node:path';
import { getOrMake } from '../core/maps.ts';
import { NO_CONFIG } from '../core/model/config.ts';
import type { Env } from '../io/env.ts';
import { refuseEmptyName } from '../io/errors.ts';
import { displayName } from './display-name.ts';
import { configFile } from './project-folder.ts';
import type { ProjectConfig } from './read-project-config.ts';

const WITHOUT_CONFIG: ProjectConfig = {
  file: undefined,
  folder: undefined,
  config: NO_CONFIG,
  source: undefined,
  document: undefined,
  findings: [],
  missingLayers: new Set(),
};

export class ProjectConfigs {
  readonly #env: Env;
  /** The configuration of every file, if one was asked for. */
  readonly #fixed: ProjectConfig | undefined;
  readonly #hasRules: boolean;
  readonly #byFolder = new Map<string, string | undefined>();
  readonly #read = new Map<string, Promise<ProjectConfig>>();
  readonly #used: ProjectConfig[] = [];

  /**
   * @param wish a configuration to use for every file, `false` for none; without it each file's own is found.
   * @throws InputError if that configuration cannot be opened.
   */
  static async open(env: Env, wish?: string | boolean): Promise<ProjectConfigs> {
    if (wish === false) return new ProjectConfigs(env, WITHOUT_CONFIG);
    if (typeof wish !== 'string') return new ProjectConfigs(env);
    refuseEmptyName(wish);
    const fixed = await read(env, env.files.absolute(wish), wish, { isNamed: true });
    return new ProjectConfigs(env, fixed);
  }

  /** Each file's own configuration without what it says of rules: views do not ask for it, and it takes all rules. */
  static withoutRules(env: Env): ProjectConfigs {
    return new ProjectConfigs(env, undefined, false);
  }

  private constructor(env: Env, fixed?: ProjectConfig, hasRules = true) {
    this.#env = env;
    this.#fixed = fixed;
    this.#hasRules = hasRules;
    if (fixed?.file !== undefined) this.#used.push(fixed);
  }

  /** @throws InputError if the configuration cannot be opened. */
  async for(file: string): Promise<ProjectConfig> {
    if (this.#fixed !== undefined) return this.#fixed;
    const folder = path.dirname(this.#env.files.absolute(file));
    if (!this.#byFolder.has(folder)) this.#byFolder.set(folder, configFile(this.#env.files, file));
    const found = this.#byFolder.get(folder);
    return found === undefined ? WITHOUT_CONFIG : this.#load(found);
  }

  /** Every configuration that was used. */
  used(): Iterable<ProjectConfig> {
    return this.#used;
  }

  #load(absolute: string): Promise<ProjectConfig> {
    return getOrMake(this.#read, absolute, async () => {
      const shown = displayName(this.#env, absolute);
      const config = await read(this.#env, absolute, shown, { hasRules: this.#hasRules });
      this.#used.push(config);
      return config;
    });
  }
}

/** The reader is loaded where there is a configuration: most files have none. */
async function read(
  env: Env,
  absolute: string,
  shown: string,
  { isNamed = false, hasRules = true },
): Promise<ProjectConfig> {
  const { readProjectConfig } = await import('./read-project-config.ts');
  const rules = hasRules ? (await import('../rules/all-rules.ts')).ALL_RULES : undefined;
  return readProjectConfig(env, absolute, shown, rules, isNamed);
}
