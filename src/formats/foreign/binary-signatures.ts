/** Files that hold no text, by their first bytes. */
import { type ForeignFormat, WAYS } from './foreign-format.ts';

const TRANSCRIBE = 'transcribe it first, for example with whisper, and convert the transcript';
const READ_IMAGE = 'read its text with a program for text recognition first';

interface BinarySignature extends ForeignFormat {
  /** Bytes as characters from U+0000 to U+00FF, and where they stand. */
  readonly bytes: string;
  readonly at?: number;
}

const SIGNATURES: readonly BinarySignature[] = [
  { bytes: '%PDF-', name: 'PDF', wayIn: WAYS.pdf },
  { bytes: '\xd0\xcf\x11\xe0', name: 'Word 97-2003 (DOC) or another old Office file', wayIn: WAYS.plainText },
  { bytes: 'STL', at: 3, name: 'EBU STL captions', wayIn: WAYS.captions },
  { bytes: 'ooBinaryFile', name: 'Praat (binary)', wayIn: 'save it from Praat as a text file' },
  { bytes: 'ID3', name: 'audio (MP3)', wayIn: TRANSCRIBE },
  { bytes: '\xff\xfb', name: 'audio (MP3)', wayIn: TRANSCRIBE },
  { bytes: '\xff\xf3', name: 'audio (MP3)', wayIn: TRANSCRIBE },
  { bytes: 'RIFF', name: 'audio or video (WAV, AVI)', wayIn: TRANSCRIBE },
  { bytes: 'OggS', name: 'audio (Ogg)', wayIn: TRANSCRIBE },
  { bytes: 'fLaC', name: 'audio (FLAC)', wayIn: TRANSCRIBE },
  { bytes: 'ftyp', at: 4, name: 'audio or video (MP4)', wayIn: TRANSCRIBE },
  { bytes: '\x1a\x45\xdf\xa3', name: 'video (Matroska, WebM)', wayIn: TRANSCRIBE },
  { bytes: '\x89PNG', name: 'an image (PNG)', wayIn: READ_IMAGE },
  { bytes: '\xff\xd8\xff', name: 'an image (JPEG)', wayIn: READ_IMAGE },
  { bytes: 'SQLite format 3', name: 'an SQLite database', wayIn: 'export the transcript as CSV' },
  { bytes: '\x1f\x8b', name: 'gzip', wayIn: 'unpack it first: gunzip -c FILE | onrecord convert -' },
  { bytes: 'BZh', name: 'bzip2', wayIn: 'unpack it first: bunzip2 -c FILE | onrecord convert -' },
  { bytes: '\xfd7zXZ', name: 'xz', wayIn: 'unpack it first: xz -dc FILE | onrecord convert -' },
  { bytes: '(\xb5\x2f\xfd', name: 'Zstandard', wayIn: 'unpack it first: zstd -dc FILE | onrecord convert -' },
  // Names and sizes stand in a header of NULs, which reads as text.
  {
    bytes: 'ustar',
    at: 257,
    name: 'a TAR archive',
    wayIn: 'unpack it first, and convert the transcript in it',
  },
  { bytes: 'PK\x05\x06', name: 'an empty ZIP archive', wayIn: 'it holds no transcript' },
  { bytes: 'PK\x07\x08', name: 'a ZIP archive in parts', wayIn: 'join and unpack it first' },
  { bytes: '7z\xbc\xaf', name: '7-Zip', wayIn: 'unpack it first' },
  { bytes: 'Rar!', name: 'RAR', wayIn: 'unpack it first' },
];

/** Files that are archives of files, by the names in them. */
const ARCHIVES: readonly (ForeignFormat & { readonly sign: string })[] = [
  { sign: 'xl/', name: 'XLSX (Excel)', wayIn: 'save the sheet as CSV' },
  {
    sign: 'application/vnd.oasis.opendocument.spreadsheet',
    name: 'ODS (OpenDocument sheet)',
    wayIn: 'save the sheet as CSV',
  },
  { sign: 'ppt/', name: 'PPTX (PowerPoint)', wayIn: WAYS.plainText },
  { sign: 'application/epub+zip', name: 'EPUB', wayIn: WAYS.plainText },
  { sign: 'Index/Document.iwa', name: 'Pages (Apple)', wayIn: 'export it from Pages as plain text' },
];
const READ = ['word/', 'application/vnd.oasis.opendocument.text'];
const ARCHIVE = 'PK\x03\x04';
/** As much of both ends of an archive as holds the names in it. */
const ENDS = 65_536;

/** The format of bytes that are no text; undefined if they may be. */
export function binaryFormat(bytes: Uint8Array): ForeignFormat | undefined {
  const known = SIGNATURES.find(({ bytes: sign, at = 0 }) => latin1(bytes, at, at + sign.length) === sign);
  // Of EBU STL: code page, `STL` and the frame rate.
  if (known?.at === 3 && !/^\d{3}STL\d\d\./.test(latin1(bytes, 0, 9))) return undefined;
  if (known !== undefined) return known;
  if (latin1(bytes, 0, ARCHIVE.length) !== ARCHIVE) return undefined;
  const names = latin1(bytes, 0, ENDS) + latin1(bytes, Math.max(ENDS, bytes.length - ENDS), bytes.length);
  // Word and OpenDocument texts are read.
  if (READ.some(sign => names.includes(sign))) return undefined;
  const archive = ARCHIVES.find(({ sign }) => names.includes(sign));
  return archive ?? { name: 'a ZIP archive', wayIn: 'unpack it first, and convert the transcript in it' };
}

/** Bytes as characters from U+0000 to U+00FF. */
function latin1(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < Math.min(to, bytes.length); at += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(at, Math.min(at + CHUNK, to)));
  }
  return text;
}

/** As many arguments as a call takes anywhere. */
const CHUNK = 4096;
