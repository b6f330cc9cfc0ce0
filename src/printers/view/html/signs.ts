/** Chips and their shapes. Each group has a family of shapes: whatever a colour says, a shape and a word say too. */

import { STANDINGS, type StandingName } from '../../../core/model/vocabulary.ts';
import type { StandingKind } from '../../../core/standing/claim-kind.ts';
import { GROUP_OF_STANDING, standingWord } from './groups.ts';
import { Markup, markup } from './markup.ts';

const LINE = 'fill="none" stroke="currentColor"';
const RING = `<circle cx="8" cy="8" r="6" ${LINE} stroke-width="1.7"`;
const FILLED = '<path fill="currentColor" fill-rule="evenodd"';

/** Drawn here and not taken from a font: the same on every system, and printed without backgrounds. */
const SHAPES: Readonly<Record<StandingKind, string>> = {
  confirmed: `${FILLED} d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm-1.1 10.6 5.2-6-1.3-1.1-4 4.6-1.9-1.8-1.2 1.3Z"/>`,
  corroborated: `<circle cx="5.6" cy="8" r="4.6" fill="currentColor"/><circle cx="10.4" cy="8" r="4.4" ${LINE} stroke-width="1.6"/>`,
  acknowledged: `${RING}/><path fill="currentColor" d="M8 2a6 6 0 0 0 0 12Z"/>`,
  disputed: `<path ${LINE} stroke-width="1.6" stroke-linejoin="round" d="M8 1.4 14.6 8 8 14.6 1.4 8Z"/><path fill="currentColor" d="M8 1.4V14.6L1.4 8Z"/>`,
  denied: `${FILLED} d="M8 .8 15.2 8 8 15.2.8 8ZM4.6 7v2h6.8V7Z"/>`,
  refuted: `${FILLED} d="M8 .8 15.2 8 8 15.2.8 8Zm0 6.1L6.4 5.3 5.3 6.4 6.9 8 5.3 9.6l1.1 1.1L8 9.1l1.6 1.6 1.1-1.1L9.1 8l1.6-1.6-1.1-1.1Z"/>`,
  qualified: `<path ${LINE} stroke-width="1.6" stroke-linejoin="round" d="M8 2.2 14.4 13.6H1.6Z"/><path fill="currentColor" d="M4.7 8h6.6l3.1 5.6H1.6Z"/>`,
  unsettled: `<path ${LINE} stroke-width="2" stroke-linecap="round" d="M1.4 6c2.2-3.4 4.4-3.4 6.6 0s4.4 3.4 6.6 0M1.4 11.4c2.2-3.4 4.4-3.4 6.6 0s4.4 3.4 6.6 0"/>`,
  unverified: `${RING}/>`,
  unreviewed: `${RING} stroke-dasharray="2 2.19"/>`,
  retracted: `<circle cx="8" cy="8" r="5" ${LINE} stroke-width="1.6"/><path stroke="currentColor" stroke-width="1.8" d="M.6 8h14.8"/>`,
  'not-checkable': `<path ${LINE} stroke-width="1.6" d="M2.6 2.6h10.8v10.8H2.6Z"/>`,
  differs: `<path ${LINE} stroke-width="1.8" stroke-linecap="round" d="M2 5.6h12M2 10.4h12M10.6 1.8 5.4 14.2"/>`,
};

/** The shapes, once, for `sign` to refer to. */
export function sprite(): Markup {
  const symbols = Object.entries(SHAPES).map(
    ([name, shape]) => new Markup(`<symbol id="_sign-${name}" viewBox="0 0 16 16">${shape}</symbol>`),
  );
  return markup`<svg class="sprite" aria-hidden="true" width="0" height="0"><defs>${symbols}</defs></svg>`;
}

export function sign(name: StandingKind): Markup {
  return markup`<svg class="sign" aria-hidden="true"><use href="#_sign-${name}"/></svg>`;
}

export function chip(name: StandingName): Markup {
  return markup`<span class="chip ${GROUP_OF_STANDING[name]}">${sign(name)}<span>${standingWord(name)}</span></span>`;
}

/**
 * A chip for the act of a party. An act with the name of a standing shares its shape. The chip of an act that waits says
 * so, with the act beside it: no chip says "confirmed" of anything that is not.
 */
export function actChip(tag: string, label: string, group: string): Markup {
  const words = label.replaceAll('-', ' ');
  if (group === 'unsettled')
    return markup`<span class="chip unsettled">${sign('unsettled')}<span>waits</span></span> <b class="label">${words}</b>`;
  const shape = STANDINGS.find(name => name === tag);
  return markup`<span class="chip ${group}">${shape && sign(shape)}<span>${words}</span></span>`;
}
