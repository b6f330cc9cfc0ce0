/** One result of `check`: a rule, a severity, a place, a message, and where there is one, a way out (SARIF result). */
import type { Span } from './span.ts';

export type Severity = 'error' | 'warning' | 'info';

/** Keys and indexes from the root of a document to a node. */
export type Path = readonly (string | number)[];

/** A place in a document that rules can name without knowing offsets. */
export interface Place {
  /** The document's name, as it was given on the command line or found. */
  readonly file: string;
  readonly path: Path;
  /** Point at the node's key where it has one, instead of at its value. */
  readonly part?: 'key' | 'value';
  /** A place that no path leads to, such as a comment; it wins over `path`. */
  readonly span?: Span;
  /** Words of the text that stands there; without it the whole text is meant. */
  readonly words?: WordsOf;
}

/** A stretch of a text, in UTF-16 code units. */
interface WordsOf extends Span {
  readonly text: string;
}

/** A place resolved to the text of a file. `span` is absent if the file could not be read as text. */
export interface Location {
  readonly file: string;
  readonly span?: Span;
}

/** A node that reading refused and left out of the model. */
export interface RefusedNode extends Location {
  /** An unknown key, and the one that it most likely stands for. */
  readonly misspelt?: { readonly key: string; readonly meant: string };
}

export interface Label extends Location {
  readonly message: string;
  /** It points into an entry that is marked `private`. */
  readonly private?: true;
}

/** Puts a text in the place of a span of a file. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** Edits to one file that resolve a finding; their spans do not overlap. */
export interface Fix {
  /** Describes the edit in the imperative: "remove the duplicate key". */
  readonly title: string;
  /** The same in the past tense, once applied: "wrote id `u7`". */
  readonly done: string;
  readonly file: string;
  readonly edits: readonly TextEdit[];
}

export interface Finding extends Location {
  /** Id of the rule: kebab-case words that name the problem. */
  readonly rule: string;
  readonly severity: Severity;
  /** One line, without a full stop; states the value found and the value expected. */
  readonly message: string;
  /** Other places that explain it, each with a word: "first defined here". */
  readonly labels?: readonly Label[];
  /** What to do about it. */
  readonly help?: string;
  readonly fix?: Fix;
  /** The values in the message, so that no one needs to parse it. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Identifies the finding in its file; defaults to the message. It may hold ids, but no lines and no counts. */
  readonly fingerprint?: string;
  /** The file that it belongs to, where that is not the one that it points at: a layer whose transcript changed. */
  readonly owner?: string;
  /** The errors that brought it about, those of a file or of a rule at a place: it says nothing new beside them. */
  readonly consequenceOf?: Location & { readonly rule?: string };
  /** A rule of reading whose finding at the same place says less, and is left out for this one. */
  readonly replaces?: string;
  /** Id of the entry it is about, if that is marked `private`: public reports say no more of it. */
  readonly private?: string;
  /** How many findings with this fingerprint it stands for: the same mistake in several places, told as one. */
  readonly instances?: number;
}

/** As public logs may have them: of a finding on a private entry, the rule, the place and the id. */
export function withoutPrivate(findings: readonly Finding[]): readonly Finding[] {
  return findings.map(finding => {
    const { rule, severity, file, span, labels, private: id } = finding;
    if (id !== undefined) {
      const line = span === undefined ? {} : { span: { start: span.start, end: span.start } };
      return {
        rule,
        severity,
        file,
        ...line,
        message: `\`${id}\` is private; run check where its file is to read this`,
      };
    }
    if (labels?.some(label => label.private) !== true) return finding;
    return { ...finding, labels: labels.filter(label => label.private !== true) };
  });
}

const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** The file that a finding belongs to: it is told where that file is checked. */
export function ownerOf({ file, owner = file }: Finding): string {
  return owner;
}

/** The findings without the consequences of errors that are among them. */
export function withoutConsequences(findings: readonly Finding[]): readonly Finding[] {
  if (findings.every(({ consequenceOf }) => consequenceOf === undefined)) return findings;
  const causes = findings.filter(
    ({ severity, consequenceOf }) => severity === 'error' && consequenceOf === undefined,
  );
  const files = new Set(causes.map(({ file }) => file));
  const keyOf = (rule: string, { file, span }: Location) => JSON.stringify([rule, file, span?.start]);
  const places = new Set(causes.map(cause => keyOf(cause.rule, cause)));
  return findings.filter(({ consequenceOf: cause }) => {
    if (cause === undefined) return true;
    return cause.rule === undefined ? !files.has(cause.file) : !places.has(keyOf(cause.rule, cause));
  });
}

/** The findings without those that another one at the same place says better. */
export function withoutReplaced(findings: readonly Finding[]): readonly Finding[] {
  const keyOf = (rule: string, { file, span }: Finding) => `${rule} ${span?.start} ${file}`;
  const replaced = new Set(
    findings.flatMap(finding => (finding.replaces === undefined ? [] : [keyOf(finding.replaces, finding)])),
  );
  return replaced.size === 0
    ? findings
    : findings.filter(finding => !replaced.has(keyOf(finding.rule, finding)));
}

/** Order of findings in every output: file, place, severity, rule. Compares code units, so it is the same everywhere. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.file, b.file) ||
    (a.span?.start ?? -1) - (b.span?.start ?? -1) ||
    RANK[a.severity] - RANK[b.severity] ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) counts[finding.severity]++;
  return counts;
}
