/** Judges quotations: what each is to the record, what it should be looked at for, and what its claims are worth. */

import type { Alarm } from '../anchor/placement.ts';
import type { AttributionWords } from '../language/attribution-words.ts';
import { foldsOf } from '../language/folded-words.ts';
import { smallest } from '../long-lists.ts';
import { countUp } from '../maps.ts';
import type { Id } from '../model/model.ts';
import type { Project } from '../model/project.ts';
import type { Span } from '../model/span.ts';
import { STANDINGS, type StandingName, UNKNOWN_PARTY } from '../model/vocabulary.ts';
import { partOn } from '../view/part.ts';
import type { ViewOptions } from '../view/resolve-entries.ts';
import { type ViewOfSpeeches, viewOfSpeeches } from '../view/view-of-speeches.ts';
import type { Allowance, Allowances } from './allowances.ts';
import { bearsOnQuotations, counts } from './annotated-passage.ts';
import {
  type Attribution,
  attributionOf,
  maskQuotations,
  namedBeside,
  type QuotationContext,
} from './attribution.ts';
import type { Draft } from './draft.ts';
import type { Quotation } from './find-quotations.ts';
import { FLAGS, type FlagName, flagsOfPlace, type QuotedStanding, standingsAt } from './flags.ts';
import { MATCHES, type Match, type MatchContext, type MatchName, NOT_FOUND } from './match.ts';
import { matchQuotations } from './match-quotations.ts';
import { PartyNames } from './party-names.ts';
import { type SearchedTexts, searchedTexts } from './record.ts';
import { placeIn, type RecordPlace } from './record-place.ts';
import { speakerInside, withoutReportingClauses } from './reporting-clauses.ts';

/** A transcript with its layers, as quotations are compared with it. */
export interface QuotedRecord {
  readonly project: Project;
  /** The date at which it counts. */
  readonly options: ViewOptions;
  /** What is known of its language and of that of the drafts. */
  readonly context: MatchContext;
}

/** Whom the draft names as the speaker, against the record. */
interface NamedSpeaker {
  readonly parties: readonly Id[];
  /** In the file of the draft. */
  readonly span: Span;
}

export interface JudgedQuotation {
  readonly quotation: Quotation;
  readonly match: MatchName;
  /** Flags of every place, in the order of {@link FLAGS}. */
  readonly flags: readonly FlagName[];
  readonly alarms: readonly Alarm[];
  readonly notes: readonly string[];
  /** The places where the words stand, those with the fewest flags first; of a spliced quotation, its parts. */
  readonly places: readonly RecordPlace[];
  /** Of one that differs: the words in the draft's block that stand for those of the first place. */
  readonly quoted: Span | undefined;
  /** The first words in the draft's block that are not the record's. */
  readonly changed: Span | undefined;
  /** Of a spliced one, the stretch of the block for each place. */
  readonly parts: readonly Span[];
  /** The word that denies or doubts, outside of the quotation. */
  readonly cut: string | undefined;
  readonly standings: readonly QuotedStanding[];
  readonly named: NamedSpeaker | undefined;
  readonly allowed: Allowance | undefined;
  /** How many transcripts were searched. */
  readonly searched: number;
}

/** A match, a flag or the standing of a claim. */
export type Reason = MatchName | FlagName | StandingName;

export const REASONS: readonly Reason[] = [...MATCHES, ...FLAGS, ...STANDINGS];

/** What makes `quotes` and `check` fail unless something else is asked for. */
export const FAILING: ReadonlySet<Reason> = new Set([
  'altered',
  'not-found',
  'spliced',
  'other-speaker',
  'indirect',
  'off-record',
  'private',
] as const);

/** Reasons of a quotation that are among those that fail, in the order of {@link REASONS}; none of one that is allowed. */
export function failuresOf(
  { match, flags, standings, allowed }: JudgedQuotation,
  failing: ReadonlySet<Reason>,
): Reason[] {
  if (allowed?.of === 'elsewhere') return [];
  const own = new Set<Reason>([match, ...flags, ...standings.map(({ standing }) => standing.name)]);
  const excused = allowed?.of;
  return REASONS.filter(reason => own.has(reason) && failing.has(reason) && excused?.has(reason) !== true);
}

/** Matches that words from elsewhere may have. */
const MAY_BE_ELSEWHERE: ReadonlySet<MatchName> = new Set(['not-found', 'altered', 'spliced']);
const FAILING_FLAGS: readonly FlagName[] = FLAGS.filter(flag => FAILING.has(flag));

