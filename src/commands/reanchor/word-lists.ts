/** The words that raise alarms: those of the transcript's language that ship, and those of a file that is named. */
import { joinWordLists } from '../../core/language/join-word-lists.ts';
import { NO_WORDS, type WordLists } from '../../core/language/word-lists.ts';
import type { Finding } from '../../core/model/finding.ts';
import { SourceText } from '../../core/model/span.ts';
import { readWordLists } from '../../formats/settings/word-lists.ts';
import { decodeText } from '../../formats/yaml/read/decode.ts';
import type { Env } from '../../io/env.ts';
import type { LoadedFile } from '../../project/loaded-file.ts';

/** A transcript that does not name its language is taken for English. */
const DEFAULT_LANGUAGE = 'en';

export type Words =
  | { readonly words: WordLists }
  | { readonly refused: readonly Finding[]; readonly file: Pick<LoadedFile, 'file' | 'source'> };

/**
 * The lists for a transcript.
 * @param language a language tag (BCP 47) of its header; only the first subtag counts.
 * @param file more lists, which add to those that ship.
 * @throws InputError where the file cannot be opened.
 */
export function wordsFor(language: string | undefined, file: string | undefined, env: Env): Words {
  const shipped = shippedWords(language ?? DEFAULT_LANGUAGE, env);
  if (file === undefined) return { words: shipped ?? NO_WORDS };
  const decoded = decodeText(env.files.read(file), file);
  if ('finding' in decoded) return { refused: [decoded.finding], file: { file } };
  const { lists, findings } = readWordLists(decoded.text, file);
  if (lists === undefined) return { refused: findings, file: { file, source: new SourceText(decoded.text) } };
  return { words: shipped === undefined ? lists : joinWordLists(shipped, lists) };
}

/** Undefined where none of that language ship. */
function shippedWords(language: string, env: Env): WordLists | undefined {
  const [primary = ''] = language.toLowerCase().split('-');
  if (!/^[a-z]{2,8}$/.test(primary)) return undefined;
  const name = `words/${primary}.yaml`;
  const bytes = env.programFile(name);
  if (bytes === undefined) return undefined;
  const { lists, findings } = readWordLists(new TextDecoder().decode(bytes), name);
  if (lists === undefined) throw new Error(`the word lists are damaged: ${findings[0]?.message}`);
  return lists;
}
