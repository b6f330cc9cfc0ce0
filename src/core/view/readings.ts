/** Layers by one creator are one reading; an annotation may name a creator of its own. */
import type { Annotation, Creator } from '../model/model.ts';
import type { Document } from '../model/project.ts';
import type { Reading } from '../model/view.ts';

export class Readings {
  readonly #byName = new Map<string | undefined, Reading>();

  of(document: Document, annotation?: Annotation): Reading {
    const creator: Creator | undefined = annotation?.creator ?? document.value.creator;
    const name = creator?.name;
    const known = this.#byName.get(name);
    if (known !== undefined) return known;
    const reading = { name, creator };
    this.#byName.set(name, reading);
    return reading;
  }

  /** Asks for those of all annotations of a document. */
  addAll(document: Document): void {
    for (const annotation of document.value.annotations)
      if (annotation.creator !== undefined || !this.#byName.has(document.value.creator?.name))
        this.of(document, annotation);
  }

  /** In the order in which they were asked for. */
  all(): Reading[] {
    return [...this.#byName.values()];
  }
}
