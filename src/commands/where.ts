/** The filter of `--where`. Loaded only for views that have one. */
import { filterView } from '../core/filter/filter-view.ts';
import { parseQuery } from '../core/filter/parse-query.ts';
import type { View } from '../core/model/view.ts';
import { UsageError } from '../io/errors.ts';

/**
 * What keeps of a view what a query asks for.
 *
 * @throws UsageError that points into the query.
 */
export function filterFor(text: string): (view: View) => View {
  const { query, fault } = parseQuery(text);
  if (query !== undefined) return view => filterView(view, query);
  const { start, end, message, hint } = fault;
  const shown = [...text].slice(start, end).join('');
  const place = shown !== '' ? ` at "${shown}"` : '';
  throw new UsageError(`--where, character ${start + 1}${place}: ${message}`, hint);
}
