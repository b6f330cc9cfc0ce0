/** The table of standings: each claim, what it stands at, by whom, where it is, and why. */

import { smallest } from '../../../core/long-lists.ts';
import { groupBy } from '../../../core/maps.ts';
import { type ClaimView, isKnown, type Standing, type WeighedStance } from '../../../core/model/view.ts';
import { capitalised } from '../../../core/text/capitalised.ts';
import { counted } from '../../../core/text/counted.ts';
import { STANDING_ORDER } from '../../signs.ts';
import { anchorDetailsOf } from '../details.ts';
import { passageName, readingName } from '../names.ts';
import { phraseText } from '../phrase.ts';
import { partiesByVerb, weightWord } from '../sentences.ts';
import { summarise } from '../summary.ts';
import { GROUP_OF_STANDING, namesOfClaim } from './groups.ts';
import { attribute, isolated, joined, type Markup, markup } from './markup.ts';
import { detailLine, sayingBlock } from './notes.ts';
import type { Page } from './page.ts';
import { chip } from './signs.ts';
import { idLink } from './speech.ts';

/** @param filter what stands above the table; the kinds of notes it offers are those of the table as well */
export function standingsSection(page: Page, table: Markup, filter: Markup): Markup {
  return markup`
<section id="_standings" aria-labelledby="_standings-h">
<h2 id="_standings-h">Standings</h2>
${summarySentence(page)}${filter}${table}
<p class="shown claims-shown" aria-hidden="true"></p>
</section>`;
}

export function standingsTable(page: Page): Markup | undefined {
  const { claims } = page.view;
  if (claims.length === 0) return undefined;
  const rows = claims.map((claim, index) => ({ claim, index, rank: rankOf(claim) }));
  rows.sort((a, b) => a.rank - b.rank || a.index - b.index);
  return markup`
<table class="standings">
<thead><tr><th scope="col">Standing</th><th scope="col">Claim</th><th scope="col">By whom, on what</th></tr></thead>
<tbody>${rows.map(({ claim }) => row(page, claim))}
</tbody></table>`;
}

/** The most urgent of a claim's standings decides where it comes. */
function rankOf(claim: ClaimView): number {
  return Math.min(
    smallest(namesOfClaim(claim).map(name => STANDING_ORDER.indexOf(name))),
    STANDING_ORDER.length,
  );
}

/** "Of 18 claims 4 are disputed and 1 is acknowledged; on 1 the readers differ. None is confirmed. 4 notes wait for a person." */
function summarySentence(page: Page): Markup {
  const summary = summarise(page.view);
  const told = STANDING_ORDER.flatMap(name => {
    const count = name === 'differs' ? 0 : (summary.standings[name] ?? 0);
    if (count === 0 || name === 'differs' || OPEN.has(name)) return [];
    const verb = count === 1 ? 'is' : 'are';
    return [markup`<b class="${GROUP_OF_STANDING[name]}">${count} ${verb} ${name.replace('-', ' ')}</b>`];
  });
  const differing =
    summary.differing === 0
      ? undefined
      : markup`on ${summary.differing} <b class="in-part">the readers differ</b>`;
  const decided = told.length === 0 ? markup`none is contested or confirmed` : list(told);
  const confirmed =
    told.length > 0 && summary.standings.confirmed === undefined ? markup` None is confirmed.` : undefined;
  const of = `Of ${counted(page.view.claims.length, 'claim')}`;
  return markup`<p class="sentence">${of} ${joined(differing === undefined ? [decided] : [decided, differing], '; ')}.${confirmed} ${waiting(summary.waiting, summary['claims-waiting'])}</p>`;
}

const OPEN: ReadonlySet<string> = new Set(['unverified', 'unreviewed', 'not-checkable']);

function waiting(notes: number, claims: number): Markup {
  if (notes + claims === 0) return markup`Nothing waits for a person.`;
  const parts = [
    ...(notes === 0 ? [] : [counted(notes, 'note')]),
    ...(claims === 0 ? [] : [counted(claims, 'claim')]),
  ];
  return markup`<b class="unsettled">${parts.join(' and ')} ${notes + claims === 1 ? 'waits' : 'wait'} for a person.</b>`;
}

function list(items: readonly Markup[]): Markup {
  const last = items.at(-1)!;
  return items.length === 1 ? last : markup`${joined(items.slice(0, -1), ', ')} and ${last}`;
}

interface Shared {
  readonly standing: Standing;
  readonly phrases: readonly Markup[];
  readonly readings: readonly Standing['reading'][];
}

/** Readings that agree in all that is shown are told together. */
function sharedStandings(page: Page, claim: ClaimView): Shared[] {
  const { view } = page;
  const shared = groupBy(claim.standings, standing =>
    [standing.name, ...partiesByVerb(view, standing).map(phraseText), ...standing.remarks].join('\n'),
  );
  return Array.from(shared.values(), same => {
    const standing = same[0]!;
    const said = partiesByVerb(view, standing).map(phrase => page.phrase(phrase));
    return {
      standing,
      phrases: [...said, ...standing.remarks.map(remark => page.note(remark))],
      readings: same.map(({ reading }) => reading),
    };
  });
}

function row(page: Page, claim: ClaimView): Markup {
  const shared = sharedStandings(page, claim);
  const names = namesOfClaim(claim);
  const readings = page.readingClasses(claim.standings.map(({ reading }) => reading));
  return markup`
<tr class="claim ${readings}"${rowAddress(page, claim)} data-standing="${names.join(' ')}"><td class="is">${standingCell(page, shared)}</td><th scope="row" class="what">${claimText(page, claim)}${whereLine(page, claim)}</th><td class="by">${byCell(page, claim, shared)}</td></tr>`;
}

