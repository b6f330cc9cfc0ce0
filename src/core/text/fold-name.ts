const APOSTROPHES = /[‘’ʼ´`]/g;
const QUOTATION_MARKS = /[“”„«»]/g;
const SPACES = /\s+/g;

/** A name or title in the form in which people mean the same by it: whatever its case, spaces, Unicode form and marks. */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(APOSTROPHES, "'")
    .replace(QUOTATION_MARKS, '"')
    .replace(SPACES, ' ')
    .trim();
}
