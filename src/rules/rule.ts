/** One check over a project. A rule names places and says what is wrong there; the runner does the rest. */

import type { OptionValue } from '../core/model/config.ts';
import type { Finding, Fix, Path, Place } from '../core/model/finding.ts';
import type { RuleDocs, RuleOption, RuleOptions } from '../core/model/rule-docs.ts';
import type { Span } from '../core/model/span.ts';
import type { ProjectContext } from './context/project-context.ts';

/** A report of a rule about one place. */
export interface Report {
  readonly at: Place;
  /** One line, without a full stop; states the value found and the value expected. */
  readonly message: string;
  readonly labels?: readonly { readonly at: Place; readonly message: string }[];
  readonly help?: string;
  readonly fix?: Fix;
  readonly data?: Readonly<Record<string, unknown>>;
  /** As in {@link Finding}: wanted where the message holds a count. */
  readonly fingerprint?: string;
  readonly instances?: number;
  /** As in {@link Finding}. */
  readonly owner?: string;
  readonly consequenceOf?: NonNullable<Finding['consequenceOf']>;
  /**
   * Nodes whose absence is the fault. Where the file has one of them after all (reading refused its value and said
   * so), the runner drops the report.
   */
  readonly absent?: readonly Place[];
}

type Widened<V extends OptionValue> = V extends number
  ? number
  : V extends boolean
    ? boolean
    : V extends string
      ? string
      : readonly string[];

type ValuesOf<O extends RuleOptions> = {
  readonly [K in keyof O]: O[K] extends RuleOption<infer V> ? Widened<V> : never;
};

export interface RuleContext<O extends RuleOptions = RuleOptions> extends ProjectContext {
  /** The options' values: the defaults, unless the configuration sets others. */
  readonly options: ValuesOf<O>;
  report(report: Report): void;
  /** Whether reading refused what stands at a place that the model lacks: {@link Report.absent} asks the same. */
  isRefused(place: Place): boolean;
}

export interface Rule<O extends RuleOptions = RuleOptions> extends RuleDocs {
  readonly options?: O;
  /** Answers with a promise only if it has to wait for something outside the project. */
  check(context: RuleContext<O>): void | Promise<void>;
}

/** Types a rule's options inside its `check`. */
export function defineRule<const O extends RuleOptions = Record<never, RuleOption>>(rule: Rule<O>): Rule {
  return rule as Rule;
}

/** The place of a node beneath another. */
export function within(place: Place, ...path: Path): Place {
  return { file: place.file, path: [...place.path, ...path] };
}

/** The place of some words in the text of a field. @param words themselves, or their UTF-16 offsets in the text */
export function wordsWithin(place: Place, field: string, text: string, words: Span | string): Place {
  const start = typeof words === 'string' ? text.indexOf(words) : words.start;
  if (start === -1) return within(place, field);
  const end = typeof words === 'string' ? start + words.length : words.end;
  return { ...within(place, field), words: { text, start, end } };
}

/** The places of those fields that a value lacks, for `Report.absent`; an empty list is there, and no reason to be silent. */
export function lacking<V extends object>(
  value: V,
  at: Place,
  fields: readonly (keyof V & string)[],
): Place[] {
  return fields.filter(field => value[field] === undefined).map(field => within(at, field));
}
