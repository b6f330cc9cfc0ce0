/** The head of a page: what the talk is, when, where and in what setting. */

import type { View } from '../../../core/model/view.ts';
import { counted } from '../../../core/text/counted.ts';
import { listOf } from '../../../core/text/list-of.ts';
import { momentOf } from '../moment.ts';
import { readingName } from '../names.ts';
import { summarise } from '../summary.ts';
import { isolated, joined, type Markup, markup } from './markup.ts';
import type { Page } from './page.ts';

/** @param part the content of the page, if it is not all: a query, or the passages of an excerpt */
export function head(page: Page, title: string, part: string | undefined): Markup {
  const { setting, 'ground-rule': rules = [] } = page.view.project.transcript.value;
  const facts: (readonly [string, Markup | undefined])[] = [
    ['said', whenAndWhere(page.view)],
    ['setting', setting === undefined ? undefined : isolated(setting)],
    ['readings', isolated(readingsText(page.view))],
    ['shown', part === undefined ? undefined : isolated(part)],
  ];
  const moment = momentOf(page.view);
  if (moment !== undefined) facts.push([moment.label, isolated(moment.text)]);
  return markup`
<header class="masthead">
<p class="kicker"><span>${part === undefined ? 'Annotated transcript' : 'Part of an annotated transcript'}</span>${rules.map(rule => markup` <span class="rule${rule === 'on-record' ? '' : ' restricted'}">${rule.replaceAll('-', ' ')}</span>`)}</p>
<h1>${isolated(title)}</h1>
<dl class="facts-of-talk">${facts.map(([label, text]) =>
    text === undefined
      ? undefined
      : markup`
<div><dt>${label}</dt><dd>${text}</dd></div>`,
  )}
</dl>
</header>`;
}

function whenAndWhere(view: View): Markup | undefined {
  const { date, place } = view.project.transcript.value;
  const parts = [
    ...(date === undefined ? [] : [dateMarkup(date)]),
    ...(place === undefined ? [] : [isolated(place)]),
  ];
  return parts.length === 0 ? undefined : joined(parts, ', ');
}

/** "First reader and Second reader, 146 annotations". */
function readingsText(view: View): string {
  const { annotations } = summarise(view);
  const count = counted(annotations, 'annotation');
  const named = view.readings.filter(({ name }) => name !== undefined);
  return named.length === 0 ? count : `${listOf(named.map(readingName))}, ${count}`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** A plain day as people write it; every other date of EDTF as it is. */
export function dateMarkup(date: string): Markup {
  const [, year, month, day] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(date) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (year === undefined || name === undefined) return isolated(date);
  return markup`<time datetime="${date}">${day === undefined ? '' : `${Number(day)} `}${name} ${year}</time>`;
}
