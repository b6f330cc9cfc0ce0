/**
 * What a quotation is called where its words are found: that rests on the words themselves, cut and compared as the
 * anchoring does, and alarms are those of the anchoring.
 */
import { alarmsBetween } from '../anchor/alarms.ts';
import type { Alarm } from '../anchor/placement.ts';
import { whyUnlisted } from '../language/word-lists.ts';
import { largest, smallest } from '../long-lists.ts';
import type { CommonRun, NearPassage, Segment } from './candidates.ts';
import type { ComparedTexts } from './compared-texts.ts';
import { exchangedFirstNames } from './first-names.ts';
import { laidBeside, type Near, type PairedWords, partsBeside } from './laid-beside.ts';
import { leftOutAlarms } from './left-out.ts';
import type { Match, MatchContext, MatchedPassage } from './match.ts';
import type { Parts, PassageSearch } from './passage-search.ts';
import type { SearchedTexts } from './record.ts';
import { changedQuestions, isVerbatim } from './same-characters.ts';
import { withCuts } from './same-match.ts';
import { areSame, type SameWords, sameWords } from './same-words.ts';

/** Of the words of a quotation, so large a share stands in the passage that it alters. */
const LEAST_SHARE = 0.55;
const MOSTLY = 0.75;
/** What the shared words tell beyond what chance would bring together in a record of this size, */
const LEAST_INFORMATION = 1.5;
/** or so large a share of what all words of the quotation would, if each stood once. */
const LEAST_OF_ALL = 0.4;
/** Fewer other words than this, and a quotation is no splice of what has the rest. */
const FEWEST_SPLICED = 3;

/** Quotations beside those texts of the record in which they may stand. */
export class Comparison {
  readonly #search: PassageSearch;
  readonly #texts: ComparedTexts;
  readonly #context: MatchContext;
  readonly #record: SearchedTexts;

  /** @param texts the quotations, and all texts of the record that the search found */
  constructor(search: PassageSearch, texts: ComparedTexts, record: SearchedTexts, context: MatchContext) {
    this.#search = search;
    this.#texts = texts;
    this.#record = record;
    this.#context = context;
  }

  /** Elided, spliced or altered. */
  changed(quotation: number, parts: Parts): Match | undefined {
    const match = this.#elided(quotation, parts) ?? this.#changed(quotation, parts);
    return match === undefined || match.name === 'spliced'
      ? match
      : withCuts(this.#texts, this.#context.lists, match);
  }

  /** The words and the place of a part of a quotation in the record, where they are the same. */
  #passage(quotation: number, segment: Segment, place: number, text: number): SameWords | undefined {
    const { quoted, record, edited } = this.#search;
    const span = quoted.spanOf(quotation, segment);
    const { ellipses, brackets } = edited[quotation]!;
    const gaps = [...ellipses, ...brackets];
    const length = segment.end - segment.start;
    const isPart = gaps.length > 0 && length < quoted.length(quotation);
    const least = isPart ? Math.max(0, largest(gaps.map(gap => gap.end).filter(at => at <= span.start))) : 0;
    const most = isPart
      ? Math.min(Infinity, smallest(gaps.map(gap => gap.start).filter(at => at >= span.end)))
      : Infinity;
    return sameWords(
      this.#texts,
      quotation,
      span,
      { start: least, end: most },
      text,
      record.spanOf(place, place + length - 1),
    );
  }

