/** Stretches of words in a diff: what was removed, what was added, and what stands beside it. */
import type { WordRun } from '../../core/diff/word-diff.ts';
import { formatTime } from '../../core/model/time.ts';
import type { StandingName } from '../../core/model/vocabulary.ts';

/** A stretch of words; the mark says what happened to them, or that they are a standing. */
export interface Part {
  readonly text: string;
  readonly mark?: 'removed' | 'added' | StandingName;
  /** It reads as a sentence with what stands beside it: it needs no brackets, and in two columns no joint. */
  readonly inSentence?: true;
}

/** What stood there, and what stands there now. */
export function exchange(old: string | undefined, fresh: string | undefined): Part[] {
  return [
    ...(old === undefined || old === '' ? [] : [{ text: old, mark: 'removed' } as const]),
    ...(old && fresh ? [{ text: ' ' }] : []),
    ...(fresh === undefined || fresh === '' ? [] : [{ text: fresh, mark: 'added' } as const]),
  ];
}

/** Kept words on each side of a change that are printed; the rest of a long text is left out. */
const CONTEXT = 60;
const GAP = ' [...] ';

/** The words of an edit, changed ones marked, with some context. */
export function partsOf(words: readonly WordRun[]): Part[] {
  if (words.every(run => run.kind === 'kept')) return [];
  return words.map((run, index): Part => {
    if (run.kind !== 'kept') return { text: run.text, mark: run.kind };
    return { text: shortened(run.text, index > 0, index < words.length - 1) };
  });
}

function shortened(text: string, hasBefore: boolean, hasAfter: boolean): string {
  const head = hasBefore ? CONTEXT : 0;
  const tail = hasAfter ? CONTEXT : 0;
  if (text.length <= head + tail + GAP.length) return text;
  const headEnd = hasBefore ? text.lastIndexOf(' ', head) : 0;
  const tailStart = hasAfter ? text.indexOf(' ', text.length - tail) : text.length;
  if (headEnd === -1 || tailStart === -1 || tailStart <= headEnd) return text;
  // Where a text begins or ends with the gap, no blank stands outside of it.
  return `${text.slice(0, headEnd)}${hasBefore ? GAP : GAP.trimStart()}${text.slice(tailStart + 1)}`;
}

/** A value of a field as people write it. */
export function valueText(field: string, value: unknown): string {
  if ((field === 'start' || field === 'end') && typeof value === 'number') return formatTime(value);
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(element => valueText('', element)).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  const fields = Object.entries(value).map(([name, inner]) => `${name}: ${valueText(name, inner)}`);
  return `{${fields.join(', ')}}`;
}
