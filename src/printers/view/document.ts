/** The view as a document of headings, words and notes, for printers of pages. Plain strings: each printer makes them safe. */

import { groupBy } from '../../core/maps.ts';
import type { ClaimView, PlacedAnnotation, SpeechView, View } from '../../core/model/view.ts';
import type { StandingName } from '../../core/model/vocabulary.ts';
import { toUtf16Offset } from '../../core/text/code-points.ts';
import { anchorDetailsOf, type Detail, detailsOf } from './details.ts';
import { headFacts, titleOf } from './head.ts';
import { isKnown, partyNames, placeNames, readingName, speakerName, targetNames } from './names.ts';
import { type AnnotatedPassage, cutsOf, inOrder, labelsOf, passagesOf } from './passages.ts';
import { afterStanding, type Sentence, sentence } from './sentences.ts';
import { factsOf } from './speech-facts.ts';
import { summarise, summaryLine } from './summary.ts';
import { unsureLines } from './unsure.ts';

export interface ViewDocument {
  readonly title: string;
  readonly facts: readonly (readonly [label: string, text: string])[];
  /** What waits for a person, with the command that settles it. */
  readonly notices: readonly string[];
  readonly sections: readonly Section[];
  readonly summary: string;
}

export interface Section {
  /** The first section, of the talk itself, has none. */
  readonly title: string | undefined;
  readonly entries: readonly DocumentEntry[];
}

export interface DocumentEntry {
  readonly id: string | undefined;
  readonly heading: string;
  readonly facts: readonly string[];
  /** The words, cut where passages begin and end. */
  readonly words: readonly Words[];
  readonly standings: readonly StandingLine[];
  readonly notes: readonly Note[];
}

/** A standing in words: `before` is what it is of, `after` who moved it. */
export interface StandingLine {
  readonly before: string;
  readonly name: StandingName;
  readonly after: string;
}

export interface Words {
  readonly text: string;
  readonly isMarked: boolean;
  /** Letters of the passages that end with these words. */
  readonly ends: readonly string[];
}

export interface Note {
  readonly id: string;
  /** Letters of the passages that it is about. */
  readonly passages: readonly string[];
  readonly sentence: Sentence;
  readonly isDead: boolean;
  /** It waits for a person, and does not count. */
  readonly waits: boolean;
  readonly reading: string | undefined;
  readonly details: readonly Detail[];
}

export function documentOf(view: View): ViewDocument {
  const onClaims = new Set(view.claims.flatMap(claim => notesOnClaim(view, claim)));
  const others = view.general.filter(placed => isKnown(placed) && !onClaims.has(placed));
  const sections: Section[] = [
    { title: undefined, entries: view.utterances.map(speech => speechEntry(view, speech)) },
    { title: 'Statements about the talk', entries: view.statements.map(speech => speechEntry(view, speech)) },
    { title: 'Claims', entries: view.claims.map(claim => claimEntry(view, claim)) },
    { title: 'Other annotations', entries: others.map(placed => otherEntry(view, placed)) },
    { title: 'Sources', entries: [...view.sources].map(([id, source]) => sourceEntry(id, source)) },
  ];
  return {
    title: titleOf(view),
    facts: headFacts(view),
    notices: unsureLines(view),
    sections: sections.filter(section => section.title === undefined || section.entries.length > 0),
    summary: summaryLine(summarise(view)),
  };
}

const PLAIN = { facts: [], words: [], standings: [], notes: [] } as const;

function speechEntry(view: View, item: SpeechView): DocumentEntry {
  const { speech } = item;
  const passages = passagesOf(item);
  return {
    id: item.id,
    heading: headingOf(view, speech),
    facts: factsOf(view, item),
    words: speech.text === undefined ? [] : wordsOf(speech.text, passages),
    standings: item.claims.flatMap(index => {
      const claim = view.claims[index]!;
      const name = claim.text?.replace(/\.$/u, '') ?? `what is said of ${placeNames(claim)}`;
      return standingLines(view, claim, `${name}: `);
    }),
    notes: inOrder(item, passages)
      .filter(isKnown)
      .map(placed => noteOf(view, placed, labelsOf(item, passages, placed.anchors))),
  };
}

