/** Tells our files from other YAML files by their first lines and top-level keys, without reading them as YAML. */
import { closest } from '../core/text/closest.ts';

/** The format's first key, at the start of a line. */
const VERSION_KEY = /^["']?onrecord["']?\s*:/m;
/** Nearly every file of ours has it at its beginning; the number is in bytes. */
const BEGINNING = 2048;
/** The first key of a mapping, after comments and document marks. */
const FIRST_KEY = /^(?:\ufeff|\s|#[^\n]*\n|---[ \t]*\n|%[^\n]*\n)*["']?([A-Za-z][\w-]*)["']?[ \t]*:/;
/** A list of mappings as `utterances`, with a key that utterances have. */
const UTTERANCES =
  /^["']?utterances["']?[ \t]*:[ \t]*(?:#[^\n]*)?\n(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*-[ \t]+(?:\{[ \t]*)?["']?(?:id|speaker|text|event|start|form|cue)["']?[ \t]*:/m;
const LAYER_KEYS = [/^["']?transcript["']?[ \t]*:/m, /^["']?(?:annotations|claims)["']?[ \t]*:/m];

/** One for all files: to make one takes longer than to decode a beginning. */
const decoder = new TextDecoder();

/**
 * Whether a YAML file is a transcript or a layer, or was meant to be one: its first key is `onrecord` or looks like it,
 * or it has the other keys of ours and lost the first one.
 */
export function looksLikeOurs(bytes: Uint8Array): boolean {
  const beginning = decoder.decode(bytes.subarray(0, BEGINNING));
  if (VERSION_KEY.test(beginning) || isMisspelt(FIRST_KEY.exec(beginning)?.[1])) return true;
  const text = bytes.length > BEGINNING ? decoder.decode(bytes) : beginning;
  return VERSION_KEY.test(text) || UTTERANCES.test(text) || LAYER_KEYS.every(key => key.test(text));
}

/** Names that other formats have; ours may go by them all the same. */
const OTHER_NAME = /\.(?!ya?ml$|json$)[a-z0-9]{1,8}$/i;

/** A quick look that spares large texts and captions the attempt to read them as YAML. */
export function mayBeOurs(file: string, bytes: Uint8Array): boolean {
  return !OTHER_NAME.test(file) || VERSION_KEY.test(decoder.decode(bytes.subarray(0, BEGINNING)));
}

/** `record` is as similar, but is an ordinary key in other people's files. */
function isMisspelt(key: string | undefined): boolean {
  return key !== undefined && key.length > 'record'.length && closest(key, ['onrecord']) !== undefined;
}

/** The line in which a layer names its transcript. */
const REFERENCE = /^transcript:[ \t]+(["']?)([^\r\n]*?)\1[ \t]*(?:[ \t]#.*)?$/m;
/** How far into a file the reference is looked for, in bytes. */
const REFERENCE_WITHIN = 4096;

/** The name of the transcript that a layer names, as far as can be seen without reading it as YAML. */
export function referenceIn(bytes: Uint8Array): string | undefined {
  return REFERENCE.exec(decoder.decode(bytes.subarray(0, REFERENCE_WITHIN)))?.[2];
}
