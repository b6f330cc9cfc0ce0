/**
 * Compares quotations with the texts of one record. Candidates are found by hashes; what a quotation is called rests on the
 * words themselves, cut and compared as the anchoring does, and alarms are those of the anchoring.
 */

import { alarmsBetween } from '../anchor/alarms.ts';
import { largest, smallest } from '../long-lists.ts';
import { Candidates, type CommonRun, type NearPassage, type Segment } from './candidates.ts';
import { ComparedTexts, type Near, type SameWords } from './compared-texts.ts';
import { cutOff } from './cut-off.ts';
import { type EditedWords, readEditorialMarks } from './editorial-marks.ts';
import { leftOutAlarms } from './left-out.ts';
import { type Match, type MatchContext, type MatchedPassage, NOT_FOUND, type SpokenText } from './match.ts';

/** So many words in a row are those of a turn, whatever else is near the quotation; fewer may stand there by chance. */
const SURE_PART = 4;
const LEAST_PART = 3;
const LEAST_PART_OF_A_DOUBTFUL = 2;
/** Of the words of a quotation, so large a share stands in the passage that it alters. */
const LEAST_SHARE = 0.55;
const MOSTLY = 0.75;
/** What the shared words tell beyond what chance would bring together in a record of this size, */
const LEAST_INFORMATION = 1.5;
/** or so large a share of what all words of the quotation would, if each stood once. */
const LEAST_OF_ALL = 0.4;
/** Fewer other words than this, and a quotation is no splice of what has the rest. */
const FEWEST_SPLICED = 3;
/** Between two parts of one turn stand so many words at most; of a text in which nobody is known to speak, fewer. */
const MOST_LEFT_OUT = 2000;
const MOST_LEFT_OUT_BY_UNKNOWN = 50;
/** Places of one quotation that are compared. */
const MOST_PLACES = 500;

/** The match of each quotation, in their order. Quotations of the same words are compared once. */
export function matchQuotations(
  quotations: readonly string[],
  record: readonly SpokenText[],
  context: MatchContext,
): Match[] {
  const distinct = [...new Set(quotations)];
  const matches = new Matcher(distinct, record, context).all();
  const byText = new Map(distinct.map((text, index) => [text, matches[index]!]));
  return quotations.map(text => byText.get(text)!);
}

/** What hashes found for a quotation. */
interface Found {
  readonly whole: readonly CommonRun[];
  readonly segments: readonly Segment[];
  readonly inOrder: readonly (readonly number[])[];
  readonly nearest: readonly NearPassage[];
  readonly sureCover: readonly CommonRun[] | undefined;
  readonly cover: readonly CommonRun[] | undefined;
  readonly doubtfulCover: readonly CommonRun[] | undefined;
}

class Matcher {
  readonly #edited: readonly EditedWords[];
  readonly #candidates: Candidates;
  readonly #found: readonly Found[];
  readonly #texts: ComparedTexts;
  readonly #context: MatchContext;
  readonly #record: readonly SpokenText[];

