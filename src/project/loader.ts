/** Reads files, and follows what they refer to: transcripts, layers, configurations. */
import path from 'node:path';
import type { Layer } from '../core/model/model.ts';
import type { Document } from '../core/model/project.ts';
import type { ReadDocument } from '../formats/onrecord/read-sound.ts';
import type { Env } from '../io/env.ts';
import { InputError } from '../io/errors.ts';
import { displayName } from './display-name.ts';
import { FileCache } from './file-cache.ts';
import { LayerFinder } from './layer-finder.ts';
import { type LoadedFile, STDIN_SHOWN } from './loaded-file.ts';
import type { ProjectConfigs } from './project-config.ts';
import { configFile, resolveReference } from './project-folder.ts';
import type { ProjectConfig } from './read-project-config.ts';
import { NO_READING, type Reading } from './reading.ts';
import { Readings } from './readings.ts';

export interface LoaderOptions {
  /** Without them each file's own configuration is found. */
  readonly configs?: ProjectConfigs;
  /** Real paths of files that are not read as context, because they belong to other projects. */
  readonly passedOver?: ReadonlySet<string>;
  /** How transcripts in other formats are read in this run; what it leaves open, the configuration says. */
  readonly reading?: Reading;
  /** Keep no file that is only looked at, for a command that goes through many talks and calls `forget` after each. */
  readonly isForgetful?: boolean;
}

export class Loader {
  readonly #env: Env;
  readonly #cache: FileCache;
  readonly #layers: LayerFinder;
  readonly #readings: Readings;
  #configs: ProjectConfigs | undefined;

  constructor(
    env: Env,
    { configs, passedOver = new Set(), reading = NO_READING, isForgetful = false }: LoaderOptions = {},
  ) {
    this.#env = env;
    this.#readings = new Readings(env, reading, file => this.configOf(file));
    this.#configs = configs;
    this.#cache = new FileCache(env, file => this.#readings.of(file));
    const load = (name: string) => this.load(name);
    const look = isForgetful ? (name: string) => this.readBytes(env.files.read(name), name) : load;
    this.#layers = new LayerFinder(env, { load, look, passedOver });
  }

  /** As {@link FileCache.load}. */
  load(name: string, stdinName?: string, bytes?: Uint8Array): Promise<LoadedFile> {
    return this.#cache.load(name, stdinName, bytes);
  }

  /** As {@link FileCache.readBytes}. */
  readBytes(bytes: Uint8Array, file: string): Promise<ReadDocument> {
    return this.#cache.readBytes(bytes, file);
  }

  /** How a file in another format is read. */
  readingOf(file: string): Promise<Reading> {
    return this.#readings.of(file);
  }

  /** As {@link FileCache.forget}. */
  forget(): void {
    this.#cache.forget();
  }

  /** Every file read so far. */
  loaded(): Iterable<LoadedFile> {
    return this.#cache.loaded();
  }

  /** The transcript that a layer names, or why it cannot be read. */
  async transcriptOf(layer: Document<Layer>): Promise<LoadedFile | { refused: string }> {
    const from = layer.file === STDIN_SHOWN ? path.join(this.#env.cwd, 'stdin') : layer.file;
    const target = resolveReference(this.#env.files, from, layer.value.transcript);
    if ('refused' in target) return target;
    try {
      return await this.load(displayName(this.#env, target.path));
    } catch (error) {
      if (error instanceof InputError) return { refused: error.message };
      throw error;
    }
  }

  /** The layers of a transcript: those beside it, then those that its configuration names, each in order of their names. */
  async layersOf(transcript: Pick<LoadedFile, 'file'>): Promise<readonly LoadedFile[]> {
    const beside = await this.#layers.beside(transcript);
    const config = await this.configOf(transcript.file);
    const named = config === undefined ? [] : await this.#layers.namedBy(config, transcript);
    return named.length === 0 ? beside : [...new Set([...beside, ...named])];
  }

  /** The configuration that a file is under, if any. */
  async configOf(file: string): Promise<ProjectConfig | undefined> {
    if (this.#configs === undefined) {
      if (configFile(this.#env.files, file) === undefined) return undefined;
      const { ProjectConfigs } = await import('./project-config.ts');
      this.#configs = await ProjectConfigs.open(this.#env);
    }
    return this.#configs.for(file);
  }
}
