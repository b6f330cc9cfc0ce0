/**
 * The matches of a query in a view, as rows of words: speech, annotations and claims, each at the place of its own words.
 */

import type { KeptView } from '../filter/filter-view.ts';
import { holdsOnAnnotation, holdsOnClaim, holdsOnSpeech, isAboutAnnotations } from '../filter/holds.ts';
import type { Query } from '../filter/query.ts';
import type { Path } from '../model/finding.ts';
import type { Document } from '../model/project.ts';
import { joinedSpans } from '../model/span.ts';
import { type ClaimView, isKnown, type PlacedAnnotation, type SpeechView, type View } from '../model/view.ts';
import { toUtf16Range } from '../text/code-points.ts';
import { soughtWords } from '../text/sought-words.ts';
import type { Stretch } from '../text/stretch.ts';
import { anchorsIn } from '../view/anchors-in.ts';
import { annotationsOnClaims } from '../view/annotations-on-claims.ts';

/** The thing that matches. */
export type Found =
  | { readonly kind: 'utterance' | 'statement'; readonly speech: SpeechView }
  | { readonly kind: 'annotation'; readonly placed: PlacedAnnotation }
  | { readonly kind: 'claim'; readonly claim: ClaimView };

export interface Match {
  readonly found: Found;
  /** The document with its words. */
  readonly document: Document;
  readonly path: Path;
  /** The field with its words: `text`, `event`, `comment`, `note`, ... */
  readonly field: string;
  readonly text: string;
  /**
   * The words of the query, or the passages of the annotations asked for; in order, without overlaps. Empty if the whole
   * matches.
   */
  readonly hits: readonly Stretch[];
  /** Ids of the annotations asked for that are about these words. */
  readonly annotations: readonly string[];
}

/**
 * Returns the matches of a query; those of one document are in the order of its file.
 *
 * If the query has words, everything matches that has them in its own words and that the filter keeps; a quote of an
 * annotation counts for the speech that it quotes. Without words, every utterance and statement that the filter keeps
 * matches, and every claim and annotation that it keeps and that is about none of them.
 *
 * @param view whole, except for private entries
 * @param kept what `filterView` keeps of it
 */