  #elided(quotation: number, { segments, inOrder }: Parts): Match | undefined {
    let altered: Match | undefined;
    const places: MatchedPassage[] = [];
    for (const placed of inOrder) {
      const text = this.#search.record.textOf(placed[0]!);
      const passages = segments.map((segment, index) =>
        this.#passage(quotation, segment, placed[index]!, text),
      );
      if (!passages.every(passage => passage !== undefined)) continue;
      const span = { start: passages[0]!.span.start, end: passages.at(-1)!.span.end };
      const { alarms, isChanged } = leftOutAlarms(
        this.#texts,
        quotation,
        this.#search.edited[quotation]!,
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
    const language = this.#context.unlistedIn(this.#record.at(places[0]!.text));
    const notes =
      language === undefined
        ? []
        : [`${whyUnlisted(language)}: a negation that is left out was not looked for`];
    return { name: 'elided', alarms: [], notes, places: uniquePlaces(places), quoted: undefined };
  }

  /** Spliced or altered. */
  #changed(quotation: number, { nearest, sureCover, cover, doubtfulCover }: Parts): Match | undefined {
    const near = nearest
      .map(passage => this.#near(quotation, passage))
      .filter(passage => passage !== undefined)
      .sort((a, b) => b.share - a.share || b.density - a.density);
    const [best] = near;
    // Words of one passage in their order, some left out and no mark in their place, are no splice.
    if (best !== undefined && best.share === 1)
      return this.#written(quotation, best) ?? this.#altered(quotation, best);
    const sure = sureCover && this.#joined(quotation, sureCover);
    if (sure !== undefined) return sure;
    const length = this.#search.quoted.length(quotation);
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
    const quoted = texts.quotations.wordsOf(quotation);
    if (!areSame(texts, quoted, words)) return undefined;
    const span = texts.record.spanOf(words);
    const isSame = isVerbatim(texts, quotation, text, span);
    return {
      name: isSame ? 'verbatim' : 'folded',
      alarms: [],
      notes: isSame ? [] : changedQuestions(texts, quotation, words),
      places: [{ text, span }],
      quoted: isSame ? undefined : texts.quotations.spanOf(quoted),
    };
  }

  /** Parts made one: a splice, or one passage of which words are left out and nothing says so. */
  #joined(quotation: number, cover: readonly CommonRun[]): Match | undefined {
    const { record, quoted } = this.#search;
    const texts = cover.map(({ place }) => record.textOf(place));
    const isInOrder = cover.every((run, index) => {
      const before = cover[index - 1];
      if (before === undefined) return true;
      const gap = run.place - (before.place + before.length);
      return texts[index] === texts[index - 1] && gap >= 0 && gap <= this.#search.mostLeftOut(texts[index]!);
    });
    if (isInOrder) {
      const last = cover.at(-1)!;
      const span = record.spanOf(cover[0]!.place, last.place + last.length - 1);
      const words = this.#texts.record.wordsAt(texts[0]!, span);
      const near = laidBeside(this.#texts, quotation, words, texts[0]!, 0);
      return near && this.#altered(quotation, near);
    }
    return {
      name: 'spliced',
      alarms: [],
      notes: [],
      places: cover.map(({ place, length }, index) => ({
        text: texts[index]!,
        span: record.spanOf(place, place + length - 1),
      })),
      quoted: undefined,
      parts: cover.map(({ quoted: start, length }) =>
        quoted.spanOf(quotation, { start, end: start + length }),
      ),
    };
  }

  /** The words of the record that stand for a quotation, laid beside it. */
  #near(quotation: number, { runs, information }: NearPassage): Near | undefined {
    const { record, quoted, chance } = this.#search;
    const length = quoted.length(quotation);
    // In a record of a few words no two of them tell as much.
    if (information < Math.min(chance + LEAST_INFORMATION, LEAST_OF_ALL * length * chance)) return undefined;
    const text = record.textOf(runs[0]!.place);
    const [first, last] = [runs[0]!, runs.at(-1)!];
    const most = record.firsts[text + 1]! - 1;
    const from = Math.max(record.firsts[text]!, first.place - first.quoted - 1);
    const to = Math.min(most, last.place + length - last.quoted);
    const around = this.#texts.record.wordsAt(text, record.spanOf(from, to));
    return laidBeside(this.#texts, quotation, around, text);
  }

  /** Changes of meaning, part by part: what an editor's mark stands for is left out, and not changed. */
  #alarms(quotation: number, all: PairedWords): Alarm[] {
    const { lists, names } = this.#context;
    const texts = this.#texts;
    const { quoted, edited } = this.#search;
    const between = (pair: PairedWords) => {
      const record = texts.ofRecord(pair.words);
      const draft = texts.ofQuotation(pair.quoted);
      const alarms = alarmsBetween(record, draft, lists, names);
      const told = new Set(alarms.flatMap(({ old, new: fresh }) => [old, fresh]));
      const exchanged = exchangedFirstNames(record, draft, this.#context);
      return [...alarms, ...exchanged.filter(({ old, new: fresh }) => !told.has(old) && !told.has(fresh))];
    };
    const segments = this.#search
      .segmentsOf(quotation)
      .map(segment => texts.quotations.wordsAt(quotation, quoted.spanOf(quotation, segment)));
    const parts = this.#search.isEdited(quotation) ? partsBeside(texts, segments, all.words) : [];
    if (parts.length === 0) return between(all);
    const leftOut = leftOutAlarms(texts, quotation, edited[quotation]!, parts, this.#context);
    return [...parts.flatMap(between), ...leftOut.alarms];
  }

  #altered(quotation: number, { text, words, changed }: Near): Match {
    const texts = this.#texts;
    const { quotations, record } = texts;
    const quoted = quotations.wordsOf(quotation);
    const alarms = this.#alarms(quotation, { quoted, words });
    const language = this.#context.unlistedIn(this.#record.at(text));
    if (language !== undefined) alarms.push({ kind: 'words', old: undefined, new: undefined, language });
    return {
      name: 'altered',
      alarms,
      notes: [],
      places: [{ text, span: record.spanOf(words) }],
      quoted: this.#search.isEdited(quotation) ? undefined : quotations.spanOf(quoted),
      ...(changed.start < changed.end && { changed: quotations.spanOf(changed) }),
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
