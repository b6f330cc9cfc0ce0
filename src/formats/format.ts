/** One file format: string in, model out, and back. */
import type { Finding } from '../core/finding.ts';
import type { Layer, Transcript } from '../core/model.ts';

/** What a format's text holds: a transcript, the layers that could travel with it, or both. */
export interface Conversation {
  readonly transcript: Transcript;
  readonly layers: readonly Layer[];
}

export interface ReadOptions {
  /** Name of the file, for findings and for detection by extension. */
  readonly file: string;
}

/** `value` is absent where nothing could be read; `findings` then say why. A reader never throws on bad data. */
export interface ReadResult {
  readonly value?: Conversation;
  readonly findings: readonly Finding[];
}

/** Something a writer could not carry: "speaker", 12. */
export interface Loss {
  readonly what: string;
  readonly count: number;
}

export interface WriteResult {
  readonly text: string;
  readonly losses: readonly Loss[];
}

export interface Format {
  readonly id: string;
  readonly title: string;
  /** Extensions without the dot, the usual one first. */
  readonly extensions: readonly string[];
  /** What a round trip keeps and what it loses, for `convert --list`. */
  readonly keeps: string;
  readonly loses: string;
  /** How likely the text is of this format, 0 to 1. */
  detect(text: string, file: string): number;
  read?(text: string, options: ReadOptions): ReadResult;
  write?(value: Conversation): WriteResult;
}
