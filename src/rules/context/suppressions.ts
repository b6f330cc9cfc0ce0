/** Comments that allow a finding at one place: `# onrecord-disable-next-line RULE, RULE -- REASON`. */
import type { Finding } from '../../core/model/finding.ts';
import { type Document, documentsOf, type Project } from '../../core/model/project.ts';
import type { Span } from '../../core/model/span.ts';

/** A comment begins a line or stands behind a blank (YAML 1.2, 6.6). */
const COMMENT = /(?:^|[ \t])(#[ \t]*onrecord-disable-(next-line|line)\b[ \t]*([^\r\n]*))/gm;
const WORD = 'onrecord-disable';
const BEGINNING = /#[ \t]*onrecord-disable/y;

export interface Suppression {
  readonly file: string;
  /** The comment. */
  readonly span: Span;
  readonly rules: readonly string[];
  readonly reason: string | undefined;
  /** The line that it is about, from 1. */
  readonly line: number;
  /** Rules of which it allowed a finding. */
  readonly used: Set<string>;
}

export class Suppressions {
  readonly #project: Project;
  #found: readonly Suppression[] | undefined;

  constructor(project: Project) {
    this.#project = project;
  }

  get all(): readonly Suppression[] {
    this.#found ??= documentsOf(this.#project).flatMap(suppressionsIn);
    return this.#found;
  }

  /** Whether a comment allows this finding; the comment counts as used then. One without a reason allows nothing. */
  allows(finding: Finding): boolean {
    if (this.all.length === 0 || finding.span === undefined) return false;
    const document = documentsOf(this.#project).find(({ file }) => file === finding.file);
    const line = document?.source.position(finding.span.start).line;
    const found = this.all.filter(
      ({ file, line: allowed, rules, reason }) =>
        file === finding.file && allowed === line && reason !== undefined && rules.includes(finding.rule),
    );
    for (const suppression of found) suppression.used.add(finding.rule);
    return found.length > 0;
  }
}

function suppressionsIn(document: Document): Suppression[] {
  const { text } = document.source;
  if (!mayHaveComment(text)) return [];
  const inText = [...textsWithWord(document.value, [])].map(path => document.locate(path));
  const found: Suppression[] = [];
  for (const match of text.matchAll(COMMENT)) {
    const [whole, comment = '', kind, rest = ''] = match;
    const start = match.index + whole.length - comment.length;
    // What a transcript quotes is no comment, though it may look like one in a block of text.
    if (inText.some(span => start >= span.start && start < span.end)) continue;
    const [rules = '', ...reason] = rest.split(/(?:^|\s)--(?:\s|$)/);
    const { line } = document.source.position(start);
    found.push({
      file: document.file,
      span: { start, end: start + comment.trimEnd().length },
      rules: rules.split(/[\s,]+/).filter(rule => rule !== '' && rule !== '--'),
      reason: reason.join(' -- ').trim() || undefined,
      line: kind === 'next-line' ? line + 1 : line,
      used: new Set(),
    });
  }
  return found;
}

/** Most files have none, and few have a `#`: looking for that is several times faster than for the word. */
function mayHaveComment(text: string): boolean {
  for (let at = text.indexOf('#'); at !== -1; at = text.indexOf('#', at + 1)) {
    BEGINNING.lastIndex = at;
    if (BEGINNING.test(text)) return true;
  }
  return false;
}

/** Paths of texts in which the word stands. */
function* textsWithWord(node: unknown, path: (string | number)[]): Generator<(string | number)[]> {
  if (typeof node === 'string') {
    if (node.includes(WORD)) yield path;
  } else if (Array.isArray(node)) {
    for (const [index, item] of node.entries()) yield* textsWithWord(item, [...path, index]);
  } else if (node instanceof Map) {
    for (const [key, item] of node) yield* textsWithWord(item, [...path, key]);
  } else if (typeof node === 'object' && node !== null) {
    for (const [key, item] of Object.entries(node)) yield* textsWithWord(item, [...path, key]);
  }
}
