/** What is wrong in a configuration where it says which files belong together: a command that needs them cannot go on. */
import type { Path } from '../core/model/finding.ts';
import { InputError } from '../io/errors.ts';
import type { ProjectConfig } from './read-project-config.ts';

/** The lists of the configuration that name files. */
export type FileList = 'layers' | 'transcripts' | 'quotes';

/**
 * The errors in one list, each with its place: `.onrecord.yaml:3:12`. All errors if the configuration cannot be read at
 * all, for it may hold that list.
 *
 * @param mayMissLayers whether layers that are not there are no error
 */
export function faultsIn(config: ProjectConfig, list: FileList, mayMissLayers = false): InputError[] {
  const { file, source, document } = config;
  const findings = mayMissLayers
    ? config.findings.filter(finding => !config.missingLayers.has(finding))
    : config.findings;
  if (file === undefined || findings.length === 0) return [];
  const path: Path = [list];
  if (document !== undefined && !document.has(path)) return [];
  const { start, end } = document?.locate(path) ?? { start: 0, end: Number.POSITIVE_INFINITY };
  return findings.flatMap(({ severity, span, message, help }) => {
    if (severity !== 'error') return [];
    if (span === undefined || source === undefined) return [new InputError(file, message, help)];
    if (span.start < start || span.start > end) return [];
    const { line, column } = source.position(span.start);
    return [new InputError(`${file}:${line}:${column}`, message, help)];
  });
}
