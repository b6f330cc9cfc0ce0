/** Carries annotations over from one version of a transcript to another, each with a verdict. */

import { NO_WORDS, UNDETERMINED, type WordLists } from '../language/word-lists.ts';
import { largest, smallest } from '../long-lists.ts';
import type { Annotation, Id, Transcript, Utterance } from '../model/model.ts';
import { sliceCodePoints, toUtf16Range } from '../text/code-points.ts';
import { type Speakers, speakersOf } from '../who-speaks/speakers.ts';
import { changedTouch, isSentenceChanged, mayBeTouched } from './around-passage.ts';
import { findQuote } from './find-quote.ts';
import { growContext } from './grow-context.ts';
import { knownNames } from './known-names.ts';
import { type OldAnchor, type OldPassage, utteranceIndex } from './old-passage.ts';
import { passageAlarms } from './passage-alarms.ts';
import { type MaybeQuote, pinMatchesSpeeches } from './pin.ts';
import { type PassagePlacer, type PlacedPassage, passagePlacer } from './place-passage.ts';
import {
  type Alarm,
  type NewAnchor,
  type NewPassage,
  NOTHING_FOUND,
  type Placement,
  type Reason,
  type TextChange,
  UNCHANGED,
} from './placement.ts';
import { type VersionPair, versionPair } from './version-pair.ts';
import { joinedPassages, targetOf } from './written-targets.ts';

export interface ReanchorOptions {
  /** Words of the transcript's language, for spellings of numbers and for the alarms; none by default. */
  readonly words?: WordLists;
  /**
   * The language or script of an utterance whose words are not among these; there every change waits for a person. By
   * default all words are known where any are given.
   */
  readonly unlistedIn?: (utterance: Utterance) => string | undefined;
  /** Who of the old version is who in the new one; by default it is found out from both transcripts. */
  readonly speakers?: Speakers;
  /** What somebody says of it: the new ids of parties by their old ids. */
  readonly renamed?: ReadonlyMap<Id, Id> | undefined;
}

/**
 * The placement of each annotation in the new version, in their order; each is independent of the others. Targets that are not
 * utterances keep their place. Nothing is guessed: what has no sure place is `ambiguous` or `orphaned`.
 */
export function reanchor(
  oldTranscript: Transcript,
  newTranscript: Transcript,
  annotations: readonly Annotation[],
  options: ReanchorOptions = {},
): Placement[] {
  return placing(oldTranscript, newTranscript, options).place(annotations);
}

export interface Placing {
  readonly place: (annotations: readonly Annotation[]) => Placement[];
  readonly speakers: Speakers;
}

/** As {@link reanchor}, for several lists of annotations: the two versions are compared once. */
export function placing(
  oldTranscript: Transcript,
  newTranscript: Transcript,
  options: ReanchorOptions = {},
): Placing {
  const versions = versionPair(oldTranscript.utterances, newTranscript.utterances, options.words ?? NO_WORDS);
  const speakers =
    options.speakers ?? speakersOf(oldTranscript, newTranscript, () => versions.shares, options.renamed);
  const names = knownNames([oldTranscript, newTranscript], versions.lists);
  const alarms = passageAlarms(versions, names, speakers);
  const unlistedIn = options.unlistedIn ?? (() => (options.words === undefined ? UNDETERMINED : undefined));
  const carry = carrierFor(versions, passagePlacer(versions, alarms), unlistedIn);
  return { place: annotations => annotations.map(carry), speakers };
}

