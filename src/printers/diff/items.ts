/** A diff in words, before any layout: the text, Markdown and side-by-side printers lay out the same items. */

import type {
  Alarm,
  AlarmReason,
  Change,
  Changed,
  ClaimSummary,
  FieldChange,
  Fields,
  Moved,
  Reanchored,
  StanceSummary,
  StandingChanged,
} from '../../core/diff/changes.ts';
import { partOf, type ViewDiff } from '../../core/diff/diff-views.ts';
import { waitsItself } from '../../core/model/anchor-state.ts';
import type { Acceptance, Id } from '../../core/model/model.ts';
import type { PlacedAnnotation, View } from '../../core/model/view.ts';
import { WORDS_KEY } from '../../core/model/word-times.ts';
import { listOf } from '../../core/text/list-of.ts';
import { renamingText } from '../renaming.ts';
import { acceptanceText } from '../view/details.ts';
import { partyName, placeNames } from '../view/names.ts';
import { sentenceLine } from '../view/sentences.ts';
import { exchange, type Part, partsOf, valueText } from './parts.ts';
import { annotationsById, reanchoredText, saidOf } from './reanchored.ts';

/** `+` added, `-` removed, `~` changed, `>` moved, `=` kept, `!` waits for a person or is an alarm. */
export type Sign = '+' | '-' | '~' | '>' | '=' | '!';

export interface Item {
  readonly sign: Sign;
  /** The id of the entry, or a description if it has none; empty if the words say what it is. */
  readonly name: string;
  /** The id of an annotation, shown last: its words matter more. */
  readonly id?: Id;
  readonly parts: readonly Part[];
  readonly details: readonly Item[];
}

export interface Section {
  readonly title: string;
  readonly items: readonly Item[];
}

/**
 * Returns the sections of a diff with anything in them, in the order of print: standings, which are reviewed, come before
 * the annotations that they rest on.
 *
 * @param isAll whether to list pins that only followed their words.
 */
export function sectionsOf(diff: ViewDiff, isAll = false): Section[] {
  const writer = new ItemWriter(diff);
  const isRenamed = renamedIn(diff);
  const told = diff.changes.filter(
    change => !isRenamed(change) && (isAll || !followsWords(change, diff.new)),
  );
  const of = (part: string) => joined(told.filter(change => partOf(change) === part).map(writer.change));
  return [
    {
      title: 'Speakers',
      items: diff.speakers.map(renaming => item('~', renaming.old, [{ text: renamingText(renaming) }])),
    },
    { title: 'Text', items: of('text') },
    { title: 'Standings', items: of('standing') },
    { title: 'Annotations', items: of('annotations') },
    { title: 'Alarms', items: diff.alarms.map(writer.alarm) },
  ].filter(section => section.items.length > 0);
}

/** Tells the changes that only write the new id of a speaker: their one line tells them all. */
function renamedIn({ speakers }: ViewDiff): (change: Change) => boolean {
  const newIds = new Map<unknown, Id>(speakers.map(({ old, new: fresh }) => [old, fresh]));
  return change => {
    if (newIds.size === 0 || change.kind !== 'changed' || change.what !== 'utterance') return false;
    return Object.entries(change.fields).every(
      ([field, { old, new: fresh }]) => field === 'speaker' && newIds.get(old) === fresh,
    );
  };
}

/** Whether a change is only a pin that follows its words, which nobody needs to read. */
export function followsWords(change: Change, fresh: View): boolean {
  if (change.kind === 'changed') return Object.keys(change.fields).every(field => field === 'pin');
  if (change.kind !== 'reanchored' || change.verdict !== 'exact') return false;
  const now = annotationsById(fresh).get(change.id);
  return now !== undefined && !waitsItself(now.state) && now.state.state !== 'to-renew';
}

/** Changes of several facets of one annotation are one item. */
function joined(items: readonly Item[]): Item[] {
  const result: Item[] = [];
  for (const next of items) {
    const last = result.at(-1);
    if (last?.name !== next.name || last.id !== next.id || last.details.length === 0) {
      result.push(next);
      continue;
    }
    const more = next.details.length > 0 ? next.details : [item(next.sign, 'place', next.parts)];
    result[result.length - 1] = { ...last, details: [...last.details, ...more] };
  }
  return result;
}

class ItemWriter {
  readonly #diff: ViewDiff;
  readonly #old: ReadonlyMap<Id, PlacedAnnotation>;
  readonly #new: ReadonlyMap<Id, PlacedAnnotation>;

  constructor(diff: ViewDiff) {
    this.#diff = diff;
    this.#old = annotationsById(diff.old);
    this.#new = annotationsById(diff.new);
  }

