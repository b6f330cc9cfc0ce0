/** The input of the edit printers. */
import type { Step } from '../../core/edit/plan.ts';
import type { Transcript } from '../../core/model/model.ts';
import type { Outcome } from '../../core/reanchor/outcome.ts';
import type { Printer } from '../printer.ts';

export interface CarriedEntry {
  readonly outcome: Outcome;
  /** Its content in words: `disputed by Ada Okafor`. */
  readonly says: string;
}

interface EditedFile {
  readonly file: string;
  readonly isChanged: boolean;
  readonly entries: readonly CarriedEntry[];
}

export interface EditReport {
  /** The transcript as the user named it. */
  readonly file: string;
  /** The command that would write what a dry run shows. */
  readonly next: string | undefined;
  readonly isWritten: boolean;
  readonly old: Transcript;
  readonly new: Transcript;
  /** Names of the speakers by id. */
  readonly nameOf: (id: string) => string;
  readonly steps: readonly Step[];
  /** The layers, then the transcript. */
  readonly files: readonly EditedFile[];
}

export type EditPrinter = Printer<EditReport>;
