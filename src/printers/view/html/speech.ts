/** Utterances and statements: the words on one side, what is said about them on the other. */
import type { ClaimView, SpeechView } from '../../../core/model/view.ts';
import { speakerName } from '../names.ts';
import { passagesOf } from '../passages.ts';
import { partyReferences } from '../phrase.ts';
import { factPhrasesOf } from '../speech-facts.ts';
import { standingNames } from './groups.ts';
import { attribute, isolated, joined, type Markup, markup, together } from './markup.ts';
import { notesBeside } from './notes.ts';
import { type Page, speechKey } from './page.ts';
import { timeLink } from './recording.ts';
import { chip } from './signs.ts';
import { markedWords } from './words.ts';

/** More than this many are laid out in blocks, so that a browser need not lay out what is not seen. */
export const BLOCK_FROM = 200;
const BLOCK = 100;

/** @param via the way in which all of them reached us, which is told once above the first. */
export function speeches(page: Page, items: readonly SpeechView[], via: string | undefined): Markup {
  if (items.length <= BLOCK_FROM)
    return markup`${items.map((item, index) => article(page, item, index, via))}`;
  const blocks: Markup[] = [];
  for (let start = 0; start < items.length; start += BLOCK) {
    const block = items.slice(start, start + BLOCK);
    const standings = [...new Set(block.flatMap(item => standingNames(page.view, item)))].join(' ');
    const speakers = [...new Set(block.map(item => page.speakerNumber(item.speech.speaker)))].join(' ');
    blocks.push(
      markup`<div class="block" data-standing="${standings}" data-speaker="${speakers}">${together(
        block.map((item, index) => article(page, item, start + index, via)),
      )}</div>`,
    );
  }
  return together(blocks);
}

function article(page: Page, item: SpeechView, index: number, via: string | undefined): Markup {
  const { speech, id } = item;
  const key = speechKey(item, index);
  const number = page.speakerNumber(speech.speaker);
  const passages = passagesOf(item).filter(({ range }) => range.start < range.end);
  const heading = `_${key}.heading`;
  const notes = notesBeside(page, item, key, passages);
  const claims = claimList(page, item);
  const side =
    notes === undefined && claims === undefined
      ? undefined
      : markup`
<div class="side" role="group" aria-label="Notes on ${key}">${claims}${notes}</div>`;
  return markup`
<article class="speech speaker-${number}"${page.addresses.give(id)} data-speaker="${String(number)}" data-standing="${standingNames(page.view, item).join(' ')}" aria-labelledby="${heading}">
<div class="said">
<h3 id="${heading}">${headingOf(page, item)}${id === undefined ? undefined : idLink(id)}</h3>${factLine(page, item, via)}${words(page, item, key, passages)}
</div>${side}
</article>`;
}

export function idLink(id: string): Markup {
  return markup` <a class="id" href="#${id}" aria-label="address of ${id}">${id}</a>`;
}

function headingOf(page: Page, { speech }: SpeechView): Markup {
  const name = speakerName(page.view, speech);
  const event = 'event' in speech ? speech.event : undefined;
  const isParty = speech.speaker !== undefined && page.view.parties.has(speech.speaker);
  const who =
    name === undefined
      ? undefined
      : isParty && page.addresses.has(speech.speaker!)
        ? markup`<a class="who" href="#${speech.speaker!}">${isolated(name)}</a>`
        : markup`<span class="who">${isolated(name)}</span>`;
  const what = event === undefined ? undefined : markup`<span class="event">[${isolated(event)}]</span>`;
  const nobody = event === undefined ? markup`<span class="who">speaker not given</span>` : undefined;
  const to =
    speech.to === undefined
      ? undefined
      : markup` <span class="to">to ${page.phrase(partyReferences(page.view, speech.to))}</span>`;
  const heading = [what, who ?? nobody].filter(part => part !== undefined);
  return markup`${joined(heading, ' ')}${to}`;
}

function factLine(page: Page, item: SpeechView, via: string | undefined): Markup | undefined {
  const facts = factPhrasesOf(page.view, item).filter(({ about }) => about !== 'via' || viaKey(item) !== via);
  if (item.speech.form === 'direct' && via !== undefined)
    facts.unshift({ about: 'form', phrase: ['quoted'] });
  if (facts.length === 0) return undefined;
  const parts = facts.map(fact => {
    const link = fact.about === 'time' ? timeLink(page, item) : undefined;
    if (link !== undefined) return markup`${link}${page.phrase(fact.phrase.slice(1))}`;
    if (fact.about === 'cue') return markup`cue <q>${isolated(item.speech.cue!)}</q>`;
    return page.phrase(fact.phrase);
  });
  return markup`
<p class="facts">${joined(parts, ' · ')}</p>`;
}

/** Through whom words reached us, as a key to compare. */
export function viaKey({ speech }: SpeechView): string | undefined {
  return speech.via?.join(' ');
}

/** ISO 639 with subtags, as `lang` takes it (BCP 47). */
const LANGUAGE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

function words(
  page: Page,
  { speech }: SpeechView,
  key: string,
  passages: ReturnType<typeof passagesOf>,
): Markup | undefined {
  if (speech.text === undefined) return undefined;
  const { language } = page.view.project.transcript.value;
  const lang = attribute('lang', language !== undefined && LANGUAGE.test(language) ? language : undefined);
  const form = speech.paraphrase === true ? 'paraphrase' : (speech.form ?? 'plain');
  return markup`
<blockquote class="${form}" dir="auto"${lang}><p>${markedWords(page, speech.text, key, passages)}</p></blockquote>`;
}

/** The claims that appear here, with their standings; one that a single stance below implies is told by it. */
function claimList(page: Page, item: SpeechView): Markup | undefined {
  const claims = item.claims.map(index => page.view.claims[index]!).filter(claim => !isToldByStance(claim));
  if (claims.length === 0) return undefined;
  const items = claims.map(claim => {
    const names = [...new Set(claim.standings.map(({ name }) => name))];
    const row = page.rowKey(claim);
    const text = isolated(claim.text ?? 'what is said of this passage');
    const link = row === undefined ? markup`<span>${text}</span>` : markup`<a href="#${row}">${text}</a>`;
    return markup`<li>${names.map(chip)} ${link}</li>`;
  });
  return markup`<ul class="claims">${items}</ul>`;
}

function isToldByStance({ entry, standings }: ClaimView): boolean {
  if (entry !== undefined) return false;
  const stances = new Set(
    standings.flatMap(({ stances: some }) => some.map(({ stance }) => stance.annotation)),
  );
  const [only] = stances;
  return (
    stances.size === 1 &&
    standings.every(({ name, stances: some }) => some.length === 0 || name === only!.tag)
  );
}
