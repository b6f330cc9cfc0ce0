/** Speakers written before the words, in the spellings that people and tools use. */

export interface Labelled {
  /** The label as it stands in the file. */
  readonly label: string;
  /** What follows it. */
  readonly rest: string;
  /** A tool wrote it, in a spelling that cannot be anything else. */
  readonly isCertain: boolean;
}

const MAX_LENGTH = 60;
const MAX_WORDS = 6;

/** whisperX `[SPEAKER_00]: words` and `[[SPEAKER_00]]words`, whisper.cpp `(speaker 0) words`. */
const BY_TOOLS = [
  /^\[(SPEAKER_\d+)\]:[ \t]*/,
  /^\[\[(SPEAKER_\d+)\]\][ \t]*/,
  /^\((speaker (?:\d+|\?))\)[ \t]*/,
];

/** A name, a colon (ASCII or fullwidth) and a blank or the end. */
const NAMED = new RegExp(`^([^:：\\r\\n]{1,${MAX_LENGTH}}?)[ \\t]?(?::(?=[ \\t\\r\\n]|$)|：)[ \\t]*`);
const NAME = /^[\p{L}\p{N}@#][\p{L}\p{M}\p{N} .'’()&/_@#+-]*$/u;

/** Words that stand before a colon in transcripts and are nobody. */
const NOBODY = new Set(
  'break,chapter,date,http,https,music,note,notes,ps,re,recorded,subject,time,transcript,transcriber,warning'.split(
    ',',
  ),
);

/** The label at the start of a passage, if something that looks like one is there. */
export function labelAt(text: string): Labelled | undefined {
  for (const pattern of BY_TOOLS) {
    const match = pattern.exec(text);
    if (match !== null) return { label: match[1]!, rest: text.slice(match[0].length), isCertain: true };
  }
  const match = NAMED.exec(text);
  if (match === null || !looksLikeName(match[1]!)) return undefined;
  return { label: match[1]!, rest: text.slice(match[0].length), isCertain: false };
}

/** Whether a label can be a person's: short, without the punctuation of sentences. */
export function looksLikeName(label: string): boolean {
  return (
    label.length <= MAX_LENGTH &&
    NAME.test(label) &&
    label.trim() === label &&
    label.split(' ').length <= MAX_WORDS
  );
}

export function isNobody(label: string): boolean {
  return NOBODY.has(label.toLowerCase()) || /^dear /i.test(label);
}

/** Decides which labels are speakers: those declared, those of tools, and those that occur at least twice. */
export class LabelCounts {
  readonly #declared: ReadonlySet<string>;
  readonly #counts = new Map<string, number>();
  /** What was decided, until a label is counted again. */
  readonly #accepted = new Map<string, boolean>();

  constructor(declared: readonly string[] = []) {
    this.#declared = new Set(declared);
  }

  add({ label, isCertain }: Labelled): void {
    this.#counts.set(label, (this.#counts.get(label) ?? 0) + (isCertain ? 2 : 1));
    this.#accepted.delete(label);
  }

  accepts(label: string): boolean {
    let isAccepted = this.#accepted.get(label);
    if (isAccepted === undefined) {
      isAccepted = this.#declared.has(label) || ((this.#counts.get(label) ?? 0) > 1 && !isNobody(label));
      this.#accepted.set(label, isAccepted);
    }
    return isAccepted;
  }

  /** Labels that were seen but are not taken for speakers, with how often, in order of the file. */
  refused(): (readonly [label: string, count: number])[] {
    return [...this.#counts].filter(([label]) => !this.accepts(label));
  }
}
