/** Finds ids from typed ids or from names of a party or source; refuses ambiguous, unknown and malformed ones. */
import { entryNamed } from '../core/annotate/entry-named.ts';
import type { Id } from '../core/model/model.ts';
import type { EntryIndex, Project } from '../core/model/project.ts';
import { ID_PATTERN, RESERVED_IDS } from '../core/model/vocabulary.ts';
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

/** @param given the option as it was typed. @throws UsageError for what cannot be the id of an entry. */
export function requireId(id: string, given: string): void {
  if (new RegExp(ID_PATTERN).test(id) && !RESERVED_IDS.has(id)) return;
  throw new UsageError(
    `${given}: ${id} cannot be an id`,
    'an id begins with a letter; letters, digits, - and _ follow',
  );
}
