/** Layers that a configuration names and that are not there. */
import type { Finding } from '../core/model/finding.ts';
import { isGlob, isNegated } from '../core/text/glob.ts';
import type { YamlDocument } from '../formats/yaml/read/document.ts';
import type { FileSystem } from '../io/env.ts';
import { filesMatching } from '../io/globs.ts';

/**
 * A name that leads to nothing is an error, as where somebody names a file to a command; a pattern is a warning: it may stand
 * there before the first layer does.
 */
export function layersWithoutFile(
  { file, folder, layers, document }: NamedLayers,
  files: FileSystem,
): Finding[] {
  const written = document.value['layers'] as readonly unknown[];
  return layers
    .filter(glob => filesMatching(files, folder, [glob]).length === 0)
    .map(glob => ({
      rule: 'bad-config',
      file,
      span: document.locate(['layers', written.indexOf(glob)]),
      ...faultOf(glob),
    }));
}

/** What one configuration names. */
export interface NamedLayers {
  /** The configuration. */
  readonly file: string;
  /** Globs are relative to it. */
  readonly folder: string;
  readonly layers: readonly string[];
  readonly document: YamlDocument;
}

function faultOf(glob: string): Pick<Finding, 'severity' | 'message' | 'help'> {
  if (isNegated(glob))
    return {
      severity: 'warning',
      message: `\`${glob}\` excludes nothing: each entry only adds layers`,
      help: 'write the other entries so that they do not match it',
    };
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
