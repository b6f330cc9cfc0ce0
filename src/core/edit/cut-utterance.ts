/** Cuts an utterance into several, and shares its time among them. */
import { given } from '../given.ts';
import type { Id, Milliseconds, Utterance } from '../model/model.ts';
import { countWords } from '../text/tokens.ts';
import type { Cut } from './plan.ts';
import { cutTimedWords, timedWordsOf, withTimedWords } from './timed-words.ts';

export interface CutUtterance {
  /** The first has the id of the whole. */
  readonly parts: readonly Utterance[];
  /** One fewer than parts. */
  readonly cuts: readonly Cut[];
}

/**
 * An utterance as several, with its own fields. A part begins and ends with its words where those have times of their own;
 * else the time is shared by words, and marked as inferred.
 *
 * @param texts together its words.
 * @param newId gives an id to every part but the first.
 */
export function cutUtterance(whole: Utterance, texts: readonly string[], newId: () => Id): CutUtterance {
  const words = timedWordsOf(whole);
  const lists = words && cutTimedWords(words, texts);
  const moments = momentsOf(whole, texts, lists);
  const { cue, start, end, inferred = [], ...rest } = whole;
  const parts = texts.map((text, index) => {
    const isFirst = index === 0;
    const isLast = index === texts.length - 1;
    const [from, to] = [moments[index - 1], moments[index]];
    const part = {
      ...rest,
      ...(isFirst ? cue !== undefined && { cue } : { id: newId() }),
      ...timesOf(
        {
          time: isFirst ? start : from?.after,
          isInferred: isFirst ? inferred.includes('start') : from?.words !== undefined,
        },
        {
          time: isLast ? end : to?.before,
          isInferred: isLast ? inferred.includes('end') : to?.words !== undefined,
        },
        inferred.includes('speaker'),
      ),
      text,
    };
    return withTimedWords(part, lists?.[index]);
  });
  return { parts, cuts: moments.map(({ before, words: shared }) => ({ time: before, words: shared })) };
}

interface Moment {
  /** End of what goes before, and start of what comes after. */
  readonly before: Milliseconds | undefined;
  readonly after: Milliseconds | undefined;
  readonly words: Cut['words'];
}

function momentsOf(
  { start, end }: Utterance,
  texts: readonly string[],
  lists: ReturnType<typeof cutTimedWords>,
): Moment[] {
  const counts = texts.map(countWords);
  const all = counts.reduce((sum, count) => sum + count, 0);
  const moments: Moment[] = [];
  let before = 0;
  for (let index = 0; index + 1 < texts.length; index++) {
    before += counts[index]!;
    const ended = lists?.[index]?.at(-1)?.end;
    const begun = lists?.[index + 1]?.[0]?.start;
    if (ended !== undefined && begun !== undefined)
      moments.push({ before: ended, after: begun, words: undefined });
    else if (start === undefined || end === undefined || all === 0)
      moments.push({ before: undefined, after: undefined, words: undefined });
    else {
      const time = Math.round(start + ((end - start) * before) / all);
      moments.push({ before: time, after: time, words: { before, all } });
    }
  }
  return moments;
}

interface Time {
  readonly time: Milliseconds | undefined;
  readonly isInferred: boolean;
}

/** The times that are there, and which of them nobody measured; `inferred` also tells of a speaker whom nobody stated. */
export function timesOf(
  start: Time,
  end: Time,
  isSpeakerInferred: boolean,
): Pick<Utterance, 'start' | 'end' | 'inferred'> {
  const inferred = [
    ...(start.isInferred && start.time !== undefined ? (['start'] as const) : []),
    ...(end.isInferred && end.time !== undefined ? (['end'] as const) : []),
    ...(isSpeakerInferred ? (['speaker'] as const) : []),
  ];
  return {
    ...given({ start: start.time, end: end.time }),
    ...(inferred.length > 0 && { inferred }),
  };
}
