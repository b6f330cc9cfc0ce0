/**
 * Where readings date the same thing differently: on days that cannot be the same, or the same words in another role.
 * Annotations that wait for a person or have ended contradict nobody.
 */

import type { DateBounds } from '../dates/bounds.ts';
import { overlap } from '../dates/compare.ts';
import { getOrMake, groupBy } from '../maps.ts';
import type { Annotation } from '../model/model.ts';
import type { Anchor, SpeechView, View } from '../model/view.ts';
import { foldName } from '../text/fold-name.ts';
import { datesOfView, type TimelineDate } from './dates-of-view.ts';
import { nameOfThing, namesTalk } from './names-talk.ts';

export interface Difference {
  readonly on: 'date' | 'role';
  /** What is dated; equal for all dates that differ about it. */
  readonly thing: string;
  /** The dates of other readings that this one contradicts; only some if there are many. */
  readonly from: readonly TimelineDate[];
}

/** Equal dates for one thing in one voice. */
interface Saying {
  readonly voice: string;
  readonly role: string;
  /** The words with the date. */
  readonly words: string;
  readonly bounds: DateBounds;
  readonly dates: TimelineDate[];
}

/** More contradicted dates tell a reader nothing new, and thousands would each list thousands. */
const MOST_NAMED = 20;
/** Most sayings about one thing that are compared one by one. */
const MOST_COMPARED = 200;

/** @param dates of one view */
export function differencesOf(dates: readonly TimelineDate[]): ReadonlyMap<TimelineDate, Difference> {
  const differences = new Map<TimelineDate, Difference>();
  for (const [thing, sayings] of sayingsByThing(dates)) {
    if (new Set(sayings.map(({ voice }) => voice)).size < 2) continue;
    const ofRole = groupBy(sayings, ({ role }) => role);
    const outermost = new Map([...ofRole].map(([role, same]) => [role, outermostOf(same)]));
    const ofWords = groupBy(sayings, ({ words }) => words);
    const roles = new Set(sayings.map(({ voice, role }) => `${role} ${voice}`));
    for (const saying of sayings) {
      const { role, words } = saying;
      const sameRole = [...outermost.get(role)!, ...ofRole.get(role)!.slice(0, MOST_COMPARED)];
      const apart = sameRole.filter(other => areApart(saying, other));
      const others =
        apart.length > 0
          ? apart
          : ofWords
              .get(words)!
              .slice(0, MOST_COMPARED)
              .filter(other => areInOtherRoles(saying, other, roles));
      const from = [...new Set(others)]
        .flatMap(other => other.dates.slice(0, MOST_NAMED))
        .slice(0, MOST_NAMED);
      const on = apart.length > 0 ? 'date' : 'role';
      if (from.length > 0) for (const date of saying.dates) differences.set(date, { on, thing, from });
    }
  }
  return differences;
}

/** Returns, for each annotation that dates something, the annotations of other readings that contradict it. */
export function contradictedDates(view: View): ReadonlyMap<Annotation, ReadonlySet<Annotation>> {
  const contradicted = new Map<Annotation, Set<Annotation>>();
  for (const [{ origin }, { from }] of differencesOf(datesOfView(view))) {
    if (origin.kind !== 'annotation') continue;
    const others = from.flatMap(other =>
      other.origin.kind === 'annotation' ? [other.origin.placed.annotation] : [],
    );
    contradicted.set(origin.placed.annotation, new Set(others));
  }
  return contradicted;
}

/**
 * Returns the sayings that end first and those that begin last, of two voices each: a saying that contradicts another
 * voice also contradicts one of these.
 */
function outermostOf(sayings: readonly Saying[]): Saying[] {
  const firstOfTwoVoices = (order: (saying: Saying) => number) => {
    const sorted = sayings.toSorted((a, b) => order(a) - order(b));
    const first = sorted[0]!;
    const other = sorted.find(({ voice }) => voice !== first.voice);
    return other === undefined ? [first] : [first, other];
  };
  return [
    ...firstOfTwoVoices(({ bounds }) => finite(bounds.latest)),
    ...firstOfTwoVoices(({ bounds }) => -finite(bounds.earliest)),
  ];
}

/** Makes open ends finite, so that they can be subtracted. */
function finite(day: number): number {
  return Math.max(-Number.MAX_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, day));
}

