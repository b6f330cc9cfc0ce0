/** The filter of `--where`. Loaded only for views that have one. */
import { filterView } from '../core/filter/filter-view.ts';
import { parseQuery } from '../core/filter/parse-query.ts';
import type { Query } from '../core/filter/query.ts';
import type { KeyName } from '../core/filter/search-keys.ts';
import { type UnknownValue, unknownValue } from '../core/filter/unknown-value.ts';
import type { View } from '../core/model/view.ts';
import { counted } from '../core/text/counted.ts';
import type { Env } from '../io/env.ts';
import { UsageError } from '../io/errors.ts';
import { visible } from '../printers/escape/visible.ts';

/**
 * Returns the parts of views that match a query. A value that one of the views knows is not a slip.
 *
 * @throws UsageError if no party, tag, source, reading or entry of any view has a value of the query.
 */
type Filter = (views: readonly View[]) => readonly View[];

/**
 * The filter of `--where`.
 *
 * @throws UsageError that points into the query.
 */
export function filterFor(text: string): Filter {
  const query = readQuery(text, WHERE);
  return views => {
    refuseUnknown(unknownValue(query, views), `${WHERE} `);
    return views.map(view => filterView(view, query));
  };
}

const WHERE = '--where';

/**
 * The query that a text is.
 *
 * @param name what the text is called on the command line
 * @throws UsageError that points into it.
 */
export function readQuery(text: string, name: string): Query {
  const { query, fault } = parseQuery(text);
  if (query !== undefined) return query;
  const { start, end, message, hint } = fault;
  const shown = [...text].slice(start, end).join('');
  const place = shown !== '' ? ` at "${shown}"` : '';
  throw new UsageError(`${name}, character ${start + 1}${place}: ${message}`, hint);
}

/** Names to choose from that fit on a line. */
const FEW = 8;

/** @throws UsageError if there is an unknown value. @param before precedes the key in the message */
export function refuseUnknown(unknown: UnknownValue | undefined, before = ''): void {
  if (unknown === undefined) return;
  const { key, value, nearest, known } = unknown;
  const hint =
    nearest !== undefined
      ? `did you mean ${nearest}?`
      : known.length > 0 && known.length <= FEW
        ? `there ${known.length === 1 ? 'is' : 'are'} ${known.join(', ')}`
        : key === 'tag'
          ? '`onrecord help tags` lists the tags'
          : undefined;
  throw new UsageError(`${before}${key}: no ${NOUNS[key] ?? key} "${value}" in these files`, hint);
}

const NOUNS: Readonly<Partial<Record<KeyName, string>>> = {
  speaker: 'party',
  to: 'party',
  by: 'party',
  via: 'party or source',
  creator: 'reading',
};

/** Says on stderr that a filter kept nothing, and of how much: an empty page alone looks like an empty file. */
export async function tellNothingMatched(
  text: string,
  whole: readonly View[],
  kept: readonly View[],
  env: Env,
): Promise<void> {
  for (const { utterances, statements, claims, general } of kept)
    if ([utterances, statements, claims, general].some(list => list.length > 0)) return;
  const count = (of: 'utterances' | 'statements') => whole.reduce((sum, view) => sum + view[of].length, 0);
  const searched = [
    counted(count('utterances'), 'utterance'),
    ...(count('statements') > 0 ? [counted(count('statements'), 'statement')] : []),
  ];
  await env.stderr.write(`onrecord: nothing matches ${visible(text)} (${searched.join(' and ')} searched)\n`);
}
