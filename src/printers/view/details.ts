/** The lines under an annotation. Plain strings: each printer makes them safe. */

import { type AnchorState, WAIT_REASONS, type Waiting } from '../../core/model/anchor-state.ts';
import type { Acceptance, Annotation, SourceReference } from '../../core/model/model.ts';
import type { Anchor, ClaimView, PlacedAnnotation, View } from '../../core/model/view.ts';
import { listOf } from '../../core/text/list-of.ts';
import { lostAmong } from '../../core/view/anchors-in.ts';
import { anchorName, partyName } from './names.ts';

/** A word for what it is, and its text. */
export interface Detail {
  readonly label: string;
  readonly text: string;
  /** A few words that can share a line with others. */
  readonly isShort?: boolean;
}

/** Wording, sources, certainty and reasons of an annotation, and what became of its places. */
export function detailsOf(view: View, placed: PlacedAnnotation): Detail[] {
  const { wording, sources, alternatives, certainty, basis, note, supersedes, conflict } = placed.annotation;
  const details: Detail[] = [];
  if (wording !== undefined) details.push({ label: 'wording', text: `"${wording}"` });
  if (sources !== undefined)
    for (const reference of sources) details.push({ label: 'source', text: sourceText(reference) });
  if (alternatives !== undefined)
    details.push({ label: 'or', text: alternatives.map(id => partyName(view, id)).join('; or ') });
  const certain =
    certainty !== undefined && basis !== undefined ? `${certainty}, ${basis}` : (certainty ?? basis);
  if (certain !== undefined) details.push({ label: 'certainty', text: certain, isShort: true });
  if (note !== undefined) details.push({ label: 'note', text: note });
  if (supersedes !== undefined) details.push({ label: 'replaces', text: listOf(supersedes), isShort: true });
  addSettling(details, view, placed.annotation.accepted, placed.state);
  const dead = deadWords(placed);
  if (dead !== undefined) details.push({ label: 'ended', text: dead, isShort: true });
  addOfAnchors(details, placed);
  if (conflict !== undefined)
    details.push({
      label: 'conflict',
      text: `unresolved in ${listOf(Object.keys(conflict))}`,
      isShort: true,
    });
  return details;
}

/** The state of a claim's own anchor: who accepted changed words, and whether it waits. */
export function anchorDetailsOf(view: View, { entry, state }: ClaimView): Detail[] {
  const details: Detail[] = [];
  addSettling(details, view, entry?.value.accepted, state);
  return details;
}

function addSettling(
  details: Detail[],
  view: View,
  accepted: readonly Acceptance[] | undefined,
  state: AnchorState | undefined,
): void {
  if (accepted !== undefined)
    for (const acceptance of accepted)
      details.push({ label: 'accepted', text: acceptanceText(view, acceptance) });
  if (state?.state === 'waits') details.push({ label: 'waits', text: waitingText(state) });
}

/** "by Ada Reader, 2026-03-01; the words were "six reports", spoken by Per Lind". */
export function acceptanceText(view: View, { by, when, was, 'was-speaker': speaker }: Acceptance): string {
  const old = [
    ...(was === undefined ? [] : [`the words were "${was}"`]),
    ...(speaker === undefined ? [] : [`spoken by ${partyName(view, speaker)}`]),
  ];
  return `by ${by}, ${when}${old.length === 0 ? '' : `; ${old.join(', ')}`}`;
}

/** "for a person: it is of words that are not there now", or the claim with which it waits. */
export function waitingText({ reason, claim, change }: Waiting): string {
  if (claim !== undefined) return `with its claim ${claim}`;
  return `for a person: ${change === undefined ? WAIT_REASONS[reason] : `it is of other words (${change})`}`;
}

/** Adds the passages that were not found. */
function addOfAnchors(details: Detail[], { anchors, annotation }: PlacedAnnotation): void {
  for (const anchor of lostAmong(anchors)) {
    const { entry, verdict } = anchor;
    if (entry === undefined) details.push({ label: 'target', text: `${anchor.target} names nothing` });
    else if (verdict === 'orphaned')
      details.push({ label: 'quote', text: `not found in ${quoteIn(anchor, annotation)}` });
    else details.push({ label: 'quote', text: `found in several places of ${quoteIn(anchor, annotation)}` });
  }
}

function quoteIn(anchor: Anchor, { quote }: Annotation): string {
  return `${anchorName(anchor)}:${quote === undefined ? '' : ` "${quote}"`}`;
}

/** "minutes, page 3: "eight" (on wording)". */
export function sourceText(reference: SourceReference): string {
  const { source, at, quote, aspect } = reference;
  const place = at === undefined ? source : `${source}, ${at}`;
  return (
    place + (quote === undefined ? '' : `: "${quote}"`) + (aspect === undefined ? '' : ` (on ${aspect})`)
  );
}

/** Why an annotation does not count, or undefined while it is live. */
function deadWords(placed: PlacedAnnotation): string | undefined {
  switch (placed.dead) {
    case 'withdrawn':
      return `withdrawn ${placed.annotation.withdrawn ?? ''}`.trim();
    case 'superseded':
      return 'superseded';
    case 'later-act-of-party':
      return 'replaced by a later act of the same side';
    case 'not-yet':
      return 'later than the date of this view';
    case 'undated':
      return 'undated, and undated acts are skipped';
    case undefined:
      return undefined;
  }
}
