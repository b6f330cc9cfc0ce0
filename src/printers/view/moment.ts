/** The date of a view, and the acts without a date: what a reader must know before the first standing. */
import { isSurelyBefore } from '../../core/dates/compare.ts';
import { parseDate } from '../../core/dates/date.ts';
import type { View } from '../../core/model/view.ts';

export interface Moment {
  readonly label: 'as of' | 'undated';
  readonly text: string;
}

/**
 * "as of", "1990 (before the talk of 2016-10-14); 14 undated acts are counted". Undefined for a view with everything
 * known: it looks at no date, and counts every act.
 */
export function momentOf(view: View): Moment | undefined {
  const { asOf, undated } = view;
  const acts = `${undated.acts} undated ${undated.acts === 1 ? 'act is' : 'acts are'}`;
  const undatedText = `${acts} ${undated.counted ? 'counted' : 'skipped'}`;
  if (asOf === undefined) return undated.counted ? undefined : { label: 'undated', text: undatedText };
  const before = isBeforeTalk(view) ? ` (before the talk of ${view.project.transcript.value.date})` : '';
  return { label: 'as of', text: `${asOf}${before}${undated.acts === 0 ? '' : `; ${undatedText}`}` };
}

/** Whether the date of the view lies before the talk: then even its words had not been said. */
export function isBeforeTalk({ asOf, project }: View): boolean {
  const [date, talk] = [asOf, project.transcript.value.date].map(text => text && parseDate(text));
  return Boolean(date && talk && isSurelyBefore(date, talk));
}
