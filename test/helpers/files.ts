/** Transcripts and layers as values, for tests that do not read files. */
import type { Fields } from '../../src/core/diff/changes.ts';
import type { Transcript } from '../../src/core/model/model.ts';
import { NOTHING } from '../fixtures/project.ts';

export interface TranscriptParts {
  readonly header?: Fields;
  readonly parties?: Readonly<Record<string, Fields>>;
  readonly sources?: Readonly<Record<string, Fields>>;
  readonly utterances?: readonly Fields[];
  readonly statements?: readonly Fields[];
  readonly claims?: readonly Fields[];
  readonly annotations?: readonly Fields[];
}

export function transcriptOf({ header, parties, sources, ...lists }: TranscriptParts): Transcript {
  return {
    ...header,
    kind: 'transcript',
    utterances: [],
    ...NOTHING,
    ...lists,
    parties: new Map(Object.entries(parties ?? {})),
    sources: new Map(Object.entries(sources ?? {})),
  } as unknown as Transcript;
}
