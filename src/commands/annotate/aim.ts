/** Finds the target of an annotation from what a person gives: names, a moment, or words that occur in one place. */

import type { Quote } from '../../core/anchor/locate-quote.ts';
import { nearestPassage } from '../../core/anchor/nearest-passage.ts';
import { isSpeech } from '../../core/anchor/pin.ts';
import { type QuotePart, quoteOverUtterances } from '../../core/anchor/quote-over-utterances.ts';
import {
  type PassagePlace,
  placesOf,
  speechesOf,
  turnsOf,
  utterancesAt,
} from '../../core/annotate/find-passage.ts';
import type { Speech } from '../../core/model/model.ts';
import { TargetResolver } from '../../core/model/targets.ts';
import { didYouMean } from '../../core/text/closest.ts';
import { shellWord } from '../../core/text/shell-word.ts';
import { parseTime } from '../../formats/onrecord/parse-time.ts';
import { type Fields, textIn } from '../fields.ts';
import type { Known } from '../known.ts';
import { placeRows } from './place-rows.ts';
import type { Problem } from './problem.ts';

/** The passage as a person gives it. */
export interface Aim {
  /** Ids, ranges, names of parties, words of claims. */
  readonly targets: readonly string[];
  /** A time of the recording, as it was typed. */
  readonly at?: string | undefined;
  readonly words: Quote | undefined;
  /** Which of several places is meant, counted from 1. */
  readonly occurrence: number | undefined;
}

export type Aimed =
  /** `occurrence` counts within the targets. `told`: where the words were found, if nobody named the place. */
  | { readonly target: unknown; readonly occurrence: number | undefined; readonly told?: string }
  | { readonly problem: Problem };

const TIME = /^(?:(?:\d+:)?\d{1,2}:\d{2}|\d+)(?:[.,]\d{1,9})?$/;
/** A quote may run over this utterance and those before it: this many in all. */
const OVER_STEP = 5;

export class Aims {
  readonly #known: Known;
  readonly #resolver: TargetResolver;
  readonly #file: string;

  constructor(known: Known) {
    this.#known = known;
    this.#resolver = new TargetResolver(known.project, known.index);
    this.#file = known.project.transcript.file;
  }

  /** For a new annotation: what it is about must be one thing. */
  aim({ targets, at, words, occurrence }: Aim): Aimed {
    if (at !== undefined) return this.#atMoment(at, words, occurrence);
    if (targets.length > 0) return this.#named(targets, words, occurrence);
    if (words === undefined)
      return problem('say what it is about', [
        '--quote WORDS     the passage; its utterance is found',
        '--target TARGET   an utterance, u2..u5, a claim, `transcript`, or a person: their last turn',
        '--at TIME         what is said at that time',
      ]);
    return this.#among(speechesOf(this.#known.project), words, occurrence, '');
  }

