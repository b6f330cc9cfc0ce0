/** Finds the layers of a transcript: beside it, and where its configuration names them. */
import path from 'node:path';
import { append } from '../core/maps.ts';
import { LAYER_FILE } from '../core/model/layer-file.ts';
import { isLayer } from '../core/model/project.ts';
import { STDIN_SHOWN } from '../core/model/standard-input.ts';
import type { Env, FileSystem } from '../io/env.ts';
import { InputError } from '../io/errors.ts';
import { displayName } from './display-name.ts';
import { eachOnce } from './each-once.ts';
import type { LoadedFile } from './loaded-file.ts';
import { NO_SUCH_FILE, openInside, resolveReference } from './project-folder.ts';
import type { ProjectConfig } from './read-project-config.ts';

export interface LayerFinderOptions {
  readonly load: (name: string) => Promise<LoadedFile>;
  /** Reads a file to see which transcript it names. */
  readonly look: (name: string) => Promise<Pick<LoadedFile, 'document' | 'usable'>>;
  /** Real paths of files to leave alone, because they belong to other projects. */
  readonly passedOver: ReadonlySet<string>;
}

/** The layers of a transcript, and the errors of those that may be its layers and cannot be opened. */
export interface FoundLayers {
  readonly layers: readonly LoadedFile[];
  /** Names of layers that lie there and whose transcript does not: they may be this one's, from before it was renamed. */
  readonly strays: readonly string[];
  readonly troubles: readonly InputError[];
}

export class LayerFinder {
  readonly #env: Env;
  readonly #options: LayerFinderOptions;
  /** By folder. */
  readonly #beside = new Map<string, LayersByTranscript>();
  /** By the folder of the configuration that names them. */
  readonly #named = new Map<string, LayersByTranscript>();

  constructor(env: Env, options: LayerFinderOptions) {
    this.#env = env;
    this.#options = options;
  }

  /** The layers beside a transcript, in order of their names. */
  async beside(transcript: Pick<LoadedFile, 'file'>): Promise<FoundLayers> {
    if (transcript.file === STDIN_SHOWN) return NONE;
    const folder = path.dirname(transcript.file);
    let layers = this.#beside.get(folder);
    if (layers === undefined) {
      const names = this.#env.files
        .list(folder)
        .filter(name => LAYER_FILE.test(name) && !this.#env.files.special(folder).includes(name));
      layers = await this.#among(names.map(name => path.join(folder, name)));
      this.#beside.set(folder, layers);
    }
    return this.#load(layers, transcript);
  }

  /** The layers of a transcript that its configuration names, in order of their names. */
  async namedBy(
    { folder, config }: ProjectConfig,
    transcript: Pick<LoadedFile, 'file'>,
  ): Promise<FoundLayers> {
    if (folder === undefined || config.layers.length === 0) return NONE;
    let layers = this.#named.get(folder);
    if (layers === undefined) {
      const { filesMatching } = await import('../io/globs.ts');
      const names = filesMatching(this.#env.files, folder, config.layers);
      for (const name of names) openInside(this.#env.files, path.dirname(path.join(folder, name)), folder);
      layers = await this.#among(names.map(name => displayName(this.#env, path.join(folder, name))));
      this.#named.set(folder, layers);
    }
    return this.#load(layers, transcript);
  }

  async #load(found: LayersByTranscript, transcript: Pick<LoadedFile, 'file'>): Promise<FoundLayers> {
    const layers: LoadedFile[] = [];
    for (const name of found.of(transcript)) layers.push(await this.#options.load(name));
    return { layers, strays: found.strays, troubles: found.troubles };
  }

  async #among(names: readonly string[]): Promise<LayersByTranscript> {
    const { look, passedOver } = this.#options;
    const loaded: NamedLayer[] = [];
    const troubles: InputError[] = [];
    const all = names.map(name => ({ name }));
    for (const { name } of eachOnce(all, this.#env.files)) {
      const real = passedOver.size === 0 ? undefined : this.#env.files.real(name);
      if (real !== undefined && passedOver.has(real)) continue;
      try {
        if (this.#isLink(name)) openInside(this.#env.files, name);
        loaded.push({ name, layer: await look(name) });
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        troubles.push(error);
      }
    }
    return new LayersByTranscript(this.#env.files, loaded, troubles);
  }

  #isLink(name: string): boolean {
    return this.#env.files.links(path.dirname(name)).includes(path.basename(name));
  }
}

const NONE: FoundLayers = { layers: [], strays: [], troubles: [] };

/** A layer, and the name it was found by: that of a link, perhaps. */
interface NamedLayer {
  readonly name: string;
  readonly layer: Pick<LoadedFile, 'document' | 'usable'>;
}

/** Which layers name which transcript, computed once: a folder may hold thousands of both. */
class LayersByTranscript {
  /** Each may be of a layer of any transcript. */
  readonly troubles: readonly InputError[];
  /** The names of layers whose transcript is not there. */
  readonly strays: readonly string[];
  readonly #files: FileSystem;
  readonly #names: readonly string[];
  /** Indexes of layers by the real path of their transcript. */
  readonly #of = new Map<string, number[]>();
  readonly #broken: number[] = [];

  constructor(files: FileSystem, layers: readonly NamedLayer[], troubles: readonly InputError[]) {
    this.troubles = troubles;
    this.#files = files;
    this.#names = layers.map(({ name }) => name);
    const strays: string[] = [];
    for (const [index, { name, layer }] of layers.entries()) {
      const { document, usable } = layer;
      if (document === undefined || !isLayer(document)) {
        if (!usable && LAYER_FILE.test(name)) this.#broken.push(index);
        continue;
      }
      const target = resolveReference(files, name, document.value.transcript);
      if ('refused' in target && target.refused === NO_SUCH_FILE) strays.push(name);
      const real = 'path' in target ? files.real(target.path) : undefined;
      if (real !== undefined) append(this.#of, real, index);
    }
    this.strays = strays;
  }

  /**
   * The names of the layers of a transcript, in their order, and of all broken ones: one of them may belong to the transcript, and to
   * leave it out would hide annotations.
   */
  of(transcript: Pick<LoadedFile, 'file'>): readonly string[] {
    const own = this.#of.get(this.#files.real(transcript.file) ?? '') ?? [];
    const all = this.#broken.length === 0 ? own : [...own, ...this.#broken].sort((a, b) => a - b);
    return all.map(index => this.#names[index]!);
  }
}