export function findMatches(view: View, kept: KeptView, { terms }: Query): Match[] {
  const wanted = terms.filter(term => !term.isNegated);
  const sought = wanted.filter(({ key }) => key === 'text').flatMap(({ values }) => values);

  function addSpeech(matches: Match[], speech: SpeechView, document: Document, path: Path): void {
    const { text } = speech.speech;
    const isAsked = speech.annotations.length > 0 && asksForAnnotationsOf(speech);
    const annotations = isAsked ? speech.annotations : [];
    const ids = isAsked ? [...new Set(annotations.map(({ annotation }) => annotation.id))] : [];
    const match = { found: { kind: speech.kind, speech }, document, annotations: ids } as const;
    if (sought.length === 0) {
      const field = text === undefined ? 'event' : 'text';
      const words = text ?? eventOf(speech) ?? '';
      const hits = text === undefined ? [] : passagesIn(speech, text, annotations);
      matches.push({ ...match, path: [...path, field], field, text: words, hits });
      return;
    }
    // The cue of reported speech is often part of its words.
    for (const field of ['text', 'event', 'cue'] as const) {
      const words = field === 'event' ? eventOf(speech) : speech.speech[field];
      const hits = hitsIn(words);
      if (hits.length === 0) continue;
      matches.push({ ...match, path: [...path, field], field, text: words!, hits });
      return;
    }
  }

  /** Whether the query asks for annotations of this speech: then the filter keeps exactly those. */
  function asksForAnnotationsOf(speech: SpeechView): boolean {
    return wanted.some(term => isAboutAnnotations(term) && holdsOnSpeech(term, speech, view) !== true);
  }

  function addClaims(matches: Match[]): void {
    const shown = shownClaims();
    for (const [index, claim] of kept.claims.entries()) {
      const { entry, text = '' } = claim;
      if (entry === undefined) continue;
      const hits = hitsIn(text);
      if (sought.length > 0 ? !isAsked(claim, hits) : shown.has(index)) continue;
      matches.push({
        found: { kind: 'claim', claim },
        document: entry.document,
        path: [...entry.path, 'text'],
        field: 'text',
        text,
        hits,
        annotations: [],
      });
    }
  }

  /** Whether the query asks for words of a claim, not only for those of speech in which it appears. */
  function isAsked(claim: ClaimView, hits: readonly Stretch[]): boolean {
    return hits.length > 0 && wanted.every(term => holdsOnClaim(term, claim, view) === true);
  }

  function addAnnotations(matches: Match[]): void {
    const { utterances, statements, general } = kept;
    const seen = new Set<PlacedAnnotation>();
    if (sought.length > 0)
      for (const speech of [...utterances, ...statements])
        for (const placed of speech.annotations)
          if (!seen.has(placed) && isKnown(placed) && isOwn(placed, speech)) {
            seen.add(placed);
            addWords(matches, placed);
          }
    const onShown = sought.length > 0 ? undefined : onShownClaims();
    for (const placed of general) {
      if (!isKnown(placed) || onShown?.has(placed) === true) continue;
      if (sought.length > 0) addWords(matches, placed);
      else if (wanted.every(term => holdsOnAnnotation(term, placed, view) === true))
        matches.push(wholeAnnotation(placed));
    }
  }

  /** Annotations on claims in speech that matches: the speech stands for them. */
  function onShownClaims(): ReadonlySet<PlacedAnnotation> {
    const onClaims = annotationsOnClaims(kept);
    return new Set([...shownClaims()].flatMap(index => onClaims.get(kept.claims[index]!) ?? []));
  }

  /** Indexes of claims in speech that matches. */
  function shownClaims(): ReadonlySet<number> {
    return new Set([...kept.utterances, ...kept.statements].flatMap(({ claims }) => claims));
  }

  /**
   * Whether the query asks for words of an annotation, not only for those of its speech: `tonnes speaker:lind` asks for
   * what Lind says.
   */
  function isOwn(placed: PlacedAnnotation, speech: SpeechView): boolean {
    if (wanted.every(term => holdsOnAnnotation(term, placed, view) === true)) return true;
    return wanted.some(
      term =>
        term.key === 'text' &&
        holdsOnSpeech(term, speech, view) !== true &&
        holdsOnAnnotation(term, placed, view) === true,
    );
  }

  function addWords(matches: Match[], placed: PlacedAnnotation): void {
    const { annotation, entry } = placed;
    for (const [path, text] of wordsOf(placed)) {
      const hits = hitsIn(text);
      if (hits.length === 0) continue;
      matches.push({
        found: { kind: 'annotation', placed },
        document: entry.document,
        path: [...entry.path, ...path],
        field: path[0]!,
        text,
        hits,
        annotations: [annotation.id],
      });
    }
  }

  function hitsIn(text: string | undefined): Stretch[] {
    if (text === undefined) return [];
    const [first, ...others] = sought;
    const places = first === undefined ? [] : soughtWords(first).placesIn(text);
    if (others.length === 0) return places;
    return joinedSpans([...places, ...others.flatMap(words => soughtWords(words).placesIn(text))]);
  }

  const { utterances, indexes, statements } = kept;
  const places = statements.length === 0 ? undefined : statementPlaces(view);
  const matches: Match[] = [];
  for (const [place, speech] of utterances.entries()) {
    const path: Path = ['utterances', indexes[place]!];
    addSpeech(matches, speech, view.project.transcript, path);
  }
  for (const speech of statements) {
    const place = places?.get(speech.id ?? '');
    if (place !== undefined) addSpeech(matches, speech, place.document, place.path);
  }
  addClaims(matches);
  addAnnotations(matches);
  return matches;
}

function eventOf({ speech }: SpeechView): string | undefined {
  return 'event' in speech ? speech.event : undefined;
}

/** Returns an annotation's own words. Its quote belongs to the speaker, unless the quote is nowhere in the transcript. */
function wordsOf({ annotation, anchors }: PlacedAnnotation): (readonly [string[], string])[] {
  const { comment, context, correction, translation, note, wording, quote } = annotation;
  const hasPlace = anchors.some(({ range }) => range !== undefined);
  const fields: (readonly [string[], string | undefined])[] = [
    [['wording'], wording],
    [['comment'], comment],
    [['context'], context],
    [['correction'], correction],
    [['translation', 'text'], translation?.text],
    [['note'], note],
    [['quote'], hasPlace ? undefined : quote],
  ];
  return fields.flatMap(([path, text]) => (text === undefined ? [] : [[path, text] as const]));
}

function wholeAnnotation(placed: PlacedAnnotation): Match {
  const { annotation, entry } = placed;
  const [first] = wordsOf(placed);
  return {
    found: { kind: 'annotation', placed },
    document: entry.document,
    path: [...entry.path, ...(first?.[0] ?? [])],
    field: first?.[0][0] ?? '',
    text: first?.[1] ?? '',
    hits: [],
    annotations: [annotation.id],
  };
}

function passagesIn(speech: SpeechView, text: string, annotations: readonly PlacedAnnotation[]): Stretch[] {
  const ranges = annotations.flatMap(({ anchors }) =>
    anchorsIn(speech, anchors).flatMap(({ range }) => range ?? []),
  );
  return joinedSpans(ranges.map(range => toUtf16Range(text, range)));
}

function statementPlaces({ project: { layers, transcript } }: View) {
  const places = new Map<string, { readonly document: Document; readonly path: Path }>();
  for (const document of [...layers.toReversed(), transcript])
    for (const [index, { id }] of [...document.value.statements.entries()].reverse())
      places.set(id, { document, path: ['statements', index] });
  return places;
}