function rowAddress(page: Page, claim: ClaimView): Markup | undefined {
  const key = page.rowKey(claim);
  return claim.entry === undefined ? attribute('id', key) : page.addresses.give(key);
}

/** One chip for each standing; those who read it so are named where others read it otherwise. */
function standingCell(page: Page, shared: readonly Shared[]): Markup {
  const names = [...new Set(shared.map(({ standing }) => standing.name))];
  const chips = names.map(name => {
    const readings = shared.flatMap(item => (item.standing.name === name ? item.readings : []));
    const readers =
      names.length === 1
        ? undefined
        : markup` <span class="reader">${isolated(readings.map(readingName).join(', '))}</span>`;
    return markup`<div class="standing ${page.readingClasses(readings)}">${chip(name)}${readers}</div>`;
  });
  return markup`${chips}`;
}

function claimText(page: Page, claim: ClaimView): Markup {
  if (claim.text !== undefined) return isolated(claim.text);
  const words = claim.anchors.map(passageName);
  return page.addresses.has(words[0] ?? '')
    ? markup`<span class="quiet">What is said in</span> ${page.addresses.link(words[0]!)}`
    : markup`<span class="quiet">Passage:</span> ${isolated(quotedWords(claim) ?? 'the talk as a whole')}`;
}

/** The words of an implied claim, without the places that stand behind them. */
function quotedWords({ anchors }: ClaimView): string | undefined {
  const named = [...new Set(anchors.map(anchor => passageName(anchor).replace(/^"(.*)" in \S+$/su, '“$1”')))];
  return named.length === 0 || (named.length === 1 && named[0] === 'the transcript')
    ? undefined
    : named.join(', ');
}

function whereLine(page: Page, { aspect, anchors, id, entry }: ClaimView): Markup {
  const places = page.places(anchors);
  const parts = [aspect === undefined ? undefined : markup`${aspect}`, places].filter(
    part => part !== undefined,
  );
  const address = entry === undefined || id === undefined ? undefined : idLink(id);
  return markup` <span class="where">${joined(parts, ' · ')}${address}</span>`;
}

function byCell(page: Page, claim: ClaimView, shared: readonly Shared[]): Markup {
  const checked = claim.entry?.value.checked;
  const lines = shared.map(({ phrases, readings }) => {
    if (phrases.length === 0) return undefined;
    const readers =
      shared.length === 1
        ? undefined
        : markup`<span class="reader">${isolated(readings.map(readingName).join(', '))}</span> `;
    return markup`<div class="${page.readingClasses(readings)}">${readers}${joined(phrases, '; ')}</div>`;
  });
  return markup`${lines}${
    checked === undefined ? undefined : markup`<div class="quiet">checked ${isolated(checked)}</div>`
  }${why(page, claim)}`;
}

/** The rule that decided, each stance with what it counted as, and what else is said of the claim. */
function why(page: Page, claim: ClaimView): Markup {
  const note = claim.entry?.value.note;
  const told = new Set<unknown>();
  const reasons = groupBy(claim.standings, ({ because, stances }) =>
    JSON.stringify([
      because,
      stances.map(weighed => [weighed.stance.annotation.id, weighed.why, weightWord(weighed)]),
    ]),
  );
  const blocks = Array.from(reasons.values(), same => {
    const standing = same[0]!;
    const readings = same.map(({ reading }) => reading);
    const readers = page.readersText(readings);
    const stances = standing.stances.filter(({ stance }) => isKnown(stance));
    for (const { stance } of stances) told.add(stance.annotation);
    return markup`<div class="${page.readingClasses(readings)}"><p>${
      readers === undefined || reasons.size === 1
        ? undefined
        : markup`<span class="reader">${isolated(readers)}</span> `
    }${page.note(sentenceCase(standing.because))}</p>${
      stances.length === 0
        ? undefined
        : markup`<ul class="stances">${stances.map(weighed => markup`<li class="${weighed.counts === undefined ? 'not-counted' : 'counted'}">${stance(page, claim, weighed)}</li>`)}</ul>`
    }</div>`;
  });
  const others = (page.onClaims.get(claim) ?? []).filter(
    placed => isKnown(placed) && !told.has(placed.annotation),
  );
  return markup`<details class="why"><summary>Why</summary>${blocks}${anchorDetailsOf(page.view, claim).map(detail => detailLine(page, detail))}${
    note === undefined ? undefined : markup`<p class="reason">${page.note(note)}</p>`
  }${others.map(placed => sayingBlock(page, [placed]))}</details>`;
}

/** A stance on a declared claim is told here in full; one on a passage is told beside its words. */
function stance(page: Page, { entry }: ClaimView, weighed: WeighedStance): Markup {
  const why = sentenceCase(weighed.why);
  const weight = markup`<span class="weight">${weightWord(weighed)}</span> `;
  if (entry === undefined)
    return markup`<p class="lead">${weight}${page.addresses.link(weighed.stance.annotation.id, why)}</p>`;
  return markup`${sayingBlock(page, [weighed.stance], weighed.waits === undefined ? weight : undefined)}<p class="weighed">${page.note(why)}</p>`;
}

function sentenceCase(text: string): string {
  return text === '' ? '' : capitalised(text) + (/[.!?]$/.test(text) ? '' : '.');
}
