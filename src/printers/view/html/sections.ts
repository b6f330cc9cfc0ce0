/**
 * The sections around the table and the notes: the conversation with annotations on all of it, statements, people,
 * sources.
 */

import { append, countUp } from '../../../core/maps.ts';
import { isKnown, type PlacedAnnotation, type SpeechView, type View } from '../../../core/model/view.ts';
import { isOnTranscript, targetNames } from '../names.ts';
import { partyReferences } from '../phrase.ts';
import { attribute, isolated, joined, type Markup, markup } from './markup.ts';
import { foldedSayings, sayingBlock } from './notes.ts';
import type { Page } from './page.ts';
import { webAddress } from './recording.ts';
import { idLink, speeches, viaKey } from './speech.ts';

function section(id: string, title: string, body: Markup): Markup {
  return markup`
<section id="${id}" aria-labelledby="${id}-h">
<h2 id="${id}-h">${title}</h2>${body}
</section>`;
}

export function conversation(page: Page): Markup {
  const { utterances } = page.view;
  const via = commonVia(utterances);
  const onTalk = page.view.general.filter(placed => isKnown(placed) && placed.anchors.some(isOnTranscript));
  return section(
    '_conversation',
    'Conversation',
    markup`${intro(page, utterances, via)}${onTalk.length === 0 ? undefined : context(page, onTalk)}${speeches(page, utterances, via)}
<p class="shown speeches-shown" aria-hidden="true"></p>`,
  );
}