/**
 * Judges the quotations of drafts against transcripts. Parts of one quotation are never joined over two transcripts.
 * @param allowances of the drafts; those that allow a quotation are used then
 */
export function judgeQuotations(
  quotations: readonly Quotation[],
  records: readonly QuotedRecord[],
  allowances: Allowances,
): JudgedQuotation[] {
  if (quotations.length === 0) return [];
  const parts = quotations.flatMap(({ within }) => within);
  const texts = [...quotations, ...parts].map(({ text }) => text);
  const best = bestOf(texts, records);
  const judgeAll = (all: readonly Quotation[], first: number) => {
    const contexts = contextsOf(all);
    return all.map((one, index) => judgeOne(one, best[first + index]!, contexts[index]!));
  };
  const wholes = judgeAll(quotations, 0);
  const inner = judgeAll(parts, quotations.length).values();
  return wholes
    .flatMap(whole => {
      const own = whole.quotation.within.map(() => inner.next().value!);
      return areQuoted(own, whole) ? own : [whole];
    })
    .map(({ isAttributed: _, ...one }) => {
      const allowed = MAY_BE_ELSEWHERE.has(one.match) ? allowances.of(one.quotation) : undefined;
      return { ...one, allowed, searched: records.length };
    });
}

/** Whether the parts of a block quotation are what it quotes, as its other words only say who speaks. */
function areQuoted(parts: readonly Unallowed[], whole: Unallowed): boolean {
  if (parts.length === 0 || !MAY_BE_ELSEWHERE.has(whole.match)) return false;
  if (isQuotedOutside(parts, whole)) return false;
  // Marks that the record has as well are the speaker's own, and what stands outside of them is quoted, too.
  return parts.every(
    ({ match, alarms, isAttributed, flags, places }) =>
      (!MAY_BE_ELSEWHERE.has(match) || (match === 'altered' && alarms.length < whole.alarms.length)) &&
      isAttributed &&
      !flags.includes('quoted-within') &&
      places.every(({ speech }) => speech.speech.form !== 'mixed'),
  );
}

/** So many words of the draft outside of the marks the record may have by chance. */
const MOST_BY_CHANCE = 1;

/** Whether the record has words of a block quotation that stand outside of the marks in it: they are quoted, too. */
function isQuotedOutside(parts: readonly Unallowed[], { quotation, places }: Unallowed): boolean {
  const marked = foldsOf(parts.map(part => part.quotation.text).join('\n'));
  const outside = withoutEach(foldsOf(quotation.text), marked);
  return places.some(({ words }) => {
    const record = withoutEach(foldsOf(words), marked);
    return outside.length - withoutEach(outside, record).length > MOST_BY_CHANCE;
  });
}

/** The words of a list without those of another, each of which takes one away. */
function withoutEach(words: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const other of others) countUp(left, other);
  return words.filter(word => {
    const count = left.get(word) ?? 0;
    if (count > 0) left.set(word, count - 1);
    return count === 0;
  });
}

/** A record with what was found in it. */
interface Searched {
  readonly context: MatchContext;
  /** Name of the transcript's file. */
  readonly file: string;
  /** What readers say of the utterances and statements that were found. */
  readonly view: ViewOfSpeeches;
  readonly texts: SearchedTexts;
  readonly matches: readonly Match[];
  readonly names: PartyNames;
}

function searchedFor(quotations: readonly string[], { project, options, context }: QuotedRecord): Searched {
  const texts = searchedTexts(project, options);
  const matches = matchQuotations(quotations, texts, context);
  const found = matches.flatMap(({ places }) =>
    places.flatMap(({ text, span }) => texts.at(text).partsIn(span)),
  );
  const speeches = new Map(found.map(({ record }) => [record.speech, record.ofSpeech]));
  const view = viewOfSpeeches(
    project,
    speeches,
    options,
    partOn(project, speeches.keys(), bearsOnQuotations),
  );
  const { file } = project.transcript;
  return { context, file, view, texts, matches, names: new PartyNames(view.parties, context) };
}

interface Best {
  readonly searched: Searched;
  readonly match: Match;
  /** Clauses of the quotation that were left out, as they say who speaks. */
  readonly clauses?: readonly Span[];
}

