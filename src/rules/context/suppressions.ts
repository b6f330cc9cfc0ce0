/**
 * Comments that allow findings: `# onrecord-disable-next-line RULE, RULE -- REASON`. Above an entry it covers the whole
 * entry, for what is wrong in it stands on any of its lines.
 */
import { lazily } from '../../core/lazily.ts';
import type { Finding, Location, Path } from '../../core/model/finding.ts';
import { type Document, documentsOf, type Project } from '../../core/model/project.ts';
import type { Span } from '../../core/model/span.ts';

/** A comment begins a line or stands behind a blank (YAML 1.2, 6.6). */
const COMMENT = /(?:^|[ \t])(#[ \t]*onrecord-disable-(next-line|line)\b[ \t]*([^\r\n]*))/gm;
const WORD = 'onrecord-disable';
const BEGINNING = /#[ \t]*onrecord-disable/y;

export interface Suppression {
  readonly file: string;
  /** The file whose findings it allows: its own, or a transcript in another format. */
  readonly about: string;
  /** Above the line of a layer that names a transcript in another format, it is about that whole file. */
  readonly isOfFile: boolean;
  /** The comment. */
  readonly span: Span;
  readonly rules: readonly string[];
  readonly reason: string | undefined;
  /** The line that it is about, from 1. */
  readonly line: number;
  /** The entry that begins on that line. */
  readonly entry?: Span | undefined;
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
    const { transcript } = this.#project;
    this.#found ??= documentsOf(this.#project).flatMap(document =>
      // A file in another format has no comments of ours: a layer may have them for it.
      document.format === undefined ? suppressionsIn(document, transcript) : [],
    );
    return this.#found;
  }

  /** Whether a comment allows this finding; the comment counts as used then. One without a reason allows nothing. */
  allows(finding: Finding): boolean {
    return this.allowsAt(finding.rule, () => finding);
  }

  /** As {@link allows}, for one of the places of a finding that has several. */
  allowsAt(rule: string, place: () => Location): boolean {
    if (this.all.length === 0) return false;
    const { file, span } = place();
    if (span === undefined) return false;
    const document = documentsOf(this.#project).find(candidate => candidate.file === file);
    const line = document?.source.position(span.start).line;
    const found = this.all.filter(
      suppression =>
        suppression.about === file &&
        suppression.reason !== undefined &&
        suppression.rules.includes(rule) &&
        (suppression.isOfFile || suppression.line === line || isWithin(span, suppression.entry)),
    );
    for (const suppression of found) suppression.used.add(rule);
    return found.length > 0;
  }
}

function isWithin(inner: Span, outer: Span | undefined): boolean {
  return outer !== undefined && inner.start >= outer.start && inner.end <= outer.end;
}

function suppressionsIn(document: Document, transcript: Document): Suppression[] {
  const { text } = document.source;
  if (!mayHaveComment(text)) return [];
  const inText = [...textsWithWord(document.value, [])].map(path => document.locate(path));
  const entriesByLine = lazily(() => entrySpans(document));
  const naming =
    transcript.format === undefined || document.value.kind !== 'layer'
      ? undefined
      : document.source.position(document.locate(['transcript'], 'key').start).line;
  const found: Suppression[] = [];
  for (const match of text.matchAll(COMMENT)) {
    const [whole, comment = '', kind, rest = ''] = match;
    const start = match.index + whole.length - comment.length;
    // Quoted text may look like a comment inside a block scalar.
    if (inText.some(span => start >= span.start && start < span.end)) continue;
    const [rules = '', ...reason] = rest.split(/(?:^|\s)--(?:\s|$)/);
    const { line: ownLine } = document.source.position(start);
    const line = kind === 'next-line' ? lineBehind(ownLine, document) : ownLine;
    const isOfFile = line === naming;
    found.push({
      file: document.file,
      about: isOfFile ? transcript.file : document.file,
      isOfFile,
      span: { start, end: start + comment.trimEnd().length },
      rules: rules.split(/[\s,]+/).filter(rule => rule !== '' && rule !== '--'),
      reason: reason.join(' -- ').trim() || undefined,
      line,
      ...(kind === 'next-line' && { entry: entriesByLine().get(line) }),
      used: new Set(),
    });
  }
  return found;
}

/** The line behind a comment and the comments that follow it: several allowances may stand above one line. */
function lineBehind(comment: number, { source }: Document): number {
  let line = comment + 1;
  while (/^[ \t]*#/.test(source.line(line))) line++;
  return line;
}

/** The entries of a document by the lines on which they begin: that of the dash, and that of the first key. */
function entrySpans(document: Document): ReadonlyMap<number, Span> {
  const { source } = document;
  const spans = new Map<number, Span>();
  for (const path of entryPaths(document)) {
    const value = document.locate(path);
    const start = Math.min(value.start, document.locate(path, 'key').start);
    const span = { start, end: value.end };
    const dash = /-[ \t]*(?:#[^\r\n]*)?[\r\n][ \t\r\n]*$/.exec(
      source.text.slice(Math.max(0, start - 200), start),
    );
    const lines = [start, ...(dash === null ? [] : [start - dash[0].length])];
    for (const offset of lines) spans.set(source.position(offset).line, span);
  }
  return spans;
}

function* entryPaths({ value }: Document): Generator<Path> {
  for (const id of value.parties.keys()) yield ['parties', id];
  for (const id of value.sources.keys()) yield ['sources', id];
  const lists = {
    utterances: value.kind === 'transcript' ? value.utterances : [],
    statements: value.statements,
    claims: value.claims,
    annotations: value.annotations,
  };
  for (const [name, list] of Object.entries(lists)) for (const index of list.keys()) yield [name, index];
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
