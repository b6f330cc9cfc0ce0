/** Lines to turns, and turns to segments. */
import { given } from '../../core/given.ts';
import type { Milliseconds } from '../../core/model/model.ts';
import { tidyLines } from '../shared/blanks.ts';
import { eventFrom } from '../shared/events.ts';
import { beginsWithLabel } from '../shared/labels/label-at.ts';
import type { Segment } from '../shared/segments.ts';
import { BULLET } from './heads/court-heads.ts';
import type { Head } from './heads/head.ts';
import { mayHaveStamps, splitAtStamps } from './heads/inner-stamps.ts';
import { unescapeMarkdown } from './markdown.ts';
import type { LineRole } from './style/layout.ts';

interface Passage {
  /** `turn`: a head began it and paragraphs add to it. `loose`: a paragraph without one. `aside`: no one speaks it. */
  readonly kind: 'turn' | 'loose' | 'aside';
  readonly label: string | undefined;
  /** The head that began it, or the time above it. */
  readonly head: Head | undefined;
  /** The time of the head, or of a line above. */
  time: Head | undefined;
  /** Whether the speaker before may be carried over to it. */
  readonly isCarried: boolean;
  readonly at: string | undefined;
  /** Lines by paragraph, and what is no speech between them. */
  readonly paragraphs: (string[] | { readonly event: string })[];
}

export interface TurnOptions {
  /** Paragraphs that no head belongs to get the speaker before them, as carried over. */
  readonly carries: boolean;
  /** Words are escaped as in Markdown. */
  readonly isMarkdown: boolean;
  /** Whether the file has times in brackets, so that `[12:30]` in the words is one; undefined where words have none. */
  readonly hasStamps: boolean | undefined;
  readonly blankEndsTurn: boolean;
}

export class TurnBuilder {
  readonly #options: TurnOptions;
  readonly #segments: Segment[] = [];
  #open: Passage | undefined;
  #page: string | undefined;
  #lastLabel: string | undefined;
  /** A time on a line of its own, for what comes next. */
  #pending: Head | undefined;

  constructor(options: TurnOptions) {
    this.#options = options;
  }

  /** Begins a turn of someone, or of someone else who is not named. */
  begin(head: Head, at?: string): void {
    this.#begin('turn', head.rest, { label: head.label, head, time: head, at });
  }

  /** Begins words that nobody is named for, after which nobody is carried over. */
  beginNobody(head: Head, words: string, hasTime: boolean, at?: string): void {
    this.#close();
    this.#lastLabel = undefined;
    this.#begin('loose', words, { time: hasTime ? head : undefined, at });
  }

  /** A time before words, or alone on its line: the speaker goes on where the file writes it so. */
  stamp(head: Head, continues: boolean, at?: string): void {
    const { rest } = head;
    const open = this.#open;
    const isEmptyTurn = open?.kind === 'turn' && open.paragraphs.length === 0 && !hasTime(open.time);
    const label = continues ? this.#lastSpeaker() : undefined;
    if (rest === '' && isEmptyTurn) open.time = head;
    else if (rest !== '' || label !== undefined)
      this.#begin('turn', rest, { label, time: head, isCarried: label === undefined, at });
    else {
      this.#close();
      this.#pending = head;
    }
  }

  /** Only a turn goes on behind a blank line. */
  blank(): void {
    if (this.#open?.kind !== 'turn' || (this.#options.blankEndsTurn && this.#open.paragraphs.length > 0))
      this.#close();
  }

  /** What comes next is of another section: no one goes on. */
  endTurn(): void {
    this.#close();
    this.#lastLabel = undefined;
  }

  /** Something that is no speech. */
  event(event: string, at?: string): void {
    this.#begin('aside', '', { at });
    this.#open!.paragraphs.push({ event });
    this.#close();
  }

  /** Something that is no speech, in the middle of a turn that goes on: a heading, the margin of a page. */
  eventInside(event: string): void {
    if (this.#open?.kind === 'turn') this.#open.paragraphs.push({ event });
    else this.event(event);
  }

  page(page: string | undefined): void {
    this.#page = page ?? this.#page;
  }

  add(line: string, role: LineRole, at?: string): void {
    if (role === 'aside') this.#begin('aside', line, { at });
    else if (role === 'paragraph' && this.#open?.kind === 'turn') this.#open.paragraphs.push([line]);
    else if (role === 'paragraph' || this.#open === undefined)
      this.#begin('loose', line, { isCarried: true, at });
    else {
      const { paragraphs } = this.#open;
      const lines = paragraphs.at(-1);
      if (Array.isArray(lines)) lines.push(line);
      else paragraphs.push([line]);
    }
  }

  finish(): readonly Segment[] {
    this.#close();
    return this.#segments;
  }

  /** Ends what is open. */
  #begin(
    kind: Passage['kind'],
    words: string,
    { label, head, time, isCarried = false, at }: Partial<Omit<Passage, 'kind' | 'paragraphs'>>,
  ): void {
    this.#close();
    const above = this.#pending;
    this.#pending = undefined;
    this.#open = {
      kind,
      label,
      head,
      time: hasTime(time) ? time : above,
      isCarried,
      at: at ?? this.#page,
      paragraphs: words.trim() === '' ? [] : [[words]],
    };
  }

  #lastSpeaker(): string | undefined {
    return this.#open === undefined
      ? this.#lastLabel
      : this.#open.kind === 'turn'
        ? this.#open.label
        : undefined;
  }

  #close(): void {
    const passage = this.#open;
    if (passage === undefined) return;
    this.#open = undefined;
    let isFirst = true;
    for (const part of this.#parts(passage)) {
      this.#segments.push(this.#segmentOf(passage, part, isFirst));
      isFirst = false;
    }
    this.#lastLabel = passage.label ?? this.#lastLabel;
  }