  readonly change = (change: Change): Item => {
    switch (change.kind) {
      case 'added':
        return this.#item('+', change, this.#entry(change.what, change.id, change.new, 'new'));
      case 'removed':
        return this.#item('-', change, this.#entry(change.what, change.id, change.old, 'old'));
      case 'edited':
        return item('~', this.#name(change), partsOf(change.words));
      case 'moved':
        return item('>', this.#name(change), this.#move(change));
      case 'split':
      case 'merged':
      case 'regrouped':
        return item(
          '~',
          `${namesOf(change.old)} ${change.kind} into ${namesOf(change.new)}`,
          partsOf(change.words),
        );
      case 'changed':
        return this.#changed(change);
      case 'reanchored':
        return this.#item(this.#signOf(change), change, [{ text: reanchoredText(this.#diff, change) }]);
      case 'liveness':
        return this.#item('~', change, [
          { text: `${saidOf(this.#diff, change.id)} is ` },
          ...exchange(LIVENESS[change.old], LIVENESS[change.new]),
        ]);
      case 'standing':
        return this.#standing(change);
    }
  };

  readonly alarm = (alarm: Alarm): Item => {
    const about = alarm.claim === undefined ? listOf(alarm.stances) : claimName(alarm.claim);
    const stances =
      alarm.claim === undefined || alarm.stances.length === 0 ? '' : ` (${listOf(alarm.stances)})`;
    return item('!', about, [{ text: `${ALARMS[alarm.reason]}${stances}` }]);
  };

