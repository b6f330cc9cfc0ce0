/** What stands at the head of a view. Plain strings: each printer makes them safe. */
import type { View } from '../../core/model/view.ts';
import { listOf } from '../../core/text/list-of.ts';
import { momentOf } from './moment.ts';
import { readingName } from './names.ts';

/** The title of the talk, or its file. */
export function titleOf({ project: { transcript } }: View): string {
  return transcript.value.title ?? transcript.file;
}

/** When, where and how the talk was held, the date of the view, and whose readings it has where there are several. */
export function factsOfTalk(view: View): (readonly [label: string, text: string])[] {
  const { date, place, setting, language, 'ground-rule': rules } = view.project.transcript.value;
  const moment = momentOf(view);
  const facts = [
    ['said', date],
    ['place', place],
    ['setting', setting],
    ['ground rule', rules?.join(', ')],
    ['language', language],
    [moment?.label ?? 'as of', moment?.text],
    ['readings', view.readings.length > 1 ? listOf(view.readings.map(readingName)) : undefined],
  ] as const;
  return facts.flatMap(([label, text]) => (text === undefined ? [] : [[label, text] as const]));
}
