/** What stances are weighed against, and what it takes to weigh them. */
import type { Id } from '../model/model.ts';
import type { Aspect } from '../model/vocabulary.ts';
import type { NameOf } from './names.ts';
import type { OriginSet, Origins } from './origins.ts';
import type { Sides } from './sides.ts';

/** A declared claim, or the one that a stance on a passage implies. */
export interface Question {
  readonly aspect: Aspect | undefined;
  readonly checkable: boolean;
  /** EDTF date on which someone looked whether anything settles it. */
  readonly checked: string | undefined;
  readonly passages: Passages;
}

/** What the passages of a claim say of their speakers and sources. */
export interface Passages {
  /** The parties whose words the claim is in. */
  readonly speakers: ReadonlySet<Id>;
  /** The speakers, and those who may be the speaker of a passage that has none for sure. */
  readonly possibleSpeakers: ReadonlySet<Id>;
  /** Origins of the sources in which the passages are reported. */
  origins(): OriginSet;
  /** Whether a party published the only source of all passages, or is the only one through whom they reached us. */
  isOnlySource(party: Id): boolean;
}

/** The same for every claim of a view. */
export interface StandingContext {
  readonly nameOf: NameOf;
  readonly sides: Sides;
  readonly origins: Origins;
  /** EDTF date of the view; `checked` counts from its own date, too. */
  readonly asOf: string | undefined;
}