/** Returns the party through whom nearly all words came, if there is one, to say it once. */
function commonVia(items: readonly SpeechView[]): string | undefined {
  const counts = new Map<string, number>();
  for (const item of items) {
    const via = viaKey(item);
    if (via !== undefined) countUp(counts, via);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most !== undefined && most[1] > 2 && most[1] > items.length / 2 ? most[0] : undefined;
}

function intro(page: Page, items: readonly SpeechView[], via: string | undefined): Markup | undefined {
  const item = via === undefined ? undefined : items.find(candidate => viaKey(candidate) === via);
  const way =
    item === undefined
      ? undefined
      : markup`All words reached us via ${page.phrase(partyReferences(page.view, item.speech.via!))} unless a line says otherwise. `;
  const hasDirect = items.some(({ speech }) => speech.form === 'direct');
  const quotes = hasDirect ? markup`Quotation marks show what is given as direct speech. ` : undefined;
  const hasNotes = items.some(({ annotations }) => annotations.length > 0);
  const letters = hasNotes
    ? markup`<span class="screen-only">A letter leads to its note and back.</span>`
    : undefined;
  if ((way ?? quotes ?? letters) === undefined) return undefined;
  return markup`
<p class="intro">${way}${quotes}${letters}</p>`;
}

/** Prints the circumstances of the talk before its words; other annotations on the whole are folded. */
function context(page: Page, annotations: readonly PlacedAnnotation[]): Markup {
  const open = annotations.filter(
    ({ annotation, state }) => annotation.context !== undefined || state.state === 'waits',
  );
  const rest = annotations.filter(placed => !open.includes(placed));
  return markup`
<div class="context" role="group" aria-label="Notes on the whole talk">${open.map(placed => sayingBlock(page, [placed]))}${rest.length === 0 ? undefined : foldedSayings(page, rest, open.length > 0)}</div>`;
}

export function statements(page: Page): Markup | undefined {
  const { statements: items } = page.view;
  if (items.length === 0) return undefined;
  const body = markup`
<p class="intro">Said later about the talk, and never part of it.</p>${speeches(page, items, undefined)}`;
  return section('_statements', 'Statements about the talk', body);
}

/** Notes on other notes, and those whose place is gone. */
export function otherNotes(page: Page): Markup | undefined {
  const onClaims = new Set([...page.onClaims.values()].flat());
  const others = page.view.general.filter(
    placed => isKnown(placed) && !onClaims.has(placed) && !placed.anchors.some(isOnTranscript),
  );
  if (others.length === 0) return undefined;
  const items = others.map(
    placed => markup`
<div class="other"><p class="quiet">On ${page.note(targetNames(placed))}</p>${sayingBlock(page, [placed])}</div>`,
  );
  return section('_other', 'Other notes', markup`${items}`);
}

export function people(page: Page): Markup | undefined {
  const { parties } = page.view;
  if (parties.size === 0) return undefined;
  const spoken = spokenBy(page.view);
  const items = [...parties].map(([id, party]) => {
    const roles = party.roles ?? (party.role === undefined ? [] : [{ title: party.role }]);
    const lines = [
      ...roles.map(
        ({ title, valid }: { title?: string; valid?: string }) =>
          markup`${isolated(title ?? '')}${valid === undefined ? undefined : markup` <span class="quiet">(${isolated(valid)})</span>`}`,
      ),
      party['on-behalf-of'] === undefined
        ? undefined
        : markup`<span class="quiet">acts for</span> ${page.phrase(partyReferences(page.view, [party['on-behalf-of']]))}`,
      party.aliases === undefined
        ? undefined
        : markup`<span class="quiet">also</span> ${joined(party.aliases.map(isolated), ', ')}`,
      spoken.has(id) ? spokenLine(page, spoken.get(id)!) : undefined,
    ].filter(line => line !== undefined);
    return markup`
<div class="person speaker-${page.speakerNumber(id)}"${page.addresses.give(id)}><dt>${isolated(party.name ?? id)}</dt>${lines.map(line => markup`<dd>${line}</dd>`)}${lines.length === 0 ? markup`<dd class="quiet">no role stated</dd>` : undefined}</div>`;
  });
  return section(
    '_people',
    'People',
    markup`
<dl class="people">${items}
</dl>`,
  );
}

function spokenBy(view: View): Map<string, string[]> {
  const spoken = new Map<string, string[]>();
  for (const { id, speech } of [...view.utterances, ...view.statements]) {
    if (id !== undefined && speech.speaker !== undefined) append(spoken, speech.speaker, id);
  }
  return spoken;
}

/** More links than a reader follows are a count. */
const SPOKEN = 24;

function spokenLine(page: Page, ids: readonly string[]): Markup {
  const links = joined(
    ids.slice(0, SPOKEN).map(id => page.addresses.link(id)),
    ', ',
  );
  const more = ids.length > SPOKEN ? ` and ${ids.length - SPOKEN} more` : '';
  return markup`<span class="quiet">speaks in</span> ${links}${more}`;
}

export function sources(page: Page): Markup | undefined {
  if (page.view.sources.size === 0) return undefined;
  const items = [...page.view.sources].map(([id, source]) => {
    const { title, publisher, published, url, archive, origin, grade, note, sha256 } = source;
    const facts: (readonly [string, Markup | undefined])[] = [
      ['publisher', publisher === undefined ? undefined : isolated(publisher)],
      ['published', published === undefined ? undefined : isolated(published)],
      ['address', url === undefined ? undefined : addressLink(url)],
      ['archived', archive === undefined ? undefined : addressLink(archive)],
      ['origin', origin === undefined ? undefined : isolated(origin)],
      ['grade', grade === undefined ? undefined : isolated(grade)],
      ['sha256', sha256 === undefined ? undefined : markup`<code>${sha256}</code>`],
      ['note', note === undefined ? undefined : page.note(note)],
    ];
    const known = facts.filter(([, text]) => text !== undefined);
    const list = markup`<dl>${known.map(([label, text]) => markup`<div><dt>${label}</dt><dd>${text}</dd></div>`)}</dl>`;
    return markup`
<article class="source"${page.addresses.give(id)} aria-labelledby="_${id}.heading"><h3 id="_${id}.heading">${isolated(title ?? id)}${idLink(id)}</h3>${known.length === 0 ? undefined : list}</article>`;
  });
  return section('_sources', 'Sources', markup`${items}`);
}

/** Links addresses of the web; others are plain text. */
function addressLink(address: string): Markup {
  const url = webAddress(address);
  if (url === undefined) return isolated(address);
  return markup`<a${attribute('href', url.href)} rel="noreferrer">${isolated(address)}</a>`;
}
