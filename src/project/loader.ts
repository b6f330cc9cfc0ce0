/** Reads files, and follows what they refer to: transcripts, layers, configurations. */
import path from 'node:path';
import { getOrMake } from '../core/maps.ts';
import type { Layer } from '../core/model/model.ts';
import { type Document, isLayer } from '../core/model/project.ts';
import type { SourceText } from '../core/model/span.ts';
import { STDIN, STDIN_SHOWN } from '../core/model/standard-input.ts';
import { type ReadDocument, readSound } from '../formats/onrecord/read-sound.ts';
import type { Env, Progress } from '../io/env.ts';
import { InputError, UsageError } from '../io/errors.ts';
import type { FileList } from './config-faults.ts';
import { displayName } from './display-name.ts';
import type { FileToCheck } from './files-to-check.ts';
import { type FoundLayers, LayerFinder } from './layer-finder.ts';
import type { LoadedFile } from './loaded-file.ts';
import type { RefusedTranscript } from './missing-transcript.ts';
import { readStdin } from './named-bytes.ts';
import type { ProjectConfigs } from './project-config.ts';
import { configFile, NO_SUCH_FILE, resolveReference } from './project-folder.ts';
import type { ProjectConfig } from './read-project-config.ts';
import { NO_READING, type Reading } from './reading.ts';
import { Readings } from './readings.ts';
import { mayBeOurs } from './recognise.ts';

/** Layers for which git is asked whether their transcript was renamed: one rename explains them all. */
const MAX_RENAMES = 10;

export interface LoaderOptions {
  /** Without them each file's own configuration is found. */
  readonly configs?: ProjectConfigs;
  /** Real paths of files that are not read as context, because they belong to other projects. */
  readonly passedOver?: ReadonlySet<string>;
  /** How transcripts in other formats are read in this run; what it leaves open, the configuration says. */
  readonly reading?: Reading;
  /** Keep no file that is only looked at, for a command that goes through many talks and calls `forget` after each. */
  readonly isForgetful?: boolean;
  /** Whoever loads tells what is wrong in configurations: no fault of one is an error here then. */
  readonly tellsConfigs?: boolean;
  /**
   * Layers that a configuration names and that are not there are no error: one is about to be made, or this is an earlier
   * version, which nobody can mend.
   */
  readonly mayMissLayers?: boolean;
}

export class Loader {
  readonly #env: Env;
  /** By real path; a file that is asked for twice at once is read once. */
  #files = new Map<string, Promise<LoadedFile>>();
  #loaded = new Set<LoadedFile>();
  #isStdinTaken = false;
  readonly #layers: LayerFinder;
  readonly #readings: Readings;
  #configs: ProjectConfigs | undefined;
  #renamesAsked = 0;
  readonly #tellsConfigs: boolean;
  readonly #mayMissLayers: boolean;

  constructor(
    env: Env,
    {
      configs,
      passedOver = new Set(),
      reading = NO_READING,
      isForgetful = false,
      tellsConfigs = false,
      mayMissLayers = false,
    }: LoaderOptions = {},
  ) {
    this.#env = env;
    this.#tellsConfigs = tellsConfigs;
    this.#mayMissLayers = mayMissLayers;
    this.#readings = new Readings(env, reading, file => this.#usableConfigOf(file));
    this.#configs = configs;
    const load = (name: string) => this.load(name);
    const look = isForgetful ? (name: string) => this.readBytes(env.files.read(name), name) : load;
    this.#layers = new LayerFinder(env, { load, look, passedOver });
  }

  /**
   * Reads a file once, under whatever name it is asked for.
   *
   * @param bytes what the file holds, if it was read already.
   * @throws InputError if the file cannot be opened; UsageError if standard input is asked for twice.
   */
  async load(name: string, bytes?: Uint8Array): Promise<LoadedFile> {
    if (name === STDIN) return this.#read(STDIN_SHOWN, await this.#readStdin());
    const key = this.#env.files.real(name) ?? name;
    return getOrMake(this.#files, key, () => this.#read(name, bytes ?? this.#env.files.read(name)));
  }

  /** Reads several files, each once. @param troubles errors of opening files are added to it */
  async loadAll(
    files: readonly FileToCheck[],
    troubles: unknown[],
    progress?: Progress,
  ): Promise<readonly LoadedFile[]> {
    const loaded = new Set<LoadedFile>();
    for (const [index, { name, bytes }] of files.entries()) {
      await progress?.at(index, name);
      try {
        loaded.add(await this.load(name, bytes));
      } catch (error) {
        troubles.push(error);
      }
    }
    await progress?.end();
    return [...loaded];
  }

  /** What bytes hold as a file of this name; nothing is kept. */
  async readBytes(bytes: Uint8Array, file: string): Promise<ReadDocument> {
    const sound = mayBeOurs(file, bytes) ? readSound(bytes, file) : undefined;
    if (sound !== undefined) return sound;
    const { readOther } = await import('./other-format.ts');
    return readOther(bytes, file, await this.readingOf(file));
  }

  async #read(file: string, bytes: Uint8Array): Promise<LoadedFile> {
    const loaded = { file, bytes, ...(await this.readBytes(bytes, file)) };
    this.#loaded.add(loaded);
    return loaded;
  }

