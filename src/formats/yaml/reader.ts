/** YAML text to values with positions. Reading never throws: what is wrong is a finding with a span and a way out. */
import { EVENT_POP, type Event, parseEvents, YAMLException } from 'js-yaml';
import type { Finding } from '../../core/finding.ts';
import { isMapping, YamlDocument } from './document.ts';
import { MAX_DEPTH, MAX_NODES, mayExhaustMemory } from './limits.ts';
import { Problems } from './problems.ts';
import { readQuickly } from './quick-reader.ts';
import { skipGap } from './source-scan.ts';
import { syntaxProblem } from './syntax-errors.ts';
import { TreeBuilder } from './tree-builder.ts';

export interface ReadYamlOptions {
  /** Name of the file, for findings. */
  readonly file: string;
  /**
   * Keys whose plain scalars are booleans or numbers by the core schema; items of a list take the key of the list.
   * Everywhere else a scalar is the text that stands in the file. Extensions (`x-`) are resolved without being named.
   */
  readonly typedKeys: ReadonlySet<string>;
}

/** `document` is absent where anything was found: a file that is only half understood is not worked on. */
export interface ReadYamlResult {
  readonly document?: YamlDocument;
  readonly findings: readonly Finding[];
}

/** The parser's depth counts scalars too, so that the deepest allowed collection can still hold something. */
const MAX_PARSER_DEPTH = MAX_DEPTH + 1;

/**
 * Reads one YAML 1.2 document whose root is a mapping. Plain null forms (nothing, `~`, `null`) are null.
 *
 * @param text decoded, without a byte order mark (`decodeText`); spans are offsets into it.
 */
export function readYaml(text: string, { file, typedKeys }: ReadYamlOptions): ReadYamlResult {
  const quick = readQuickly(text, typedKeys);
  if (quick !== undefined)
    return { document: new YamlDocument(text, quick.value, quick.nodes, typedKeys), findings: [] };
  const problems = new Problems(file);
  const events = parse(text, problems);
  if (events !== undefined) {
    const { value, nodes } = new TreeBuilder(text, typedKeys, problems, events.length).build(events);
    if (problems.none && isMapping(value)) {
      return { document: new YamlDocument(text, value, nodes, typedKeys), findings: [] };
    }
    if (problems.none) refuseRoot(text, value, problems);
  }
  return { findings: problems.list() };
}

/** The parser's events, or undefined where a problem makes them useless. */
function parse(text: string, problems: Problems): readonly Event[] | undefined {
  const start = skipGap(text, 0);
  if (text[start] === '%') {
    problems.add('directive', { start, end: start + 1 }, 'a directive is not accepted');
    return undefined;
  }
  if (mayExhaustMemory(text)) return refuseNodes(problems);
  try {
    const events = parseEvents(text, { maxDepth: MAX_PARSER_DEPTH });
    return exceedsNodes(events) ? refuseNodes(problems) : events;
  } catch (error) {
    refuseSyntax(text, error, problems);
    return undefined;
  }
}

function exceedsNodes(events: readonly Event[]): boolean {
  if (events.length <= MAX_NODES) return false;
  let nodes = 0;
  for (const event of events) if (event.type !== EVENT_POP) nodes++;
  return nodes > MAX_NODES;
}

function refuseNodes(problems: Problems): undefined {
  problems.add('too-many-nodes', { start: 0, end: 0 }, `more than ${MAX_NODES} values and keys`);
}

/** A line that git or diff3 leaves where it could not merge. Only looked for in a file that cannot be read otherwise. */
const CONFLICT_MARKER = /^(?:<{7}|>{7})(?= )/m;

function refuseSyntax(text: string, error: unknown, problems: Problems): void {
  const marker = CONFLICT_MARKER.exec(text);
  if (marker !== null) {
    const span = { start: marker.index, end: marker.index + marker[0].length };
    problems.add('conflict-marker', span, 'a left-over conflict marker');
    return;
  }
  const { reason, mark } = error instanceof YAMLException ? error : { reason: '', mark: undefined };
  const { rule, message, help } = syntaxProblem(reason);
  const start = Math.min(mark?.position ?? 0, text.length);
  const character = text.codePointAt(start);
  const length = character === undefined ? 0 : String.fromCodePoint(character).length;
  problems.add(rule, { start, end: start + length }, message, () => (help === undefined ? {} : { help }));
}

function refuseRoot(text: string, value: unknown, problems: Problems): void {
  const span = { start: 0, end: 0 };
  if (text.trim() === '') problems.add('not-a-mapping', span, 'the file is empty');
  else if (skipGap(text, 0) === text.length)
    problems.add('not-a-mapping', span, 'the file holds only comments');
  else {
    const start = skipGap(text, 0);
    const found = Array.isArray(value) ? 'a list' : value === null ? 'nothing' : 'text';
    problems.add('not-a-mapping', { start, end: start + 1 }, `expected a mapping at the top, found ${found}`);
  }
}
