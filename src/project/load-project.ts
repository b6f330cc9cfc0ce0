/** Puts a project together from the names of its files. */
import { pushAll } from '../core/long-lists.ts';
import type { Finding } from '../core/model/finding.ts';
import { isLayer, isTranscript, type Project } from '../core/model/project.ts';
import { UsageError } from '../io/errors.ts';
import type { LoadedFile } from './loaded-file.ts';
import type { Loader } from './loader.ts';
import { missingTranscript } from './missing-transcript.ts';
import { withTalkFacts } from './talk-facts.ts';

export interface LoadedProject {
  /** Undefined if the findings prevent a view. */
  readonly project: Project | undefined;
  readonly files: readonly LoadedFile[];
  readonly findings: readonly Finding[];
}

/**
 * The project of a transcript or a layer: the transcript, and the layers named, or else those that are found. A layer alone
 * brings its transcript and no other layer.
 *
 * @throws InputError if a file named on the command line cannot be opened; UsageError if a second transcript is named.
 */
export async function loadProject(
  loader: Loader,
  name: string,
  layerNames: readonly string[] = [],
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
      return { project: undefined, files, findings: [missingTranscript(first.document, target)] };
    files.push(target);
  }
  const named = await Promise.all(layerNames.map(layer => loader.load(layer)));
  const isAlone = named.length === 0 && layers.length === 0;
  const more = isAlone && first.usable ? await loader.layersOf(first) : named;
  pushAll(layers, more);
  pushAll(files, more);
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
  const project = withTalkFacts({ transcript: root, layers: documents.filter(isLayer), tags });
  return { project, files, findings };
}
