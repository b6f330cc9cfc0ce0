/** Bytes of a file in any format that is read to a conversation: the format is named, or found by content. */

import type { Finding } from '../core/model/finding.ts';
import { SourceText } from '../core/model/span.ts';
import { shellWord } from '../core/text/shell-word.ts';
import { binaryFormat } from '../formats/foreign/binary-signatures.ts';
import type { ForeignFormat } from '../formats/foreign/foreign-format.ts';
import type { Conversation, Format, Loss, ReadOptions, ReadResult } from '../formats/format.ts';
import { loadFormat, type Recognised, recogniseFormat } from '../formats/index.ts';
import { decodeImport } from '../formats/shared/decode-import.ts';
import type { Reading } from './reading.ts';

export interface ImportOptions extends Reading {
  /** What utterances without an id of their own get. */
  readonly ids?: ReadOptions['ids'];
  readonly carrySpeaker?: boolean | undefined;
  readonly fold?: boolean | undefined;
  /** The transcript that annotations without one are about; asked for once the format is known. */
  readonly transcript?: (() => Promise<ReadOptions['transcript']>) | undefined;
}

export interface Imported {
  /** Absent if the bytes are not text, or no format claims them. */
  readonly format?: Format;
  /** Absent if nothing could be read; `findings` then say why. */
  readonly value?: Conversation;
  /** A detected property of the file other than its format: "profile colon". */
  readonly detail?: string;
  readonly findings: readonly Finding[];
  /** Content of the file that the conversation lacks. */
  readonly losses?: readonly Loss[];
  /** The file's text; absent if the bytes are not text. */
  readonly source?: SourceText;
}

/** Finds the format of a file and decodes it, without reading it. */
export async function openImport(
  bytes: Uint8Array,
  file: string,
  { from, encoding, columns }: Reading,
): Promise<{ readonly imported: Imported; readonly read: (options: ImportOptions) => Promise<Imported> }> {
  const refused = (imported: Imported) => ({ imported, read: async () => imported });
  const binary = from === undefined ? binaryFormat(bytes) : undefined;
  if (binary !== undefined) return refused({ findings: [notRead(file, binary)] });
  const decoded = await decodeImport(bytes, file, { encoding, option: '--encoding' });
  if ('finding' in decoded) return refused({ findings: [decoded.finding] });
  const { text, warning } = decoded;
  const source = new SourceText(text);
  const { format, foreign } =
    from === undefined
      ? await recognised(text, file, columns !== undefined)
      : { format: await loadFormat(from), foreign: undefined };
  if (format?.read === undefined) return refused({ source, findings: [notRead(file, foreign)] });
  // What every other command refuses in a file of ours is refused here too.
  if (warning !== undefined && isOurs(format)) {
    return refused({ source, findings: [{ ...warning, severity: 'error' }] });
  }
  const warnings = warning === undefined ? [] : [warning];
  const read = async (options: ImportOptions): Promise<Imported> => {
    const result = inLanguage(
      withoutSilence(format.read!(text, await readOptions(file, options)), format, file, text),
      options.language,
    );
    return { format, source, ...result, findings: [...warnings, ...result.findings] };
  };
  return { imported: { format, source, findings: warnings }, read };
}

/** Reads a file at once; see {@link openImport}. */
export async function importFile(bytes: Uint8Array, file: string, options: ImportOptions): Promise<Imported> {
  return (await openImport(bytes, file, options)).read(options);
}

async function readOptions(file: string, options: ImportOptions): Promise<ReadOptions> {
  const { profile, columns, speakers, carrySpeaker, fold, transcript, ids } = options;
  return { file, profile, columns, speakers, carrySpeaker, fold, ids, transcript: await transcript?.() };
}

/** Columns are named for tables alone. */
async function recognised(text: string, file: string, hasColumns: boolean): Promise<Recognised> {
  const found = await recogniseFormat(text, file);
  const isTable = hasColumns && (found.format === undefined || found.format.id === 'text');
  return isTable ? { format: await loadFormat(isTabbed(text) ? 'tsv' : 'csv') } : found;
}

/** The first line says which kind of table. */
function isTabbed(text: string): boolean {
  return /^[^\r\n]*\t/.test(text);
}

function inLanguage(read: ReadResult, language: string | undefined): ReadResult {
  const { value } = read;
  if (language === undefined || value === undefined) return read;
  return { ...read, value: { ...value, transcript: { ...value.transcript, language } } };
}

/** A file in which nothing is said is no transcript; formats of annotations alone say their words elsewhere. */
function withoutSilence(read: ReadResult, format: Format, file: string, text: string): ReadResult {
  const isTranscript = !isOurs(format) && format.takes?.includes('transcript') !== true;
  if (!isTranscript || read.value === undefined || read.value.transcript.utterances.length > 0) return read;
  const { value: _none, ...rest } = read;
  const said =
    text.trim() === ''
      ? { message: 'the file is empty' }
      : {
          message: `no words were found in the file, which was read as ${format.title}`,
          help: 'if it is in another format, name it with --from; onrecord convert --list shows them',
        };
  const empty: Finding = { rule: 'bad-structure', severity: 'error', file, ...said };
  return { ...rest, findings: [...read.findings, empty] };
}

export function isOurs(format: Format): boolean {
  return format.id === 'onrecord-yaml' || format.id === 'onrecord-json';
}

/** Refuses by name where the format is known. */
function notRead(file: string, foreign: ForeignFormat | undefined): Finding {
  const common = { rule: 'unknown-format', severity: 'error', file } as const;
  return foreign === undefined
    ? {
        ...common,
        message: 'the format of the file is not known',
        help: 'name the format with --from; onrecord convert --list shows them',
      }
    : { ...common, message: `onrecord does not read ${foreign.name}`, help: wayIn(foreign, file) };
}

function wayIn({ wayIn: way }: ForeignFormat, file: string): string {
  return way.replaceAll('FILE', () => shellWord(file));
}
