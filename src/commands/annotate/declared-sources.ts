/** Sources that are declared in the step in which they are first cited. */
import { idForSource, sourceFromText } from '../../core/annotate/source-from-text.ts';
import type { Id, Source } from '../../core/model/model.ts';
import type { EntryIndex } from '../../core/model/project.ts';
import { RESERVED_IDS } from '../../core/model/vocabulary.ts';
import { foldName } from '../../core/text/fold-name.ts';

export class DeclaredSources {
  readonly #index: EntryIndex;
  readonly #idsByName = new Map<string, Id>();
  /** In the order in which they were cited. */
  readonly all = new Map<Id, Source>();

  constructor(index: EntryIndex) {
    this.#index = index;
  }

  /** The id of a source by its title or address; one name is declared once. */
  declare(name: string): Id {
    const known = this.#idsByName.get(foldName(name));
    if (known !== undefined) return known;
    const source = sourceFromText(name);
    const isTaken = (id: Id) => this.#index.get(id) !== undefined || this.all.has(id) || RESERVED_IDS.has(id);
    const id = idForSource(source, isTaken);
    this.all.set(id, source);
    this.#idsByName.set(foldName(name), id);
    return id;
  }
}
