/** Reads any YAML 1.2 into values with positions, by the full parser; each error becomes a problem with a span and help. */
import { EVENT_POP, type Event, parseEvents, YAMLException } from 'js-yaml';
import type { Tree } from './document.ts';
import { MAX_DEPTH, MAX_NODES, mayExhaustMemory } from './limits.ts';
import type { Problems } from './problems.ts';
import { skipGap } from './source-scan.ts';
import { syntaxProblem } from './syntax-errors.ts';
import { TreeBuilder } from './tree-builder.ts';

/** The parser's depth counts scalars too, so that the deepest allowed collection can still hold something. */
const MAX_PARSER_DEPTH = MAX_DEPTH + 1;

/** The value and the places of its nodes; undefined if a problem makes them useless. */
export function readFully(
  text: string,
  typedKeys: ReadonlySet<string>,
  problems: Problems,
): Tree | undefined {
  const events = parse(text, problems);
  return events && new TreeBuilder(text, typedKeys, problems, events.length).build(events);
}

/** The parser's events, or undefined if a problem makes them useless. */
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
