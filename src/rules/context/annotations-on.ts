/** Finds annotations by entry and by words. */

import { occurrences } from '../../core/anchor/locate-quote.ts';
import { append } from '../../core/maps.ts';
import type { Annotation } from '../../core/model/model.ts';
import type { EntryValue } from '../../core/model/project.ts';
import type { Stretch } from '../../core/text/stretch.ts';
import type { Entries, Located } from './entries.ts';

export class AnnotationsOn {
  readonly #entries: Entries;
  #placed: Placed | undefined;

  constructor(entries: Entries) {
    this.#entries = entries;
  }

  /** Annotations on an entry or a part of it that were not withdrawn. */
  on(value: EntryValue): readonly Located<Annotation>[] {
    return this.#lists.of.get(value) ?? [];
  }

  get onTranscript(): readonly Located<Annotation>[] {
    return this.#lists.onTranscript;
  }

  get #lists(): Placed {
    this.#placed ??= placed(this.#entries);
    return this.#placed;
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

interface Placed {
  readonly of: ReadonlyMap<EntryValue, readonly Located<Annotation>[]>;
  readonly onTranscript: readonly Located<Annotation>[];
}

function placed(entries: Entries): Placed {
  const of = new Map<EntryValue, Located<Annotation>[]>();
  const onTranscript: Located<Annotation>[] = [];
  for (const annotation of entries.annotations) {
    const { target, withdrawn } = annotation.value;
    if (withdrawn !== undefined) continue;
    for (let i = 0; i < target.length; i++) {
      const resolution = entries.targets.resolve(target[i]!);
      if (resolution.found === 'transcript') onTranscript.push(annotation);
      if (resolution.found !== 'entries') continue;
      for (const { value } of resolution.entries) append(of, value, annotation);
    }
  }
  return { of, onTranscript };
}
