/** Quotations that a draft has from elsewhere, allowed with a reason. */
import { foldsOf } from '../language/folded-words.ts';
import type { Span } from '../model/span.ts';
import type { Draft } from './draft.ts';
import type { Quotation } from './find-quotations.ts';

/** Why the record need not have a quotation, or why it may differ. */
export interface Allowance {
  /** As the comment gives it; undefined of words in the configuration. */
  readonly reason: string | undefined;
  /** That it is from elsewhere, or what else may be found of it. */
  readonly of: 'elsewhere' | ReadonlySet<string>;
}

/** An allowance that does nothing, or cannot be understood. */
export interface IdleAllowance {
  readonly problem: 'unused' | 'no-reason' | 'unknown';
  /** The comment's text, or the words in the configuration. */
  readonly text: string;
  /** Undefined of words in the configuration. */
  readonly at: { readonly draft: Draft; readonly span: Span } | undefined;
  /** The configuration of these drafts. */
  readonly config: string;
}

const COMMENT = /^\s*onrecord:\s*(\S*)\s*(?:--\s*(.*?)\s*)?$/s;

interface Comment {
  readonly draft: Draft;
  readonly span: Span;
  readonly text: string;
  readonly reason: string;
  readonly first: number;
  readonly end: number;
  isUsed: boolean;
}

interface Words {
  readonly text: string;
  readonly folds: string;
  isUsed: boolean;
}

export class Allowances {
  readonly #comments = new Map<Draft, Comment[]>();
  readonly #words: readonly Words[];
  readonly #wrong: IdleAllowance[] = [];
  readonly #config: string;

  /**
   * @param elsewhere words that the configuration allows
   * @param config its name
   */
  constructor(drafts: readonly Draft[], elsewhere: readonly string[], config = '.onrecord.yaml') {
    this.#config = config;
    this.#words = elsewhere.map(text => ({ text, folds: folded(text), isUsed: false }));
    for (const draft of drafts) this.#comments.set(draft, [...this.#read(draft)]);
  }

  *#read(draft: Draft): Generator<Comment> {
    for (const { text: comment, span, first, end } of draft.comments) {
      const [, word, reason] = COMMENT.exec(comment) ?? [];
      if (word === undefined) continue;
      const text = comment.trim();
      const about = { text, at: { draft, span }, config: this.#config };
      if (word !== 'elsewhere') this.#wrong.push({ problem: 'unknown', ...about });
      else if (reason === undefined || reason === '') this.#wrong.push({ problem: 'no-reason', ...about });
      else yield { draft, span, text, reason, first, end, isUsed: false };
    }
  }

  /** Whether a quotation that the record lacks is allowed; what allows it counts as used. */
  of({ draft, block, text }: Quotation): Allowance | undefined {
    const comment = this.#comments.get(draft)?.find(({ first, end }) => block >= first && block < end);
    if (comment !== undefined) {
      comment.isUsed = true;
      return { reason: comment.reason, of: 'elsewhere' };
    }
    if (this.#words.length === 0) return undefined;
    const folds = folded(text);
    const words = this.#words.find(allowed => ` ${folds} `.includes(` ${allowed.folds} `));
    if (words === undefined) return undefined;
    words.isUsed = true;
    return { reason: undefined, of: 'elsewhere' };
  }

  /**
   * What allowed nothing, once every quotation was asked about.
   * @param isWhole whether these are all the drafts of the configuration: its words may be those of another one
   */
  idle(isWhole: boolean): IdleAllowance[] {
    const config = this.#config;
    const comments = [...this.#comments.values()].flat().filter(({ isUsed }) => !isUsed);
    const words = isWhole ? this.#words.filter(({ isUsed }) => !isUsed) : [];
    return [
      ...this.#wrong,
      ...comments.map(
        ({ text, draft, span }) => ({ problem: 'unused', text, at: { draft, span }, config }) as const,
      ),
      ...words.map(({ text }) => ({ problem: 'unused', text, at: undefined, config }) as const),
    ];
  }
}

function folded(text: string): string {
  return foldsOf(text).join(' ');
}
