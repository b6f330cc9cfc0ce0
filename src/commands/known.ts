/** The entries of a project by id and by name, for what people type. */
import { entryNamed, type Named, type NamedKind, namesOf } from '../core/annotate/entry-named.ts';
import type { Id } from '../core/model/model.ts';
import { EntryIndex, entriesIn, type Project } from '../core/model/project.ts';

export class Known {
  readonly project: Project;
  readonly index: EntryIndex;

  constructor(project: Project) {
    this.project = project;
    this.index = new EntryIndex(project);
  }

  /** Name of the transcript, for messages. */
  get file(): string {
    return this.project.transcript.file;
  }

  /** @param kinds the first of them that has the name wins. */
  find(text: string, ...kinds: readonly NamedKind[]): Named {
    const found = kinds.map(kind => entryNamed(text, kind, this.project, this.index));
    return (
      found.find(named => named.found !== 'none') ??
      found.find(named => named.found === 'none' && named.nearest !== undefined) ??
      found[0]!
    );
  }

  /** Returns the names of the entries of a kind, in the order of the files. */
  names(kind: NamedKind): readonly string[] {
    const entries = entriesIn(this.project).filter(entry => entry.kind === kind);
    return [...new Set(entries.map(entry => namesOf(entry)[0] ?? entry.id))];
  }

  /** Returns the first name of an entry; its id if it has none. */
  nameOf(id: Id): string {
    const entry = this.index.get(id);
    return (entry && namesOf(entry)[0]) ?? id;
  }
}
