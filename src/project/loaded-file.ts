/** One file as read, and the names by which files are told apart. */
import type { Finding, RefusedNode } from '../core/model/finding.ts';
import type { Document } from '../core/model/project.ts';
import type { SourceText } from '../core/model/span.ts';

/** The name of standard input on the command line. */
export const STDIN = '-';

/** The name of standard input in messages. */
export const STDIN_SHOWN = '<stdin>';

/** Matches the names of layers: they are found beside their transcript. */
export const LAYER_FILE = /\.layer\.ya?ml$/i;

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
