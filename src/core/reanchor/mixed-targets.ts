/** Targets of which some are utterances and others are not: each part is placed by its own means. */

import { findQuote } from '../anchor/find-quote.ts';
import { isSpeech } from '../anchor/pin.ts';
import type { Placement } from '../anchor/placement.ts';
import { given } from '../given.ts';
import type { Annotation } from '../model/model.ts';
import { VERDICTS } from '../model/vocabulary.ts';
import type { CarriedPlacement } from './outcome.ts';
import type { Versions } from './target-versions.ts';

export interface MixedTargets {
  readonly utterances: readonly string[];
  readonly others: readonly string[];
  /** Whether the quote stands in one of the utterances of the old version; false where there is none. */
  readonly isQuoteInUtterances: boolean;
}

/** The parts of an annotation's target; undefined where all of it is of one kind. */
export function mixedTargetsOf(annotation: Annotation, versions: Versions): MixedTargets | undefined {
  const { target, quote, before, after } = annotation;
  if (target.length < 2) return undefined;
  const utterances = target.filter(text => isOfUtterances(text, versions));
  const others = target.filter(text => !utterances.includes(text));
  if (utterances.length === 0 || others.length === 0) return undefined;
  const speeches = (versions.inOld(utterances) ?? []).filter(isSpeech).map(({ value }) => value);
  const isQuoteInUtterances =
    quote !== undefined && findQuote({ quote, before, after }, speeches).verdict !== 'orphaned';
  return { utterances, others, isQuoteInUtterances };
}

function isOfUtterances(target: string, versions: Versions): boolean {
  const entries = versions.inOld([target]) ?? versions.inNew([target]);
  return entries?.some(({ kind }) => kind === 'utterance') === true;
}

/** The part on utterances, as an annotation of its own. It has the pin of the whole only where it is the whole. */
export function utterancePart(annotation: Annotation, mixed: MixedTargets): Annotation {
  const { quote, before, after, pin: _pin, ...rest } = annotation;
  return {
    ...rest,
    target: mixed.utterances,
    ...(mixed.isQuoteInUtterances && given({ quote, before, after })),
  };
}

/** The part on everything else. */
export function otherPart(annotation: Annotation, mixed: MixedTargets): Annotation {
  if (!mixed.isQuoteInUtterances) return { ...annotation, target: mixed.others };
  const { quote: _quote, before: _before, after: _after, ...rest } = annotation;
  return { ...rest, target: mixed.others };
}

/** The placement of the whole: the worse verdict of the two parts, with its reason. */
export function joinedPlacement(
  annotation: Annotation,
  mixed: MixedTargets,
  ofUtterances: Placement,
  ofOthers: CarriedPlacement,
): CarriedPlacement {
  const isOtherWorse = VERDICTS.indexOf(ofOthers.verdict) > VERDICTS.indexOf(ofUtterances.verdict);
  const worse = isOtherWorse ? ofOthers : ofUtterances;
  const { anchor } = ofUtterances;
  const quoted = mixed.isQuoteInUtterances ? anchor : annotation;
  return {
    ...worse,
    passages: ofUtterances.passages,
    alarms: [...ofUtterances.alarms, ...ofOthers.alarms],
    change: ofUtterances.change ?? ofOthers.change,
    anchor:
      anchor === undefined || ofOthers.anchor === undefined
        ? undefined
        : {
            target: joinedTarget(annotation, mixed, anchor.target),
            quote: quoted?.quote,
            before: quoted?.before,
            after: quoted?.after,
          },
  };
}

/** The targets as they were written, where the utterances have the same; else the utterances first. */
export function joinedTarget(
  { target }: Annotation,
  { utterances, others }: MixedTargets,
  placed: readonly string[] | undefined,
): readonly string[] | undefined {
  if (placed === undefined) return undefined;
  return String(placed) === String(utterances) ? target : [...placed, ...others];
}
