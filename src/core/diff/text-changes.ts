/**
 * Changes of texts, whose words are only told apart when they are asked for: a long transcript has thousands, and the
 * runs of words of all of them take more room than the texts.
 */
import type { Id } from '../model/model.ts';
import type { Edited, IndexedUtterance, Regrouped, UtteranceIndexes } from './changes.ts';
import { diffWords, type WordRun } from './word-diff.ts';

/** The entry that was edited. */
export interface EditedSubject {
  readonly what: Edited['what'];
  readonly id?: Id;
  readonly at?: UtteranceIndexes;
}

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

export class RegroupedText implements Regrouped {
  readonly kind: Regrouped['kind'];
  readonly what = 'utterance';
  readonly old: readonly IndexedUtterance[];
  readonly new: readonly IndexedUtterance[];

  constructor(
    kind: Regrouped['kind'],
    oldOnes: readonly IndexedUtterance[],
    newOnes: readonly IndexedUtterance[],
  ) {
    this.kind = kind;
    this.old = oldOnes;
    this.new = newOnes;
  }

  get words(): readonly WordRun[] {
    return diffWords(joinedText(this.old), joinedText(this.new));
  }

  toJSON(): Regrouped {
    return { ...this, words: this.words };
  }
}

function joinedText(utterances: readonly IndexedUtterance[]): string {
  return utterances.flatMap(({ utterance }) => utterance['text'] ?? []).join(' ');
}
