/**
 * The view as lines: no colour, no wrapping, one fact a line, each with the id of what it is about, so that `grep` finds
 * facts and `diff` compares views. The same view gives the same bytes.
 */

import { formatTime } from '../../core/model/time.ts';
import type { ClaimView, PlacedAnnotation, SpeechView, Standing, View } from '../../core/model/view.ts';
import { listOf } from '../../core/text/list-of.ts';
import { breakCommands } from '../escape/ci-commands.ts';
import { visible } from '../escape/visible.ts';
import { anchorDetailsOf, detailsOf } from './details.ts';
import { headFacts } from './head.ts';
import {
  anchorName,
  fewPlaceNames,
  isKnown,
  partyNames,
  placeNames,
  readingName,
  speakerName,
} from './names.ts';
import type { ViewPrinter } from './printer.ts';
import { afterStanding, sentenceLine, weightWord } from './sentences.ts';
import { summarise, summaryLine } from './summary.ts';
import { unsureLines } from './unsure.ts';

/** The subject and the text of a line; the first part names a thing by its id. */
type Line = readonly [about: string, text: string | undefined];

export const printPlain: ViewPrinter = (view, _context, options = {}) => {
  const lines = [
    ...headerLines(view),
    ...[...view.utterances, ...view.statements].flatMap(speech => [...speechLines(view, speech)]),
    ...view.claims.flatMap(claim => [...claimLines(view, claim, options.explainStanding === true)]),
    ...view.general.flatMap(placed => [...annotationLines(view, placed, namesOf(placed.anchors))]),
    ...sourceLines(view),
    ['summary', summaryLine(summarise(view))] satisfies Line,
  ];
  const known = lines.filter(([, text]) => text !== undefined);
  return breakCommands(known.map(([about, text]) => `${visible(`${about}: ${text}`).trimEnd()}\n`).join(''));
};

function headerLines(view: View): Line[] {
  return [
    ['title', view.project.transcript.value.title],
    ...headFacts(view)
      .filter(([label]) => label !== 'readings')
      .map(([label, text]): Line => [label.replace(' ', '-'), text]),
    ...view.readings.map((reading): Line => ['reading', readingName(reading)]),
    // A command would differ between versions whose files have different names.
    ...unsureLines(view, true).map((line): Line => ['anchors', line]),
  ];
}

function* speechLines(view: View, item: SpeechView): Generator<Line> {
  const { speech, kind } = item;
  const id = item.id ?? kind;
  const time = [speech.start, speech.end].filter(ms => ms !== undefined).map(formatTime);
  const source = [speech.source, speech.at].filter(part => part !== undefined);
  const own = speech as { event?: string; date?: string };
  yield [`${id} speaker`, speakerName(view, speech)];
  yield [`${id} to`, speech.to && partyNames(view, speech.to)];
  yield [`${id} form`, speech.form];
  yield [`${id} cue`, speech.cue];
  yield [`${id} via`, speech.via && partyNames(view, speech.via)];
  yield [`${id} time`, time.length === 0 ? undefined : time.join('-')];
  yield [`${id} date`, kind === 'statement' ? (own.date ?? 'undated') : undefined];
  yield [`${id} source`, source.length === 0 ? undefined : source.join(', ')];
  yield [`${id} event`, own.event];
  yield [`${id} ${speech.paraphrase === true ? 'paraphrase' : 'text'}`, speech.text];
  for (const placed of item.annotations) yield* annotationLines(view, placed, id);
  for (const index of item.claims) {
    const claim = view.claims[index]!;
    for (const standing of claim.standings)
      yield [`${id} claim ${claimName(claim)}`, standingText(view, standing)];
  }
}

function* annotationLines(view: View, placed: PlacedAnnotation, about: string): Generator<Line> {
  if (!isKnown(placed)) return;
  const { annotation } = placed;
  const id = `${about} ${annotation.id}`;
  yield [id, sentenceLine(view, placed)];
  if (annotation.quote !== undefined) yield [`${id} passage`, annotation.quote];
  for (const { label, text } of detailsOf(view, placed)) yield [`${id} ${label}`, text];
  if (view.readings.length > 1) yield [`${id} reading`, readingName(placed.reading)];
}

function* claimLines(view: View, claim: ClaimView, explainStanding: boolean): Generator<Line> {
  const id = `claim ${claimName(claim)}`;
  yield [id, claim.text];
  yield [`${id} aspect`, claim.aspect];
  yield [`${id} appears in`, claim.anchors.length === 0 ? undefined : placeNames(claim)];
  yield [`${id} checked`, claim.entry?.value.checked];
  yield [`${id} note`, claim.entry?.value.note];
  for (const { label, text } of anchorDetailsOf(view, claim)) yield [`${id} ${label}`, text];
  for (const standing of claim.standings) {
    yield [`${id} standing`, standingText(view, standing)];
    if (!explainStanding) continue;
    yield [`${id} because`, standing.because];
    for (const weighed of standing.stances) {
      if (!isKnown(weighed.stance)) continue;
      const stance = `${sentenceLine(view, weighed.stance)} (${weighed.stance.annotation.id})`;
      yield [`${id} ${weightWord(weighed)}`, `${stance}: ${weighed.why}`];
    }
  }
}

function* sourceLines(view: View): Generator<Line> {
  for (const [id, { title, publisher, published, url, grade }] of view.sources) {
    const facts = [title, publisher, published, url, grade].filter(fact => fact !== undefined);
    yield [`source ${id}`, facts.join(', ')];
  }
}

/** The id of a claim, or where an implied one lies. */
function claimName(claim: ClaimView): string {
  const { id, aspect } = claim;
  return id ?? `${aspect === undefined ? '' : `${aspect} of `}${fewPlaceNames(claim)}`;
}

function standingText(view: View, standing: Standing): string {
  const text = standing.name + afterStanding(view, standing);
  return view.readings.length > 1 ? `${text} (reading ${readingName(standing.reading)})` : text;
}

function namesOf(anchors: ClaimView['anchors']): string {
  return listOf([
    ...new Set(anchors.map(anchor => anchorName(anchor).replace('the transcript', 'transcript'))),
  ]);
}
