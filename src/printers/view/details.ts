/** What stands under an annotation. Plain strings: each printer makes them safe. */
import type { SourceReference } from '../../core/model.ts';
import type { PlacedAnnotation, View } from '../../core/view.ts';
import { anchorName, listOf, partyName } from './names.ts';

/** A word for what it is, and its text. */
export interface Detail {
  readonly label: string;
  readonly text: string;
  /** A few words that can share a line with others. */
  readonly isShort?: boolean;
}

/** Wording, sources, certainty and reasons of an annotation, and what became of its places. */
export function* detailsOf(view: View, placed: PlacedAnnotation): Generator<Detail> {
  const { annotation } = placed;
  if (annotation.wording !== undefined) yield { label: 'wording', text: `"${annotation.wording}"` };
  for (const reference of annotation.sources ?? []) yield { label: 'source', text: sourceText(reference) };
  if (annotation.alternatives !== undefined)
    yield { label: 'or', text: annotation.alternatives.map(id => partyName(view, id)).join('; or ') };
  const certainty = [
    ...(annotation.certainty === undefined ? [] : [annotation.certainty]),
    ...(annotation.basis === undefined ? [] : [annotation.basis]),
  ];
  if (certainty.length > 0) yield { label: 'certainty', isShort: true, text: certainty.join(', ') };
  if (annotation.note !== undefined) yield { label: 'note', text: annotation.note };
  if (annotation.supersedes !== undefined)
    yield { label: 'replaces', isShort: true, text: listOf(annotation.supersedes) };
  const dead = deadWords(placed);
  if (dead !== undefined) yield { label: 'ended', isShort: true, text: dead };
  yield* anchorDetails(placed);
  if (annotation.conflict !== undefined)
    yield {
      label: 'conflict',
      isShort: true,
      text: `unresolved in ${listOf(Object.keys(annotation.conflict))}`,
    };
}

/** What became of the places: passages that were not found, texts that changed since they were annotated. */
function* anchorDetails({ anchors, annotation }: PlacedAnnotation): Generator<Detail> {
  const quote = annotation.quote === undefined ? '' : ` "${annotation.quote}"`;
  for (const anchor of anchors) {
    if (anchor.entry === undefined) yield { label: 'target', text: `${anchor.target} names nothing` };
    else if (anchor.verdict === 'orphaned')
      yield { label: 'quote', text: `not found in ${anchorName(anchor)}:${quote}` };
    else if (anchor.verdict === 'ambiguous')
      yield { label: 'quote', text: `found in several places of ${anchorName(anchor)}:${quote}` };
    if (anchor.pin === 'out-of-date')
      yield { label: 'pin', text: `${anchorName(anchor)} changed after it was annotated` };
  }
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
