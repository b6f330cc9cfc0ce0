/**
 * The annotated view as one HTML page for people without a terminal: no script, nothing loaded, nothing that a transcript
 * says is markup. `show`, `convert` and whatever serves a page print the same one.
 */
import { contents } from './html/contents.ts';
import { filterForm, filterRules } from './html/filter.ts';
import { head } from './html/head.ts';
import { key } from './html/key.ts';
import { lightRules } from './html/lights.ts';
import { type Markup, markup, together } from './html/markup.ts';
import { origin } from './html/origin.ts';
import { Page } from './html/page.ts';
import { pageDocument } from './html/page-document.ts';
import { pageBoxes } from './html/print.ts';
import { conversation, otherNotes, people, sources, statements } from './html/sections.ts';
import { sprite } from './html/signs.ts';
import { standingsSection, standingsTable } from './html/standings.ts';
import { timelineSection } from './html/timeline.ts';
import type { PartsPrinter, ViewPrinter } from './printer.ts';

export const printHtml: ViewPrinter = (view, context, options) =>
  [...htmlParts(view, context, options)].join('');

export const htmlParts: PartsPrinter = (view, _context, { styleSheet = '', part } = {}) => {
  const page = new Page(view);
  const title = view.project.transcript.value.title ?? view.project.transcript.file;
  // Notes come first: the filter and the key name what they hold.
  const talk = conversation(page);
  const later = statements(page);
  const table = standingsTable(page);
  const others = otherNotes(page);
  const filter = filterForm(page);
  const parts: readonly (readonly [id: string, title: string, body: Markup | undefined])[] = [
    ['_standings', 'Standings', table && standingsSection(page, table, filter)],
    ['_conversation', 'Conversation', talk],
    ['_statements', 'Statements', later],
    ['_timeline', 'Timeline', timelineSection(page)],
    ['_other', 'Other notes', others],
    ['_people', 'People', people(page)],
    ['_sources', 'Sources', sources(page)],
    ['_key', 'Key', key(page)],
  ];
  const known = parts.filter(([, , body]) => body !== undefined);
  const rules = [filterRules(page), lightRules(view.utterances.length), pageBoxes(view, title)];
  const style = [...rules, styleSheet].join('\n');
  const body = markup`${sprite()}
<a class="skip" href="#_conversation">Skip to the conversation</a>${head(page, title, part)}${contents(page, known)}
<main>${table === undefined ? filter : undefined}${together(known.map(([, , body]) => body!))}
</main>${origin(view)}`;
  const document = pageDocument(title, style, body);
  return { [Symbol.iterator]: () => document.parts() };
};
