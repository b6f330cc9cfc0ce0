/** The configuration that each file is under, found by walking up, read once, and never run. */
import path from 'node:path';
import { type Config, NO_CONFIG } from '../core/model/config.ts';
import type { Finding } from '../core/model/finding.ts';
import type { SourceText } from '../core/model/span.ts';
import type { Level, Preset } from '../core/model/vocabulary.ts';
import { readConfig } from '../formats/settings/config.ts';
import type { Env } from '../io/env.ts';
import { shippedFile } from '../io/shipped-file.ts';
import { ALL_RULES } from '../rules/all-rules.ts';
import { displayName } from './display-name.ts';
import { configFile } from './project-folder.ts';

export interface ProjectConfig {
  /** Name for messages; undefined if there is no configuration. */
  readonly file: string | undefined;
  /** Folder that globs are relative to, absolute. */
  readonly folder: string | undefined;
  readonly config: Config;
  readonly source: SourceText | undefined;
  readonly findings: readonly Finding[];
}

const WITHOUT_CONFIG: ProjectConfig = {
  file: undefined,
  folder: undefined,
  config: NO_CONFIG,
  source: undefined,
  findings: [],
};

export class ProjectConfigs {
  readonly #env: Env;
  readonly #fixed: ProjectConfig | undefined;
  readonly #byFolder = new Map<string, string | undefined>();
  readonly #read = new Map<string, ProjectConfig>();

  /** @param wish a configuration to use for every file, `false` for none; without it each file's own is found. */
  constructor(env: Env, wish?: string | boolean) {
    this.#env = env;
    if (wish === false) this.#fixed = WITHOUT_CONFIG;
    else if (typeof wish === 'string') this.#fixed = this.#load(env.files.absolute(wish), wish);
  }

  /** @throws InputError if the configuration cannot be opened. */
  for(file: string): ProjectConfig {
    if (this.#fixed !== undefined) return this.#fixed;
    const folder = path.dirname(this.#env.files.absolute(file));
    if (!this.#byFolder.has(folder)) this.#byFolder.set(folder, configFile(this.#env.files, file));
    const found = this.#byFolder.get(folder);
    return found === undefined ? WITHOUT_CONFIG : this.#load(found);
  }

  /** Every configuration that was used. */
  used(): Iterable<ProjectConfig> {
    return this.#read.values();
  }

  #load(absolute: string, given?: string): ProjectConfig {
    let loaded = this.#read.get(absolute);
    if (loaded === undefined) {
      const shown = given ?? displayName(this.#env, absolute);
      const { config, preset, source, findings } = readConfig(
        this.#env.files.read(absolute),
        shown,
        ALL_RULES,
      );
      const levels = new Map([...presetLevels(this.#env, preset), ...config.levels]);
      loaded = {
        file: shown,
        folder: path.dirname(absolute),
        config: { ...config, levels },
        source,
        findings,
      };
      this.#read.set(absolute, loaded);
    }
    return loaded;
  }
}

/** Presets ship with the program: neither a revision nor a folder has its own. */
function presetLevels(env: Env, preset: Preset | undefined): ReadonlyMap<string, Level> {
  if (preset === undefined) return new Map();
  const name = `presets/${preset}.yaml`;
  return readConfig(shippedFile(env, name), name, ALL_RULES).config.levels;
}
