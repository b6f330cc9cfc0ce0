/** The documentation of a rule, shared by `explain`, the configuration and the tests. */
import type { Language } from '../language/language.ts';
import type { OptionValue, Requirement } from './config.ts';
import type { Finding, Severity } from './finding.ts';
import type { SourceText } from './span.ts';

/** A setting of a rule; the type of the default is the type of the option. */
export interface RuleOption<V extends OptionValue = OptionValue> {
  readonly default: V;
  readonly meaning: string;
}

export type RuleOptions = Readonly<Record<string, RuleOption>>;

/** Files small enough to read at a glance, and what `check` says about them. Every example runs as a test. */
export interface Example {
  /** The point of the example, in a few words. */
  readonly title: string;
  /** Text by file name; bytes where the example is about bytes. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly options?: Readonly<Record<string, OptionValue>>;
  /** Requirements of the project, as its configuration would have them. */
  readonly require?: readonly Requirement[];
  /** Rules that run beside the one that is shown. */
  readonly also?: readonly string[];
  /** Languages of the example whose words or phrases nobody listed. */
  readonly unlisted?: Language['unlisted'];
  /** Expected findings, each `file:line:column message`; a clean example has none. */
  readonly findings?: readonly string[];
}

export interface RuleDocs {
  /** Kebab-case words that name the problem and read well after "allow". */
  readonly id: string;
  /** Severity as shipped; presets and configuration may set another. */
  readonly severity: Severity;
  /** What it is about, for systems that sort findings by tags (SARIF `properties.tags`). */
  readonly topics: readonly string[];
  /** What it looks for in the text: in a language without a list of these it finds nothing. */
  readonly looksFor?: 'phrases' | 'words';
  /** One line that states the fault. */
  readonly summary: string;
  /** Why a professional cares. */
  readonly why: string;
  /** The standard or text that the rule rests on. */
  readonly source: string;
  readonly options?: RuleOptions;
  /** Several findings of the rule in one line, which says what to do; for rules of information. */
  readonly folded?: (findings: readonly Finding[]) => string;
  /** At least one clean example that resembles the fault, and one failing. Built on demand. */
  readonly examples: () => readonly Example[];
}

export interface ListedRule extends RuleDocs {
  /** The file in the repository that says it all: what the rule wants, why, and examples. */
  readonly file: string;
}

/** An example with what `check` really said about it. */
export interface ExampleRun {
  readonly example: Example;
  readonly findings: readonly Finding[];
  readonly sources: ReadonlyMap<string, SourceText>;
}

/** A rule's page: its documentation with its examples run. */
export interface RulePage {
  readonly docs: RuleDocs;
  readonly runs: readonly ExampleRun[];
}
