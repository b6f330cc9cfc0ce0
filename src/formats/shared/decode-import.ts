/** Bytes of a foreign file to text: of a packed document, the part with its words. A byte order mark decides, then strict UTF-8; no encoding is guessed. */
import type { Finding } from '../../core/model/finding.ts';
import { decodeText } from '../yaml/read/decode.ts';
import { MAX_BYTES } from '../yaml/read/limits.ts';

const MARKS = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
] as const;

export type Decoded =
  /** `warning` tells of characters that could not be decoded and became U+FFFD, or of more byte order marks than one. */
  { readonly text: string; readonly warning?: Finding } | { readonly finding: Finding };

interface Encoded {
  /** What the user says the bytes are in; a byte order mark overrules it. */
  readonly encoding?: string | undefined;
  /** The option of the command that says so, for messages. */
  readonly option?: string | undefined;
}

/** The text without its byte order marks, or a finding of the rule `encoding` with the offset of the first wrong byte. */
export async function decodeImport(
  bytes: Uint8Array,
  file: string,
  { encoding, option }: Encoded = {},
): Promise<Decoded> {
  if (bytes.length > MAX_BYTES) return refuseAsYamlDoes(bytes, file, option);
  if (isPacked(bytes)) return (await import('./unpack-document.ts')).unpackDocument(bytes, file);
  if (isUtf32(bytes)) return refuseAsYamlDoes(bytes, file, undefined);
  const marked = MARKS.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte));
  const name = marked?.encoding ?? encoding ?? 'utf-8';
  if (name === 'utf-8' && marked === undefined && bytes.subarray(0, 2).includes(0))
    return refuseAsYamlDoes(bytes, file, option);
  try {
    const decoder = new TextDecoder(name, { fatal: true });
    const text = decoder.decode(bytes);
    return withoutMarks(decoder.encoding === 'windows-1252' ? inWindows1252(text) : text, file);
  } catch {
    if (name !== 'utf-8') return notInEncoding(file, name, option);
    const refused = refuseAsYamlDoes(bytes, file, option);
    return isWhisperCpp(bytes)
      ? { text: new TextDecoder().decode(bytes), warning: cut(refused.finding) }
      : refused;
  }
}

/** Files that are put together of files with a mark, or saved anew with one more, begin with several; the decoder takes one off. */
function withoutMarks(text: string, file: string): Decoded {
  if (!text.startsWith('\ufeff')) return { text };
  const warning: Finding = {
    rule: 'encoding',
    severity: 'info',
    file,
    message: 'the file begins with two byte order marks',
    help: 'remove both: UTF-8 needs none',
  };
  return { text: text.replace(/^\ufeff+/, ''), warning };
}

/** No decoder reads it; its mark begins with that of UTF-16. */
function isUtf32(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  return (a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff);
}

/** Characters of the bytes 80 to 9F; `.` where there is none. */
const WINDOWS_1252 = [...'€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ'];

/** Node 20 decodes these bytes as ISO 8859-1, and all quotation marks are among them; others do as the Encoding Standard says. */
function inWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, control => {
    const character = WINDOWS_1252[control.charCodeAt(0) - 0x80]!;
    return character === '.' ? control : character;
  });
}

/** Whether it is a ZIP archive. */
export function isPacked(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/** whisper.cpp ends tokens, and with them segments, inside a character; its files are UTF-8 all the same. */
function isWhisperCpp(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, WHISPER_HEAD));
  return /^\s*\{/.test(start) && /"systeminfo"\s*:|"transcription"\s*:/.test(start);
}

/** Its keys are within this many bytes. */
const WHISPER_HEAD = 10_000;

function cut(finding: Finding): Finding {
  const help = 'whisper.cpp cuts characters in two at the end of a token; they were read as U+FFFD';
  return { ...finding, severity: 'warning', help };
}

function notInEncoding(file: string, encoding: string, option: string | undefined): { finding: Finding } {
  const message = `the file is not valid ${encoding}`;
  const help = option === undefined ? 'save it as UTF-8' : `name another with ${option}`;
  return { finding: { rule: 'encoding', severity: 'error', file, message, help } };
}

/** Replaces the help that the reader of onrecord files gives for bytes that are not UTF-8. */
function refuseAsYamlDoes(bytes: Uint8Array, file: string, option: string | undefined): { finding: Finding } {
  const decoded = decodeText(bytes, file);
  if (!('finding' in decoded)) return notInEncoding(file, 'utf-8', option);
  if (decoded.finding.rule !== 'encoding' || option === undefined) return decoded;
  const help = `name the encoding with ${option}, for example windows-1252, utf-16le, gb18030 or koi8-r`;
  return { finding: { ...decoded.finding, help } };
}
