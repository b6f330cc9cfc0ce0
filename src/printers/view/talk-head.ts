/** The head of results about one talk: its title, when, where and under what rule it was held, and who reads it. */
import type { View } from '../../core/model/view.ts';
import { counted } from '../../core/text/counted.ts';
import type { Page } from '../layout/page.ts';
import type { Signs } from '../signs.ts';
import { momentOf } from './moment.ts';
import { readingName } from './names.ts';
import type { Palette } from './palette.ts';
import { unsureLines } from './unsure.ts';

export interface HeadSheet {
  readonly page: Page;
  readonly palette: Palette;
  readonly signs: Signs;
}

export function printTalkHead(view: View, { page, palette, signs }: HeadSheet): void {
  const { file, value } = view.project.transcript;
  const { title, date, place, language, 'ground-rule': rules } = value;
  page.paragraph([{ text: title ?? file, style: palette.title }]);
  const names = view.readings.map(readingName);
  const about = [date, place, rules?.map(rule => rule.replaceAll('-', ' ')).join(', ')];
  const isBare = about.every(fact => fact === undefined);
  const facts = [
    ...(isBare ? [counted(view.utterances.length, 'utterance'), language] : about),
    names.length === 0 ? undefined : `${counted(names.length, 'reading')}: ${names.join(', ')}`,
  ];
  page.paragraph([
    { text: facts.filter(fact => fact !== undefined).join(signs.between), style: palette.muted },
  ]);
  const moment = momentOf(view);
  if (moment !== undefined) page.paragraph([`${moment.label} ${moment.text}`]);
  for (const line of unsureLines(view, true))
    page.paragraph([line], { indent: 2, lead: { text: '!', style: palette.standing.unsettled } });
}