function sayingsByThing(dates: readonly TimelineDate[]): Map<string, readonly Saying[]> {
  const things = new Map<string, Map<string, Saying>>();
  for (const date of dates) {
    const { bounds, role, edtf } = date;
    const thing = isSettled(date) ? thingOf(date) : undefined;
    if (thing === undefined || bounds === undefined) continue;
    const sayings = getOrMake(things, thing, () => new Map<string, Saying>());
    const [voice, words] = [
      date.by.kind === 'reading' ? `reading ${date.by.name ?? ''}` : date.by.kind,
      wordsKey(date),
    ];
    const key = [voice, role, edtf, words].join('\n');
    getOrMake(sayings, key, () => ({ voice, role, words, bounds, dates: [] })).dates.push(date);
  }
  const head = [...(things.get(TALK)?.values() ?? [])].filter(({ voice }) => voice === 'head');
  return new Map(
    [...things].map(([thing, sayings]) => [
      thing,
      // Each utterance was said when the talk was; the rule date-conflict assumes the same.
      [...(thing.startsWith(SAID) ? head : []), ...sayings.values()],
    ]),
  );
}

/** Whether a date counts: said of the talk or by a reading, with a day, live, and with its words in place. */
function isSettled({ origin, field, bounds }: TimelineDate): boolean {
  if (field !== 'date' || bounds === undefined) return false;
  if (origin.kind !== 'annotation') return true;
  const { dead, state } = origin.placed;
  return dead === undefined && state.state !== 'waits';
}

function areApart(saying: Saying, other: Saying): boolean {
  return saying.voice !== other.voice && saying.role === other.role && !overlap(saying.bounds, other.bounds);
}

/**
 * Whether two readers give the same words and days different roles, and each only one: then they disagree about what is
 * dated.
 */
function areInOtherRoles(saying: Saying, other: Saying, roles: ReadonlySet<string>): boolean {
  return (
    saying.voice !== other.voice &&
    saying.role !== other.role &&
    saying.words === other.words &&
    overlap(saying.bounds, other.bounds) &&
    !roles.has(`${other.role} ${saying.voice}`) &&
    !roles.has(`${saying.role} ${other.voice}`)
  );
}

/** Returns the words with the date: as the source writes them, else the passage. */
function wordsKey({ origin }: TimelineDate): string {
  if (origin.kind !== 'annotation') return '';
  const { date } = origin.placed.annotation;
  return date?.['as-written'] === undefined
    ? passageKey(origin.placed.anchors)
    : foldName(date['as-written']);
}

const TALK = 'talk';
const SAID = 'said ';

/** Returns what is dated: the talk, a statement, what `of` names, else the passage itself. */
function thingOf({ origin, role, view }: TimelineDate): string | undefined {
  switch (origin.kind) {
    case 'talk':
      return TALK;
    case 'statement':
      return statementKey(origin.speech);
    case 'annotation': {
      const { anchors, annotation } = origin.placed;
      const of = annotation.date?.of;
      if (of !== undefined) {
        return namesTalk(of, view.project.transcript.value.title) ? TALK : `of ${nameOfThing(of)}`;
      }
      if (role === 'said' && anchors.every(isTalkOrUtterance))
        return anchors.some(({ entry }) => entry === 'transcript') ? TALK : SAID + passageKey(anchors);
      const [anchor] = anchors;
      const entry = anchors.length === 1 && isWhole(anchor!) ? anchor!.entry : undefined;
      if (role === 'stated' && typeof entry === 'object' && entry.kind === 'statement')
        return statementKey(entry);
      return passageKey(anchors);
    }
    default:
      return undefined;
  }
}

function isTalkOrUtterance({ entry }: Anchor): boolean {
  return entry === 'transcript' || entry?.kind === 'utterance';
}

function isWhole({ range, quote }: Anchor): boolean {
  return range === undefined && quote === undefined;
}

function statementKey({ id }: Pick<SpeechView, 'id'>): string {
  return `statement ${id ?? ''}`;
}

function passageKey(anchors: readonly Anchor[]): string {
  return anchors
    .map(({ target, range }) => `${target} ${range === undefined ? '' : `${range.start}-${range.end}`}`)
    .join('\n');
}
