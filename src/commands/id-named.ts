/** Ids by what people call a party or source; what is ambiguous or unknown is refused. */
import { entryNamed } from '../core/annotate/entry-named.ts';
import type { Id } from '../core/model/model.ts';
import type { EntryIndex, Project } from '../core/model/project.ts';
import { shellWord } from '../core/text/shell-word.ts';
import { UsageError } from '../io/errors.ts';

/** @throws UsageError with the nearest name, or with the `add` command that declares one. */
export function idNamed(text: string, kind: 'party' | 'source', project: Project, index: EntryIndex): Id {
  const named = entryNamed(text, kind, project, index);
  if (named.found === 'one') return named.id;
  if (named.found === 'several')
    throw new UsageError(`"${text}" names several: ${named.ids.join(', ')}`, 'name one by its id');
  const { file } = project.transcript;
  throw new UsageError(
    `no ${kind} "${text}" in ${file}`,
    named.nearest === undefined
      ? `declare one: onrecord add ${kind} ${shellWord(file)} ${shellWord(text)}`
      : `did you mean ${named.nearest}?`,
  );
}
