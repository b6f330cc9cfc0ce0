/** The edit that a command line asks for by ids. */

import { findQuote } from '../../core/anchor/find-quote.ts';
import { type FieldEdits, join, setFields, split } from '../../core/edit/change-utterances.ts';
import { differingField } from '../../core/edit/join-utterances.ts';
import type { EditPlan } from '../../core/edit/plan.ts';
import type { Id, Utterance } from '../../core/model/model.ts';
import { EntryIndex, type Project } from '../../core/model/project.ts';
import { TargetResolver } from '../../core/model/targets.ts';
import { UNKNOWN_PARTY } from '../../core/model/vocabulary.ts';
import { closest } from '../../core/text/closest.ts';
import { toUtf16Offset } from '../../core/text/code-points.ts';
import { parseTime } from '../../formats/onrecord/parse-time.ts';
import { UsageError } from '../../io/errors.ts';
import { idNamed } from '../id-named.ts';
import type { Options } from '../printing.ts';

const TIME = /^(?:\d+:)?\d{1,2}:\d{2}(?:[.,]\d{1,9})?$|^\d+(?:\.\d{1,9})?$/;

/** @throws UsageError where ids, options or words do not fit. */
export function planFromOptions(
  names: readonly string[],
  options: Options,
  project: Project,
  newId: () => Id,
): EditPlan {
  const list = project.transcript.value.utterances;
  const places = placesOf(names, project);
  for (const place of places) refuseConflict(list[place]!);
  const splitAt = options['splitAt'] as readonly string[] | undefined;
  const edits = fieldEdits(options, project);
  if (options['join'] === true) return planJoin(list, places, splitAt, edits);
  if (splitAt !== undefined) return planSplit(list, places, splitAt, edits, newId);
  if (Object.keys(edits).length === 0)
    throw new UsageError(
      'say what to change',
      '--speaker, --text, --split-at, --join, --start or --end; or --from a corrected text',
    );
  refuseFields(list, places, edits);
  return setFields(list, places, edits);
}

/** Indexes of the utterances, each once, in their order. */
function placesOf(names: readonly string[], project: Project): number[] {
  const index = new EntryIndex(project);
  const resolver = new TargetResolver(project, index);
  const places = new Set<number>();
  for (const name of names) {
    const resolution = resolver.resolve(name);
    const entries = resolution.found === 'entries' ? resolution.entries : [];
    const isSpoken = entries.length > 0 && entries.every(({ kind }) => kind === 'utterance');
    if (!isSpoken) {
      const guess = closest(name, index.ids('utterance'));
      const isRange = /^([\w-]+)-([\w-]+)$/.exec(name);
      const hint = isRange === null ? guess : `${isRange[1]}..${isRange[2]}`;
      throw new UsageError(
        `${name} is not an utterance of ${project.transcript.file}`,
        hint === undefined ? waysToIds(project) : `did you mean ${hint}?`,
      );
    }
    for (const { path } of entries) places.add(Number(path[1]));
  }
  return [...places].sort((one, other) => one - other);
}

function waysToIds({ transcript }: Project): string {
  return transcript.value.utterances.some(({ id }) => id === undefined)
    ? 'some utterances have no id: onrecord check --fix writes them'
    : 'onrecord show prints the ids';
}

/** Refuses an utterance that a merge left in conflict: its words are not settled. */
function refuseConflict({ id, conflict }: Utterance): void {
  if (conflict !== undefined)
    throw new UsageError(`${id} is in conflict`, 'settle it first: onrecord resolve FILE');
}

function fieldEdits(options: Options, project: Project): FieldEdits {
  const speaker = options['speaker'] as string | undefined;
  const text = options['text'] as string | undefined;
  if (text?.trim() === '') throw new UsageError('--text needs words');
  const time = (name: 'start' | 'end') => {
    const given = options[name] as string | undefined;
    if (given === undefined) return {};
    if (!TIME.test(given)) throw new UsageError(`--${name} ${given}: expected HH:MM:SS.mmm or seconds`);
    return { [name]: parseTime(given.includes(':') ? given : Number(given)) };
  };
  return {
    ...(speaker !== undefined && { speaker: speakerNamed(speaker, project) }),
    ...(text !== undefined && { text }),
    ...time('start'),
    ...time('end'),
  };
}

