/** The filter: radio buttons and boxes that style rules ask with `:has()`. It needs no script, and the keyboard works it. */

import { pushAll } from '../../../core/long-lists.ts';
import { countUp } from '../../../core/maps.ts';
import type { StandingKind } from '../../../core/standing/claim-kind.ts';
import { STANDING_ORDER } from '../../signs.ts';
import { partyName, readingName } from '../names.ts';
import { GROUP_OF_STANDING, NOTE_KINDS, type NoteKind, namesOfClaim, standingWord } from './groups.ts';
import { isolated, type Markup, markup } from './markup.ts';
import type { Page } from './page.ts';
import { sign } from './signs.ts';
import { BLOCK_FROM } from './speech.ts';

const KIND_WORDS: Readonly<Record<NoteKind, string>> = {
  stance: 'stances',
  voice: 'voices and glosses',
  request: 'requests',
  edit: 'text and form',
  reference: 'references and dates',
};

/** More speakers than this are found by the search of the browser. */
const SPEAKERS = 40;

interface Choices {
  readonly standings: readonly (readonly [name: StandingKind, count: number])[];
  readonly kinds: readonly NoteKind[];
  readonly hasSpeakers: boolean;
}

function choicesOf(page: Page): Choices {
  const counts = new Map<StandingKind, number>();
  for (const claim of page.view.claims) for (const name of namesOfClaim(claim)) countUp(counts, name);
  const kinds = new Set([...page.kindSets.values()].flat());
  return {
    standings: STANDING_ORDER.flatMap(name => (counts.has(name) ? [[name, counts.get(name)!] as const] : [])),
    kinds: NOTE_KINDS.filter(kind => kinds.has(kind)),
    hasSpeakers: page.speakers.length > 1 && page.speakers.length <= SPEAKERS,
  };
}

/** Call it when the notes are printed: it offers the kinds that the page has. The way back comes next for the keyboard. */
export function filterForm(page: Page): Markup {
  const choices = choicesOf(page);
  const more = [
    page.hasReadings
      ? radios(
          'Reading',
          '_reading',
          page.readersText(page.view.readings)!,
          page.view.readings.map(readingName),
        )
      : undefined,
    choices.kinds.length > 1
      ? boxes(
          'Notes',
          choices.kinds.map(kind => [`_kind-${kind}`, KIND_WORDS[kind], true]),
        )
      : undefined,
    choices.hasSpeakers
      ? radios(
          'Speaker',
          '_speaker',
          'everyone',
          page.speakers.map(id => partyName(page.view, id)),
        )
      : undefined,
    boxes('Show', [['_open-all', 'open all notes', false]]),
  ];
  return markup`
<form id="_filter" class="filter" aria-label="Filter">
${standingPills(page, choices)}
<details class="more"><summary>More filters</summary><div class="fields">${more}</div></details>
</form>
<p class="notice"><span>A filter hides part of this page.</span> <button type="reset" form="_filter">Show everything</button></p>`;
}

function standingPills(page: Page, { standings }: Choices): Markup | undefined {
  if (standings.length === 0) return undefined;
  const all = markup`<label class="pill"><input type="radio" name="_standing" id="_standing-all" checked><span><span>all claims <b>${page.view.claims.length}</b></span></span></label>`;
  const pills = standings.map(
    ([name, count]) =>
      markup`<label class="pill ${GROUP_OF_STANDING[name]}"><input type="radio" name="_standing" id="_standing-${name}"><span>${sign(name)}<span>${standingWord(name)} <b>${count}</b></span></span></label>`,
  );
  return markup`<fieldset class="by-standing"><legend>Standing</legend><div class="pills">${all}${pills}</div></fieldset>`;
}

/** Radio buttons; the first selects all, each other has its number. */
function radios(title: string, name: string, all: string, labels: readonly string[]): Markup {
  const others = labels.map(
    (label, index) =>
      markup`<label class="choice"><input type="radio" name="${name}" id="${name}-${index + 1}"><span>${isolated(label)}</span></label>`,
  );
  return markup`<fieldset><legend>${title}</legend><label class="choice"><input type="radio" name="${name}" id="${name}-all" checked><span>${all}</span></label>${others}</fieldset>`;
}

function boxes(
  title: string,
  fields: readonly (readonly [id: string, label: string, isOn: boolean])[],
): Markup {
  const items = fields.map(
    ([id, label, isOn]) =>
      markup`<label class="choice"><input type="checkbox" id="${id}"${isOn ? markup` class="on" checked` : undefined}><span>${label}</span></label>`,
  );
  return markup`<fieldset><legend>${title}</legend>${items}</fieldset>`;
}

const HIDE = '{display:none}';
const UNMARK = '{text-decoration:none;background:none}';

/**
 * The rules by which the fields hide what they exclude, for the values that the page has. They hold numbers and words of
 * the format, and nothing that a file says.
 */
export function filterRules(page: Page): string {
  const { standings, kinds, hasSpeakers } = choicesOf(page);
  const rules: string[] = [];
  const hidden = (field: string, items: string) => rules.push(`:root:has(${field}) ${items}${HIDE}`);
  for (const [name] of standings)
    hidden(`#_standing-${name}:checked`, `:is(.claim,.speech,.block):not([data-standing~="${name}"])`);
  if (hasSpeakers)
    for (let number = 1; number <= page.speakers.length; number++)
      hidden(`#_speaker-${number}:checked`, `:is(.speech,.block):not([data-speaker~="${number}"])`);
  if (page.hasReadings)
    for (let number = 1; number <= page.view.readings.length; number++) {
      const [on, own] = [`#_reading-${number}:checked`, `.reading-${number}`];
      hidden(on, `:is([class*="reading-"]:not(mark)):not(${own})`);
      hidden(on, '.differ');
      rules.push(`:root:has(${on}) mark:not(${own})${UNMARK}`);
    }
  if (kinds.length > 1)
    for (const [set, held] of page.kindSets) {
      const off = held.map(kind => `:has(#_kind-${kind}:not(:checked))`);
      rules.push(`:root${off.join('')} .kinds-${set}:not(mark)${HIDE}`);
      rules.push(`:root${off.join('')} mark.kinds-${set}${UNMARK}`);
    }
  pushAll(rules, countRules(page));
  return rules.join('\n');
}

/** "5 of 16 utterances shown": hidden ones do not count. Each block counts its own. */
function countRules({ view }: Page): string[] {
  const rules = [
    'body{counter-reset:claim speech}',
    '.claim{counter-increment:claim}',
    `.claims-shown::after{content:counter(claim) " of ${view.claims.length} claims shown"}`,
  ];
  if (view.utterances.length > BLOCK_FROM) return rules;
  return [
    ...rules,
    '#_conversation .speech{counter-increment:speech}',
    `.speeches-shown::after{content:counter(speech) " of ${view.utterances.length} utterances shown"}`,
  ];
}
