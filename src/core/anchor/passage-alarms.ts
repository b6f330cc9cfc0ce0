/** Alarms of a placed passage: its words, the words beside it, and who speaks them. */
import type { Speakers } from '../who-speaks/speakers.ts';
import { alarmsBetween } from './alarms.ts';
import { BesidePassage } from './beside-passage.ts';
import type { WordSpan } from './candidate.ts';
import type { Alarm, NewPassage } from './placement.ts';
import { SpanWords } from './span-words.ts';
import { TellingKeys } from './telling-keys.ts';
import type { VersionPair } from './version-pair.ts';

function isNegation({ kind }: Alarm): boolean {
  return kind === 'negation';
}

export class PassageAlarms {
  readonly #versions: VersionPair;
  readonly #names: ReadonlySet<string>;
  readonly #speakers: Speakers;
  readonly #namesSpeakers: boolean;
  #telling: TellingKeys | undefined;
  #beside: BesidePassage | undefined;

  constructor(versions: VersionPair, names: ReadonlySet<string>, speakers: Speakers) {
    this.#versions = versions;
    this.#names = names;
    this.#speakers = speakers;
    this.#namesSpeakers = versions.new.some(utterance => utterance.speaker !== undefined);
  }

  ofWords(quote: WordSpan, span: WordSpan): Alarm[] {
    const { words, lists, old, new: fresh } = this.#versions;
    this.#telling ??= new TellingKeys(words.keys, lists, this.#names);
    const telling = this.#telling;
    this.#beside ??= new BesidePassage(this.#versions, telling, this.#names);
    const compare = (oldSpan: WordSpan, newSpan: WordSpan) =>
      alarmsBetween(
        new SpanWords(old, words.old, oldSpan, words.keys, telling),
        new SpanWords(fresh, words.new, newSpan, words.keys, telling),
        lists,
        this.#names,
      );
    const inside = compare(quote, span);
    const beside = this.#beside.alarms(quote, span, inside, compare);
    const isDenied = inside.some(isNegation) || beside.some(isNegation);
    const denying = isDenied ? [] : this.#beside.denying(quote, span);
    const governing = this.#beside.governing(quote, span);
    const names = this.#beside.names(quote, span);
    if (beside.length + denying.length + governing.length + names.length === 0) return inside;
    return [...inside, ...beside, ...denying, ...governing, ...names];
  }

  /** An alarm where the passage is spoken by someone else than before. A version that names no speaker at all corrects none. */
  ofSpeaker(oldUtterance: number, passages: readonly NewPassage[]): readonly Alarm[] {
    if (!this.#namesSpeakers) return [];
    const old = this.#versions.old[oldUtterance]!.speaker;
    for (const { utterance } of passages) {
      const now = this.#versions.new[utterance]!.speaker;
      if (this.#speakers.isSame(old, now)) continue;
      if (old === undefined || old !== now) return [{ kind: 'speaker', old, new: now }];
      // One id for two parties: only their names tell them apart.
      const [was, is] = [this.#speakers.nameOf('old', old), this.#speakers.nameOf('new', now)];
      return [{ kind: 'speaker', old: was, new: is }];
    }
    return [];
  }
}
