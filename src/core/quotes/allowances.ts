/** Quotations that a draft has from elsewhere, allowed with a reason. */
import { foldsOf } from '../language/folded-words.ts';
import type { Span } from '../model/span.ts';
import type { Draft } from './draft.ts';
import type { Quotation } from './find-quotations.ts';

/** Why the record need not have a quotation. */
export interface Allowance {
  /** As the comment gives it; undefined of words in the configuration. */
  readonly reason: string | undefined;
}

/** An allowance that does nothing, or cannot be understood. */
export interface IdleAllowance {
  readonly problem: 'unused' | 'no-reason' | 'unknown';
  /** The comment's text, or the words in the configuration. */
  readonly text: string;
  /** Undefined of words in the configuration. */
  readonly at: { readonly draft: Draft; readonly span: Span } | undefined;
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

  /** @param elsewhere words that the configuration allows */
  constructor(drafts: readonly Draft[], elsewhere: readonly string[]) {
    this.#words = elsewhere.map(text => ({ text, folds: folded(text), isUsed: false }));
    for (const draft of drafts) this.#comments.set(draft, [...this.#read(draft)]);
  }

  *#read(draft: Draft): Generator<Comment> {
    for (const { text: comment, span, first, end } of draft.comments) {
      const [, word, reason] = COMMENT.exec(comment) ?? [];
      if (word === undefined) continue;
      const text = comment.trim();
      const at = { draft, span };
      if (word !== 'elsewhere') this.#wrong.push({ problem: 'unknown', text, at });
      else if (reason === undefined || reason === '') this.#wrong.push({ problem: 'no-reason', text, at });
      else yield { draft, span, text, reason, first, end, isUsed: false };
    }
  }

  /** Whether a quotation that the record lacks is allowed; what allows it counts as used. */
  of({ draft, block, text }: Quotation): Allowance | undefined {
    const comment = this.#comments.get(draft)?.find(({ first, end }) => block >= first && block < end);
    if (comment !== undefined) {
      comment.isUsed = true;
      return { reason: comment.reason };
    }
    if (this.#words.length === 0) return undefined;
    const folds = folded(text);
    const words = this.#words.find(allowed => ` ${folds} `.includes(` ${allowed.folds} `));
    if (words === undefined) return undefined;
    words.isUsed = true;
    return { reason: undefined };
  }

  /** What allowed nothing, once every quotation was asked about. */
  idle(): IdleAllowance[] {
    const comments = [...this.#comments.values()].flat().filter(({ isUsed }) => !isUsed);
    const words = this.#words.filter(({ isUsed }) => !isUsed);
    return [
      ...this.#wrong,
      ...comments.map(({ text, draft, span }) => ({ problem: 'unused', text, at: { draft, span } }) as const),
      ...words.map(({ text }) => ({ problem: 'unused', text, at: undefined }) as const),
    ];
  }
}

function folded(text: string): string {
  return foldsOf(text).join(' ');
}
