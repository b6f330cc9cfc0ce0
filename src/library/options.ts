/** What callers of the library hand over. */

/** Files by name, relative to the project: `talk.yaml`, `notes.layer.yaml`, `.onrecord.yaml`. */
export type Files = ReadonlyMap<string, string | Uint8Array> | Readonly<Record<string, string | Uint8Array>>;

export interface ProjectOptions {
  /** Name of the transcript in the project, where it holds several, or one in another format: `talk.vtt`. */
  readonly transcript?: string;
}

export interface ViewOptions {
  /** Count only what had happened by this date (EDTF). */
  readonly asOf?: string;
  /** Acts whose date no source states: counted at any date, unless they are skipped. */
  readonly undated?: 'count' | 'skip';
  /** The query of `--where`: `tag:disputed speaker:okafor`. */
  readonly where?: string;
}

export interface CheckOptions {
  /** Ids of the only rules to apply; an empty list is the same as none. */
  readonly rules?: readonly string[];
}

export interface ConvertOptions {
  /** Id of the input's format: `webvtt`. Without it, name and content of the input tell the format. */
  readonly from?: string;
  /** Id of the format to write: `srt`. `onrecord convert --list` lists all. */
  readonly to: string;
  /** Name of the input: some formats are told by its ending, and messages begin with it. Default: `input`. */
  readonly file?: string;
}
