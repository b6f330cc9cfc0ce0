/** Bytes to text and back. Nothing is guessed and nothing is replaced, so a file that was read is written back byte for byte. */
import type { Finding } from '../../../core/model/finding.ts';
import { MAX_BYTES } from './limits.ts';
import { decodeUtf8 } from './utf8.ts';

export interface DecodedText {
  /** Without the byte order mark: offsets into it are offsets behind the mark. */
  readonly text: string;
  /** The file began with a UTF-8 byte order mark; `encodeText` writes it back. */
  readonly bom: boolean;
}

const UTF8_BOM = [0xef, 0xbb, 0xbf];
/** Longest first: the mark of UTF-32LE begins with that of UTF-16LE. */
const OTHER_MARKS = [
  { encoding: 'UTF-32LE', mark: [0xff, 0xfe, 0, 0] },
  { encoding: 'UTF-32BE', mark: [0, 0, 0xfe, 0xff] },
  { encoding: 'UTF-16LE', mark: [0xff, 0xfe] },
  { encoding: 'UTF-16BE', mark: [0xfe, 0xff] },
] as const;

/**
 * The text of a file: UTF-8, with or without a byte order mark. Anything else is a finding of the rule `encoding`
 * (`too-large` above 256 MiB), with the offset of the first byte that is wrong in `data.byteOffset`.
 */
export function decodeText(bytes: Uint8Array, file: string): DecodedText | { readonly finding: Finding } {
  if (bytes.length > MAX_BYTES) return { finding: tooLarge(bytes.length, file) };
  const other = OTHER_MARKS.find(({ mark }) => startsWith(bytes, 0, mark));
  if (other !== undefined) {
    const said = () => `the file is ${other.encoding}, not UTF-8`;
    return refuse(file, 0, said, convertFrom(other.encoding));
  }
  const bom = startsWith(bytes, 0, UTF8_BOM);
  const start = bom ? UTF8_BOM.length : 0;
  if (bom && startsWith(bytes, start, UTF8_BOM)) {
    const said = () => 'the file begins with two byte order marks';
    return refuse(file, start, said, 'remove both: UTF-8 needs none');
  }
  const nul = bytes.indexOf(0);
  if (nul !== -1) return nulByte(file, nul);
  const text = decodeUtf8(bytes.subarray(start));
  if (text !== undefined) return { text, bom };
  const offset = firstInvalidByte(bytes);
  const byte = bytes[offset]!.toString(16).toUpperCase().padStart(2, '0');
  return refuse(file, offset, at => `byte ${byte}${at} is not valid UTF-8`, convertFrom('WINDOWS-1252'));
}

/** The bytes of a text, with the byte order mark that the file had. */
export function encodeText(text: string, bom: boolean): Uint8Array {
  return new TextEncoder().encode(bom ? `\ufeff${text}` : text);
}

function startsWith(bytes: Uint8Array, at: number, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[at + i] === byte);
}

function nulByte(file: string, offset: number): { finding: Finding } {
  if (offset > 1) {
    const help = 'text holds no NUL: remove it, or write "\\0" in double quotes where it is meant';
    return refuse(file, offset, at => `a NUL byte${at}`, help);
  }
  const encoding = offset === 0 ? 'UTF-16BE' : 'UTF-16LE';
  const said = (at: string) => `a NUL byte${at}: the file looks like ${encoding} without a byte order mark`;
  return refuse(file, offset, said, convertFrom(encoding));
}

const convertFrom = (encoding: string) =>
  `save the file as UTF-8, for example: iconv -f ${encoding} -t UTF-8 FILE > NEW (${
    encoding.startsWith('UTF') ? 'then remove the byte order mark' : `if it was written as ${encoding}`
  })`;

/** @param said what is wrong, with the place put into it; a baseline knows it without the place */
function refuse(
  file: string,
  byteOffset: number,
  said: (at: string) => string,
  help: string,
): { finding: Finding } {
  const message = said(` at byte offset ${byteOffset}`);
  const fingerprint = said('');
  return {
    finding: { rule: 'encoding', severity: 'error', file, message, help, data: { byteOffset }, fingerprint },
  };
}

function tooLarge(size: number, file: string): Finding {
  return {
    rule: 'too-large',
    severity: 'error',
    file,
    message: `the file has ${size} bytes, more than the ${MAX_BYTES} (256 MiB) that are read`,
    help: 'split the transcript into several files',
    data: { size, limit: MAX_BYTES },
    fingerprint: 'the file is too large',
  };
}

/** Well-formed sequences by their first byte: length, and the range of the second byte (Unicode, table 3-7). */
function sequenceAt(first: number): readonly [length: number, low: number, high: number] | undefined {
  if (first < 0x80) return [1, 0, 0];
  if (first >= 0xc2 && first <= 0xdf) return [2, 0x80, 0xbf];
  if (first === 0xe0) return [3, 0xa0, 0xbf];
  if (first === 0xed) return [3, 0x80, 0x9f];
  if (first >= 0xe1 && first <= 0xef) return [3, 0x80, 0xbf];
  if (first === 0xf0) return [4, 0x90, 0xbf];
  if (first >= 0xf1 && first <= 0xf3) return [4, 0x80, 0xbf];
  if (first === 0xf4) return [4, 0x80, 0x8f];
  return undefined;
}

/** Offset of the first byte of the first ill-formed sequence. */
function firstInvalidByte(bytes: Uint8Array): number {
  let i = 0;
  while (i < bytes.length) {
    const sequence = sequenceAt(bytes[i]!);
    if (sequence === undefined) return i;
    const [length, low, high] = sequence;
    for (let k = 1; k < length; k++) {
      const byte = bytes[i + k] ?? 0;
      if (byte < (k === 1 ? low : 0x80) || byte > (k === 1 ? high : 0xbf)) return i;
    }
    i += length;
  }
  return i;
}
