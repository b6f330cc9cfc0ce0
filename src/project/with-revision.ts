/** Names the revision in what was read of it. */
import type { Location } from '../core/model/finding.ts';
import type { LoadedFile } from './loaded-file.ts';

/** Renames the files of a revision, so that its findings do not seem to be about the files in the work tree. */
export function withRevision(
  file: Pick<LoadedFile, 'file' | 'source' | 'findings'>,
  revision: string | undefined,
): Pick<LoadedFile, 'file' | 'source' | 'findings'> {
  if (revision === undefined) return file;
  const nameOf = (name: string) => `${revision}:${name}`;
  const located = <T extends Location>(place: T): T => ({ ...place, file: nameOf(place.file) });
  const findings = file.findings.map(finding => ({
    ...located(finding),
    ...(finding.labels && { labels: finding.labels.map(located) }),
  }));
  return { ...file, file: nameOf(file.file), findings };
}
