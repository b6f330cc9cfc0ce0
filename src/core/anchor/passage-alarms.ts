/** Alarms of a placed passage: its words, the words beside it, and who speaks them. */
import { lazily } from '../lazily.ts';
import type { Speakers } from '../who-speaks/speakers.ts';
import { alarmsBetween } from './alarms.ts';
import { besidePassage } from './beside-passage.ts';
import type { WordSpan } from './candidate.ts';
import type { Alarm, NewPassage } from './placement.ts';
import { SpanWords } from './span-words.ts';
import { tellingKeys } from './telling-keys.ts';
import type { VersionPair } from './version-pair.ts';

function isNegation({ kind }: Alarm): boolean {
  return kind === 'negation';
}

export type PassageAlarms = ReturnType<typeof passageAlarms>;

export function passageAlarms(versions: VersionPair, known: ReadonlySet<string>, speakers: Speakers) {
  const telling = lazily(() => tellingKeys(versions.words.keys, versions.lists, known));
  const beside = lazily(() => besidePassage(versions, telling(), known));
  const namesSpeakers = versions.new.some(utterance => utterance.speaker !== undefined);

  function ofWords(quote: WordSpan, span: WordSpan): Alarm[] {
    const { words, lists, old, new: fresh } = versions;
    const compare = (oldSpan: WordSpan, newSpan: WordSpan) =>
      alarmsBetween(
        new SpanWords(old, words.old, oldSpan, words.keys, telling()),
        new SpanWords(fresh, words.new, newSpan, words.keys, telling()),
        lists,
        known,
      );
    const inside = compare(quote, span);
    const { alarms, denying, governing, ofNames } = beside();
    const outside = alarms(quote, span, inside, compare);
    const isDenied = inside.some(isNegation) || outside.some(isNegation);
    return [
      ...inside,
      ...outside,
      ...(isDenied ? [] : denying(quote, span)),
      ...governing(quote, span),
      ...ofNames(quote, span),
    ];
  }

  /** An alarm where the passage is spoken by someone else than before. A version that names no speaker at all corrects none. */
  function ofSpeaker(oldUtterance: number, passages: readonly NewPassage[]): readonly Alarm[] {
    if (!namesSpeakers) return [];
    const old = versions.old[oldUtterance]!.speaker;
    for (const { utterance } of passages) {
      const now = versions.new[utterance]!.speaker;
      if (speakers.isSame(old, now)) continue;
      if (old === undefined || old !== now) return [{ kind: 'speaker', old, new: now }];
      // One id for two parties: only their names tell them apart.
      const [was, is] = [speakers.nameOf('old', old), speakers.nameOf('new', now)];
      return [{ kind: 'speaker', old: was, new: is }];
    }
    return [];
  }

  return { ofWords, ofSpeaker };
}
