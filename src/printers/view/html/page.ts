/** State shared by the parts of a page: the view, its addresses, and numbers for speakers and readings. */

import type { Annotation, Id } from '../../../core/model/model.ts';
import type { ClaimView, PlacedAnnotation, Reading, SpeechView, View } from '../../../core/model/view.ts';
import { UNKNOWN_PARTY } from '../../../core/model/vocabulary.ts';
import { contradictedDates } from '../../../core/timeline/differences.ts';
import { annotationsOnClaims } from '../../../core/view/annotations-on-claims.ts';
import { readingName } from '../names.ts';
import type { Phrase } from '../phrase.ts';
import { Addresses } from './addresses.ts';
import { NOTE_KINDS, type NoteKind, noteKind } from './groups.ts';
import { type Markup, markup } from './markup.ts';

export class Page {
  readonly view: View;
  readonly addresses: Addresses;
  /** Declared claims with the annotations on them. */
  readonly onClaims: ReadonlyMap<ClaimView, readonly PlacedAnnotation[]>;
  /** Parties that speak, in the order of their first words; they have a stripe of their own. */
  readonly speakers: readonly Id[];
  /** For each annotation with a date those of other readings that contradict it, as the timeline has it. */
  readonly contradicted: ReadonlyMap<Annotation, ReadonlySet<Annotation>>;
  /** The sets of kinds of notes on the page that the filter has to distinguish. */
  readonly kindSets = new Map<string, readonly NoteKind[]>();
  /** Rows of the table for claims that stances imply, by stance. */
  readonly #impliedRows = new Map<Annotation, string>();
  readonly #numbers: ReadonlyMap<Id, number>;
  readonly #readings: ReadonlyMap<Reading, number>;

  constructor(view: View) {
    this.view = view;
    this.addresses = new Addresses(view);
    this.onClaims = annotationsOnClaims(view);
    this.contradicted = contradictedDates(view);
    this.speakers = [
      ...new Set(
        [...view.utterances, ...view.statements].flatMap(({ speech: { speaker } }) =>
          speaker === undefined || speaker === UNKNOWN_PARTY ? [] : [speaker],
        ),
      ),
    ];
    this.#numbers = new Map(this.speakers.map((id, index) => [id, index + 1]));
    this.#readings = new Map(view.readings.map((reading, index) => [reading, index + 1]));
    for (const claim of view.claims) {
      const row = this.rowKey(claim);
      if (claim.entry !== undefined || row === undefined) continue;
      for (const { stances } of claim.standings)
        for (const { stance } of stances) this.#impliedRows.set(stance.annotation, row);
    }
  }

  /** The address of a claim: its id; one that stances imply has it from the first of them. */
  rowKey({ entry, id, standings }: ClaimView): string | undefined {
    if (entry !== undefined) return id;
    const stance = standings
      .flatMap(({ stances }) => stances)
      .find(({ stance: { dead } }) => dead !== 'not-yet');
    return stance === undefined ? undefined : `_claim-${stance.stance.annotation.id}`;
  }

  /** The address of the claim that a stance on a passage implies. */
  impliedRow(annotation: Annotation): string | undefined {
    return this.#impliedRows.get(annotation);
  }

  /** 1 and up; 0 for those who do not speak, and where it is not known who does. */
  speakerNumber(id: Id | undefined): number {
    return (id !== undefined && this.#numbers.get(id)) || 0;
  }

  /** 1 and up. */
  readingNumber(reading: Reading): number {
    return this.#readings.get(reading) ?? 0;
  }

  get hasReadings(): boolean {
    return this.view.readings.length > 1;
  }

  /**
   * Returns the class by which the filter finds notes with a set of kinds, `kinds-stance-voice`, in the order of the
   * filter: notes of several kinds disappear when all of these are off.
   */
  kindsClass(annotations: readonly PlacedAnnotation[]): string {
    const found = new Set(annotations.map(({ annotation }) => noteKind(this.view, annotation)));
    const kinds = NOTE_KINDS.filter(kind => found.has(kind));
    this.kindSets.set(kinds.join('-'), kinds);
    return `kinds-${kinds.join('-')}`;
  }

  /** The classes by which the filter finds what the given readings say. */
  readingClasses(readings: Iterable<Reading>): string {
    return [...new Set(readings)].map(reading => `reading-${this.readingNumber(reading)}`).join(' ');
  }

  /** "First reader", "both readers", "all readers"; undefined where there is one reading alone. */
  readersText(readings: readonly Reading[]): string | undefined {
    if (!this.hasReadings) return undefined;
    const all = this.view.readings.length;
    if (readings.length < all) return readings.map(readingName).join(', ');
    return all === 2 ? 'both readers' : 'all readers';
  }

  /** A phrase with links to what it names. */
  phrase(phrase: Phrase): Markup {
    const parts = phrase.map(part =>
      typeof part === 'string' ? markup`${part}` : this.addresses.link(part.id, part.text),
    );
    return markup`<bdi>${parts}</bdi>`;
  }

  /** The text of a note. Ids of the page in it that contain a digit ("u11") become links. */
  note(text: string): Markup {
    const pieces = text.split(/(?<![\w-])([A-Za-z][\w-]*\d[\w-]*)/u);
    const parts = pieces.map((piece, index) =>
      index % 2 === 1 && this.addresses.has(piece) ? this.addresses.link(piece) : markup`${piece}`,
    );
    return markup`<bdi>${parts}</bdi>`;
  }

  /** Links to the places of anchors, each once: "u4, u12", "the whole talk". */
  places(anchors: ClaimView['anchors']): Markup | undefined {
    const places = new Map<string, Markup>();
    for (const { entry, target } of anchors) {
      const id = entry === 'transcript' ? '' : entry?.id || target;
      if (!places.has(id)) places.set(id, id === '' ? markup`the whole talk` : this.addresses.link(id));
    }
    if (places.size === 0) return undefined;
    return markup`${[...places.values()].flatMap((place, index) => (index === 0 ? [place] : [markup`, `, place]))}`;
  }
}

/** Returns an id for speech without one: an utterance gets its number in the talk. */
export function speechKey({ id, kind }: SpeechView, index: number): string {
  return id ?? `${kind}-${index + 1}`;
}
