/** The filter of `--excerpt`. Loaded only for views that have one. */
import { excerptView, NoPassage } from '../core/filter/excerpt-view.ts';
import type { View } from '../core/model/view.ts';
import { UsageError } from '../io/errors.ts';
import { visible } from '../printers/escape/visible.ts';

/** @throws UsageError for an id that names no passage */
export function excerptOf(view: View, ids: readonly string[]): View {
  try {
    return excerptView(view, ids);
  } catch (error) {
    if (!(error instanceof NoPassage)) throw error;
    throw new UsageError(
      `--excerpt: "${visible(error.id)}" names no passage of ${visible(view.project.transcript.file)}`,
      'name utterances or statements (u4, u2..u5), or claims or annotations for the passages that they are about',
    );
  }
}
