/** Who speaks in a transcript, how much, and what they say first: by that a person tells whose voice it is. */

import { groupBy } from '../maps.ts';
import type { Id, Milliseconds, Party, Utterance } from '../model/model.ts';
import { documentsOf, type Project } from '../model/project.ts';
import { UNKNOWN_PARTY } from '../model/vocabulary.ts';
import { countWords } from '../text/tokens.ts';
import { isName } from '../who-speaks/naming.ts';

export interface Speaker {
  /** undefined for what is said by nobody named. */
  readonly id: Id | undefined;
  /** The party's name or label; undefined where nothing declares it. */
  readonly name: string | undefined;
  /** Whether it has a name that is more than a label. */
  readonly isNamed: boolean;
  readonly turns: number;
  readonly words: number;
  /** Sum of its turns that have both times; undefined where none has. */
  readonly duration: Milliseconds | undefined;
  /** The first turn of five words or more, else the first one. */
  readonly first: { readonly start: Milliseconds | undefined; readonly text: string };
}

/** A turn that is shorter tells nothing of a voice. */
const TELLING_WORDS = 5;

/** The speakers of a transcript's utterances; who says most comes first. */
export function speakersOf(project: Project): Speaker[] {
  const parties = new Map<Id, Party>(
    documentsOf(project)
      .flatMap(({ value }) => [...value.parties])
      .reverse(),
  );
  const turns = project.transcript.value.utterances.flatMap((utterance): Turn[] =>
    utterance.text === undefined ? [] : [{ utterance, words: countWords(utterance.text) }],
  );
  return [
    ...groupBy(turns, ({ utterance: { speaker } }) => (speaker === UNKNOWN_PARTY ? undefined : speaker)),
  ]
    .map(([id, list]) => speakerFrom(id, list, id === undefined ? undefined : parties.get(id)?.name))
    .sort((one, other) => other.words - one.words);
}

interface Turn {
  readonly utterance: Utterance;
  readonly words: number;
}

function speakerFrom(id: Id | undefined, turns: readonly Turn[], name: string | undefined): Speaker {
  const timed = turns.flatMap(({ utterance: { start, end } }) =>
    start === undefined || end === undefined ? [] : [Math.max(0, end - start)],
  );
  const { utterance } = turns.find(turn => turn.words >= TELLING_WORDS) ?? turns[0]!;
  return {
    id,
    name,
    isNamed: id !== undefined && isName(id, name),
    turns: turns.length,
    words: turns.reduce((sum, turn) => sum + turn.words, 0),
    duration: timed.length === 0 ? undefined : timed.reduce((sum, time) => sum + time, 0),
    first: { start: utterance.start, text: (utterance.text ?? '').replace(/\s+/g, ' ').trim() },
  };
}
