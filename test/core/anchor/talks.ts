/** Generated talks, and annotations on every utterance of one. */
import fc from 'fast-check';
import type { Annotation, Transcript } from '../../../src/core/model/model.ts';
import { on } from './builders.ts';

const WORDS =
  'harvest ministry the of and bridge yes letter José cafe\u0301 😀 👩‍👩‍👧 не 数据 2016 signed'.split(' ');
/** Of those that turn no English passage when they are put beside it. */
export const plainWord = fc.constantFrom(...WORDS);
const word = fc.constantFrom(...WORDS, 'not', '5', 'five');
export const text = fc.array(word, { minLength: 1, maxLength: 12 }).map(words => `${words.join(' ')}.`);
export const speech = fc.record({ text, speaker: fc.constantFrom('anna', 'boris') });
export const talk = fc.array(speech, { minLength: 1, maxLength: 8 });

/** On every utterance: `w0`, `w1`, ... on the whole, and `q0`, `q1`, ... on a quote where it is unique in it. */
export function annotationsOn({ utterances }: Transcript): Annotation[] {
  return utterances.flatMap(({ id, text: spoken = '' }, index) => {
    const quote = spoken
      .split(' ')
      .slice(index % 3, (index % 3) + 4)
      .join(' ');
    const unique = quote !== '' && spoken.indexOf(quote) === spoken.lastIndexOf(quote);
    return [
      on(id!, undefined, { id: `w${index}` }),
      ...(unique ? [on(id!, quote, { id: `q${index}` })] : []),
    ];
  });
}
