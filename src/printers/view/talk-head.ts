/** The head of results about one talk: its title, when, where and under what rule it was held, and who reads it. */
import type { View } from '../../core/model/view.ts';
import type { Page } from '../layout/page.ts';
import type { Signs } from '../signs.ts';
import { headOf } from './head.ts';
import type { Palette } from './palette.ts';
import { unsureLines } from './unsure.ts';

export interface HeadSheet {
  readonly page: Page;
  readonly palette: Palette;
  readonly signs: Signs;
}

export function printTalkHead(view: View, { page, palette, signs }: HeadSheet, noCommands = false): void {
  const { title, facts, moment } = headOf(view);
  page.paragraph([{ text: title, style: palette.title }]);
  page.paragraph([{ text: facts.join(signs.between), style: palette.muted }]);
  if (moment !== undefined) page.paragraph([moment]);
  for (const line of unsureLines(view, noCommands))
    page.paragraph([line], { indent: 2, lead: { text: '!', style: palette.standing.unsettled } });
}
