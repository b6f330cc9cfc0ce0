/** One file format: string in, model out, and back. */
import type { Finding } from '../core/model/finding.ts';
import type { Layer, Transcript } from '../core/model/model.ts';

/** The content of a file of a format: a transcript and its layers. */
export interface Conversation {
  readonly transcript: Transcript;
  readonly layers: readonly Layer[];
}

/** The meanings of a column of delimited text. */
export const COLUMNS = ['id', 'speaker', 'start', 'end', 'text', 'event'] as const;
export type Column = (typeof COLUMNS)[number];

export interface ReadOptions {
  /** Name of the file, for findings and for detection by extension. */
  readonly file: string;
  /** How a plain text marks its speakers; found by content where it is absent. */
  readonly profile?: string | undefined;
  /** Columns of delimited text by meaning, as a header or 1-based number; overrides the known headers. */
  readonly columns?: ReadonlyMap<Column, string> | undefined;
  /** Labels that are speakers even where they occur once. */
  readonly speakers?: readonly string[] | undefined;
  /** Annotate captions without a speaker as spoken by the one before, marked as inferred. */
  readonly carrySpeaker?: boolean | undefined;
  /** False keeps the lines that rolling captions repeat. */
  readonly fold?: boolean | undefined;
  /** What utterances without an id of their own get: their number, or an id made of what is said. */
  readonly ids?: 'numbers' | 'content' | undefined;
  /** The transcript that annotations without one are about. */
  readonly transcript?: TranscriptReference | undefined;
}

interface TranscriptReference {
  readonly file: string;
  readonly value: Transcript;
}

/** `value` is absent if nothing could be read; `findings` then say why. A reader never throws on bad data. */
export interface ReadResult {
  readonly value?: Conversation;
  /** A detected property of the file other than its format: "profile colon". */
  readonly detail?: string;
  readonly findings: readonly Finding[];
  /** Content of the file that the conversation lacks. */
  readonly losses?: readonly Loss[];
}

/** Something a reader or a writer did not keep: "speaker", 12. */
export interface Loss {
  readonly what: string;
  readonly count: number;
}

export interface WriteOptions {
  /** How a plain text marks its speakers. */
  readonly profile?: string | undefined;
  /** Name of the transcript's file, for formats that refer to it. */
  readonly file?: string | undefined;
  /** Captions take annotations along, in comments that players do not show. */
  readonly withAnnotations?: boolean | undefined;
  /** Whether `private` entries are written too. */
  readonly private?: boolean | undefined;
}

export interface WriteResult {
  readonly text: string;
  /** The text in parts, where it can be long: each time they are gone through they are made anew, and for `text` put together. */
  readonly parts?: Iterable<string> | undefined;
  readonly losses: readonly Loss[];
}

/** The result of a writer whose format has a reader, which computes the losses. */
export interface Written {
  readonly text: string;
  /** As in {@link WriteResult}. */
  readonly parts?: Iterable<string> | undefined;
  /** What a reader finds in the text, where the writer has asked it already. */
  readonly found?: Conversation;
  /** Hints for reading the text back. */
  readonly profile?: string;
}

/** The result of a writer of a write-only format. */
export interface PartWritten {
  readonly text: string;
  /** The parts that were written, unless they are all that the format carries. */
  readonly written?: WrittenFields;
  /** What the report calls an entry that was left out, if not by its kind: "claims that nobody reviewed". */
  readonly omitted?: ReadonlyMap<object, string>;
  /** Losses other than fields of entries. */
  readonly also?: readonly Loss[];
}

/** The fields written of each value; `whole` for all that the format carries. */
export type WrittenFields = ReadonlyMap<object, ReadonlySet<string> | 'whole'>;

/** Options that only some formats have a use for. */
export type FormatOption =
  | 'profile'
  | 'columns'
  | 'speakers'
  | 'carrySpeaker'
  | 'fold'
  | 'transcript'
  | 'withAnnotations';

export interface Format {
  readonly id: string;
  /** What a file of it is, in a sentence: "WebVTT", "a Word file (DOCX)". */
  readonly name: string;
  readonly title: string;
  /** Extensions without the dot, the usual one first. */
  readonly extensions: readonly string[];
  /** What a round trip keeps and loses, for `convert --list`. */
  readonly keeps: string;
  readonly loses: string;
  /** Options that it takes when reading or writing. */
  readonly takes?: readonly FormatOption[];
  /** Whether writing derives standings: the dates of the conversation must have gone through `prepareDates`. */
  readonly derivesStandings?: true;
  /** How likely the text is of this format, 0 to 1. */
  detect(text: string, file: string): number;
  read?(text: string, options: ReadOptions): ReadResult;
  write?(value: Conversation, options?: WriteOptions): WriteResult;
}