  constructor(written: readonly string[], spoken: readonly SpokenText[], context: MatchContext) {
    this.#context = context;
    this.#record = spoken;
    const record = spoken.map(({ text }) => text);
    this.#edited = written.map(readEditorialMarks);
    this.#candidates = new Candidates(
      record,
      this.#edited.map(({ text }) => text),
      text => this.#mostLeftOut(text),
    );
    this.#found = written.map((_, quotation) => this.#find(quotation));
    this.#texts = new ComparedTexts(
      written,
      this.#edited.map(({ text }) => text),
      record,
      new Set(this.#found.flatMap(found => [...this.#textsIn(found)])),
      context,
    );
  }

  all(): Match[] {
    return this.#found.map((found, quotation) => this.#withCuts(this.#match(quotation, found)));
  }

  #withCuts(match: Match): Match {
    if (match.name === 'spliced') return match;
    const { lists } = this.#context;
    return {
      ...match,
      places: match.places.map(place => ({ ...place, cut: cutOff(this.#texts, place, lists) })),
    };
  }

  /** How many words may be left out between two parts of a text and leave it one turn. */
  #mostLeftOut(text: number): number {
    return this.#record[text]!.isOneVoice === false ? MOST_LEFT_OUT_BY_UNKNOWN : MOST_LEFT_OUT;
  }

  #find(quotation: number): Found {
    const candidates = this.#candidates;
    const length = candidates.length(quotation);
    const runs = candidates.runsOf(quotation);
    const whole = runs.filter(run => run.length === length).slice(0, MOST_PLACES);
    const segments = this.#segmentsOf(quotation);
    const nothing = {
      inOrder: [],
      nearest: [],
      sureCover: undefined,
      cover: undefined,
      doubtfulCover: undefined,
    };
    const nearest = candidates.nearest(quotation, runs);
    if (whole.length > 0) return { whole, segments, ...nothing, nearest };
    const isEdited = this.#isEdited(quotation);
    const inOrder =
      isEdited && segments.length > 0 ? candidates.inOrder(quotation, segments, runs) : nothing.inOrder;
    const isEditors = this.#editorsWords(quotation);
    const shortest = isEdited
      ? Math.min(LEAST_PART, smallest(segments.map(({ start, end }) => end - start)))
      : LEAST_PART;
    return {
      whole,
      segments,
      inOrder,
      nearest,
      sureCover: candidates.cover(quotation, runs, isEditors, shortest < LEAST_PART ? shortest : SURE_PART),
      cover: candidates.cover(quotation, runs, isEditors, shortest),
      doubtfulCover: candidates.cover(
        quotation,
        runs,
        isEditors,
        Math.min(shortest, LEAST_PART_OF_A_DOUBTFUL),
      ),
    };
  }

  #isEdited(quotation: number): boolean {
    const { ellipses, brackets } = this.#edited[quotation]!;
    return ellipses.length + brackets.length > 0;
  }

  #editorsWords(quotation: number): (word: number) => boolean {
    const { brackets } = this.#edited[quotation]!;
    if (brackets.length === 0) return () => false;
    return word => {
      const { start } = this.#candidates.spanOf(quotation, word);
      return brackets.some(bracket => bracket.start <= start && start < bracket.end);
    };
  }

  /** The words between ellipses and brackets. */
  #segmentsOf(quotation: number): Segment[] {
    const { ellipses, brackets } = this.#edited[quotation]!;
    const length = this.#candidates.length(quotation);
    const gaps = [...ellipses, ...brackets].sort((a, b) => a.start - b.start);
    const segments: Segment[] = [];
    let start = 0;
    let word = 0;
    for (const gap of gaps) {
      while (word < length && this.#candidates.spanOf(quotation, word).start < gap.start) word++;
      if (word > start) segments.push({ start, end: word });
      while (word < length && this.#candidates.spanOf(quotation, word).start < gap.end) word++;
      start = word;
    }
    if (length > start) segments.push({ start, end: length });
    return segments;
  }

  *#textsIn({ whole, inOrder, nearest, sureCover, cover, doubtfulCover }: Found): Generator<number> {
    const { record } = this.#candidates;
    for (const run of [...whole, ...(sureCover ?? []), ...(cover ?? []), ...(doubtfulCover ?? [])])
      yield record.textOf(run.place);
    for (const [place] of inOrder) yield record.textOf(place!);
    for (const { runs } of nearest) yield record.textOf(runs[0]!.place);
  }

  #match(quotation: number, found: Found): Match {
    return (
      this.#same(quotation, found) ??
      this.#elided(quotation, found) ??
      this.#changed(quotation, found) ??
      NOT_FOUND
    );
  }

  /** Verbatim or folded. */
  #same(quotation: number, { whole }: Found): Match | undefined {
    const texts = this.#texts;
    const length = this.#candidates.length(quotation);
    const verbatim: MatchedPassage[] = [];
    const folded: MatchedPassage[] = [];
    let notes: readonly string[] = [];
    for (const { place } of whole) {
      const text = this.#candidates.record.textOf(place);
      const passage = this.#passage(quotation, { start: 0, end: length }, place, text);
      if (passage === undefined) continue;
      const { words, span } = passage;
      if (texts.isVerbatim(quotation, text, span)) verbatim.push({ text, span });
      else {
        if (folded.length === 0) notes = texts.changedQuestions(quotation, words);
        folded.push({ text, span });
      }
    }
    if (verbatim.length > 0)
      return { name: 'verbatim', alarms: [], notes: [], places: verbatim, quoted: undefined };
    if (folded.length === 0) return undefined;
    return {
      name: 'folded',
      alarms: [],
      notes,
      places: folded,
      quoted: texts.spanOfQuoted(texts.wordsOfQuotation(quotation)),
    };
  }

  /** The words and the place of a part of a quotation in the record, where they are the same. */
  #passage(quotation: number, { start, end }: Segment, place: number, text: number): SameWords | undefined {
    const { record } = this.#candidates;
    const first = this.#candidates.spanOf(quotation, start).start;
    const last = this.#candidates.spanOf(quotation, end - 1).end;
    const { ellipses, brackets } = this.#edited[quotation]!;
    const gaps = [...ellipses, ...brackets];
    const isPart = gaps.length > 0 && end - start < this.#candidates.length(quotation);
    const least = isPart ? Math.max(0, largest(gaps.map(gap => gap.end).filter(at => at <= first))) : 0;
    const most = isPart
      ? Math.min(Infinity, smallest(gaps.map(gap => gap.start).filter(at => at >= last)))
      : Infinity;
    return this.#texts.sameWords(quotation, { start: first, end: last }, { start: least, end: most }, text, {
      start: record.starts[place]!,
      end: record.endOf(place + end - start - 1),
    });
  }

  #elided(quotation: number, { segments, inOrder }: Found): Match | undefined {
    let altered: Match | undefined;
    const places: MatchedPassage[] = [];
    for (const placed of inOrder) {
      const text = this.#candidates.record.textOf(placed[0]!);
      const passages = segments.map((segment, index) =>
        this.#passage(quotation, segment, placed[index]!, text),
      );
      if (!passages.every(passage => passage !== undefined)) continue;
      const span = { start: passages[0]!.span.start, end: passages.at(-1)!.span.end };
      const { alarms, isChanged } = leftOutAlarms(
        this.#texts,
        quotation,
        this.#edited[quotation]!,
        passages,
        this.#context,
      );
      if (alarms.length === 0 && !isChanged) places.push({ text, span });
      else
        altered ??= {
          name: 'altered',
          alarms,
          notes: [],
          places: [{ text, span }],
          quoted: undefined,
        };
    }
    if (places.length === 0) return altered;
    const language = this.#context.unlistedIn(this.#record[places[0]!.text]!);
    const notes =
      language === undefined
        ? []
        : [`no words of ${language} are listed: a negation that is left out was not looked for`];
    return { name: 'elided', alarms: [], notes, places: uniquePlaces(places), quoted: undefined };
  }

  /** Spliced or altered. */
  #changed(quotation: number, { nearest, sureCover, cover, doubtfulCover }: Found): Match | undefined {
    const near = nearest
      .map(passage => this.#near(quotation, passage))
      .filter(passage => passage !== undefined)
      .sort((a, b) => b.share - a.share || b.density - a.density);
    const [best] = near;
    // Words of one turn in their order, some of them left out and the place not marked, are no splice.
    if (best !== undefined && best.share === 1)
      return this.#written(quotation, best) ?? this.#altered(quotation, best);
    const sure = sureCover && this.#joined(quotation, sureCover);
    if (sure !== undefined) return sure;
    const length = this.#candidates.length(quotation);
    const isNear = best !== undefined && best.share >= LEAST_SHARE;
    if (isNear && length - Math.round(best.share * length) < FEWEST_SPLICED && best.share >= MOSTLY)
      return this.#altered(quotation, best);
    const joined = cover && this.#joined(quotation, cover);
    if (joined !== undefined) return joined;
    if (isNear) return this.#altered(quotation, best);
    return doubtfulCover && this.#joined(quotation, doubtfulCover);
  }

  /** Words that only the hashes took for others: a number with blanks between its digits. */
  #written(quotation: number, { text, words }: Near): Match | undefined {
    const texts = this.#texts;
    if (!texts.areSame(texts.wordsOfQuotation(quotation), words)) return undefined;
    const span = texts.spanOfWords(words);
    const isVerbatim = texts.isVerbatim(quotation, text, span);
    return {
      name: isVerbatim ? 'verbatim' : 'folded',
      alarms: [],
      notes: isVerbatim ? [] : texts.changedQuestions(quotation, words),
      places: [{ text, span }],
      quoted: isVerbatim ? undefined : texts.spanOfQuoted(texts.wordsOfQuotation(quotation)),
    };
  }

  /** Parts made one: a splice, or one turn of which words are left out and nothing says so. */
  #joined(quotation: number, cover: readonly CommonRun[]): Match | undefined {
    const { record } = this.#candidates;
    const texts = cover.map(({ place }) => record.textOf(place));
    const isInOrder = cover.every((run, index) => {
      const before = cover[index - 1];
      if (before === undefined) return true;
      const gap = run.place - (before.place + before.length);
      return texts[index] === texts[index - 1] && gap >= 0 && gap <= this.#mostLeftOut(texts[index]!);
    });
    if (isInOrder) {
      const last = cover.at(-1)!;
      const span = {
        start: record.starts[cover[0]!.place]!,
        end: record.endOf(last.place + last.length - 1),
      };
      const words = this.#texts.wordsAt(texts[0]!, span);
      const near = this.#texts.laidBeside(quotation, words, texts[0]!, 0);
      return near && this.#altered(quotation, near);
    }
    return {
      name: 'spliced',
      alarms: [],
      notes: [],
      places: cover.map(({ place, length }, index) => ({
        text: texts[index]!,
        span: { start: record.starts[place]!, end: record.endOf(place + length - 1) },
      })),
      quoted: undefined,
      parts: cover.map(({ quoted, length }) => ({
        start: this.#candidates.spanOf(quotation, quoted).start,
        end: this.#candidates.spanOf(quotation, quoted + length - 1).end,
      })),
    };
  }

  /** The words of the record that stand for a quotation, laid beside it. */
  #near(quotation: number, { runs, information }: NearPassage): Near | undefined {
    const candidates = this.#candidates;
    const { record } = candidates;
    // In a record of a few words no two of them tell as much.
    const all = candidates.length(quotation) * candidates.chance;
    if (information < Math.min(candidates.chance + LEAST_INFORMATION, LEAST_OF_ALL * all)) return undefined;
    const text = record.textOf(runs[0]!.place);
    const [first, last] = [runs[0]!, runs.at(-1)!];
    const length = candidates.length(quotation);
    const most = record.firsts[text + 1]! - 1;
    const from = Math.max(record.firsts[text]!, first.place - first.quoted - 1);
    const to = Math.min(most, last.place + length - last.quoted);
    const around = this.#texts.wordsAt(text, { start: record.starts[from]!, end: record.endOf(to) });
    return this.#texts.laidBeside(quotation, around, text);
  }

  #altered(quotation: number, { text, words, changed }: Near): Match {
    const { lists, names } = this.#context;
    const texts = this.#texts;
    const quoted = texts.wordsOfQuotation(quotation);
    const alarms = alarmsBetween(texts.ofRecord(words), texts.ofQuotation(quoted), lists, names);
    const language = this.#context.unlistedIn(this.#record[text]!);
    if (language !== undefined) alarms.push({ kind: 'words', old: undefined, new: undefined, language });
    return {
      name: 'altered',
      alarms,
      notes: [],
      places: [{ text, span: texts.spanOfWords(words) }],
      quoted: this.#isEdited(quotation) ? undefined : texts.spanOfQuoted(quoted),
      ...(changed.start < changed.end && { changed: texts.spanOfQuoted(changed) }),
    };
  }
}

function uniquePlaces(places: readonly MatchedPassage[]): MatchedPassage[] {
  const seen = new Set<string>();
  return places.filter(({ text, span }) => {
    const key = `${text} ${span.start} ${span.end}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}
