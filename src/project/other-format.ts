/** Reads a file that is not one of ours sound and whole: one of ours with faults, or a transcript in another format, used where it lies. */

import { lazily } from '../core/lazily.ts';
import type { Finding, Path } from '../core/model/finding.ts';
import { LAYER_FILE } from '../core/model/layer-file.ts';
import type { Transcript, Utterance } from '../core/model/model.ts';
import type { Document } from '../core/model/project.ts';
import { SourceText, type Span } from '../core/model/span.ts';
import { wordPlaces, wordsBetween } from '../core/model/word-places.ts';
import { shellWord } from '../core/text/shell-word.ts';
import type { Conversation, Format } from '../formats/format.ts';
import { readFaulty } from '../formats/onrecord/read.ts';
import type { ReadDocument } from '../formats/onrecord/read-sound.ts';
import { isPacked } from '../formats/shared/decode-import.ts';
import { inlineLayers } from '../formats/shared/inline-layers.ts';
import { importFile, isOurs } from './import-file.ts';
import type { Reading } from './reading.ts';
import { looksLikeOurs } from './recognise.ts';

const YAML_FILE = /\.ya?ml$/i;
/** JSON of ours begins so. */
const OUR_JSON = /^\ufeff?\s*\{\s*"onrecord"\s*:/;
const BEGINNING = 512;

/** @param reading how the configuration or the run says that the file is read. */
export async function readOther(bytes: Uint8Array, file: string, reading: Reading): Promise<ReadDocument> {
  const isNamed = reading.from !== undefined;
  if (!isNamed && isMeantAsOurs(bytes, file)) return readFaulty(bytes, file);
  const { format, value, source, findings } = await importFile(bytes, file, { ...reading, ids: 'content' });
  if (format !== undefined && isOurs(format)) return readFaulty(bytes, file);
  const text = source === undefined ? {} : { source };
  const refused = (more: readonly Finding[]): ReadDocument => ({
    ...text,
    findings: [...findings, ...more],
    usable: false,
    unreadable: [],
  });
  if (format?.takes?.includes('transcript') === true) return refused([noTranscript(file, format)]);
  if (format === undefined || value === undefined || source === undefined) return refused([]);
  const document = documentOf(file, format, value, isPacked(bytes) ? undefined : source);
  const isUsable = findings.every(({ severity }) => severity !== 'error');
  return { document, source: document.source, findings, usable: isUsable, unreadable: [] };
}

/** Whether a file is ours by its name or its first lines, whatever is wrong in it. */
function isMeantAsOurs(bytes: Uint8Array, file: string): boolean {
  if (YAML_FILE.test(file) || LAYER_FILE.test(file)) return true;
  return OUR_JSON.test(new TextDecoder().decode(bytes.subarray(0, BEGINNING))) || looksLikeOurs(bytes);
}

function noTranscript(file: string, { name }: Format): Finding {
  return {
    rule: 'unknown-format',
    severity: 'error',
    file,
    message: `the file is ${name}, which holds annotations and no transcript`,
    help: `make a layer of it: onrecord convert ${shellWord(file)} --transcript TRANSCRIPT -o notes.layer.yaml`,
  };
}

/** @param source the file's text; without it the file is packed and has no lines, and each utterance is a line of its own. */
function documentOf(
  file: string,
  format: Format,
  conversation: Conversation,
  source: SourceText | undefined,
): Document<Transcript> {
  const value = inlineLayers(conversation);
  const texts = value.utterances.map(wordsOf);
  const shown = source ?? new SourceText(texts.map(text => `${text.replaceAll('\n', ' ')}\n`).join(''));
  const placeOf = lazily(() => wordPlaces(shown.text, texts));
  const locate = ([list, index]: Path): Span => {
    if (list !== 'utterances' || typeof index !== 'number') return { start: 0, end: 0 };
    return placeOf()(index);
  };
  const locateWords: Document['locateWords'] = async (path, text, words) =>
    words.map(stretch => wordsBetween(shown.text, locate(path), text, stretch));
  return {
    file,
    source: shown,
    value,
    format: { id: format.id, name: format.name },
    locate,
    locateWords,
  };
}

function wordsOf({ text, event }: Utterance): string {
  return text ?? event ?? '';
}
