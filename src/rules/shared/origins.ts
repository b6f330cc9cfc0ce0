/** Where sources come from in the end: sources of one origin are one source. */
import type { Id } from '../../core/model/model.ts';
import type { Entries } from '../context/entries.ts';

/** A chain of sources longer than this is taken for one without an end. */
const MAX_STEPS = 100;

/** The origins of a source, statement or utterance: what is written as `origin`, or the sources that derive from no other. */
export function originsOf(id: Id, entries: Entries): ReadonlySet<string> {
  const origins = new Set<string>();
  const seen = new Set<Id>();
  const queue = [sourceOf(id, entries)];
  for (let next = queue.pop(); next !== undefined && seen.size < MAX_STEPS; next = queue.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const source = entries.index.of('source', next)?.value;
    const parents = source?.['derived-from'] ?? [];
    if (source?.origin !== undefined) origins.add(source.origin.trim().toLowerCase());
    else if (parents.length === 0) origins.add(next);
    else queue.push(...parents);
  }
  return origins;
}

/** The source that an utterance or statement is reported in; a source itself. */
function sourceOf(id: Id, entries: Entries): Id {
  const speech = entries.index.of('statement', id)?.value ?? entries.index.of('utterance', id)?.value;
  return speech?.source ?? id;
}
