/** Transcripts and layers as values, for tests that do not read files. */
import type { Fields } from '../../src/core/diff/changes.ts';
import type { Transcript } from '../../src/core/model/model.ts';

export interface TranscriptParts {
  readonly header?: Fields;
  readonly parties?: Readonly<Record<string, Fields>>;
  readonly sources?: Readonly<Record<string, Fields>>;
  readonly utterances?: readonly Fields[];
  readonly statements?: readonly Fields[];
  readonly claims?: readonly Fields[];
  readonly annotations?: readonly Fields[];
}

export function transcriptOf(parts: TranscriptParts): Transcript {
  return {
    ...parts.header,
    kind: 'transcript',
    parties: new Map(Object.entries(parts.parties ?? {})),
    sources: new Map(Object.entries(parts.sources ?? {})),
    statements: parts.statements ?? [],
    claims: parts.claims ?? [],
    annotations: parts.annotations ?? [],
    utterances: parts.utterances ?? [],
    extensions: new Map(),
  } as unknown as Transcript;
}
