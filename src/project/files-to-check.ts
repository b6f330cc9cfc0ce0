/**
 * Finds the files to check: those named, and onrecord's own in folders and among the matches of globs. Counts files that
 * are left out, and reports paths that lead to nothing.
 */

import path from 'node:path';
import { lazilyFor } from '../core/lazily.ts';
import type { Config } from '../core/model/config.ts';
import { compareText } from '../core/model/finding.ts';
import { LAYER_FILE } from '../core/model/layer-file.ts';
import { STDIN } from '../core/model/standard-input.ts';
import type { Env } from '../io/env.ts';
import { InputError, noSuchFile, refuseEmptyName } from '../io/errors.ts';
import { PASSED_OVER } from '../io/passed-over.ts';
import { nameIn } from './display-name.ts';
import { eachOnce } from './each-once.ts';
import { nothingIn, type Purpose } from './nothing-to-check.ts';
import type { ProjectConfigs } from './project-config.ts';
import { CONFIG_FILE, isInProject, openInside, resolveReference } from './project-folder.ts';
import { looksLikeOurs, referenceIn } from './recognise.ts';

const YAML_FILE = /\.ya?ml$/i;
/** A glob that ends in the ending of another format. */
const OTHER_ENDING = /\.(?!ya?ml$)[a-z][a-z0-9]*$/i;
/** Files of these formats are transcripts and hardly anything else. */
const CAPTIONS = /\.(?:vtt|srt|sbv)$/i;

export interface FileToCheck {
  readonly name: string;
  /** The content, if it was read to see whether the file is ours. */
  readonly bytes?: Uint8Array;
}

/** How many files in folders and among what globs match are not checked. */
interface LeftOut {
  /** YAML files that are not ours. */
  readonly foreign: number;
  /** Files that the configuration ignores. */
  readonly ignored: number;
  /** Links to folders: they are not followed. */
  readonly linked: number;
  readonly special: number;
}

export interface FilesToCheck {
  readonly files: readonly FileToCheck[];
  readonly leftOut: LeftOut;
  /** Pipes, sockets and devices among those left out. */
  readonly special: readonly string[];
  /** Errors of opening a file or folder. */
  readonly troubles: unknown[];
  /** For each path that leads to nothing to check, why. */
  readonly empty: readonly InputError[];
}

export interface SelectionOptions {
  /** Leave out named files that are not ours, for callers that pass every YAML file. */
  readonly skipForeign?: boolean;
  /** Take captions in folders too, even if no layer names them. */
  readonly takesCaptions?: boolean;
  /** Folders below a folder that are looked into; default: all. */
  readonly depth?: number;
  /** Keep no content of files, however many there are. */
  readonly keepsNothing?: boolean;
  /** How to report a path that leads to nothing; default: `check`. */
  readonly purpose?: Purpose;
  /** Absolute paths of drafts, which globs may match: they are looked at elsewhere. */
  readonly drafts?: ReadonlySet<string>;
}

/** What a glob of a configuration matches. */
export interface MatchedFiles {
  /** For messages. */
  readonly glob: string;
  readonly names: readonly string[];
}

/**
 * Files that are named are always checked. In folders and among the matches of globs, these are checked: files that look
 * like ours, files that the name of layers or a glob under `layers` or `transcripts` claims, and the transcripts that
 * layers name, in any format; but not those that the configuration ignores.
 */
export async function filesToCheck(
  env: Env,
  paths: readonly (string | MatchedFiles)[],
  configs: ProjectConfigs,
  options: SelectionOptions = {},
): Promise<FilesToCheck> {
  const selection = new Selection(env, configs, options);
  for (const given of paths)
    if (typeof given === 'string') await selection.add(given);
    else await selection.addMatched(given);
  return selection.result();
}

class Selection {
  readonly #env: Env;
  readonly #configs: ProjectConfigs;
  readonly #files = new Map<string, FileToCheck>();
  /** Files named on the command line. */
  readonly #given = new Set<string>();
  readonly #foreign = new Map<string, Uint8Array | undefined>();
  readonly #ignored = new Set<string>();
  readonly #linked = new Set<string>();
  readonly #special = new Set<string>();
  readonly #troubles: unknown[] = [];
  readonly #empty: InputError[] = [];

