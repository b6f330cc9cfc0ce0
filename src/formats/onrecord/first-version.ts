/** The version of a transcript that is read first: utterances with the same lines in other versions are taken from it. */
import type { Transcript, Utterance } from '../../core/model.ts';
import type { YamlDocument } from '../yaml/document.ts';
import type { EarlierList, EarlierVersion, TakenRun } from '../yaml/earlier-list.ts';

/** Utterances that are at hand, those of the first version. */
export interface TakenUtterances {
  readonly runs: readonly TakenRun[];
  readonly earlier: readonly Utterance[];
}

export class FirstVersion implements EarlierVersion {
  readonly key = 'utterances';
  #read: { readonly yaml: YamlDocument; readonly utterances: readonly Utterance[] } | undefined;

  /** Takes a transcript all of whose utterances are in the model, if it is the first. */
  offer(yaml: YamlDocument, { utterances }: Transcript): void {
    this.#read ??= { yaml, utterances };
  }

  list(): EarlierList | undefined {
    return this.#read?.yaml.listUnder(this.key);
  }

  utterances(runs: readonly TakenRun[]): TakenUtterances | undefined {
    return this.#read && { runs, earlier: this.#read.utterances };
  }
}

/** A file without the utterances that were taken from the first version. */
export function ownPart(file: Readonly<Record<string, unknown>>, runs: readonly TakenRun[]): object {
  const utterances = file['utterances'] as readonly unknown[];
  const own: unknown[] = [];
  let index = 0;
  for (const { start, count } of runs) {
    while (index < start) own.push(utterances[index++]);
    index = start + count;
  }
  while (index < utterances.length) own.push(utterances[index++]);
  return { ...file, utterances: own };
}
