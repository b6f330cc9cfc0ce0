/** Whether a party has a name, or only the label that a machine gave it. */
import { latePattern } from '../lazily.ts';
import type { Id } from '../model/model.ts';

/** What programs call speakers whom they cannot name, in the languages that they are used in. */
const LABELS = [
  'speaker|spk|voice|channel|person|s|sprecher|sprecherin|locuteur|intervenant',
  'hablante|orador|interlocutor|parlante|falante|mówca|rozmówca|konuşmacı|spreker',
  'говорящий|спикер|участник|мовець|спікер|прамоўца|խոսնակ|բանախոս|მოსაუბრე|ομιλητής',
  'المتحدث|متحدث|דובר|वक्ता|ผู้พูด|说话人|發言人|发言人|話者|화자|스피커',
].join('|');
/** A label and a number: `Speaker 2`, `SPEAKER_00`, `spk_1`, `S1`. */
const LABEL_AND_NUMBER = latePattern(`^(?:${LABELS})[\\s_#-]*\\p{Nd}+$`, 'iu');

/** False for a name that is the id but for case, white space and marks, or a label and a number. */
export function isName(id: Id, name: string | undefined): name is string {
  if (name === undefined || bare(name) === '') return false;
  return bare(name) !== bare(id) && !isLabel(name);
}

/** Whether a name, or an id without one, is a label and a number. */
export function isLabel(name: string): boolean {
  return LABEL_AND_NUMBER().test(name.trim());
}

function bare(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
