import { readText } from '../../../src/formats/text/read.ts';

/** A text as turns: the speaker's name or none, the start in seconds where there is one, the words or the [event]. */
export function readTurns(text: string, options: Partial<Parameters<typeof readText>[1]> = {}): unknown[][] {
  const { transcript } = readText(text, { file: 'a.txt', ...options }).value!;
  return transcript.utterances.map(({ speaker, start, text: words, event }) => {
    const name = speaker === undefined ? undefined : (transcript.parties.get(speaker)?.name ?? speaker);
    return [name, ...(start === undefined ? [] : [start / 1000]), event === undefined ? words : `[${event}]`];
  });
}
