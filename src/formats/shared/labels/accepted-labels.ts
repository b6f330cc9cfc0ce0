/** Which labels of a file are speakers: decided by the share of the file that is labelled, and by how labels are spelt. */
import { countUp } from '../../../core/maps.ts';
import { judgeLabel, type LabelShape } from './judge-label.ts';

/** A label that was seen where a speaker may stand. */
export interface SeenLabel {
  readonly label: string;
  /** A tool wrote it, in a spelling that cannot be anything else. */
  readonly isCertain: boolean;
}

/** From this share of labelled turns on, every label is a speaker: one turn is enough. */
const NEARLY_ALL = 0.9;
/** From this share on, one turn is enough for a name that is spelt as others of the file. */
const MOST = 0.6;
/** From this share on, two turns are enough for a label that does not look like a name. */
const HALF = 0.5;
/** So many different labels, none of them twice, are a list of terms and no conversation. */
const LIST = 6;

export class AcceptedLabels {
  readonly #declared: ReadonlySet<string>;
  readonly #counts = new Map<string, number>();
  readonly #certain = new Set<string>();
  readonly #shapes = new Map<LabelShape, number>();
  /** Whether the file is a single line: then its label has no other to be like. */
  isOneTurn = false;
  #labelled = 0;
  #turns = 0;
  #most = 0;

  /** `declared` are speakers in any place. */
  constructor(declared: Iterable<string> = []) {
    this.#declared = new Set(declared);
  }

  /** Counts a passage that could have a label: a caption, a paragraph, a turn. */
  addTurn(): void {
    this.#turns++;
  }

  /** Counts a label; `addTurn` counts the passage after it. */
  add({ label, isCertain }: SeenLabel): void {
    const count = (this.#counts.get(label) ?? 0) + 1;
    this.#counts.set(label, count);
    if (isCertain) this.#certain.add(label);
    const { kind, shape } = judgeLabel(label);
    if (!isCertain && !this.#declared.has(label) && (kind === 'nobody' || kind === 'phrase')) {
      // A remark is no turn that lacks a label.
      this.#turns--;
      return;
    }
    this.#labelled++;
    this.#most = Math.max(this.#most, count);
    countUp(this.#shapes, shape);
  }

  /** Share of the passages with a label among those that could have one. */
  get share(): number {
    return this.#turns === 0 ? 0 : Math.min(1, this.#labelled / this.#turns);
  }

  /** The passages that could have a label. */
  get turns(): number {
    return this.#turns;
  }

  count(label: string): number {
    return this.#counts.get(label) ?? 0;
  }

  accepts(label: string): boolean {
    return this.#declared.has(label) || this.#certain.has(label) || this.#isSpeaker(label);
  }

  #isSpeaker(label: string): boolean {
    const { kind, shape, isList } = judgeLabel(label);
    if (kind === 'nobody' || kind === 'phrase') return false;
    const { share } = this;
    const count = this.#counts.get(label) ?? 0;
    if (count === 0) return false;
    if (count > 1) return kind === 'name' || share >= HALF;
    if (this.isOneTurn) return kind === 'name';
    if (this.#labelled < 2 || (this.#labelled >= LIST && this.#most < 2)) return false;
    const alike = this.#shapes.get(shape) ?? 0;
    // Among names like `Ada Okafor`, a word like `Approximately` is not a name.
    if (kind === 'plain' && isList) return false;
    if (share >= NEARLY_ALL) return shape !== 'single' || alike > 1;
    return share >= MOST && kind === 'name' && shape !== 'single' && alike > 1;
  }
}
