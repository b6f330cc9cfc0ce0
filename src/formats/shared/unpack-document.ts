/** Documents of word processors are ZIP archives: the part with the words, as text. */
import { unzipSync } from 'fflate';
import type { Finding } from '../../core/model/finding.ts';

/** The largest unpacked part of a document, in bytes; anything larger is a decompression bomb. */
const MAX_UNPACKED = 64 * 1024 * 1024;
/** As it lies in the archive. */
const MAX_PACKED = 16 * 1024 * 1024;

/** The parts with the words: of Word documents and of OpenDocument texts. */
const PARTS = ['word/document.xml', 'content.xml'];

/** The notes at the foot of pages and at the end of Word documents. */
export const NOTES = ['word/footnotes.xml', 'word/endnotes.xml'];
/** What the styles of a Word document are called. */
export const STYLES = ['word/styles.xml'];

/** Other formats in ZIP archives, recognised by a part, with help. */
const OTHERS: readonly (readonly [part: RegExp, what: string, help: string])[] = [
  [/^xl\//, 'an Excel workbook (XLSX)', 'save the sheet as CSV'],
  [/^ppt\//, 'a PowerPoint presentation (PPTX)', 'save its text as a text file'],
  [/^META-INF\/container\.xml$/, 'an EPUB book', 'save its text as a text file'],
];

/** The XML with the words of a DOCX or ODT file, else what the archive is. */
export function unpackDocument(
  bytes: Uint8Array,
  file: string,
): { readonly text: string } | { readonly finding: Finding } {
  const names: string[] = [];
  let isTooLong = false;
  let chosen: string | undefined;
  try {
    const unpacked = unzipSync(bytes, {
      filter({ name, size, originalSize }) {
        names.push(name);
        // One part, once: an archive may list a name many times.
        if (chosen !== undefined || !PARTS.includes(name)) return false;
        isTooLong = size > MAX_PACKED || originalSize > MAX_UNPACKED;
        if (!isTooLong) chosen = name;
        return !isTooLong;
      },
    });
    if (chosen !== undefined)
      return { text: new TextDecoder('utf-8', { fatal: true }).decode(unpacked[chosen]) };
  } catch {
    return refuse(
      file,
      'a ZIP archive, as DOCX and ODT files are, and damaged',
      'open it in a word processor and save it again',
    );
  }
  if (isTooLong)
    return refuse(
      file,
      `a DOCX or ODT file with more than ${MAX_UNPACKED / 1024 / 1024} MiB of text`,
      'save it in parts, or as a text file',
    );
  const other = OTHERS.find(([part]) => names.some(name => part.test(name)));
  return other === undefined
    ? refuse(file, 'a ZIP archive and no DOCX or ODT document', 'unpack it and convert the files in it')
    : refuse(file, other[1], other[2]);
}

/** The XML of these parts of a Word document that {@link unpackDocument} takes; those that cannot be read are left out. */
export function unpackParts(bytes: Uint8Array, wanted: readonly string[]): string[] {
  const found = new Set<string>();
  const unpacked = unzipSync(bytes, {
    filter({ name, size, originalSize }) {
      if (found.has(name) || !wanted.includes(name)) return false;
      if (size > MAX_PACKED || originalSize > MAX_UNPACKED) return false;
      found.add(name);
      return true;
    },
  });
  return wanted.flatMap(name => (found.has(name) ? [new TextDecoder().decode(unpacked[name])] : []));
}

function refuse(file: string, what: string, help: string): { finding: Finding } {
  return {
    finding: { rule: 'unknown-format', severity: 'error', file, message: `the file is ${what}`, help },
  };
}
