/** Annotations that are acts of a party: confirmed, denied, declined to comment. */
import type { Annotation } from '../../core/model/model.ts';
import { type Aspect, STANCE_GROUPS, type TagGroup, type TagInfo } from '../../core/model/vocabulary.ts';
import type { Entries, Located } from './entries.ts';

export class Stances {
  readonly #entries: Entries;
  readonly #tags: ReadonlyMap<string, TagInfo>;
  #all: readonly Located<Annotation>[] | undefined;

  /** @param tags every known tag: those of the format and the project's own. */
  constructor(entries: Entries, tags: ReadonlyMap<string, TagInfo>) {
    this.#entries = entries;
    this.#tags = tags;
  }

  get all(): readonly Located<Annotation>[] {
    this.#all ??= this.#entries.annotations.filter(({ value }) => {
      const group = this.groupOf(value);
      return group !== undefined && STANCE_GROUPS.has(group);
    });
    return this.#all;
  }

  /** The group of an annotation's tag; undefined if it has no known tag. */
  groupOf({ tag }: Annotation): TagGroup | undefined {
    return tag === undefined ? undefined : this.#tags.get(tag)?.group;
  }

  /** The aspect of a stance: its own, or that of the claims it is on if they agree. */
  aspectOf({ aspect, target }: Annotation): Aspect | undefined {
    if (aspect !== undefined) return aspect;
    const aspects = new Set(target.map(id => this.#entries.index.of('claim', id)?.value.aspect));
    return aspects.size === 1 ? [...aspects][0] : undefined;
  }
}
