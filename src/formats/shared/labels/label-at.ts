/** Speakers written before the words, in the spellings that people and tools use. */
import { judgeLabel, MAX_LABEL } from './judge-label.ts';

export interface Labelled {
  /** The label as in the file, without a stage direction. */
  readonly label: string;
  /** How it was said: `during the reading` of `Mr. LIND (during the reading):`. */
  readonly direction?: string | undefined;
  /** The text after it. */
  readonly rest: string;
  /** A tool wrote it, in a spelling that cannot be anything else. */
  readonly isCertain: boolean;
}

/** whisperX `[SPEAKER_00]: words` and `[[SPEAKER_00]]words`, whisper.cpp `(speaker 0) words`. */
const BY_TOOLS = [
  /^\[((?:SPEAKER|Speaker|speaker)[_ ]?(?:\d+|[A-Z]))\](?::[ \t]*|[ \t]+)/,
  /^\[\[(SPEAKER_\d+)\]\][ \t]*/,
  /^\((speaker (?:\d+|\?))\)[ \t]*/,
];

const IN_BRACKETS = /^\[([^[\]]+)\]$/;
/** Marks of writing direction, which editors put around names. */
const MARKS =
  /^[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+|[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+$/g;

/** Returns the label at the start of a passage, if something there looks like one; a phrase does not. */
export function labelAt(text: string, declared?: ReadonlySet<string>): Labelled | undefined {
  for (const pattern of text.startsWith('[') || text.startsWith('(') ? BY_TOOLS : []) {
    const match = pattern.exec(text);
    if (match !== null) return { label: match[1]!, rest: text.slice(match[0].length), isCertain: true };
  }
  const known = declared === undefined || declared.size === 0 ? undefined : declaredAt(text, declared);
  if (known !== undefined) return known;
  const end = endOfLabel(text);
  if (end < 1) return undefined;
  const { name, direction, isPhrase } = namedBy(text.slice(0, end));
  return isPhrase ? undefined : { label: name, direction, rest: afterColon(text, end), isCertain: false };
}

/** A label as it is written, parted into the name and how it was said. */
interface Named {
  readonly name: string;
  readonly direction: string | undefined;
  readonly isPhrase: boolean;
}

export function namedBy(label: string): Named {
  const { name, direction } = withoutDirection(cleanLabel(label));
  return { name, direction, isPhrase: judgeLabel(name).kind === 'phrase' };
}

/** The place of the first colon that ends a label: the ASCII one before a blank, a star or the end, or the fullwidth one. */
export function endOfLabel(text: string): number {
  const wide = text.indexOf('：');
  const colon = text.indexOf(':');
  const end = wide === -1 || (colon !== -1 && colon < wide) ? colon : wide;
  if (end === -1 || end > MAX_LABEL + 2) return -1;
  return end === wide || endsLabel(text, end) ? end : -1;
}

/** Behind the colon: the end, white space, or the stars of bold print. */
function endsLabel(text: string, colon: number): boolean {
  const code = text.charCodeAt(colon + 1);
  return (
    colon + 1 === text.length || code <= 32 || code === 42 || code === 95 || code === 160 || code === 0x3000
  );
}

function afterColon(text: string, colon: number): string {
  let at = colon + 1;
  while (isBlank(text.charCodeAt(at))) at++;
  return text.slice(at);
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 160 || code === 0x202f || code === 0x3000;
}

/** A declared name is a label in any form: even with a colon inside, or followed by a stage direction. */
export function declaredAt(text: string, declared: ReadonlySet<string>): Labelled | undefined {
  const line = text.slice(0, LONGEST_DECLARED);
  for (let at = line.search(/[:：]/); at !== -1; at = nextColon(line, at)) {
    if (line[at] !== '：' && !endsLabel(text, at)) continue;
    const whole = line.slice(0, at).trim();
    const { name, direction } = declared.has(whole) ? { name: whole } : withoutDirection(whole);
    if (declared.has(name)) return { label: name, direction, rest: afterColon(text, at), isCertain: true };
  }
  return undefined;
}

const LONGEST_DECLARED = 400;

function nextColon(line: string, at: number): number {
  const next = line.slice(at + 1).search(/[:：]/);
  return next === -1 ? -1 : at + 1 + next;
}

/** The label without what stands around it; cleaned again it stays the same, for it is read again where it was written. */
export function cleanLabel(label: string): string {
  for (let before = label; ; ) {
    const cleaned = cleanedOnce(before);
    if (cleaned === before) return cleaned;
    before = cleaned;
  }
}

function cleanedOnce(label: string): string {
  const bare = label
    .replace(MARKS, '')
    .trim()
    .replace(/(?:\*+|__+)$/, '')
    .trim();
  const name = IN_BRACKETS.exec(bare)?.[1]?.trim() ?? bare;
  return ODD_BLANKS.test(name) ? name.replace(/\s+/g, ' ') : name;
}

const ODD_BLANKS = /\s{2}|[^\S ]/;

const LAST_BRACKETS = /^(.+?)[ \t]*[([]([^()[\]]{1,80})[)\]]$/;
/** How something is said, in single words and in words with a capital. */
const DIRECTION =
  /^(?:cont(?:'|’|inue|inue)?d\.?|cont\.?|continuing|continues|resuming|v\.?\s?o\.?|o\.?\s?[sc]\.?|off[- ](?:mic|microphone|camera|screen)|on (?:phone|screen|camera)|over (?:phone|radio)|laugh(?:s|ing|ter)|chuckl(?:es|ing)|interrupting|interrupts|inaudible|unintelligible|crosstalk|whisper(?:s|ing)|shout(?:s|ing)|reading|reads|crying|cries|sobbing|sighs?|sighing|pause|pauses|aside|singing|sings|nodding|nods|smiling|smiles|gesturing|pointing|sarcastically|quietly|loudly|angrily|softly|slowly|calmly|firmly|coughs|coughing|lacht|lachend|liest|unterbricht|flüsternd|rit|riant|ríe|riendo|ride|ridendo|by (?:phone|video|telephone|videoconference)|via .*|through .*|speaking .*|in [A-Z]\w+)$/i;
/** Several words in small letters that say who someone is. */
const ROLE = /^(?:guest|host|co-host|audience|staff|male|female|unverified|group)\b/;

/** Two words or more: a single one may be the id that we write after a name shared by two parties. */
const SMALL_WORDS = /^\p{Ll}[^ ]* ./u;

/** Parts `Mr. LIND (during the reading)` from how it is said; `Ada (she/her)` and `Lind (North Bridge)` stay whole. */
export function withoutDirection(label: string): {
  readonly name: string;
  readonly direction?: string | undefined;
} {
  if (!label.endsWith(')') && !label.endsWith(']')) return { name: label };
  const match = LAST_BRACKETS.exec(label);
  const inside = match?.[2]?.trim() ?? '';
  const isDirection =
    DIRECTION.test(inside) || (SMALL_WORDS.test(inside) && !inside.includes('/') && !ROLE.test(inside));
  return match === null || !isDirection ? { name: label } : { name: match[1]!, direction: inside };
}

/** Whether a passage begins with what may name its speaker, taken or not: no one else is carried over to it. */
export function beginsWithLabel(text: string): boolean {
  return LIKE_A_LABEL.test(text);
}

const LIKE_A_LABEL =
  /^[\s>*_[(-]*(?:[^.!?;…\n]|\.(?! )|(?<=\b\p{Lu}\p{L}{0,3})\.(?= )){1,100}?[:：](?:\s|[*_\])]|$)/u;
