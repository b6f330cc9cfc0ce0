/** State shared by the parts of the terminal view: the view, its page, colours, signs and columns. */

import type { ClaimView, PlacedAnnotation, View } from '../../../core/model/view.ts';
import { displayWidth } from '../../../core/text/width.ts';
import { annotationsOnClaims } from '../../../core/view/annotations-on-claims.ts';
import { Page } from '../../layout/page.ts';
import type { PrintContext } from '../../printer.ts';
import { type Signs, signsFor } from '../../signs.ts';
import { type Palette, paletteOf } from '../palette.ts';
import type { ViewOptions } from '../printer.ts';

export interface Sheet {
  readonly view: View;
  readonly page: Page;
  readonly palette: Palette;
  readonly signs: Signs;
  readonly explainStanding: boolean;
  /** Nothing is folded. */
  readonly isAll: boolean;
  /** Annotations on each claim itself. */
  readonly onClaims: ReadonlyMap<ClaimView, readonly PlacedAnnotation[]>;
  /** Some speaker is named: then it is worth saying where none is. */
  readonly hasSpeakers: boolean;
  /** Column of the words, to the right of ids of utterances and statements; claims use it too. */
  readonly indent: number;
  /** Too narrow for columns of their own; details follow their labels. */
  readonly isNarrow: boolean;
}

/** Below this many columns words need the room that aligned columns would take. */
const NARROW = 60;
/** Columns of the ids of the talk. A longer id pushes its own line on: one `check --fix` id must not move the page. */
const GUTTER = 5;
/** Ids of sources take as many columns as they need up to these; a longer id pushes its line on. */
const WIDEST_ID = 10;
const WIDEST_ID_WHEN_NARROW = 4;

export function sheetFor(view: View, context: PrintContext, options: ViewOptions): Sheet {
  const isNarrow = context.width !== undefined && context.width < NARROW;
  const speeches = [...view.utterances, ...view.statements];
  return {
    view,
    page: new Page(context),
    palette: paletteOf(context.colour),
    signs: signsFor(context.unicode),
    onClaims: annotationsOnClaims(view),
    explainStanding: options.explainStanding === true,
    isAll: options.isAll === true,
    hasSpeakers: speeches.some(({ speech }) => speech.speaker !== undefined),
    indent: speeches.some(({ id }) => id !== undefined) ? GUTTER : 0,
    isNarrow,
  };
}

/** Columns that hold the ids and two blanks; none where there are no ids. */
export function idColumns(ids: readonly string[], isNarrow: boolean): number {
  const widest = isNarrow ? WIDEST_ID_WHEN_NARROW : WIDEST_ID;
  const needed = ids.reduce((most, id) => Math.max(most, displayWidth(id)), 0);
  return needed === 0 ? 0 : Math.min(widest, needed) + 2;
}