  #atMoment(at: string, words: Quote | undefined, occurrence: number | undefined): Aimed {
    if (!TIME.test(at))
      return problem(`--at: "${at}" is not a time`, ['write it as 00:07:12, 7:12 or 432.5']);
    const from = parseTime(/^\d+(?:[.,]\d+)?$/.test(at) ? Number(at.replace(',', '.')) : at);
    const to = /[.,]/.test(at) ? from : from + 999;
    const utterances = utterancesAt({ from, to }, this.#known.project);
    if (utterances.length === 0) {
      const hasTimes = this.#known.project.transcript.value.utterances.some(
        ({ start }) => start !== undefined,
      );
      return problem(
        hasTimes ? `nobody speaks at ${at} in ${this.#file}` : `--at: ${this.#file} has no times`,
        ['name the passage with --quote, or the utterance with --target'],
      );
    }
    if (words !== undefined) return this.#among(utterances, words, occurrence, ` at ${at}`);
    if (utterances.length > 1 && occurrence === undefined)
      return problem(
        `${utterances.length} utterances begin at ${at}; choose one with --target or --occurrence`,
        placeRows(
          utterances.map(speech => ({ speech })),
          this.#known,
        ),
      );
    return this.#whole(utterances[(occurrence ?? 1) - 1]);
  }

  #named(targets: readonly string[], words: Quote | undefined, occurrence: number | undefined): Aimed {
    const ids: string[] = [];
    for (const target of targets) {
      const turns = this.#turnsFor(target);
      if (turns !== undefined) {
        if (targets.length > 1) return problem(`"${target}" is a person; name one target`, []);
        return this.#inTurns(target, turns, words, occurrence);
      }
      const id = this.#idOf(target);
      if (typeof id !== 'string') return id;
      ids.push(id);
    }
    if (words !== undefined) {
      const speeches = ids.flatMap(id => {
        const found = this.#resolver.resolve(id);
        return found.found === 'entries' ? found.entries.filter(isSpeech).map(({ value }) => value) : [];
      });
      const places = placesOf(words, speeches);
      if (places.length > 1 && (occurrence === undefined || occurrence > places.length))
        return this.#several(words, places, ` of ${ids.join(', ')}`);
    }
    return { target: ids.length === 1 ? ids[0] : ids, occurrence };
  }

  /** The id of a target; a problem where it names nothing. */
  #idOf(target: string): string | { readonly problem: Problem } {
    const resolution = this.#resolver.resolve(target);
    if (resolution.found !== 'nothing') return target;
    const named = this.#known.find(target, 'claim');
    if (named.found === 'one') return named.id;
    if (named.found === 'several')
      return problem(`"${target}" names several claims: ${named.ids.join(', ')}`, ['name one by its id']);
    const dashed = /^([A-Za-z]\w*)\s*[-–—]\s*([A-Za-z]\w*)$/.exec(target);
    const range = dashed === null ? undefined : `${dashed[1]}..${dashed[2]}`;
    if (range !== undefined && this.#resolver.resolve(range).found === 'entries')
      return problem(`nothing is called "${target}" in ${this.#file}; did you mean ${range}?`, []);
    if (resolution.fault === 'wrong-kind')
      return problem(`${target} is a source, and sources are not annotated`, []);
    if (resolution.fault === 'backwards')
      return problem(`${target} runs backwards`, ['name the earlier utterance first']);
    const known = this.#known;
    const ids = known.index.ids('utterance', 'statement', 'claim', 'annotation');
    const hint = didYouMean(resolution.part, [...ids, ...known.names('party'), 'transcript']);
    const what = `nothing is called "${resolution.part}" in ${this.#file}`;
    return problem(hint === undefined ? what : `${what}; ${hint}`, []);
  }

  /** The turns of the party that a target names; undefined where it names none. */
  #turnsFor(target: string): readonly Speech[] | undefined {
    if (this.#resolver.resolve(target).found !== 'nothing') return undefined;
    const named = this.#known.find(target, 'party');
    return named.found === 'one' ? turnsOf(named.id, this.#known.project) : undefined;
  }

  /** The last turn of a party; with words, the last if it has them, or else the turn that has. */
  #inTurns(
    name: string,
    turns: readonly Speech[],
    words: Quote | undefined,
    occurrence: number | undefined,
  ): Aimed {
    const last = turns.at(-1);
    if (last === undefined) return problem(`${name} does not speak in ${this.#file}`, []);
    if (words === undefined) return this.#whole(last);
    const inLast = occurrence === undefined && placesOf(words, [last]).length === 1;
    return this.#among(inLast ? [last] : turns, words, occurrence, ` of ${name}`);
  }

  #among(speeches: readonly Speech[], words: Quote, occurrence: number | undefined, where: string): Aimed {
    const places = placesOf(words, speeches);
    if (places.length === 0) return this.#nowhere(words, speeches, where);
    if (places.length > 1 && (occurrence === undefined || occurrence > places.length))
      return this.#several(words, places, where);
    const { speech } = places[(occurrence ?? 1) - 1]!;
    const own = places.filter(place => place.speech === speech);
    return this.#whole(
      speech,
      own.length > 1 ? own.indexOf(places[occurrence! - 1]!) + 1 : undefined,
      `"${words.quote}" was found in ${speech.id}`,
    );
  }

  #whole(speech: Speech | undefined, occurrence?: number, told?: string): Aimed {
    if (speech === undefined) return problem('there are not so many places', []);
    if (speech.id === undefined) return this.#withoutId(speech);
    return { target: speech.id, occurrence, ...(told !== undefined && { told: `${told}.` }) };
  }

  /**
   * Ids are made from what is said, so an utterance that repeats among the same neighbours has none; a range around it
   * does the same.
   */
  #withoutId(speech: Speech): Aimed {
    const { format, value } = this.#known.project.transcript;
    if (format === undefined)
      return problem('that utterance has no id', [
        `\`onrecord check --fix ${shellWord(this.#file)}\` writes one`,
      ]);
    const at = (value.utterances as readonly Speech[]).indexOf(speech);
    const before = value.utterances.slice(0, at).findLast(({ id }) => id !== undefined)?.id;
    const behind = value.utterances.slice(at + 1).find(({ id }) => id !== undefined)?.id;
    const range =
      before === undefined || behind === undefined
        ? []
        : [`--target ${before}..${behind} means it and its neighbours`];
    return problem('that utterance has no id: the same is said elsewhere among the same neighbours', range);
  }

  #several(words: Quote, places: readonly PassagePlace[], where: string): Aimed {
    return problem(
      `"${words.quote}" stands in ${places.length} places${where}; choose one with --occurrence, --target or words around it (--before, --after)`,
      placeRows(places, this.#known),
    );
  }

  /** For words that are not found: the utterances over which they run, or the nearest words. */
  #nowhere({ quote }: Quote, speeches: readonly Speech[], where: string): Aimed {
    const place = where === '' ? ` in ${this.#file}` : where;
    const parts = this.#overUtterances(quote);
    if (parts !== undefined) {
      const ids = parts.map(({ utterance }) => utterance.id ?? '(no id)');
      return problem(`"${quote}" runs over ${ids.join(', ')}, and a quote belongs to one utterance`, [
        `--target ${ids.join(' ')}, without --quote, takes them whole`,
        ...parts.map(
          ({ utterance, text }) => `--quote "${text}" is the part in ${utterance.id ?? '(no id)'}`,
        ),
      ]);
    }
    let best: { readonly speech: Speech; readonly text: string; readonly likeness: number } | undefined;
    for (const speech of speeches) {
      const near = nearestPassage(quote, speech.text ?? '');
      if (near !== undefined && near.likeness > (best?.likeness ?? 0)) best = { speech, ...near };
    }
    return problem(`"${quote}" is not said${place}`, [
      best === undefined
        ? 'copy the words from the transcript'
        : `nearest: "${best.text}" in ${best.speech.id ?? 'an utterance without an id'}`,
    ]);
  }

  #overUtterances(quote: string): readonly QuotePart[] | undefined {
    const { utterances } = this.#known.project.transcript.value;
    for (let at = 0; at < utterances.length + OVER_STEP; at += OVER_STEP) {
      const parts = quoteOverUtterances(quote, utterances, Math.min(at, utterances.length - 1));
      if (parts !== undefined) return parts;
    }
    return undefined;
  }
}

function problem(message: string, ways: readonly string[]): { readonly problem: Problem } {
  return { problem: { message, ways } };
}

/** Reads the passage from the fields of a new annotation. */
export function aimFrom(fields: Fields, at: string | undefined, occurrence: number | undefined): Aim {
  const quote = textIn(fields, 'quote');
  return {
    targets: [fields['target'] ?? []].flat().filter(target => typeof target === 'string'),
    at,
    words:
      quote === undefined
        ? undefined
        : { quote, before: textIn(fields, 'before'), after: textIn(fields, 'after') },
    occurrence,
  };
}
