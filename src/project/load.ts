/** From names on the command line to documents and projects: find, read, and follow the reference to the transcript. */
import path from 'node:path';
import type { Finding, Location } from '../core/model/finding.ts';
import type { Layer, Transcript } from '../core/model/model.ts';
import type { Document, Project } from '../core/model/project.ts';
import type { SourceText } from '../core/model/span.ts';
import { readDocument } from '../formats/onrecord/read.ts';
import type { Env, FileSystem } from '../io/env.ts';
import { InputError, UsageError } from '../io/errors.ts';
import type { ProjectConfig, ProjectConfigs } from './project-config.ts';
import { configFile, resolveReference } from './project-folder.ts';

/** Name under which standard input is given and shown. */
export const STDIN = '-';
const STDIN_SHOWN = '<stdin>';

/** How layers are named, so that they are found beside their transcript. */
export const LAYER_FILE = /\.layer\.ya?ml$/;

/** One file as read: its bytes, and what became of them. */
export interface LoadedFile {
  /** Name for messages: as given, or relative to the working directory. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly source?: SourceText;
  readonly document?: Document;
  readonly findings: readonly Finding[];
  /** False where an error in the file keeps a view of it from being true to it. */
  readonly usable: boolean;
  /** What was left out of the document; what rules find inside it is a consequence. */
  readonly unreadable: readonly Location[];
}

export interface LoaderOptions {
  /** Where they are at hand; otherwise each transcript's own is found. */
  readonly configs?: ProjectConfigs;
  /** Real paths of files that are not read as context, because they belong to other projects. */
  readonly passedOver?: ReadonlySet<string>;
}

/** Reads each file once, under whatever name it is asked for. */
export class Loader {
  readonly #env: Env;
  readonly #passedOver: ReadonlySet<string>;
  readonly #files = new Map<string, LoadedFile>();
  /** By folder. */
  readonly #layersIn = new Map<string, LayersByTranscript>();
  /** By the folder of the configuration that names them. */
  readonly #layersNamed = new Map<string, LayersByTranscript>();
  #configs: ProjectConfigs | undefined;
  #stdinTaken = false;

  constructor(env: Env, { configs, passedOver = new Set() }: LoaderOptions = {}) {
    this.#env = env;
    this.#configs = configs;
    this.#passedOver = passedOver;
  }

  /**
   * @param bytes what the file holds, where it was read already.
   * @throws InputError where the file cannot be opened.
   */
  async load(name: string, stdinName = STDIN_SHOWN, bytes?: Uint8Array): Promise<LoadedFile> {
    if (name === STDIN) {
      const loaded = this.#read(stdinName, await this.#stdin());
      this.#files.set(STDIN, loaded);
      return loaded;
    }
    const key = this.#env.files.real(name) ?? name;
    let loaded = this.#files.get(key);
    if (loaded === undefined) {
      loaded = this.#read(name, bytes ?? this.#env.files.read(name));
      this.#files.set(key, loaded);
    }
    return loaded;
  }

