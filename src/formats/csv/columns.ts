/** Maps columns to meanings: as the user says, else by the known headers of other tools. */
import { COLUMNS, type Column } from '../format.ts';

/** Headers without blanks, in small letters. */
const KNOWN = {
  id: 'id',
  speaker: 'speaker speakername speakerlabel name who participant',
  start:
    'start starttime timestart starttimecode timecodestart begin begintime from inpoint startseconds startms timestamp timecode time',
  end: 'end endtime timeend endtimecode timecodeend stop to outpoint endseconds endms',
  text: 'text words transcript transcription utterance sentence content body dialog dialogue speech caption message',
  event: 'event',
  annotations: 'annotations',
} as const satisfies Readonly<Record<Column | 'annotations', string>>;
const HEADERS = Object.entries(KNOWN).map(
  ([column, names]) => [column as keyof typeof KNOWN, names.split(' ')] as const,
);

export interface ColumnPlan {
  readonly places: ReadonlyMap<Column | 'annotations', number>;
  /** Columns that are kept under a key that begins with `x-`. */
  readonly others: ReadonlyMap<string, number>;
  readonly hasHeader: boolean;
  /** Every cell was written by this program. */
  readonly isOwn: boolean;
  /** Columns that the user named and that are not there. */
  readonly missing: readonly string[];
}

export function planColumns(
  first: readonly string[],
  wanted: ReadonlyMap<Column, string> = new Map(),
): ColumnPlan {
  const headers = first.map(cell => cell.trim().toLowerCase());
  const plain = headers.map(plainHeader);
  const places = new Map<Column | 'annotations', number>();
  const missing: string[] = [];
  for (const [column, name] of wanted) {
    const named = headers.indexOf(name.trim().toLowerCase());
    const place = named === -1 && /^[1-9]\d*$/.test(name) ? Number(name) - 1 : named;
    if (place < 0 || place >= first.length) missing.push(name);
    else places.set(column, place);
  }
  const hasHeader =
    plain.some(isKnownHeader) ||
    [...wanted.values()].some(name => headers.includes(name.trim().toLowerCase()));
  if (hasHeader) addKnown(plain, places);
  const isOwn = COLUMNS.every((column, index) => headers[index] === column);
  return { places, others: hasHeader ? otherColumns(headers, places) : new Map(), hasHeader, isOwn, missing };
}

/** `Start Time`, `start_time` and `StartTime` are the same header; parentheses hold a unit. */
function plainHeader(header: string): string {
  return header.replace(/\([^()]*\)$/, '').replace(/[\s_.-]+/g, '');
}

function isKnownHeader(header: string): boolean {
  return HEADERS.some(([, names]) => names.includes(header));
}

function addKnown(headers: readonly string[], places: Map<Column | 'annotations', number>): void {
  for (const [column, names] of HEADERS) {
    if (places.has(column)) continue;
    const taken = new Set(places.values());
    const name = names.find(
      candidate => headers.includes(candidate) && !taken.has(headers.indexOf(candidate)),
    );
    if (name !== undefined) places.set(column, headers.indexOf(name));
  }
}

function otherColumns(
  headers: readonly string[],
  places: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const taken = new Set(places.values());
  const others = new Map<string, number>();
  for (const [index, header] of headers.entries()) {
    if (taken.has(index) || header === '') continue;
    others.set(header.startsWith('x-') ? header : `x-${header.replace(/[^\p{L}\p{N}]+/gu, '-')}`, index);
  }
  return others;
}