function carrierFor(
  versions: VersionPair,
  placer: PassagePlacer,
  unlistedIn: (utterance: Utterance) => string | undefined,
) {
  const oldIndex = utteranceIndex(versions.old);
  const newIndex = utteranceIndex(versions.new);

  function carry(annotation: Annotation): Placement {
    if (isCarried(annotation)) return standing(annotation, 'already-carried');
    const anchor = oldIndex.anchorOf(annotation);
    switch (anchor.found) {
      case 'other':
        return newIndex.concerns(annotation.target)
          ? unplaced('orphaned', 'not-in-old')
          : standing(annotation, 'not-an-utterance');
      case 'several':
        return unplaced('ambiguous', 'not-unique-before');
      case 'nothing':
        return unplaced('orphaned', 'not-in-old');
      default:
        return placed(annotation, anchor);
    }
  }

  /** Whether the pin is that of the new version and not of the old one, and the anchor stands there. */
  function isCarried({ pin, target, quote, before, after }: Annotation): boolean {
    if (pin === undefined) return false;
    const places = newIndex.targets(target)?.all;
    if (places === undefined) return false;
    const speeches = places.map(place => versions.new[place]!);
    if (!pinMatchesSpeeches(pin, speeches)) return false;
    const old = oldIndex.targets(target)?.all.map(place => versions.old[place]!);
    if (old !== undefined && pinMatchesSpeeches(pin, old)) return false;
    return quote === undefined || findQuote({ quote, before, after }, speeches).verdict === 'exact';
  }

  function placed(
    annotation: Annotation,
    anchor: Extract<OldAnchor, { found: 'quote' | 'whole' }>,
  ): Placement {
    const whole = anchor.found === 'whole';
    const olds = whole ? anchor.passages : [anchor.passage];
    const results = olds.map(passage => placer(passage, whole));
    const kept = results.filter(({ outcome }) => outcome !== 'orphaned');
    const endGone =
      whole &&
      results.some(({ outcome }, index) => outcome === 'orphaned' && anchor.ends.has(olds[index]!.utterance));
    const unsure = results.find(({ outcome }) => outcome === 'ambiguous');
    if (kept.length === 0) return { ...unplaced('orphaned', results[0]!.reason), margin: results[0]!.margin };
    const passages =
      unsure !== undefined && !whole
        ? unsure.passages
        : joinedPassages(kept.flatMap(result => result.passages));
    const summary = {
      passages,
      scores: {
        quote: smallest(results.map(({ scores }) => scores.quote)),
        context: smallest(results.map(({ scores }) => scores.context)),
        displacement: largest(results.map(({ scores }) => scores.displacement)),
      },
      margin: smallest(results.map(({ margin }) => margin)),
      alarms: results.flatMap(({ alarms }) => alarms),
      change: changeOf(olds, results),
    };
    const refuse = (reason: Reason): Placement => ({
      ...summary,
      verdict: 'ambiguous',
      reason,
      anchor: undefined,
    });
    if (unsure !== undefined) return refuse(unsure.reason);
    if (endGone) return refuse('part-gone');
    if (passages.length > 1 && passages.some(passage => passage.range !== undefined))
      return refuse('across-utterances');
    const newAnchor = anchorAt(annotation, olds, passages);
    const edited =
      summary.change !== undefined ||
      kept.length < results.length ||
      summary.alarms.some(alarm => alarm.kind === 'speaker');
    const moved = kept.some(result => result.moved);
    const unjudged = wordAlarms(olds, passages, edited);
    const alarms = unjudged.length === 0 ? summary.alarms : [...summary.alarms, ...unjudged];
    return {
      ...summary,
      alarms,
      verdict: edited || alarms.length > 0 ? 'edited' : moved ? 'moved' : 'exact',
      reason: kept.find(result => result.reason !== 'unchanged')?.reason ?? 'unchanged',
      anchor: newAnchor,
    };
  }

  /**
   * Alarms of changes that no list of words can judge: of any change of a passage, or of its sentence, in a language
   * without a list; and beside a passage in a script without blanks.
   */
  function wordAlarms(
    olds: readonly OldPassage[],
    passages: readonly NewPassage[],
    edited: boolean,
  ): readonly Alarm[] {
    const [old] = olds;
    const [passage] = passages;
    if (old === undefined || passage === undefined) return [];
    const before = versions.old[old.utterance]!;
    const now = versions.new[passage.utterance]!;
    const { range } = passage;
    const isQuote = olds.length === 1 && passages.length === 1 && range !== undefined;
    if (!edited && (!isQuote || before.text === now.text)) return [];
    const [oldText, newText] = [before.text ?? '', now.text ?? ''];
    // The passage alone: a sentence in another script may stand in an utterance of which most is in a known one.
    const language =
      unlistedIn(before) ??
      unlistedIn(now) ??
      unlistedIn({ ...before, text: oldText.slice(old.start, old.end) });
    const mayTouch = isQuote && mayBeTouched(oldText, old);
    if (language === undefined && !mayTouch) return [];
    const alarms: Alarm[] = [];
    const around = () =>
      [
        { ...old, text: oldText },
        { ...toUtf16Range(newText, range!), text: newText },
      ] as const;
    if (language !== undefined && (edited || isSentenceChanged(...around())))
      alarms.push({ kind: 'words', old: undefined, new: undefined, language });
    const touch = mayTouch ? changedTouch(...around()) : undefined;
    if (touch !== undefined) alarms.push({ kind: 'words', ...touch });
    return alarms;
  }

  /** The annotation's own spelling of its anchor is kept where it still says the same. */
  function anchorAt(
    annotation: Annotation,
    olds: readonly OldPassage[],
    passages: readonly NewPassage[],
  ): NewAnchor {
    const same =
      passages.length === olds.length &&
      passages.every((passage, index) => passage.id === versions.old[olds[index]!.utterance]!.id);
    const [passage] = passages;
    if (passage?.range === undefined) {
      // A range may have other utterances within it by now.
      const isNamed =
        same &&
        String(newIndex.targets(annotation.target)?.all) ===
          String(passages.map(({ utterance }) => utterance));
      const target = isNamed ? annotation.target : targetOf(passages, annotation.target);
      return { target, quote: undefined, before: undefined, after: undefined };
    }
    const target = same ? annotation.target : targetOf(passages, annotation.target);
    const text = versions.new[passage.utterance]!.text ?? '';
    const quote = sliceCodePoints(text, passage.range.start, passage.range.end);
    const { before, after } = annotation;
    if (same && quote === annotation.quote && standsOnce(annotation, annotation.target))
      return { target, quote, before, after };
    const context = growContext(text, passage.range);
    const anchor = { quote, before: context.before, after: context.after };
    // Beside other targets that have the words by now, only the utterance itself says which are meant.
    const isSure = target === undefined || namesOnly(passage.utterance, target) || standsOnce(anchor, target);
    return { target: isSure ? target : targetOf(passages, annotation.target), ...anchor };
  }

  function namesOnly(utterance: number, target: readonly string[]): boolean {
    const places = newIndex.targets(target)?.all;
    return places?.length === 1 && places[0] === utterance;
  }

  function standsOnce({ quote, before, after }: MaybeQuote, target: readonly string[]): boolean {
    const speeches = newIndex.targets(target)?.all.map(place => versions.new[place]!);
    if (quote === undefined || speeches === undefined) return false;
    return findQuote({ quote, before, after }, speeches).verdict === 'exact';
  }

  function changeOf(olds: readonly OldPassage[], results: readonly PlacedPassage[]): TextChange | undefined {
    const [before, now]: [string[], string[]] = [[], []];
    for (const [index, { outcome, passages }] of results.entries()) {
      if (outcome === 'orphaned') continue;
      const { utterance, start, end } = olds[index]!;
      before.push((versions.old[utterance]!.text ?? '').slice(start, end));
      for (const passage of outcome === 'ambiguous' ? passages.slice(0, 1) : passages) {
        const text = versions.new[passage.utterance]!.text ?? '';
        const { range } = passage;
        now.push(range === undefined ? text : sliceCodePoints(text, range.start, range.end));
      }
    }
    const change = { old: before.join(' '), new: now.join(' ') };
    return change.old === change.new ? undefined : change;
  }

  return carry;
}

/** An annotation that needs no new anchor. */
function standing({ target, quote, before, after }: Annotation, reason: Reason): Placement {
  return {
    ...unplaced('orphaned', reason),
    verdict: 'exact',
    anchor: { target, quote, before, after },
    scores: UNCHANGED,
  };
}

function unplaced(verdict: 'ambiguous' | 'orphaned', reason: Reason): Placement {
  return {
    verdict,
    reason,
    anchor: undefined,
    passages: [],
    scores: NOTHING_FOUND,
    margin: 1,
    change: undefined,
    alarms: [],
  };
}
