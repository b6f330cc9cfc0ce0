/** Versions of a transcript that are read one after the other: utterances with the same lines are read once, and shared. */
import type { Transcript, Utterance } from '../../core/model.ts';
import type { YamlDocument } from '../yaml/document.ts';
import type { EarlierList, EarlierVersion, TakenRun } from '../yaml/earlier-list.ts';

/** Utterances that are at hand, those of an earlier version. */
export interface TakenUtterances {
  readonly runs: readonly TakenRun[];
  readonly earlier: readonly Utterance[];
}

/** The first of the versions, which the others are read by. */
export class Versions implements EarlierVersion {
  readonly key = 'utterances';
  #first: { readonly yaml: YamlDocument; readonly utterances: readonly Utterance[] } | undefined;

  /** Adds a transcript all of whose utterances are in the model. */
  add(yaml: YamlDocument, { utterances }: Transcript): void {
    this.#first ??= { yaml, utterances };
  }

  list(): EarlierList | undefined {
    return this.#first?.yaml.listUnder(this.key);
  }

  utterances(runs: readonly TakenRun[] = []): TakenUtterances | undefined {
    return this.#first && { runs, earlier: this.#first.utterances };
  }
}
