/** Comments in drafts that allow findings: `<!-- onrecord-disable-next-line RULE -- REASON -->` at their paragraph. */
import type { Finding } from '../../core/model/finding.ts';
import type { Span } from '../../core/model/span.ts';
import type { Draft } from '../../core/quotes/draft.ts';
import { closest } from '../../core/text/closest.ts';

const COMMENT = /^\s*onrecord-disable(?:-next)?-line\b\s*(.*)$/s;

interface Suppression {
  readonly draft: Draft;
  readonly span: Span;
  readonly rules: readonly string[];
  readonly reason: string | undefined;
  /** The stretch of the file that it covers. */
  readonly covered: Span | undefined;
  readonly used: Set<string>;
}

export class DraftSuppressions {
  readonly #all: readonly Suppression[];
  readonly #ruleIds: ReadonlySet<string>;

  /** @param ruleIds every rule that there is */
  constructor(drafts: readonly Draft[], ruleIds: ReadonlySet<string>) {
    this.#all = drafts.flatMap(draft => [...suppressionsIn(draft)]);
    this.#ruleIds = ruleIds;
  }

  /** Why a comment allows a finding; it counts as used then. Undefined if none does; one without a reason allows nothing. */
  reasonFor({ rule, file, span }: Finding): string | undefined {
    if (span === undefined) return undefined;
    const found = this.#all.filter(
      ({ draft, rules, reason, covered }) =>
        draft.file === file &&
        reason !== undefined &&
        rules.includes(rule) &&
        covered !== undefined &&
        span.start >= covered.start &&
        span.start < covered.end,
    );
    for (const { used } of found) used.add(rule);
    return found[0]?.reason;
  }

  /** What is wrong with the comments, once every finding was asked about. */
  findings(): Finding[] {
    return this.#all.flatMap(suppression => this.#findingOf(suppression) ?? []);
  }

  #findingOf({ draft, span, rules, reason, used }: Suppression): Finding | undefined {
    const form = '`<!-- onrecord-disable-next-line RULE -- REASON -->`';
    const at = { file: draft.file, span };
    const bad = { rule: 'bad-suppression', severity: 'error', ...at } as const;
    const unknown = rules.find(rule => !this.#ruleIds.has(rule));
    if (rules.length === 0) return { ...bad, message: 'no rule is named', help: `write ${form}` };
    if (unknown !== undefined) {
      const meant = closest(unknown, [...this.#ruleIds]);
      return {
        ...bad,
        message: `there is no rule \`${unknown}\``,
        ...(meant !== undefined && { help: `did you mean \`${meant}\`?` }),
      };
    }
    if (reason === undefined)
      return { ...bad, message: 'no reason is given, expected `-- REASON`', help: `write ${form}` };
    const idle = rules.filter(rule => !used.has(rule));
    if (idle.length === 0) return undefined;
    return {
      rule: 'unused-suppression',
      severity: 'warning',
      ...at,
      message: `there is no finding of ${idle.map(rule => `\`${rule}\``).join(', ')} to allow here`,
      help: 'remove the comment, or put it at the paragraph that has the finding',
    };
  }
}

function* suppressionsIn(draft: Draft): Generator<Suppression> {
  for (const { text, span, first, end } of draft.comments) {
    const rest = COMMENT.exec(text)?.[1];
    if (rest === undefined) continue;
    const [rules = '', ...reason] = rest.split(/(?:^|\s)--(?:\s|$)/);
    yield {
      draft,
      span,
      rules: rules.split(/[\s,]+/).filter(rule => rule !== ''),
      reason: reason.join(' -- ').trim() || undefined,
      covered: coveredBy(draft, first, end),
      used: new Set(),
    };
  }
}

function coveredBy({ blocks }: Draft, first: number, end: number): Span | undefined {
  const [from, to] = [blocks[first], blocks[end - 1]];
  if (from === undefined || to === undefined || end <= first) return undefined;
  return {
    start: from.places.spanOf({ start: 0, end: 1 }).start,
    end: to.places.spanOf({ start: to.text.length - 1, end: to.text.length }).end,
  };
}