  #segmentOf({ kind, label, head, time, at, isCarried }: Passage, part: Part, isFirst: boolean): Segment {
    const { text, event } = part;
    const isSaid = event === undefined || (isFirst && kind !== 'aside');
    const carries = this.#options.carries && isCarried && isSaid && !beginsWithLabel(text);
    return {
      text,
      event,
      label: isSaid ? label : undefined,
      to: isSaid ? head?.to : undefined,
      carriedLabel: carries ? this.#lastLabel : undefined,
      start: part.start ?? (isFirst ? time?.start : undefined),
      end: part.end ?? (isFirst ? time?.end : undefined),
      extra: extraOf(time?.dated ?? at, isFirst ? head : undefined),
    };
  }

  /** The words of a passage, parted where something happens that is no speech, and where a time stands among them. */
  #parts({ paragraphs }: Passage): readonly Part[] {
    const parts: Part[] = [];
    for (const paragraph of paragraphs) {
      if (!Array.isArray(paragraph)) parts.push({ text: paragraph.event, event: paragraph.event });
      else for (const lines of partedAtRemarks(paragraph)) this.#addWords(parts, lines);
    }
    return parts.length === 0 ? [{ text: '' }] : parts;
  }

  #addWords(parts: Part[], lines: readonly string[]): void {
    const tidied = tidyLines(lines);
    const written = tidied.endsWith(BULLET) ? tidied.slice(0, -BULLET.length) : tidied;
    const words = this.#options.isMarkdown ? unescapeMarkdown(written) : written;
    const event = eventFrom(words);
    if (event !== undefined) {
      parts.push({ text: words, event });
      return;
    }
    const last = parts.at(-1);
    const { hasStamps } = this.#options;
    if (hasStamps === undefined || !mayHaveStamps(words)) {
      if (last === undefined || last.event !== undefined) parts.push({ text: words });
      else last.text += last.text === '' ? words : `\n\n${words}`;
      return;
    }
    const [first, ...more]: readonly Part[] = splitAtStamps(words, hasStamps);
    if (last === undefined || last.event !== undefined || first!.start !== undefined) parts.push(first!);
    else {
      last.text += last.text === '' ? first!.text : `\n\n${first!.text}`;
      last.end = first!.end ?? last.end;
    }
    for (const part of more) parts.push(part);
  }
}

function hasTime(head: Head | undefined): boolean {
  return head !== undefined && (head.start !== undefined || head.dated !== undefined);
}

function extraOf(
  at: string | undefined,
  head: Head | undefined,
): Readonly<Record<string, unknown>> | undefined {
  const { direction, mark } = head ?? {};
  if (at === undefined && direction === undefined && mark === undefined) return undefined;
  return {
    ...given({ at, 'x-direction': direction, 'x-mark': mark }),
  };
}

interface Part {
  text: string;
  event?: string;
  start?: Milliseconds | undefined;
  end?: Milliseconds | undefined;
}

/** A line in square brackets is a remark of its own; one in round brackets may be wrapped from the line before. */
function partedAtRemarks(lines: readonly string[]): readonly (readonly string[])[] {
  if (lines.length === 1) return [lines];
  const parts: string[][] = [];
  let isOpen = false;
  for (const line of lines) {
    const isRemark = line.trimStart().startsWith('[') && eventFrom(line.trim()) !== undefined;
    if (isOpen && !isRemark) parts.at(-1)!.push(line);
    else parts.push([line]);
    isOpen = !isRemark;
  }
  return parts;
}
