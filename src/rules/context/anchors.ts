/** Whether annotations and claims still hold on to their words. */
import { anchorState } from '../../core/anchor/anchor-state.ts';
import type { Anchored } from '../../core/anchor/anchors.ts';
import type { AnchorState } from '../../core/model/anchor-state.ts';
import type { Annotation, Claim } from '../../core/model/model.ts';
import { presentText } from '../../core/standing/present-text.ts';
import type { Entries, Located } from './entries.ts';

export class Anchors {
  readonly entries: Entries;
  readonly #states = new Map<Anchored, AnchorState>();
  #text: ReturnType<typeof presentText> | undefined;

  constructor(entries: Entries) {
    this.entries = entries;
  }

  /** Annotations and claims with targets: all that attaches to something. */
  get all(): readonly Located<Annotation | Claim>[] {
    const { annotations, claims } = this.entries;
    return [...annotations, ...claims.filter(({ value }) => value.target !== undefined)];
  }

  /** Whether an annotation is withdrawn or superseded. */
  isEnded(entry: Anchored): boolean {
    return !('text' in entry) && this.#presentText.isEnded(entry);
  }

  stateOf(entry: Anchored): AnchorState {
    let state = this.#states.get(entry);
    if (state === undefined) {
      state = anchorState(entry, this.#presentText);
      this.#states.set(entry, state);
    }
    return state;
  }

  get #presentText() {
    const annotations = () => this.entries.annotations.map(({ value }) => value);
    this.#text ??= presentText(annotations, this.entries.targets);
    return this.#text;
  }
}
