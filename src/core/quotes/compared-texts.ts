/** Quotations and texts of a record as words that can be compared. */
import { WordKeys } from '../align/words/word-keys.ts';
import type { ComparedWords } from '../anchor/facts.ts';
import { type TellingKeys, tellingKeys } from '../anchor/telling-keys.ts';
import { CutTexts, type WordRange } from './cut-texts.ts';
import type { MatchContext } from './match.ts';
import type { SearchedTexts } from './record.ts';

export class ComparedTexts {
  /** As they are written. */
  readonly written: readonly string[];
  /** Without their editors' marks. */
  readonly quotations: CutTexts;
  readonly record: CutTexts;
  readonly #telling: TellingKeys;

  /**
   * @param edited the quotations without their editors' marks, as long as they were written
   * @param wanted indexes of the texts of the record that are compared with any
   */
  constructor(
    written: readonly string[],
    edited: readonly string[],
    record: SearchedTexts,
    wanted: ReadonlySet<number>,
    { lists, names }: MatchContext,
  ) {
    const keys = new WordKeys();
    this.written = written;
    this.quotations = new CutTexts(new Map(edited.entries()), keys, lists);
    const texts = [...wanted].map(index => [index, record.at(index).text] as const);
    this.record = new CutTexts(new Map(texts), keys, lists);
    this.#telling = tellingKeys(keys, lists, names);
  }

  ofQuotation(range: WordRange): ComparedWords {
    return this.quotations.compared(range, this.#telling);
  }

  ofRecord(range: WordRange): ComparedWords {
    return this.record.compared(range, this.#telling);
  }
}
