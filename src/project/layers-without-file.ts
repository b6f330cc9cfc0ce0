/** Layers that a configuration names and that are not there. */
import path from 'node:path';
import type { Finding } from '../core/model/finding.ts';
import { isGlob, isNegated } from '../core/text/glob.ts';
import type { YamlDocument } from '../formats/yaml/read/document.ts';
import type { FileSystem } from '../io/env.ts';
import { InputError } from '../io/errors.ts';
import { filesMatching } from '../io/globs.ts';

/** What one configuration names. */
export interface NamedLayers {
  /** The configuration. */
  readonly file: string;
  /** Globs are relative to it. */
  readonly folder: string;
  readonly layers: readonly string[];
  readonly document: YamlDocument;
}

/**
 * A name that leads to no file is an error, as where somebody names a file to a command; a pattern is a warning: it may stand
 * there before the first layer does.
 *
 * @param withPatterns whether to look for what patterns match: it takes a walk through folders, and only `check` tells it
 */
export function layersWithoutFile(
  { file, folder, layers, document }: NamedLayers,
  files: FileSystem,
  withPatterns: boolean,
): Finding[] {
  const written = document.value['layers'] as readonly unknown[];
  const isMissing = (glob: string) =>
    isPattern(glob) ? withPatterns && !matchesSome(glob, folder, files) : !isFile(glob, folder, files);
  return layers.filter(isMissing).map(glob => ({
    rule: 'bad-config',
    file,
    span: document.locate(['layers', written.indexOf(glob)]),
    ...faultOf(glob, kindOf(glob, folder, files) === 'folder'),
  }));
}

function isPattern(glob: string): boolean {
  return isNegated(glob) || isGlob(glob);
}

function isFile(name: string, folder: string, files: FileSystem): boolean {
  const kind = kindOf(name, folder, files);
  return kind === 'file' || kind === 'other';
}

function kindOf(name: string, folder: string, files: FileSystem): ReturnType<FileSystem['kind']> {
  return files.kind(path.join(folder, name.replace(/\\(.)/gu, '$1')));
}

function matchesSome(glob: string, folder: string, files: FileSystem): boolean {
  try {
    return filesMatching(files, folder, [glob]).length > 0;
  } catch (error) {
    // A folder that cannot be opened is told by whoever reads the layers in it.
    if (error instanceof InputError) return true;
    throw error;
  }
}

function faultOf(glob: string, isFolder: boolean): Pick<Finding, 'severity' | 'message' | 'help'> {
  if (isNegated(glob))
    return {
      severity: 'warning',
      message: `\`${glob}\` excludes nothing: each entry only adds layers`,
      help: 'write the other entries so that they do not match it',
    };
  if (!isGlob(glob) && isFolder)
    return { severity: 'error', message: `\`${glob}\` is a folder`, help: `write \`${glob}/**\`` };
  if (!isGlob(glob))
    return {
      severity: 'error',
      message: `there is no file \`${glob}\``,
      help: 'correct the name, or remove it; views would lack what this layer says',
    };
  return {
    severity: 'warning',
    message: `no file matches \`${glob}\``,
    help: 'correct the pattern, or remove it until a layer is there; views lack what it was meant to find',
  };
}
