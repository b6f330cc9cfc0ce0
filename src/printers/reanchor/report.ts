/** The input of the reanchor printers. */

import type { Transcript } from '../../core/model/model.ts';
import type { Outcome } from '../../core/reanchor/outcome.ts';
import type { RenamedParties } from '../../core/reanchor/renamed-parties.ts';
import type { Renaming } from '../../core/who-speaks/speakers.ts';
import type { Printer } from '../printer.ts';

export interface LayerReport {
  readonly file: string;
  readonly outcomes: readonly Outcome[];
  /** The layer's new reference to its transcript; undefined if it stays. */
  readonly reference: string | undefined;
  /** References to parties that the new version has under other ids. */
  readonly parties: RenamedParties;
  /** The file would not be the same afterwards. */
  readonly isChanged: boolean;
  readonly isWritten: boolean;
}

export interface ReanchorReport {
  /** The two versions as people named them: a file, or a file of a revision. */
  readonly names: { readonly old: string; readonly new: string };
  readonly new: Transcript;
  /** Parties that the new version has under other ids. */
  readonly speakers: readonly Renaming[];
  readonly layers: readonly LayerReport[];
}

export type ReanchorPrinter = Printer<ReanchorReport>;
