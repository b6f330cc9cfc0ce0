/** What stands under an annotation. Plain strings: each printer makes them safe. */
import type { Annotation, SourceReference } from '../../core/model.ts';
import type { Anchor, PlacedAnnotation, View } from '../../core/view.ts';
import { anchorName, listOf, partyName } from './names.ts';

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
  const add = (label: string, text: string) => details.push({ label, text });
  const addShort = (label: string, text: string) => details.push({ label, text, isShort: true });
  if (wording !== undefined) add('wording', `"${wording}"`);
  if (sources !== undefined) for (const reference of sources) add('source', sourceText(reference));
  if (alternatives !== undefined) add('or', alternatives.map(id => partyName(view, id)).join('; or '));
  if (certainty !== undefined && basis !== undefined) addShort('certainty', `${certainty}, ${basis}`);
  else if (certainty !== undefined || basis !== undefined) addShort('certainty', (certainty ?? basis)!);
  if (note !== undefined) add('note', note);
  if (supersedes !== undefined) addShort('replaces', listOf(supersedes));
  const dead = deadWords(placed);
  if (dead !== undefined) addShort('ended', dead);
  addOfAnchors(placed, add);
  if (conflict !== undefined) addShort('conflict', `unresolved in ${listOf(Object.keys(conflict))}`);
  return details;
}

/** What became of the places: passages that were not found, texts that changed since they were annotated. */
function addOfAnchors(
  { anchors, annotation }: PlacedAnnotation,
  add: (label: string, text: string) => void,
): void {
  for (let i = 0; i < anchors.length; i++) {
    const anchor = anchors[i]!;
    const { entry, verdict, pin } = anchor;
    if (entry === undefined) add('target', `${anchor.target} names nothing`);
    else if (verdict === 'orphaned') add('quote', `not found in ${quoteIn(anchor, annotation)}`);
    else if (verdict === 'ambiguous')
      add('quote', `found in several places of ${quoteIn(anchor, annotation)}`);
    if (pin === 'out-of-date') add('pin', `${anchorName(anchor)} changed after it was annotated`);
  }
}

function quoteIn(anchor: Anchor, { quote }: Annotation): string {
  return `${anchorName(anchor)}:${quote === undefined ? '' : ` "${quote}"`}`;
}

function sourceText(reference: SourceReference): string {
  if (typeof reference === 'string') return reference;
  const { source, at, quote, aspect } = reference;
  const place = at === undefined ? source : `${source}, ${at}`;
  return (
    place + (quote === undefined ? '' : `: "${quote}"`) + (aspect === undefined ? '' : ` (on ${aspect})`)
  );
}

/** Why an annotation does not count, or undefined while it is live. */
export function deadWords(placed: PlacedAnnotation): string | undefined {
  switch (placed.dead) {
    case 'withdrawn':
      return `withdrawn ${placed.annotation.withdrawn ?? ''}`.trim();
    case 'superseded':
      return 'superseded';
    case 'later-act-of-party':
      return 'replaced by a later act of the same party';
    case 'not-yet':
      return 'later than the date of this view';
    case undefined:
      return undefined;
  }
}
