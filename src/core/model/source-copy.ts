/** The local copies of sources; rules do not read files themselves. */
import type { Source } from './model.ts';

export interface SourceCopy {
  /** Why it could not be read, in words that repeat nothing of what the reference leads to. */
  readonly refused?: string;
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly sha256?: string;
  /** Its text, where it is text in UTF-8. */
  readonly text?: string;
}

/** Copies by the source that names them. */
export type SourceCopies = ReadonlyMap<Source, SourceCopy>;