  /** Shows an annotation by its words, with its id last; everything else begins with its name. */
  #item(
    sign: Sign,
    change: Pick<Changed, 'what' | 'id' | 'at'> & { readonly index?: number },
    parts: readonly Part[],
    details: readonly Item[] = [],
  ): Item {
    const { what, id } = change;
    if (what !== 'annotation' || id === undefined || parts.length === 0)
      return item(sign, this.#name(change), parts, details);
    return { ...item(sign, '', parts, details), id };
  }

  #name(change: Pick<Changed, 'what' | 'id' | 'at'> & { readonly index?: number }): string {
    if (change.what === 'transcript') return 'transcript';
    if (change.id === undefined) return `utterance ${(change.at?.new ?? change.index ?? 0) + 1}`;
    return change.what === 'party' || change.what === 'source' || change.what === 'claim'
      ? `${change.what} ${change.id}`
      : change.id;
  }

  #entry(what: string, id: Id | undefined, fields: Fields, side: 'old' | 'new'): Part[] {
    const mark = side === 'old' ? 'removed' : 'added';
    if (what === 'annotation') {
      const placed = (side === 'old' ? this.#old : this.#new).get(id!);
      if (placed === undefined) return [];
      return annotationParts(this.#diff[side], placed);
    }
    const speaker = fields['speaker'];
    const words = fields['text'] ?? fields['event'] ?? fields['name'] ?? fields['title'];
    return [
      ...(typeof speaker === 'string' ? [{ text: `${partyName(this.#diff[side], speaker)}: ` }] : []),
      ...(typeof words === 'string' ? [{ text: words, mark } as const] : []),
    ];
  }

  #move({ at }: Moved): Part[] {
    const behind = (view: View, index: number) =>
      index === 0 ? 'first' : `after ${view.utterances[index - 1]?.id ?? `utterance ${index}`}`;
    const [before, after] = [behind(this.#diff.old, at.old), behind(this.#diff.new, at.new)];
    return [{ text: `moved, was ${before}, now ${after}` }];
  }

  #changed(change: Changed): Item {
    const placed = change.what === 'annotation' ? this.#new.get(change.id!) : undefined;
    // A pin tells a reader nothing, only that it differs.
    const details = Object.entries(change.fields)
      .filter(([field]) => field !== 'pin')
      .map(([field, values]) => item('~', field, this.#values(field, values)));
    if (details.length === 0) {
      const what = placed === undefined ? '' : `${saidOf(this.#diff, change.id!)}: `;
      return this.#item('~', change, [{ text: `${what}pinned anew` }]);
    }
    if (placed !== undefined)
      return this.#item(
        '~',
        change,
        annotationParts(this.#diff.new, placed, 'accepted' in change.fields),
        details,
      );
    return details.length === 1
      ? item('~', `${this.#name(change)} ${details[0]!.name}`, details[0]!.parts)
      : item('~', this.#name(change), [], details);
  }

  #values(field: string, values: FieldChange): Part[] {
    // A line for each word of both versions would hide the words themselves, which are shown beside it.
    if (field === WORDS_KEY) return [{ text: 'times of its words' }];
    if (field === 'accepted') {
      const said = (view: View, value: unknown) =>
        value === undefined
          ? undefined
          : (value as readonly Acceptance[]).map(act => acceptanceText(view, act)).join('; ');
      return exchange(said(this.#diff.old, values.old), said(this.#diff.new, values.new));
    }
    if (PARTY_FIELDS.has(field) && 'old' in values && 'new' in values) {
      const nameOf = (view: View, value: unknown) =>
        listOf([value].flat().map(id => partyName(view, String(id))));
      return [
        { text: nameOf(this.#diff.old, values.old), mark: 'removed', inSentence: true },
        { text: ', now ', inSentence: true },
        { text: nameOf(this.#diff.new, values.new), mark: 'added', inSentence: true },
      ];
    }
    const old = 'old' in values ? valueText(field, values.old) : undefined;
    return exchange(old, 'new' in values ? valueText(field, values.new) : undefined);
  }

  #signOf({ id, verdict }: Reanchored): Sign {
    const now = this.#new.get(id);
    if (now !== undefined && waitsItself(now.state)) return '!';
    return verdict === 'exact' ? '=' : '~';
  }

  #standing(change: StandingChanged): Item {
    const reading =
      this.#diff.new.readings.length > 1 ? ` (reading ${change.reading ?? 'of no one named'})` : '';
    const [before, after] = [change.old?.name, change.new?.name];
    const name: Part[] =
      before === after
        ? [{ text: `still ${after}`, ...(after === undefined ? {} : { mark: after }) }]
        : [
            ...(before === undefined ? [] : [{ text: before, mark: before }, { text: ' to ' }]),
            after === undefined ? { text: 'no standing' } : { text: after, mark: after },
          ];
    const remarks = change.new?.remarks ?? [];
    return item(
      '~',
      claimName(change.claim) + reading,
      [...name, ...(remarks.length === 0 ? [] : [{ text: `; ${remarks.join('; ')}` }])],
      [
        ...change.gained.map(stance => this.#stance('+', stance, this.#diff.new, this.#new)),
        ...change.lost.map(stance => this.#stance('-', stance, this.#diff.old, this.#old)),
      ],
    );
  }

  #stance(sign: Sign, stance: StanceSummary, view: View, placed: ReadonlyMap<Id, PlacedAnnotation>): Item {
    const found = placed.get(stance.id);
    const sources = (stance.sources ?? []).map(({ source, at }) =>
      at === undefined ? source : `${source} at ${at}`,
    );
    const cited = sources.length === 0 ? '' : `; cites ${listOf(sources)}`;
    const accepted = acceptances(view, stance.accepted);
    const said = found === undefined ? stance.tag : sentenceLine(view, found);
    return { ...item(sign, '', [{ text: said + cited + accepted }]), id: stance.id };
  }
}

function item(sign: Sign, name: string, parts: readonly Part[], details: readonly Item[] = []): Item {
  return { sign, name, parts: parts.filter(part => part.text !== ''), details };
}

/** @param isChanged whether the acceptance is shown as a change, beside it. */
function annotationParts(view: View, placed: PlacedAnnotation, isChanged = false): Part[] {
  return [
    { text: sentenceLine(view, placed) },
    { text: placed.anchors.length === 0 ? '' : `; on ${placeNames(placed)}` },
    { text: isChanged ? '' : acceptances(view, placed.annotation.accepted) },
  ];
}

function acceptances(view: View, accepted: readonly Acceptance[] = []): string {
  return accepted.map(act => `; accepted ${acceptanceText(view, act)}`).join('');
}

function namesOf(utterances: readonly { readonly index: number; readonly utterance: Fields }[]): string {
  return listOf(
    utterances.map(({ index, utterance }) => String(utterance['id'] ?? `utterance ${index + 1}`)),
  );
}

/** The name of a claim, or the passages of an implied one. */
function claimName({ id, aspect, targets, quotes }: ClaimSummary): string {
  if (id !== undefined) return `claim ${id}`;
  const words = quotes === undefined ? '' : ` "${quotes.join('" and "')}"`;
  return `${aspect === undefined ? 'standing' : aspect} of ${listOf([...new Set(targets)])}${words}`;
}

/** Fields that name parties. */
const PARTY_FIELDS: ReadonlySet<string> = new Set(['speaker', 'to', 'by', 'via', 'alternatives']);

const LIVENESS = {
  live: 'live',
  withdrawn: 'withdrawn',
  superseded: 'superseded',
  'later-act-of-party': 'replaced by a later act of the same side',
  'not-yet': 'not yet made',
  undated: 'skipped as undated',
} as const;

const ALARMS: Readonly<Record<AlarmReason, string>> = {
  'affirmation-lost': 'was affirmed and is so no longer, or less',
  'confirmed-without-act':
    'confirmed by no stance that has a party, a date, an aspect, its wording and a source with its place',
  'contest-dropped': 'no longer contested, though no contest was withdrawn or superseded',
  'back-to-unreviewed': 'unreviewed again, although it was reviewed before',
  'stance-deleted': 'deleted; a stance is withdrawn or superseded instead',
};
