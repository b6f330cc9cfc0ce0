/** Facts about a talk. Plain strings: each printer makes them safe. */
import type { View } from '../../core/model/view.ts';
import { counted } from '../../core/text/counted.ts';
import { listOf } from '../../core/text/list-of.ts';
import { momentOf } from './moment.ts';
import { readingName } from './names.ts';

/** In two lines. */
export interface Head {
  readonly title: string;
  /** When, where, under which rule; whose readings. */
  readonly facts: readonly string[];
  /** "as of 2016"; undefined for everything known. */
  readonly moment: string | undefined;
}

export function headOf(view: View): Head {
  const { date, place, language, 'ground-rule': rules } = view.project.transcript.value;
  const names = view.readings.map(readingName);
  const about = [date, place, rules?.map(rule => rule.replaceAll('-', ' ')).join(', ')];
  const isBare = about.every(fact => fact === undefined);
  const facts = [
    ...(isBare ? [counted(view.utterances.length, 'utterance'), language] : about),
    names.length === 0 ? undefined : `${counted(names.length, 'reading')}: ${names.join(', ')}`,
  ];
  const moment = momentOf(view);
  return {
    title: titleOf(view),
    facts: facts.filter(fact => fact !== undefined),
    moment: moment && `${moment.label} ${moment.text}`,
  };
}

/** The title of the talk, or its file. */
export function titleOf({ project: { transcript } }: View): string {
  return transcript.value.title ?? transcript.file;
}

/** The same facts one by one, with everything in the header of the transcript; unknown facts are left out. */
export function headFacts(view: View): (readonly [label: string, text: string])[] {
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