/** `unknown` is nobody's name. */
function speakerNamed(text: string, project: Project): Id {
  const { utterances } = project.transcript.value;
  if (text === UNKNOWN_PARTY || utterances.some(({ speaker }) => speaker === text)) return text;
  return idNamed(text, 'party', project, new EntryIndex(project));
}

function refuseFields(list: readonly Utterance[], places: readonly number[], edits: FieldEdits): void {
  const { speaker: _, ...ofOne } = edits;
  const [option] = Object.keys(ofOne);
  if (places.length > 1 && option !== undefined)
    throw new UsageError(`--${option} is for one utterance`, 'name one');
  for (const place of places) {
    const { id, event, start, end } = { ...list[place]!, ...ofOne };
    if (event !== undefined && edits.text !== undefined)
      throw new UsageError(`${id} is an event and has no words`);
    if (start !== undefined && end !== undefined && end < start)
      throw new UsageError(`${id} would end before it starts`);
  }
}

function planSplit(
  list: readonly Utterance[],
  places: readonly number[],
  splitAt: readonly string[],
  edits: FieldEdits,
  newId: () => Id,
): EditPlan {
  if (Object.keys(edits).length > 0)
    throw new UsageError('--split-at goes alone', 'split first; the parts have ids of their own then');
  const [place, ...others] = places;
  if (place === undefined || others.length > 0) throw new UsageError('--split-at is for one utterance');
  return split(list, place, textsOf(list[place]!, splitAt), newId);
}

/** Returns the words of the parts. @throws UsageError if the words do not occur exactly once, or are at the beginning. */
function textsOf(utterance: Utterance, splitAt: readonly string[]): string[] {
  const { id, text = '' } = utterance;
  const offsets = splitAt.map(words => {
    const found = findQuote({ quote: words, before: undefined, after: undefined }, [utterance]);
    if (found.verdict === 'orphaned') throw new UsageError(`"${words}" does not stand in ${id}`);
    if (found.verdict === 'ambiguous')
      throw new UsageError(
        `"${words}" stands in ${found.places.length} places of ${id}`,
        'give more of the words that the new part begins with',
      );
    const offset = toUtf16Offset(text, found.place.range.start);
    if (text.slice(0, offset).trim() === '') throw new UsageError(`${id} begins with "${words}" already`);
    if (/[\p{L}\p{N}\p{M}]$/u.test(text.slice(0, offset)) && !isWithoutSpaces(text.slice(0, offset)))
      throw new UsageError(`"${words}" begins inside a word of ${id}`);
    return offset;
  });
  const cuts = [...new Set(offsets)].sort((one, other) => one - other);
  return [0, ...cuts].map((from, index) => text.slice(from, cuts[index] ?? text.length).trim());
}

/** In scripts without blanks every place may be the edge of a word. */
function isWithoutSpaces(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u.test(
    text,
  );
}

function planJoin(
  list: readonly Utterance[],
  places: readonly number[],
  splitAt: readonly string[] | undefined,
  edits: FieldEdits,
): EditPlan {
  const { speaker, ...others } = edits;
  if (splitAt !== undefined || Object.keys(others).length > 0)
    throw new UsageError('--join goes with --speaker alone');
  const [first, last] = [places[0]!, places.at(-1)!];
  if (places.length < 2) throw new UsageError('--join needs several utterances', 'name a range: u9..u10');
  const all = list.slice(first, last + 1);
  const between = all.find(
    (utterance, index) => !places.includes(first + index) || utterance.text === undefined,
  );
  if (between !== undefined)
    throw new UsageError(
      `${between.id ?? 'an utterance without an id'} stands between ${list[first]!.id} and ${list[last]!.id}`,
      'only neighbours that are spoken can be joined',
    );
  const sameSpeaker = all.map(utterance => ({ ...utterance, speaker: all[0]!.speaker! }));
  const field = differingField(speaker === undefined ? all : sameSpeaker);
  if (field === 'speaker')
    throw new UsageError('they have different speakers', 'say who speaks the whole: --speaker NAME');
  if (field !== undefined)
    throw new UsageError(
      `they differ in \`${field}\`, and the whole can have one only`,
      'make it the same in the file first',
    );
  return join(list, first, places.length, speaker);
}
