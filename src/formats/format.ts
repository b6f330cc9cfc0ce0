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
  /** Ids for utterances without one: their number, or an id made from what is said. */
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
  /** The text in parts, if it can be long. Each iteration makes the parts anew, and `text` joins them. */
  readonly parts?: Iterable<string> | undefined;
  readonly losses: readonly Loss[];
}

/** The result of a writer whose format has a reader, which computes the losses. */
export interface Written {
  readonly text: string;
  /** As in {@link WriteResult}. */
  readonly parts?: Iterable<string> | undefined;
  /** The result of reading the text, if the writer has read it already. */
  readonly found?: Conversation;
  /** Hints for reading the text back. */
  readonly profile?: string;
}

/** The result of a writer of a write-only format. */
export interface PartWritten {
  readonly text: string;
  /** The parts that were written, unless they are all that the format carries. */
  readonly written?: WrittenFields;
  /** The report's name for an entry that was left out, if it is not its kind: "claims that nobody reviewed". */
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
  /** The name of such a file in a sentence: "WebVTT", "a Word file (DOCX)". */
  readonly name: string;
  readonly title: string;
  /** Extensions without the dot, the usual one first. */
  readonly extensions: readonly string[];
  /** What a round trip keeps and loses, for `convert --list` and the guide. */
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
