/** `Q` and `A` of depositions and briefings: which of their spellings are heads in a file. */
import { countUp } from '../../../core/maps.ts';
import type { Head } from '../heads/head.ts';
import type { FileLines } from './file-lines.ts';

/** A sentence begins. */
const SENTENCE = /^["“'(]?[\p{Lu}\p{Lo}\d]/u;

export class QuestionsAndAnswers {
  /** Forms that are heads. */
  readonly #live = new Set<string>();

  constructor({ heads, headLines }: FileLines) {
    const counts = new Map<string, number>();
    for (const index of headLines) {
      const { form, label, rest } = heads[index]!;
      // `Q and A` begins a sentence.
      if (form.isQuestion && (form.id !== 'Q ' || SENTENCE.test(rest))) countUp(counts, `${form.id}${label}`);
    }
    for (const form of ['Q.', 'Q  ', 'Q ']) {
      const questions = counts.get(`${form}Q`) ?? 0;
      const answers = counts.get(`${form}A`) ?? 0;
      if (questions > 1 || (questions > 0 && answers > 0)) this.#live.add(form);
    }
  }

  get areHeads(): boolean {
    return this.#live.size > 0;
  }

  /** `A steel bridge` may begin a sentence, also where answers begin so: `before` is who spoke last. */
  isHead({ form, label, rest }: Head, file: FileLines, index: number, before = 'Q'): boolean {
    const isLive = this.#live.has(form.id) || (label === 'Q' && this.#live.size > 0);
    if (!isLive) return false;
    if (form.id !== 'Q ' || label === 'Q') return true;
    return SENTENCE.test(rest) || (before === 'Q' && !file.isWrapped(index));
  }
}
