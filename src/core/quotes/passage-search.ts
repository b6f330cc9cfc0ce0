/**
 * Searches a record for what quotations may quote. What is found by hashes is a candidate: what a quotation is called rests
 * on the words themselves.
 */
import { smallest } from '../long-lists.ts';
import { Candidates, type CommonRun, type NearPassage, type Segment } from './candidates.ts';
import { type EditedWords, readEditorialMarks } from './editorial-marks.ts';
import type { WholeQuotation } from './match.ts';
import type { QuotedWords } from './quoted-words.ts';
import type { SearchedTexts } from './record.ts';
import type { RecordWords } from './record-words.ts';

/** So many words in a row are those of one voice, whatever else is near the quotation; fewer may stand there by chance. */
const SURE_PART = 4;
const LEAST_PART = 3;
const LEAST_PART_OF_A_DOUBTFUL = 2;
/** Between two parts of a text stand so many words at most; of a text in which nobody is known to speak, fewer. */
const MOST_LEFT_OUT = 2000;
const MOST_LEFT_OUT_BY_UNKNOWN = 50;

/** Where parts of a quotation stand, or words like it. */
export interface Parts {
  readonly segments: readonly Segment[];
  readonly inOrder: readonly (readonly number[])[];
  readonly nearest: readonly NearPassage[];
  readonly sureCover?: readonly CommonRun[] | undefined;
  readonly cover?: readonly CommonRun[] | undefined;
  readonly doubtfulCover?: readonly CommonRun[] | undefined;
}

export class PassageSearch {
  readonly edited: readonly EditedWords[];
  readonly #candidates: Candidates;
  readonly #texts: SearchedTexts;

  constructor(written: readonly string[], record: SearchedTexts) {
    this.#texts = record;
    this.edited = written.map(readEditorialMarks);
    this.#candidates = new Candidates(
      record,
      this.edited.map(({ text }) => text),
      text => this.mostLeftOut(text),
    );
  }

  get record(): RecordWords {
    return this.#candidates.record;
  }

  get quoted(): QuotedWords {
    return this.#candidates.quoted;
  }

  /** What all words of a record tell, see {@link NearPassage.information}. */
  get chance(): number {
    return this.#candidates.chance;
  }

  /** How many words may be left out between two parts of a text and leave it one quotation. */
  mostLeftOut(text: number): number {
    return this.#texts.at(text).isOneVoice ? MOST_LEFT_OUT : MOST_LEFT_OUT_BY_UNKNOWN;
  }

  /** Where all words of a quotation stand in a row. */
  whole(quotation: number): WholeQuotation {
    const { record, quoted } = this;
    const places = this.#candidates.wholeOf(quotation).map(({ place, length }) => ({
      text: record.textOf(place),
      span: record.spanOf(place, place + length - 1),
    }));
    return { quoted: quoted.spanOf(quotation, { start: 0, end: quoted.length(quotation) }), places };
  }

  parts(quotation: number): Parts {
    const candidates = this.#candidates;
    const segments = this.segmentsOf(quotation);
    const runs = candidates.runsOf(quotation);
    const nearest = candidates.nearest(quotation, runs);
    // Words that stand in a row are no sum of parts.
    if (candidates.wholeOf(quotation).length > 0) return { segments, nearest, inOrder: [] };
    const isEdited = this.isEdited(quotation);
    const isEditors = this.#editorsWords(quotation);
    const shortest = isEdited
      ? Math.min(LEAST_PART, smallest(segments.map(({ start, end }) => end - start)))
      : LEAST_PART;
    const cover = (least: number) => candidates.cover(quotation, runs, isEditors, least);
    return {
      segments,
      nearest,
      inOrder: isEdited && segments.length > 0 ? candidates.inOrder(quotation, segments, runs) : [],
      sureCover: cover(shortest < LEAST_PART ? shortest : SURE_PART),
      cover: cover(shortest),
      doubtfulCover: cover(Math.min(shortest, LEAST_PART_OF_A_DOUBTFUL)),
    };
  }

  isEdited(quotation: number): boolean {
    const { ellipses, brackets } = this.edited[quotation]!;
    return ellipses.length + brackets.length > 0;
  }

  #editorsWords(quotation: number): (word: number) => boolean {
    const { brackets } = this.edited[quotation]!;
    return word => {
      const start = this.quoted.startOf(quotation, word);
      return brackets.some(bracket => bracket.start <= start && start < bracket.end);
    };
  }

  /** The words between ellipses and brackets. */
  segmentsOf(quotation: number): Segment[] {
    const { ellipses, brackets } = this.edited[quotation]!;
    const length = this.quoted.length(quotation);
    const gaps = [...ellipses, ...brackets].sort((a, b) => a.start - b.start);
    const segments: Segment[] = [];
    let start = 0;
    let word = 0;
    for (const gap of gaps) {
      while (word < length && this.quoted.startOf(quotation, word) < gap.start) word++;
      if (word > start) segments.push({ start, end: word });
      while (word < length && this.quoted.startOf(quotation, word) < gap.end) word++;
      start = word;
    }
    if (length > start) segments.push({ start, end: length });
    return segments;
  }

  /** The texts of the record that parts stand in. */
  *textsOf({ inOrder, nearest, sureCover, cover, doubtfulCover }: Parts): Generator<number> {
    for (const run of [...(sureCover ?? []), ...(cover ?? []), ...(doubtfulCover ?? [])])
      yield this.record.textOf(run.place);
    for (const [place] of inOrder) yield this.record.textOf(place!);
    for (const { runs } of nearest) yield this.record.textOf(runs[0]!.place);
  }
}
