/** Which layer an annotation goes into: the one named, or the only one there is. A named one that is missing is begun. */
import path from 'node:path';
import { compareText, type Finding } from '../../core/model/finding.ts';
import type { Layer } from '../../core/model/model.ts';
import type { Document, Project } from '../../core/model/project.ts';
import { isLayer } from '../../core/model/project.ts';
import { FORMAT_VERSION } from '../../core/model/vocabulary.ts';
import type { Change } from '../../formats/yaml/edit/change.ts';
import type { Env } from '../../io/env.ts';
import { UsageError } from '../../io/errors.ts';
import { LAYER_FILE, type LoadedFile } from '../../project/loaded-file.ts';
import type { Loader } from '../../project/loader.ts';
import { missingTranscript } from '../../project/missing-transcript.ts';
import { type OpenYaml, openYaml } from '../../project/open-yaml.ts';
import type { Options } from '../printing.ts';

export interface ChosenLayer extends OpenYaml {
  readonly name: string;
  /** undefined where the file is new. */
  readonly bytes: Uint8Array | undefined;
  /** What a new file needs besides the annotations. */
  readonly header: readonly Change[];
  /** Name of the layer's creator: an annotation by the same one does not repeat it. */
  readonly creator: string | undefined;
}

export async function chooseLayer(
  project: Project,
  loader: Loader,
  options: Options,
  env: Env,
): Promise<ChosenLayer | { readonly refused: readonly Finding[]; readonly file: LoadedFile }> {
  const named = options['layer'] as string | undefined;
  if (named !== undefined && env.files.kind(named) === 'missing') return begin(named, project, options, env);
  const name = named ?? onlyLayer(project);
  const loaded = await loader.load(name);
  if (!loaded.usable || loaded.document === undefined) return { refused: loaded.findings, file: loaded };
  if (!isLayer(loaded.document))
    throw new UsageError(`${name} is not a layer`, 'name a file with `transcript:` in it');
  const target = await loader.transcriptOf(loaded.document);
  if ('refused' in target)
    return { refused: [missingTranscript(loaded.document, target.refused)], file: loaded };
  if (target.document !== project.transcript) {
    throw new UsageError(`${name} is a layer of ${target.file}, not of ${project.transcript.file}`);
  }
  return opened(loaded, loaded.document);
}

function onlyLayer(project: Project): string {
  const [only, ...others] = project.layers.map(layer => layer.file).sort(compareText);
  if (only === undefined) {
    const proposal = project.transcript.file.replace(/\.(ya?ml|json)$/, '.notes.layer.yaml');
    throw new UsageError('there is no layer beside the transcript', `name a new one: --layer ${proposal}`);
  }
  if (others.length > 0) {
    throw new UsageError(
      'there are several layers beside the transcript',
      `say which: --layer ${[only, ...others].join(' or --layer ')}`,
    );
  }
  return only;
}

function opened(loaded: LoadedFile, document: Document<Layer>): ChosenLayer {
  return {
    name: loaded.file,
    bytes: loaded.bytes,
    ...openYaml(loaded),
    header: [],
    creator: document.value.creator?.name,
  };
}

function begin(name: string, project: Project, options: Options, env: Env): ChosenLayer {
  if (!LAYER_FILE.test(name)) {
    throw new UsageError(
      `${name} is no name for a layer`,
      'its name ends in .layer.yaml, so that it is found beside its transcript',
    );
  }
  const from = path.dirname(env.files.absolute(name));
  const reference = path
    .relative(from, env.files.absolute(project.transcript.file))
    .split(path.sep)
    .join('/');
  const creator = options['creator'] as string | undefined;
  const header: Change[] = [
    { kind: 'set', path: ['transcript'], value: reference },
    ...(creator === undefined ? [] : [{ kind: 'set', path: ['creator'], value: creator } as const]),
  ];
  return {
    name,
    bytes: undefined,
    ...openYaml({ file: name, bytes: new TextEncoder().encode(`onrecord: ${FORMAT_VERSION}\n`) }),
    header,
    creator,
  };
}