  async #readStdin(): Promise<Uint8Array> {
    if (this.#isStdinTaken) throw new UsageError('standard input can be named only once');
    this.#isStdinTaken = true;
    return readStdin(this.#env);
  }

  /** How a file in another format is read. */
  readingOf(file: string): Promise<Reading> {
    return this.#readings.of(file);
  }

  /** Lets go of all files: what is asked for again is read again. */
  forget(): void {
    // Cleared, V8 would keep the old table, with all that it held, and lead from it to the next one.
    this.#files = new Map();
    this.#loaded = new Set();
  }

  /** The text of every file read so far. */
  sources(): ReadonlyMap<string, SourceText> {
    const sources = new Map<string, SourceText>();
    for (const { file, source } of this.#loaded) if (source !== undefined) sources.set(file, source);
    return sources;
  }

  /** The transcript that a layer names, or why it cannot be read. */
  async transcriptOf(layer: Document<Layer>): Promise<LoadedFile | RefusedTranscript> {
    const from = layer.file === STDIN_SHOWN ? path.join(this.#env.cwd, 'stdin') : layer.file;
    const target = resolveReference(this.#env.files, from, layer.value.transcript);
    if ('refused' in target) {
      if (target.refused !== NO_SUCH_FILE || this.#renamesAsked === MAX_RENAMES) return target;
      this.#renamesAsked++;
      const { renamedTranscript } = await import('./renamed-transcript.ts');
      return { ...target, ...renamedTranscript(layer, this.#env) };
    }
    try {
      return await this.load(displayName(this.#env, target.path));
    } catch (error) {
      if (error instanceof InputError) return { refused: error.message };
      throw error;
    }
  }

  /**
   * The layers of a transcript: those beside it, then those that its configuration names, each in order of their names.
   * @throws InputError if one that may be its layer cannot be opened.
   */
  async layersOf(transcript: Pick<LoadedFile, 'file'>): Promise<readonly LoadedFile[]> {
    const { layers, troubles } = await this.openLayersOf(transcript);
    if (troubles.length > 0) throw troubles[0]!;
    return layers;
  }

  /** Layers beside a transcript that name one that is not there: perhaps this one, under an earlier name. */
  async straysBeside(transcript: Pick<LoadedFile, 'file'>): Promise<readonly Document<Layer>[]> {
    const { strays } = await this.#layers.beside(transcript);
    if (strays.length === 0) return [];
    const loaded = await Promise.all(strays.map(name => this.load(name)));
    return loaded.flatMap(({ document }) => document ?? []).filter(isLayer);
  }

  /** The same, with the errors of those that cannot be opened, for commands that go on with other talks. */
  async openLayersOf(transcript: Pick<LoadedFile, 'file'>): Promise<FoundLayers> {
    const beside = await this.#layers.beside(transcript);
    const config = await this.configOf(transcript.file);
    const named = config === undefined ? undefined : await this.#layers.namedBy(config, transcript);
    if (named === undefined) return beside;
    const { layers, troubles } = named;
    return {
      layers: layers.length === 0 ? beside.layers : [...new Set([...beside.layers, ...layers])],
      strays: beside.strays,
      troubles: [...beside.troubles, ...(await this.#faultsIn(config!, 'layers')), ...troubles],
    };
  }

  /** Faults for which a view would lack annotations, or a transcript be misread, in silence. */
  async #faultsIn(config: ProjectConfig, list: FileList): Promise<readonly InputError[]> {
    if (this.#tellsConfigs || config.findings.length === 0) return [];
    const { faultsIn } = await import('./config-faults.ts');
    return faultsIn(config, list, this.#mayMissLayers);
  }

  /** @throws InputError if it does not say clearly how transcripts in other formats are read. */
  async #usableConfigOf(file: string): Promise<ProjectConfig | undefined> {
    const config = await this.configOf(file);
    const [fault] = config === undefined ? [] : await this.#faultsIn(config, 'transcripts');
    if (fault !== undefined) throw fault;
    return config;
  }

  /** The configuration that a file is under, if any; without what it says of rules where this loader found it. */
  async configOf(file: string): Promise<ProjectConfig | undefined> {
    if (this.#configs === undefined) {
      if (configFile(this.#env.files, file) === undefined) return undefined;
      const { ProjectConfigs } = await import('./project-config.ts');
      this.#configs = ProjectConfigs.withoutRules(this.#env);
    }
    return this.#configs.for(file);
  }
}
