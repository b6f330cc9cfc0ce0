/** Transcripts and annotations for these tests, from as little as each test says. */
import { readFileSync } from 'node:fs';
import type { WordLists } from '../../../src/core/language/word-lists.ts';
import type { Annotation, Transcript, Utterance } from '../../../src/core/model/model.ts';
import { readWordLists } from '../../../src/formats/settings/word-lists.ts';
import { NOTHING } from '../../fixtures/project.ts';

const file = new URL('../../../data/words/en.yaml', import.meta.url);

export const english = readWordLists(readFileSync(file, 'utf8'), 'en.yaml').lists as WordLists;

export function transcript(
  utterances: readonly (string | Partial<Utterance>)[],
  parties: Transcript['parties'] = new Map(),
): Transcript {
  return {
    ...NOTHING,
    kind: 'transcript',
    parties,
    utterances: utterances.map((entry, index) => ({
      id: `u${index + 1}`,
      speaker: 'anna',
      ...(typeof entry === 'string' ? { text: entry } : entry),
    })),
  };
}

export function on(
  target: string | readonly string[],
  quote?: string,
  more: Partial<Annotation> = {},
): Annotation {
  return {
    id: 'a1',
    target: typeof target === 'string' ? [target] : target,
    tag: 'unclear',
    ...(quote !== undefined && { quote }),
    ...more,
  };
}
