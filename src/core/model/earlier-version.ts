/** Earlier versions of files; looking for them is not the business of rules. */
import type { Id, Layer, Party, Statement, Transcript, Utterance } from './model.ts';

/** A transcript or layer as it was in a revision. */
export interface EarlierVersion {
  /** How a command names it: `HEAD:talk.yaml`. */
  readonly name: string;
  /** Utterances in their order, then statements. */
  readonly speeches: ReadonlyMap<Id, Utterance | Statement>;
  readonly parties: ReadonlyMap<Id, Party>;
}

export interface EarlierVersions {
  /** The newest earlier version of a file that is the one meant; undefined if none is at hand. */
  find(file: string, isMeant: (version: EarlierVersion) => boolean): Promise<EarlierVersion | undefined>;
  /** Whether older versions may exist elsewhere: the clone is shallow. */
  isCutOff(file: string): boolean;
}

/** @param name how a command names the version */
export function earlierVersion(name: string, content: Transcript | Layer): EarlierVersion {
  const speeches = new Map<Id, Utterance | Statement>();
  const all = [...(content.kind === 'transcript' ? content.utterances : []), ...content.statements];
  for (const speech of all) if (speech.id !== undefined) speeches.set(speech.id, speech);
  return { name, speeches, parties: content.parties };
}

/** Where there is no history. */
export const NO_EARLIER_VERSIONS: EarlierVersions = { find: async () => undefined, isCutOff: () => false };
