/** The change of a text, whose words are only told apart when they are asked for. */
import type { Id } from '../model.ts';
import type { Edited, UtteranceIndexes } from './changes.ts';
import { diffWords, type WordRun } from './words.ts';

/** What was edited. */
export interface EditedSubject {
  readonly what: Edited['what'];
  readonly id?: Id;
  readonly at?: UtteranceIndexes;
}

/** A long transcript has thousands, and the runs of words of all of them take more room than the texts. */
export class EditedText implements Edited {
  readonly kind = 'edited';
  readonly what: Edited['what'];
  declare readonly id?: Id;
  declare readonly at?: UtteranceIndexes;
  readonly #old: string;
  readonly #new: string;

  constructor({ what, id, at }: EditedSubject, oldText: string, newText: string) {
    this.what = what;
    if (id !== undefined) this.id = id;
    if (at !== undefined) this.at = at;
    this.#old = oldText;
    this.#new = newText;
  }

  get words(): readonly WordRun[] {
    return diffWords(this.#old, this.#new);
  }

  toJSON(): Edited {
    return { ...this, words: this.words };
  }
}