  readonly #options: SelectionOptions;

  constructor(env: Env, configs: ProjectConfigs, options: SelectionOptions) {
    this.#env = env;
    this.#configs = configs;
    this.#options = options;
  }

  result(): FilesToCheck {
    return {
      files: eachOnce([...this.#files.values()], this.#env.files, name => this.#given.has(name)),
      leftOut: {
        foreign: this.#foreign.size,
        ignored: this.#ignored.size,
        linked: this.#linked.size,
        special: this.#special.size,
      },
      special: [...this.#special],
      troubles: this.#troubles,
      empty: this.#empty,
    };
  }

  async add(given: string): Promise<void> {
    const { skipForeign = false } = this.#options;
    await this.#attempt(async () => {
      refuseEmptyName(given);
      const kind = given === STDIN ? 'file' : this.#env.files.kind(given);
      if (kind === 'folder') await this.#addFolder(given);
      else if (kind !== 'missing') await this.#addNamed(given, skipForeign);
      else if (!(await this.#addMatches(given))) this.#empty.push(noSuchFile(given));
    });
  }

  async #addNamed(name: string, skipForeign: boolean): Promise<void> {
    this.#given.add(name);
    if (name === STDIN) {
      this.#files.set(name, { name });
      return;
    }
    openInside(this.#env.files, name);
    if (skipForeign && !(await this.#isClaimed(name))) {
      const bytes = this.#env.files.read(name);
      if (!looksLikeOurs(bytes)) {
        this.#foreign.set(name, this.#kept(bytes));
        return;
      }
    }
    this.#files.set(name, { name });
  }

  async #addFolder(folder: string): Promise<void> {
    if (isInProject(this.#env.files, folder)) openInside(this.#env.files, folder);
    const found = new Found();
    await this.#walk(folder, found, this.#options.depth ?? Number.POSITIVE_INFINITY);
    await this.#addFound(found, folder);
  }

  /** False if the text is no glob. */
  async #addMatches(glob: string): Promise<boolean> {
    const { globFault, isGlob } = await import('../core/text/glob.ts');
    if (!isGlob(glob)) return false;
    const fault = globFault(glob);
    if (fault !== undefined) throw new InputError(glob, fault);
    const { filesMatching } = await import('../io/globs.ts');
    const names = filesMatching(this.#env.files, '.', [glob]);
    if (names.length === 0) this.#empty.push(new InputError(glob, 'no file matches'));
    else await this.addMatched({ glob, names });
    return true;
  }

  async addMatched({ glob, names }: MatchedFiles): Promise<void> {
    const { drafts } = this.#options;
    const found = new Found();
    found.isNamed = OTHER_ENDING.test(glob);
    for (const name of names)
      if (drafts?.has(this.#env.files.absolute(name)) === true) found.hasDrafts = true;
      else found.candidates.push(name);
    if (found.candidates.length > 0) await this.#addFound(found, glob);
  }

  async #walk(folder: string, found: Found, depth: number): Promise<void> {
    const { files } = this.#env;
    await this.#attempt(async () => {
      const names = files.list(folder);
      const links = new Set(files.links(folder));
      for (const name of names) {
        const file = folder === '.' ? name : `${folder.replace(/\/$/, '')}/${name}`;
        if (name.endsWith('/')) {
          if (depth > 0 && !PASSED_OVER.test(name)) await this.#walk(file.slice(0, -1), found, depth - 1);
        } else if (name === CONFIG_FILE) continue;
        else if (files.special(folder).includes(name)) this.#special.add(file);
        else if (YAML_FILE.test(name) || (await this.#isClaimed(file))) found.candidates.push(file);
        else if (links.has(name) && !PASSED_OVER.test(`${name}/`) && files.kind(file) === 'folder')
          found.linked.push(file);
        else found.others.push(file);
      }
    });
  }

  /** Sorts the found files into checked and skipped ones; reports if none is checked. */
  async #addFound(found: Found, given: string): Promise<void> {
    const before = this.#troubles.length;
    let taken = 0;
    let ignored = 0;
    const foreign: string[] = [];
    const references: string[] = [];
    for (const name of found.candidates.sort(compareText)) {
      await this.#attempt(async () => {
        if (await this.#isIgnored(name)) {
          ignored++;
          this.#ignored.add(name);
          return;
        }
        openInside(this.#env.files, name);
        const bytes = this.#env.files.read(name);
        if (!found.isNamed && !(await this.#isClaimed(name)) && !looksLikeOurs(bytes)) {
          foreign.push(name);
          this.#foreign.set(name, this.#kept(bytes));
          return;
        }
        taken++;
        if (!this.#files.has(name)) this.#files.set(name, fileOf(name, this.#kept(bytes)));
        const reference = referenceIn(bytes);
        const target =
          reference === undefined ? undefined : resolveReference(this.#env.files, name, reference);
        if (target !== undefined && 'path' in target) references.push(target.path);
      });
    }
    for (const link of found.linked) if (!(await this.#isIgnored(link))) this.#linked.add(link);
    await this.#takeNamed(foreign, found.others, references);
    if (taken === 0 && !found.hasDrafts && this.#troubles.length === before)
      this.#empty.push(
        nothingIn(
          given,
          { others: [...found.others, ...foreign], ignored, foreign: foreign.length },
          this.#options.purpose,
        ),
      );
  }

  #kept(bytes: Uint8Array): Uint8Array | undefined {
    return this.#options.keepsNothing === true ? undefined : bytes;
  }

  /**
   * Takes files that a layer names: transcripts that have lost their first line and do not look like ours, and other
   * formats.
   */
  async #takeNamed(
    foreign: readonly string[],
    others: readonly string[],
    references: readonly string[],
  ): Promise<void> {
    const { files } = this.#env;
    const endings = new Set(references.map(file => path.basename(file)));
    const named = new Set(references.map(file => files.real(file)));
    for (const name of named.size === 0 ? [] : foreign) {
      if (!named.has(files.real(name))) continue;
      this.#files.set(name, fileOf(name, this.#foreign.get(name)));
      this.#foreign.delete(name);
    }
    for (const name of others) {
      if (!endings.has(path.basename(name)) || !named.has(files.real(name))) continue;
      if (await this.#isIgnored(name)) this.#ignored.add(name);
      else if (!this.#files.has(name)) this.#files.set(name, { name });
    }
  }

  #isIgnored(name: string): Promise<boolean> {
    return this.#matches(name, 'ignore');
  }

  /** Whether a file is ours by its name, whatever its content. */
  async #isClaimed(name: string): Promise<boolean> {
    return (
      LAYER_FILE.test(name) ||
      (this.#options.takesCaptions === true && CAPTIONS.test(name)) ||
      (await this.#matches(name, 'layers')) ||
      (await this.#matches(name, 'transcripts'))
    );
  }

  async #matches(name: string, key: 'layers' | 'transcripts' | 'ignore'): Promise<boolean> {
    const { folder, config } = await this.#configs.for(name);
    if (folder === undefined || config[key].length === 0) return false;
    const globs = key === 'transcripts' ? transcriptGlobs(config.transcripts) : config[key];
    const { matcher, matcherOfFound } = await import('../io/globs.ts');
    const isMatch = key === 'layers' ? matcherOfFound(globs) : matcher(globs);
    return isMatch(nameIn(folder, this.#env.files.absolute(name)));
  }

  async #attempt(action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      this.#troubles.push(error);
    }
  }
}

/** One list for each configuration, so that its matcher is found again. */
const transcriptGlobs = lazilyFor((transcripts: Config['transcripts']) =>
  transcripts.flatMap(({ files }) => files),
);

function fileOf(name: string, bytes: Uint8Array | undefined): FileToCheck {
  return bytes === undefined ? { name } : { name, bytes };
}

/** The files of a folder or a glob, before any is read. */
class Found {
  /** YAML, and what the configuration or a glob claims. */
  readonly candidates: string[] = [];
  readonly linked: string[] = [];
  readonly others: string[] = [];
  /** Whether drafts are among them, which are looked at elsewhere. */
  hasDrafts = false;
  /** A glob such as `talks/*.vtt` names files in another format. */
  isNamed = false;
}