  #read(file: string, bytes: Uint8Array): LoadedFile {
    return { file, bytes, ...readDocument(bytes, file) };
  }

  async #stdin(): Promise<Uint8Array> {
    if (this.#stdinTaken) throw new UsageError('standard input can be named only once');
    this.#stdinTaken = true;
    if (this.#env.stdin.isTTY)
      await this.#env.stderr.write('onrecord: reading standard input; end it with Ctrl-D\n');
    return this.#env.stdin.read();
  }

  /** Every file read so far. */
  loaded(): Iterable<LoadedFile> {
    return this.#files.values();
  }

  /** The transcript that a layer names, or why it cannot be read. */
  async transcriptOf(layer: Document<Layer>): Promise<LoadedFile | { refused: string }> {
    const from = layer.file === STDIN_SHOWN ? path.join(this.#env.cwd, 'stdin') : layer.file;
    const target = resolveReference(this.#env.files, from, layer.value.transcript);
    if ('refused' in target) return target;
    try {
      return await this.load(shownName(this.#env, target.path));
    } catch (error) {
      if (error instanceof InputError) return { refused: error.message };
      throw error;
    }
  }

  /** The layers of a transcript: those beside it, then those that its configuration names, each in order of their names. */
  async layersOf(transcript: LoadedFile): Promise<readonly LoadedFile[]> {
    const beside = await this.#layersBeside(transcript);
    const named = await this.#namedLayers(transcript);
    return named.length === 0 ? beside : [...new Set([...beside, ...named])];
  }

  async #layersBeside(transcript: LoadedFile): Promise<readonly LoadedFile[]> {
    if (transcript.file === STDIN_SHOWN) return [];
    const folder = path.dirname(transcript.file);
    let layers = this.#layersIn.get(folder);
    if (layers === undefined) {
      const names = this.#env.files.list(folder).filter(name => LAYER_FILE.test(name));
      layers = await this.#layersAmong(names.map(name => path.join(folder, name)));
      this.#layersIn.set(folder, layers);
    }
    return layers.of(transcript);
  }

  async #namedLayers(transcript: LoadedFile): Promise<readonly LoadedFile[]> {
    const { folder, config } = (await this.configOf(transcript.file)) ?? {};
    if (folder === undefined || config === undefined || config.layers.length === 0) return [];
    let layers = this.#layersNamed.get(folder);
    if (layers === undefined) {
      const { filesMatching } = await import('../io/globs.ts');
      const names = filesMatching(this.#env.files, folder, config.layers);
      layers = await this.#layersAmong(names.map(name => shownName(this.#env, path.join(folder, name))));
      this.#layersNamed.set(folder, layers);
    }
    return layers.of(transcript);
  }

  async #layersAmong(names: readonly string[]): Promise<LayersByTranscript> {
    const loaded: LoadedFile[] = [];
    for (const name of names) {
      const real = this.#passedOver.size === 0 ? undefined : this.#env.files.real(name);
      if (real === undefined || !this.#passedOver.has(real)) loaded.push(await this.load(name));
    }
    return new LayersByTranscript(this.#env.files, loaded);
  }

  /** The configuration that a file is under, if any. What reads one is loaded where there is one: most files have none. */
  async configOf(file: string): Promise<ProjectConfig | undefined> {
    if (this.#configs === undefined) {
      if (configFile(this.#env.files, file) === undefined) return undefined;
      const { ProjectConfigs } = await import('./project-config.ts');
      this.#configs = new ProjectConfigs(this.#env);
    }
    return this.#configs.for(file);
  }
}

/** Which of some layers name which transcript, found out once: a folder may hold thousands of both. */
class LayersByTranscript {
  readonly #files: FileSystem;
  readonly #layers: readonly LoadedFile[];
  /** Indexes of layers by the path of their transcript. */
  readonly #of = new Map<string, number[]>();
  readonly #broken: number[] = [];

  constructor(files: FileSystem, layers: readonly LoadedFile[]) {
    this.#files = files;
    this.#layers = layers;
    for (const [index, { file, document, usable }] of layers.entries()) {
      if (document === undefined || !isLayer(document)) {
        if (!usable && LAYER_FILE.test(file)) this.#broken.push(index);
        continue;
      }
      const target = resolveReference(files, file, document.value.transcript);
      const real = 'path' in target ? files.real(target.path) : undefined;
      if (real === undefined) continue;
      const known = this.#of.get(real);
      if (known === undefined) this.#of.set(real, [index]);
      else known.push(index);
    }
  }

  /**
   * The layers of a transcript, in their order, and those that are broken: one may belong here as well as not, and
   * hiding it would hide annotations.
   */
  of(transcript: LoadedFile): readonly LoadedFile[] {
    const own = this.#of.get(this.#files.real(transcript.file) ?? '') ?? [];
    const all = this.#broken.length === 0 ? own : [...own, ...this.#broken].sort((a, b) => a - b);
    return all.map(index => this.#layers[index]!);
  }
}

/** Relative to the working directory where the file is below it, with `/` between folders. */
export function shownName(env: Env, absolute: string): string {
  const relative = path.relative(env.cwd, absolute);
  return (relative === '' ? absolute : relative).split(path.sep).join('/');
}

export function isTranscript(document: Document): document is Document<Transcript> {
  return document.value.kind === 'transcript';
}

export function isLayer(document: Document): document is Document<Layer> {
  return document.value.kind === 'layer';
}

/** What a view is made of, or the findings that prevent it. */
export interface LoadedProject {
  readonly project: Project | undefined;
  readonly files: readonly LoadedFile[];
  readonly findings: readonly Finding[];
}

/**
 * The project of a transcript or a layer: the transcript, and the layers given, or else those that are found. A layer alone
 * brings its transcript and no other layer.
 *
 * @throws InputError where a file named on the command line cannot be opened.
 */
export async function loadProject(
  loader: Loader,
  name: string,
  layerNames: readonly string[] | undefined,
): Promise<LoadedProject> {
  const first = await loader.load(name);
  const files = [first];
  let transcript: LoadedFile | undefined = first;
  const layers: LoadedFile[] = [];
  if (first.document !== undefined && isLayer(first.document)) {
    const target = await loader.transcriptOf(first.document);
    layers.push(first);
    transcript = 'refused' in target ? undefined : target;
    if ('refused' in target)
      return { project: undefined, files, findings: [refusal(first.document, target.refused)] };
    files.push(target);
  }
  const more =
    layerNames === undefined ? undefined : await Promise.all(layerNames.map(layer => loader.load(layer)));
  const found = more ?? (layers.length === 0 && first.usable ? await loader.layersOf(first) : []);
  layers.push(...found);
  files.push(...found);
  const findings = files.flatMap(file => file.findings);
  const documents = layers.map(layer => layer.document).filter(document => document !== undefined);
  const stranger = documents.find(document => !isLayer(document));
  if (stranger !== undefined) {
    throw new UsageError(`${stranger.file} is a transcript; name one transcript, then its layers`);
  }
  const root = transcript?.document;
  if (root === undefined || !isTranscript(root) || files.some(file => !file.usable)) {
    return { project: undefined, files, findings };
  }
  const tags = (await loader.configOf(root.file))?.config.tags;
  return { project: { transcript: root, layers: documents.filter(isLayer), tags }, files, findings };
}

/** The finding for a layer whose transcript cannot be read; it repeats nothing of what the reference leads to. */
export function refusal(layer: Document<Layer>, reason: string): Finding {
  return {
    rule: 'missing-transcript',
    severity: 'error',
    file: layer.file,
    span: layer.locate(['transcript']),
    message: `the transcript of this layer cannot be read: ${reason}`,
    help: 'name a transcript file inside the project folder, relative to this file',
  };
}
