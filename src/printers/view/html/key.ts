/** The meaning of shapes and lines, only of those on the page. */
import { STANDINGS, type StandingName } from '../../../core/model/vocabulary.ts';
import { GROUP_OF_STANDING, NOTE_KINDS, type NoteKind } from './groups.ts';
import { type Markup, markup } from './markup.ts';
import type { Page } from './page.ts';
import { chip } from './signs.ts';

const LINES: readonly (readonly [group: string, title: string, line: string])[] = [
  ['contested', 'Contested', 'two lines'],
  ['affirmed', 'Affirmed', 'one full line'],
  ['in-part', 'In part', 'dashes'],
  ['unsettled', 'Fallen with its words', 'a wave'],
  ['open', 'Open', ''],
  ['outside', 'Outside', ''],
];

const KINDS: Readonly<Record<Exclude<NoteKind, 'stance'>, string>> = {
  request: 'request',
  voice: 'voice, gloss',
  edit: 'text, form',
  reference: 'reference, date',
};

/** Call it last: it names what the page has used. */
export function key(page: Page): Markup | undefined {
  const used = new Set(page.view.claims.flatMap(({ standings }) => standings.map(({ name }) => name)));
  const kinds = new Set([...page.kindSets.values()].flat());
  const rows = LINES.flatMap(([group, title, line]) => {
    const chips = STANDINGS.filter(
      (name: StandingName) => GROUP_OF_STANDING[name] === group && used.has(name),
    );
    if (chips.length === 0) return [];
    const sample =
      line === ''
        ? markup`<span class="quiet">no mark of its own</span>`
        : markup`<mark class="${group}">${line}</mark>`;
    return [
      markup`<tr><th scope="row">${title}</th><td>${chips.map(name => markup`${chip(name)} `)}</td><td>${sample}</td></tr>`,
    ];
  });
  const marks = NOTE_KINDS.flatMap(kind =>
    kind === 'stance' || !kinds.has(kind) ? [] : [markup`<mark class="${kind}">${KINDS[kind]}</mark> `],
  );
  if (rows.length === 0 && marks.length === 0) return undefined;
  const notes =
    marks.length === 0
      ? undefined
      : markup`<tr><th scope="row">Notes</th><td colspan="2" class="samples">${marks}</td></tr>`;
  return markup`
<section id="_key" aria-labelledby="_key-h">
<h2 id="_key-h">Key</h2>
<table class="key"><caption>Each group has a colour, a shape and a line of its own</caption><thead><tr><th scope="col">Group</th><th scope="col">Standing</th><th scope="col">Line under the words</th></tr></thead><tbody>${rows}${notes}</tbody></table>
</section>`;
}
