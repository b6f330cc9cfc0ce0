/** One way in which plain texts mark who speaks. */
import type { Milliseconds } from '../../core/model/model.ts';

/** The start of a turn, found at the start of a line. */
export interface Head {
  /** The speaker as it is spelt; absent where only a change of speaker is marked. */
  readonly label?: string | undefined;
  /** The spelling can be nothing but a speaker; others must occur twice or be declared. */
  readonly isCertain: boolean;
  readonly start?: Milliseconds | undefined;
  /** The words after the head, on its line. */
  readonly rest: string;
  /** Where the label turns out to be none: the mark still begins a turn, with these words. Absent: the line goes on. */
  readonly restWithoutLabel?: string | undefined;
}

/** What a line that begins no turn does. */
export type LineRole =
  /** Goes on in the paragraph above. */
  | 'continues'
  /** Begins a paragraph of the same turn. */
  | 'paragraph'
  /** Begins a passage that no one speaks: a document, the minutes of a clerk. */
  | 'aside'
  /** Belongs to the page, not to the text. */
  | 'furniture';

export interface Turn {
  readonly label: string | undefined;
  readonly start: Milliseconds | undefined;
  readonly paragraphs: readonly string[];
}

export interface TextProfile {
  readonly id: string;
  /** For the help: how it looks. */
  readonly example: string;
  /** How much of a text follows the profile, 0 to 1, given the share of its paragraphs that begin with an accepted head. */
  detect(text: string, share: number): number;
  head(line: string): Head | undefined;
  role(line: string, isAfterBlank: boolean): LineRole;
  /** The words of a line that is a heading: an event in the turn around it. */
  heading?(line: string): string | undefined;
  /** The page that a line of furniture begins, for the place of what follows. */
  page?(line: string): string | undefined;
  /** The whole text before it is split into lines; offsets in findings are those of the result. */
  prepare?(text: string): string;
  /** A paragraph as it is meant, from how it is written. */
  unescape?(paragraph: string): string;
  /** Whether a turn without a speaker shows as a turn of its own. */
  marksTurn(turn: Pick<Turn, 'start'>): boolean;
  write(turn: Turn): string;
  /** The line of furniture that begins a page; undefined where it cannot be one. */
  writePage?(page: string): string | undefined;
}

/** Blank lines part paragraphs; the rest is one paragraph whose lines were wrapped. */
export function byBlankLines(_line: string, isAfterBlank: boolean): LineRole {
  return isAfterBlank ? 'paragraph' : 'continues';
}