/** The best matches of each quotation: of one that differs also without the clauses that say inside its marks who speaks. */
function bestOf(texts: readonly string[], records: readonly QuotedRecord[]): (readonly Best[])[] {
  const searched = records.map(record => searchedFor(texts, record));
  const best: (readonly Best[])[] = texts.map((_, index) => bestMatches(searched, index));
  const reported = texts.flatMap((text, index) => {
    if (!MAY_BE_ELSEWHERE.has(best[index]![0]?.match.name ?? 'not-found')) return [];
    const found = searched
      .map(({ names, context }) => withoutReportingClauses(text, names, context))
      .find(each => each !== undefined);
    return found === undefined ? [] : { index, ...found };
  });
  if (reported.length === 0) return best;
  const without = reported.map(({ text }) => text);
  const again = records.map(record => searchedFor(without, record));
  for (const [at, { index, clauses }] of reported.entries()) {
    const other = bestMatches(again, at);
    if (!isBetter(other[0]?.match, best[index]![0]?.match)) continue;
    const told = clauses.map(({ start, end }) => `"${texts[index]!.slice(start, end)}"`).join(', ');
    best[index] = other.map(({ searched: where, match }) => ({
      searched: where,
      clauses,
      match: {
        ...match,
        name: match.name === 'verbatim' ? 'folded' : match.name,
        notes: [...match.notes, `not counted, as it says who speaks: ${told}`],
        quoted: undefined,
      },
    }));
  }
  return best;
}

function isBetter(one: Match = NOT_FOUND, other: Match = NOT_FOUND): boolean {
  const rank = MATCHES.indexOf(one.name) - MATCHES.indexOf(other.name);
  return rank < 0 || (rank === 0 && one.alarms.length < other.alarms.length);
}

/** The records in which a quotation has its best match; of one that differs, the record that it differs least from. */
function bestMatches(searched: readonly Searched[], index: number): Best[] {
  const all = searched.map(each => ({ searched: each, match: each.matches[index]! }));
  const rank = smallest(all.map(({ match }) => MATCHES.indexOf(match.name)));
  const best = all.filter(({ match }) => MATCHES.indexOf(match.name) === rank);
  const { name } = best[0]?.match ?? NOT_FOUND;
  if (name !== 'altered' && name !== 'spliced') return best;
  return best.sort((a, b) => a.match.alarms.length - b.match.alarms.length).slice(0, 1);
}

/** What the draft says around each quotation; the text of a block is masked once. */
function contextsOf(quotations: readonly Quotation[]): QuotationContext[] {
  const spans = new Map<Draft, Map<number, Span[]>>();
  for (const { draft, block, outer } of quotations) {
    const ofDraft = spans.get(draft) ?? new Map<number, Span[]>();
    spans.set(draft, ofDraft);
    const ofBlock = ofDraft.get(block);
    if (ofBlock === undefined) ofDraft.set(block, [outer]);
    else ofBlock.push(outer);
  }
  const masked = new Map<Draft, Map<number, string>>();
  const maskedOf = (draft: Draft, block: number): string | undefined => {
    const { text } = draft.blocks[block] ?? {};
    if (text === undefined) return undefined;
    const ofDraft = masked.get(draft) ?? new Map<number, string>();
    masked.set(draft, ofDraft);
    let known = ofDraft.get(block);
    if (known === undefined) {
      known = maskQuotations(text, spans.get(draft)?.get(block) ?? []);
      ofDraft.set(block, known);
    }
    return known;
  };
  return quotations.map(({ draft, block, outer }) => ({
    block: draft.blocks[block]!,
    masked: maskedOf(draft, block)!,
    maskedBefore: maskedOf(draft, block - 1),
    maskedBehind: maskedOf(draft, block + 1),
    outer,
  }));
}

interface Unallowed extends Omit<JudgedQuotation, 'allowed' | 'searched'> {
  /** Whether the draft says who speaks, be it with a pronoun. */
  readonly isAttributed: boolean;
}

