/** The words that raise alarms: those of a transcript's language that ship, and those of a file that is named. */
import { type TranscriptWords, wordsOfTranscripts } from '../core/language/transcript-words.ts';
import type { Finding } from '../core/model/finding.ts';
import type { Transcript } from '../core/model/model.ts';
import { SourceText } from '../core/model/span.ts';
import { readWordLists } from '../formats/settings/word-lists.ts';
import { decodeText } from '../formats/yaml/read/decode.ts';
import type { Env } from '../io/env.ts';
import type { LoadedFile } from './loaded-file.ts';

export type ReadWords =
  | { readonly words: TranscriptWords }
  | { readonly refused: readonly Finding[]; readonly file: Pick<LoadedFile, 'file' | 'source'> };

/**
 * The words for versions of one transcript, the newest first.
 * @param file more lists, which add to those that ship.
 * @throws InputError if the file cannot be opened.
 */
export async function transcriptWords(
  versions: readonly Transcript[],
  file: string | undefined,
  env: Env,
): Promise<ReadWords> {
  if (file === undefined) return { words: await wordsOfTranscripts(versions) };
  const decoded = decodeText(env.files.read(file), file);
  if ('finding' in decoded) return { refused: [decoded.finding], file: { file } };
  const { lists, findings } = readWordLists(decoded.text, file);
  if (lists === undefined) return { refused: findings, file: { file, source: new SourceText(decoded.text) } };
  return { words: await wordsOfTranscripts(versions, lists) };
}
