import type { Path } from '../../../core/model/finding.ts';

/** Thrown when a change cannot be made to a document. Nothing was written. */
export class EditError extends Error {
  readonly path: Path;

  constructor(path: Path, message: string) {
    super(message);
    this.name = 'EditError';
    this.path = path;
  }
}
