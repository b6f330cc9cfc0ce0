/** One file as read. */
import type { Finding, RefusedNode } from '../core/model/finding.ts';
import type { Document } from '../core/model/project.ts';
import type { SourceText } from '../core/model/span.ts';

export interface LoadedFile {
  /** Name for messages: as given, or relative to the working directory. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly source?: SourceText;
  readonly document?: Document;
  readonly findings: readonly Finding[];
  /** False if an error in the file makes a view of it untrue. */
  readonly usable: boolean;
  /** Nodes left out of the document; what rules find inside them is a consequence. */
  readonly unreadable: readonly RefusedNode[];
}
