/**
 * The addresses of a page: every utterance, statement, claim, annotation, source and party is found under its own id.
 * What the page adds (sections, letters, fields of the filter) begins with `_`, which no id of a file does.
 */
import type { Id } from '../../../core/model/model.ts';
import { isKnown, type View } from '../../../core/model/view.ts';
import { attribute, type Markup, markup } from './markup.ts';

export class Addresses {
  readonly #known: ReadonlySet<Id>;
  readonly #given = new Set<Id>();

  constructor(view: View) {
    this.#known = new Set(entriesOf(view));
  }

  has(id: Id): boolean {
    return this.#known.has(id);
  }

  /** Returns the `id` attribute of an entry the first time it is printed; an entry in two places has one address. */
  give(id: Id | undefined): Markup | undefined {
    if (id === undefined || !this.#known.has(id) || this.#given.has(id)) return undefined;
    this.#given.add(id);
    return attribute('id', id);
  }

  /** A link to an entry; plain text where the page has no such entry. */
  link(id: Id, text: string = id): Markup {
    return this.has(id) ? markup`<a href="#${id}"><bdi>${text}</bdi></a>` : markup`<bdi>${text}</bdi>`;
  }
}

function* entriesOf(view: View): Generator<Id> {
  yield* view.parties.keys();
  yield* view.sources.keys();
  for (const { id } of view.claims) if (id !== undefined) yield id;
  for (const { annotation } of view.general.filter(isKnown)) yield annotation.id;
  for (const { id, annotations } of [...view.utterances, ...view.statements]) {
    if (id !== undefined) yield id;
    for (const { annotation } of annotations.filter(isKnown)) yield annotation.id;
  }
}
