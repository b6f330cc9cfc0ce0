/** Reads a draft: the format is that of its name, or what the caller says. */
import type { Draft, DraftFormat } from '../../core/quotes/draft.ts';
import { decodeImport, isPacked } from '../shared/decode-import.ts';

const BY_ENDING: Readonly<Record<string, DraftFormat>> = {
  md: 'markdown',
  markdown: 'markdown',
  mdx: 'markdown',
  qmd: 'markdown',
  txt: 'text',
  text: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  docx: 'docx',
};

/** The format of a draft with this name; undefined if no draft has such a name. */
export function draftFormatOf(file: string): DraftFormat | undefined {
  const ending = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase();
  return ending === undefined || !Object.hasOwn(BY_ENDING, ending) ? undefined : BY_ENDING[ending];
}

export interface DraftToRead {
  readonly bytes: Uint8Array;
  /** Name for messages. */
  readonly file: string;
  /** By default that of its name; of other names Markdown, unless the text is a page. */
  readonly format?: DraftFormat | undefined;
  /** What the user says it is in; a byte order mark overrules it. */
  readonly encoding?: string | undefined;
  /** The option of the command that says so. */
  readonly encodingOption?: string | undefined;
}

/** The draft, or what is wrong with the file. Never throws. */
export async function readDraft({
  bytes,
  file,
  format,
  encoding,
  encodingOption,
}: DraftToRead): Promise<Draft | { readonly refused: string; readonly help?: string }> {
  const decoded = await decodeImport(bytes, file, { encoding, option: encodingOption });
  if ('finding' in decoded) {
    const { message, help } = decoded.finding;
    return { refused: message, ...(help !== undefined && { help }) };
  }
  const { text } = decoded;
  switch (isPacked(bytes) ? 'docx' : (format ?? draftFormatOf(file) ?? formatOfText(text))) {
    case 'docx':
      if (!isPacked(bytes))
        return { refused: 'is not a Word document (DOCX)', help: 'name its format with --from' };
      return readDocx(text, bytes, file);
    case 'html':
      return (await import('./html.ts')).readHtmlDraft(text, file);
    case 'text':
      return (await import('./text.ts')).readTextDraft(text, file);
    case 'markdown':
      return (await import('./markdown.ts')).readMarkdownDraft(text, file);
  }
}

async function readDocx(document: string, bytes: Uint8Array, file: string) {
  const { NOTES, STYLES, unpackParts } = await import('../shared/unpack-document.ts');
  const { readDocxDraft } = await import('./docx.ts');
  return readDocxDraft([document, ...unpackParts(bytes, NOTES)], unpackParts(bytes, STYLES), file);
}

function formatOfText(text: string): DraftFormat {
  return /^\s*(?:<!doctype html|<html)[\s>]/i.test(text) ? 'html' : 'markdown';
}
