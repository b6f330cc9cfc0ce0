/** Findings of one file while it is read: the first ones in full, the rest as a count. */
import type { Finding } from '../../../core/model/finding.ts';
import type { Span } from '../../../core/model/span.ts';
import { MAX_FINDINGS } from './limits.ts';
import { READER_RULES, type ReaderRule, type ReaderRuleId } from './reader-rules.ts';

export interface ProblemDetails {
  readonly first?: { readonly span: Span; readonly message: string };
  readonly help?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

export class Problems {
  readonly #file: string;
  readonly #findings: Finding[] = [];
  #unlisted = 0;

  constructor(file: string) {
    this.#file = file;
  }

  get none(): boolean {
    return this.#findings.length === 0;
  }

  /** `details` is only called for a finding that is listed: with a hundred thousand problems it would cost too much. */
  add(rule: ReaderRuleId, span: Span, message: string, details?: () => ProblemDetails): void {
    if (this.#findings.length >= MAX_FINDINGS) {
      this.#unlisted++;
      return;
    }
    const { first, help, data } = details?.() ?? {};
    const { help: usualHelp }: ReaderRule = READER_RULES[rule];
    const way = help ?? usualHelp;
    this.#findings.push({
      rule,
      severity: 'error',
      file: this.#file,
      span,
      message,
      ...(first && { labels: [{ file: this.#file, ...first }] }),
      ...(way !== undefined && { help: way }),
      ...(data && { data }),
    });
  }

  list(): readonly Finding[] {
    const last = this.#findings.at(-1);
    if (this.#unlisted === 0 || last === undefined) return this.#findings;
    const message = `${this.#unlisted} more problems in this file are not listed`;
    return [
      ...this.#findings,
      { rule: last.rule, severity: 'error', file: this.#file, message, data: { unlisted: this.#unlisted } },
    ];
  }
}