function judgeOne(quotation: Quotation, best: readonly Best[], context: QuotationContext): Unallowed {
  const name = best[0]?.match.name ?? 'not-found';
  const { match } = best[0] ?? { match: NOT_FOUND };
  const base = {
    quotation,
    match: name,
    alarms: match.alarms,
    notes: match.notes,
    quoted: match.quoted && moved(match.quoted, quotation.inner.start),
    changed: match.changed && moved(match.changed, quotation.inner.start),
    parts: (match.parts ?? []).map(part => moved(part, quotation.inner.start)),
  };
  if (name === 'not-found')
    return {
      ...base,
      flags: [],
      places: [],
      cut: undefined,
      standings: [],
      named: undefined,
      isAttributed: false,
    };
  const places = best.flatMap(one => placesIn(one, quotation, context));
  const isParts = name === 'spliced';
  const flags = FLAGS.filter(flag => {
    const has = (place: FlaggedPlace) => place.flags.has(flag);
    return isParts && flag !== 'other-speaker' ? places.some(has) : places.every(has);
  });
  const failing = ({ flags: all }: FlaggedPlace) => FAILING_FLAGS.filter(flag => all.has(flag)).length;
  const ordered = isParts ? places : places.toSorted((a, b) => failing(a) - failing(b));
  const named = places.find(place => place.named !== undefined)?.named;
  const note = places.find(place => place.note !== undefined)?.note;
  return {
    ...base,
    notes: note === undefined ? base.notes : [...base.notes, note],
    flags,
    places: ordered.map(({ place }) => place),
    cut: flags.includes('cut') ? ordered[0]?.cut : undefined,
    standings: uniqueStandings(ordered.flatMap(({ place }) => [place, ...place.rest].flatMap(standingsAt))),
    named: flags.includes('other-speaker') ? named : undefined,
    isAttributed: places.some(place => place.isAttributed),
  };
}

interface FlaggedPlace {
  readonly place: RecordPlace;
  readonly flags: ReadonlySet<FlagName>;
  readonly cut: string | undefined;
  readonly named: NamedSpeaker | undefined;
  readonly note: string | undefined;
  readonly isAttributed: boolean;
}

function placesIn(
  { searched, match, clauses = [] }: Best,
  quotation: Quotation,
  context: QuotationContext,
): FlaggedPlace[] {
  const { view, texts, names } = searched;
  const { lists, words } = searched.context;
  const inside = speakerInside(quotation.text, clauses, names, searched.context);
  const outside = hasWords(words) ? attributionOf(context, names, words, lists) : undefined;
  const attribution: Attribution | undefined =
    inside === undefined || (inside.parties.length === 0 && outside !== undefined)
      ? outside
      : { ...inside, span: moved(inside.span, quotation.inner.start), block: 0 };
  const beside = hasWords(words) ? undefined : namedBeside(context, names, lists);
  return match.places
    .map(found => ({ found, place: placeIn(texts.at(found.text), found.span, searched) }))
    .filter(({ place }, _, all) => isOwnPlace(place) || !all.some(other => isOwnPlace(other.place)))
    .map(({ found, place }): FlaggedPlace => {
      const flags = flagsOfPlace(place, found.cut);
      for (const part of place.rest) for (const flag of flagsOfPlace(part, undefined)) flags.add(flag);
      const isOther =
        attribution !== undefined &&
        attribution.parties.length > 0 &&
        isOtherSpeaker(place, attribution.parties);
      if (isOther) flags.add('other-speaker');
      const { draft, block } = quotation;
      const named = isOther
        ? {
            parties: attribution.parties,
            span: draft.blocks[block + attribution.block]!.places.spanOf(attribution.span),
          }
        : undefined;
      const stranger = beside !== undefined && isOtherSpeaker(place, [beside]) ? beside : undefined;
      return {
        place,
        flags,
        cut: found.cut,
        named,
        note: stranger && noteOn(stranger, view),
        isAttributed: attribution !== undefined,
      };
    });
}

function noteOn(party: Id, { parties }: ViewOfSpeeches): string {
  const name = parties.get(party)?.name ?? party;
  return `the draft names ${name}, and no verbs of saying are listed for its language`;
}

function hasWords({ saying }: AttributionWords): boolean {
  return saying.size > 0;
}

/** The text of a correction stands for the utterance only where it differs from it. */
function isOwnPlace({ record: { corrected }, span }: RecordPlace): boolean {
  return corrected === undefined || (corrected.start < span.end && corrected.end > span.start);
}

/** Whether the record names a speaker, and none of these. What readers say of the speaker counts as well. */
function isOtherSpeaker({ speech: spoken }: RecordPlace, parties: readonly Id[]): boolean {
  const { speech, annotations } = spoken;
  const own = speech.speaker === undefined || speech.speaker === UNKNOWN_PARTY ? [] : [speech.speaker];
  const read = annotations.filter(counts).flatMap(({ annotation }) => annotation.speaker ?? []);
  const speakers = [...own, ...(speech.alternatives ?? []), ...read];
  return speakers.length > 0 && !parties.some(party => speakers.includes(party));
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

function uniqueStandings(all: readonly QuotedStanding[]): QuotedStanding[] {
  const seen = new Set<QuotedStanding['standing']>();
  return all.filter(({ standing }) => !seen.has(standing) && seen.add(standing) !== undefined);
}
