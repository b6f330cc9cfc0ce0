/** Which annotations are on what, and on which of its words. */
import { occurrences } from '../../core/anchor/locate-quote.ts';
import type { Annotation } from '../../core/model/model.ts';
import type { EntryValue } from '../../core/model/project.ts';
import type { Facts, Located } from './facts.ts';

/** A half-open stretch of a text, in UTF-16 code units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export class AnnotationsOn {
  readonly #of = new Map<EntryValue, Located<Annotation>[]>();
  readonly #onTranscript: Located<Annotation>[] = [];

  constructor(facts: Facts) {
    for (const annotation of facts.annotations) {
      const { target, withdrawn } = annotation.value;
      if (withdrawn !== undefined) continue;
      for (let i = 0; i < target.length; i++) {
        const resolution = facts.targets.resolve(target[i]!);
        if (resolution.found === 'transcript') this.#onTranscript.push(annotation);
        if (resolution.found === 'entries')
          for (let j = 0; j < resolution.entries.length; j++)
            this.#add(resolution.entries[j]!.value, annotation);
      }
    }
  }

  #add(value: EntryValue, annotation: Located<Annotation>): void {
    const list = this.#of.get(value);
    if (list === undefined) this.#of.set(value, [annotation]);
    else list.push(annotation);
  }

  /** Annotations on an entry or a part of it that were not withdrawn. */
  on(value: EntryValue): readonly Located<Annotation>[] {
    return this.#of.get(value) ?? [];
  }

  get onTranscript(): readonly Located<Annotation>[] {
    return this.#onTranscript;
  }

  /** Whether an annotation of a certain kind is on some of these words, or on the whole that they stand in. */
  covers(
    value: EntryValue & { readonly text?: string },
    { start, end }: Stretch,
    isMeant: (annotation: Annotation) => boolean,
  ): boolean {
    return this.on(value).some(({ value: annotation }) => {
      if (!isMeant(annotation)) return false;
      const { quote, before, after } = annotation;
      if (quote === undefined) return true;
      const places = occurrences(value.text ?? '', { quote, before, after });
      // A quote in another form has no exact place: it is taken for one on these words.
      return places.length === 0 || places.some(place => place.start < end && start < place.end);
    });
  }
}