function headingOf(view: View, speech: SpeechView['speech']): string {
  const speaker = speakerName(view, speech);
  if ('event' in speech && speech.event !== undefined) {
    return `[${speech.event}]${speaker === undefined ? '' : ` ${speaker}`}`;
  }
  const to = speech.to === undefined ? '' : ` to ${partyNames(view, speech.to)}`;
  return `${speaker ?? 'speaker not given'}${to}`;
}

/** The text in pieces, none of which crosses the start or end of a passage. */
function wordsOf(text: string, passages: readonly AnnotatedPassage[]): Words[] {
  const ranges = passages.map(({ label, range }) => ({
    label,
    start: toUtf16Offset(text, range.start),
    end: toUtf16Offset(text, range.end),
  }));
  const cuts = cutsOf(text, ranges);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index]!;
    return {
      text: text.slice(start, end),
      isMarked: ranges.some(range => range.start < end && range.end > start),
      ends: ranges.filter(range => range.end === end).map(range => range.label),
    };
  });
}

function claimEntry(view: View, claim: ClaimView): DocumentEntry {
  const { id, text, aspect, entry } = claim;
  const facts = [
    ...(aspect === undefined ? [] : [aspect]),
    ...(entry === undefined || claim.anchors.length === 0 ? [] : [`appears in ${placeNames(claim)}`]),
    ...(entry?.value.checked === undefined ? [] : [`checked ${entry.value.checked}`]),
    ...(entry?.value.note === undefined ? [] : [`note: ${entry.value.note}`]),
    ...anchorDetailsOf(view, claim).map(({ label, text: said }) => `${label} ${said}`),
  ];
  return {
    ...PLAIN,
    id,
    heading: text ?? `What is said of ${placeNames(claim)}`,
    facts,
    standings: standingLines(view, claim),
    notes: notesOnClaim(view, claim)
      .filter(isKnown)
      .map(placed => noteOf(view, placed, [])),
  };
}

/** Annotations whose target is the claim itself. */
function notesOnClaim(view: View, { entry }: ClaimView): PlacedAnnotation[] {
  if (entry === undefined) return [];
  return view.general.filter(({ anchors }) =>
    anchors.some(
      anchor =>
        anchor.entry !== undefined && anchor.entry !== 'transcript' && anchor.entry.value === entry.value,
    ),
  );
}

/** Readings that agree on a standing and on what is said of it share a line. */
function standingLines(view: View, { standings }: ClaimView, before = ''): StandingLine[] {
  const lines = groupBy(standings, standing => standing.name + afterStanding(view, standing));
  return Array.from(lines.values(), same => {
    const standing = same[0]!;
    const readings = same.map(({ reading }) => readingName(reading)).join(', ');
    const reading = same.length === view.readings.length ? '' : ` (reading ${readings})`;
    return { before, name: standing.name, after: afterStanding(view, standing) + reading };
  });
}

function otherEntry(view: View, placed: PlacedAnnotation): DocumentEntry {
  const heading = `On ${targetNames(placed)}`;
  return { ...PLAIN, id: undefined, heading, notes: [noteOf(view, placed, [])] };
}

function sourceEntry(
  id: string,
  source: View['sources'] extends ReadonlyMap<string, infer S> ? S : never,
): DocumentEntry {
  const { title, publisher, published, url, archive, grade, note } = source;
  const facts = [
    publisher,
    published === undefined ? undefined : `published ${published}`,
    url,
    archive === undefined ? undefined : `archived ${archive}`,
    grade === undefined ? undefined : `grade ${grade}`,
    note,
  ];
  return { ...PLAIN, id, heading: title ?? id, facts: facts.filter(fact => fact !== undefined) };
}

function noteOf(view: View, placed: PlacedAnnotation, passages: readonly string[]): Note {
  return {
    id: placed.annotation.id,
    passages,
    sentence: sentence(view, placed),
    isDead: placed.dead !== undefined,
    waits: placed.state.state === 'waits',
    reading: view.readings.length > 1 ? readingName(placed.reading) : undefined,
    details: detailsOf(view, placed),
  };
}
