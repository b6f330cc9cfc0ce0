/** YAML constructs that are refused, and what to write instead. One entry for each rule of reading. */

export interface ReaderRule {
  /** Why it is refused: one sentence, for `explain`. */
  readonly why: string;
  readonly help?: string;
}

export const READER_RULES = {
  encoding: { why: 'Files are UTF-8; a byte that is read wrongly would be written back wrongly.' },
  'too-large': { why: 'Larger files are refused before they can exhaust memory.' },
  syntax: { why: 'The file is not valid YAML 1.2, so nothing in it can be relied on.' },
  'conflict-marker': {
    why: 'A textual merge could not decide and left both versions between markers.',
    help: 'keep one version and delete the lines that begin with <<<<<<<, ======= and >>>>>>>',
  },
  'not-a-mapping': {
    why: 'A transcript or layer is a mapping of fields.',
    help: 'begin with "onrecord: 1" and a field such as "utterances:" below it',
  },
  'duplicate-key': {
    why: 'Of two fields with one name a reader keeps the first, another the last, without a word.',
    help: 'remove one of the two, or rename it',
  },
  'complex-key': {
    why: 'A key that is a list, a mapping or a block of text cannot be a field name.',
    help: 'write the key as plain or quoted text on one line',
  },
  alias: {
    why: 'Aliases make one place change another, and a small file grow beyond all memory.',
    help: 'write the value out wherever it is used; "yq explode(.)" does it for a whole file',
  },
  'explicit-tag': {
    why: 'A tag changes what the text under it means, differently from program to program.',
    help: 'remove the tag; quote the value where it must stay text',
  },
  'merge-key': {
    why: 'YAML 1.2 dropped the merge key, and programs disagree on it.',
    help: 'write the merged fields out, or quote the key where "<<" is meant',
  },
  directive: {
    why: 'A directive changes how the whole file is read.',
    help: 'remove the line; files are YAML 1.2',
  },
  'multiple-documents': {
    why: 'A file is one transcript or one layer.',
    help: 'put each document into a separate file',
  },
  'too-deep': {
    why: 'No transcript is nested so deeply; hostile files are.',
    help: 'collections may be nested 64 deep',
  },
  'too-many-nodes': {
    why: 'Memory grows with the number of values, not with bytes.',
    help: 'a file may hold 8,000,000 values and keys, which is about a million utterances; split the transcript',
  },
} as const satisfies Record<string, ReaderRule>;

export type ReaderRuleId = keyof typeof READER_RULES;
