/** The version of a transcript that is read first: utterances with the same lines in other versions are taken from it. */
import type { YamlDocument } from '../yaml/read/document.ts';
import type { EarlierList, EarlierVersion, TakenRun } from '../yaml/read/earlier-list.ts';

export class FirstVersion implements EarlierVersion {
  readonly key = 'utterances';
  #yaml: YamlDocument | undefined;

  /** Takes a transcript, if it is the first; all its utterances have to be in the model. */
  offer(yaml: YamlDocument): void {
    this.#yaml ??= yaml;
  }

  list(): EarlierList | undefined {
    return this.#yaml?.listUnder(this.key);
  }
}

/** The utterances of a version that were not taken from the first. */
export function ownUtterances(utterances: readonly object[], taken: readonly TakenRun[]): readonly object[] {
  const own: object[] = [];
  let index = 0;
  for (const { start, count } of taken) {
    while (index < start) own.push(utterances[index++]!);
    index = start + count;
  }
  while (index < utterances.length) own.push(utterances[index++]!);
  return own;
}
