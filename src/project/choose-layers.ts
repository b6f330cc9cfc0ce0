/** Narrows a project to some of its layers. */
import path from 'node:path';
import { LAYER_FILE } from '../core/model/layer-file.ts';
import type { Project } from '../core/model/project.ts';
import { didYouMean } from '../core/text/closest.ts';
import { UsageError } from '../io/errors.ts';

/**
 * @param names file names without `.layer.yaml`, or `none` alone; undefined for all.
 * @throws UsageError if there is no layer of one of these names.
 */
export function chooseLayers(project: Project, names: readonly string[] | undefined): Project {
  if (names === undefined) return project;
  if (names.length === 1 && names[0] === 'none') return { ...project, layers: [] };
  const known = project.layers.map(layer => shortLayerName(layer.file));
  const stranger = names.find(name => !known.includes(name));
  if (stranger !== undefined)
    throw new UsageError(
      `there is no layer ${stranger} here`,
      didYouMean(stranger, known) ?? `there are: ${known.join(', ') || 'none'}`,
    );
  return { ...project, layers: project.layers.filter(layer => names.includes(shortLayerName(layer.file))) };
}

/** `readers/notes.layer.yaml` is `notes`. */
export function shortLayerName(file: string): string {
  return path.basename(file).replace(LAYER_FILE, '');
}
