/** Earlier versions of files; looking for them is not the business of rules. */
import type { Id, Party, Statement, Utterance } from './model.ts';

/** A transcript or layer as it was in a revision. */
export interface EarlierVersion {
  /** How a command names it: `HEAD:talk.yaml`. */
  readonly name: string;
  readonly speeches: ReadonlyMap<Id, Utterance | Statement>;
  readonly parties: ReadonlyMap<Id, Party>;
}

/** Finds the newest earlier version of a file that is the one meant; undefined if none is at hand. */
export type FindEarlier = (
  file: string,
  isMeant: (version: EarlierVersion) => boolean,
) => Promise<EarlierVersion | undefined>;
