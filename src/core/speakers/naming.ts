/** Whether a party has a name, or only the label that a machine gave it. */
import type { Id } from '../model/model.ts';

/** A label and a number: `Speaker 2`, `SPEAKER_00`, `spk_1`, `S1`. */
const LABEL_AND_NUMBER = /^(?:speaker|spk|sprecher|voice|channel|person|s)[\s_#-]*\d+$/i;

/** False for a name that is the id but for case, white space and marks, or a label and a number. */
export function isName(id: Id, name: string | undefined): name is string {
  if (name === undefined || bare(name) === '') return false;
  return bare(name) !== bare(id) && !LABEL_AND_NUMBER.test(name.trim());
}

function bare(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
