/** The layers that configurations name by globs. */
import path from 'node:path';
import type { Env } from '../io/env.ts';
import { filesMatching } from '../io/globs.ts';
import { type LayersByTranscript, type LoadedFile, type Loader, shownName } from './load.ts';
import type { ProjectConfig } from './project-config.ts';

export class NamedLayers {
  readonly #loader: Loader;
  readonly #env: Env;
  /** By the folder of the configuration. */
  readonly #found = new Map<string, LayersByTranscript>();

  constructor(loader: Loader, env: Env) {
    this.#loader = loader;
    this.#env = env;
  }

  /** Layers of this transcript among those that the globs of its configuration match, in the order of their paths. */
  async of(transcript: LoadedFile, { folder, config }: ProjectConfig): Promise<readonly LoadedFile[]> {
    if (folder === undefined || config.layers.length === 0) return [];
    let layers = this.#found.get(folder);
    if (layers === undefined) {
      const names = filesMatching(this.#env.files, folder, config.layers);
      layers = await this.#loader.layersAmong(
        names.map(name => shownName(this.#env, path.join(folder, name))),
      );
      this.#found.set(folder, layers);
    }
    return layers.of(transcript);
  }
}
