/** What a talk is, in two lines. Plain strings: each printer makes them safe. */
import type { View } from '../../core/model/view.ts';
import { counted } from '../../core/text/counted.ts';
import { momentOf } from './moment.ts';
import { readingName } from './names.ts';

export interface Head {
  readonly title: string;
  /** When, where, under which rule; whose readings. */
  readonly facts: readonly string[];
  /** "as of 2016"; undefined for everything known. */
  readonly moment: string | undefined;
}

export function headOf(view: View): Head {
  const { file, value } = view.project.transcript;
  const { title, date, place, language, 'ground-rule': rules } = value;
  const names = view.readings.map(readingName);
  const about = [date, place, rules?.map(rule => rule.replaceAll('-', ' ')).join(', ')];
  const isBare = about.every(fact => fact === undefined);
  const facts = [
    ...(isBare ? [counted(view.utterances.length, 'utterance'), language] : about),
    names.length === 0 ? undefined : `${counted(names.length, 'reading')}: ${names.join(', ')}`,
  ];
  const moment = momentOf(view);
  return {
    title: title ?? file,
    facts: facts.filter(fact => fact !== undefined),
    moment: moment && `${moment.label} ${moment.text}`,
  };
}
