/** Lines to turns, and turns to segments. */
import type { Milliseconds } from '../../core/model/model.ts';
import { tidy } from '../shared/blanks.ts';
import { eventFrom } from '../shared/events.ts';
import type { Segment } from '../shared/segments.ts';
import type { Head, LineRole, TextProfile } from './profile.ts';

interface Passage {
  /** `turn`: a head began it and paragraphs add to it. `loose`: a paragraph without one. `aside`: no one speaks it. */
  readonly kind: 'turn' | 'loose' | 'aside';
  readonly label: string | undefined;
  readonly start: Milliseconds | undefined;
  readonly page: string | undefined;
  /** Lines by paragraph. */
  readonly paragraphs: string[][];
}

export class TurnBuilder {
  readonly #profile: TextProfile;
  readonly #carries: boolean;
  readonly #segments: Segment[] = [];
  #open: Passage | undefined;
  #page: string | undefined;
  #lastLabel: string | undefined;

  /** `carries`: paragraphs that no head belongs to get the speaker before them, as carried over. */
  constructor(profile: TextProfile, carries: boolean) {
    this.#profile = profile;
    this.#carries = carries;
  }

  begin({ label, start, rest }: Head): void {
    this.#begin('turn', rest.trim() === '' ? [] : [[rest]], label, start);
  }

  /** Only a turn goes on behind a blank line. */
  blank(): void {
    if (this.#open?.kind !== 'turn') this.#close();
  }

  add(line: string, role: LineRole): void {
    if (role === 'furniture') this.#page = this.#profile.page?.(line) ?? this.#page;
    else if (role === 'aside') this.#begin('aside', [[line]]);
    else if (role === 'paragraph' && this.#open?.kind === 'turn') this.#open.paragraphs.push([line]);
    else if (role === 'paragraph' || this.#open === undefined) this.#begin('loose', [[line]]);
    else {
      const { paragraphs } = this.#open;
      const lines = paragraphs.at(-1);
      if (lines === undefined || this.#isHeading(line) || this.#isHeading(lines.at(-1)!))
        paragraphs.push([line]);
      else lines.push(line);
    }
  }

  finish(): readonly Segment[] {
    this.#close();
    return this.#segments;
  }

  #begin(kind: Passage['kind'], paragraphs: string[][], label?: string, start?: Milliseconds): void {
    this.#close();
    this.#open = { kind, label, start, page: this.#page, paragraphs };
  }

  #close(): void {
    const passage = this.#open;
    this.#open = undefined;
    if (passage === undefined) return;
    const { label, start, page, kind } = passage;
    const carriedLabel = kind === 'loose' && this.#carries ? this.#lastLabel : undefined;
    const extra = page === undefined ? undefined : { at: page };
    const parts = this.#parts(passage);
    for (const [index, { text, event }] of parts.entries()) {
      const isFirst = index === 0;
      const speaker = isFirst || event === undefined ? { label, carriedLabel } : {};
      this.#segments.push({ text, event, ...speaker, start: isFirst ? start : undefined, extra });
    }
    this.#lastLabel = label ?? this.#lastLabel;
  }

  #isHeading(line: string): boolean {
    return this.#profile.heading?.(line) !== undefined;
  }

  /** The words of a passage, parted where something happens that is no speech. */
  #parts({ paragraphs }: Passage): { text: string; event?: string }[] {
    const parts: { text: string; event?: string }[] = [];
    for (const lines of paragraphs.flatMap(partedAtRemarks)) {
      const written = tidy(lines.join('\n'));
      const words = this.#profile.unescape?.(written) ?? written;
      const event = this.#profile.heading?.(written) ?? eventFrom(words);
      const last = parts.at(-1);
      if (event !== undefined) parts.push({ text: words, event });
      else if (last === undefined || last.event !== undefined) parts.push({ text: words });
      else last.text += `\n\n${words}`;
    }
    return parts.length === 0 ? [{ text: '' }] : parts;
  }
}

/** A line in square brackets is a remark of its own; one in round brackets may be wrapped from the line before. */
function partedAtRemarks(lines: readonly string[]): string[][] {
  const parts: string[][] = [];
  let isOpen = false;
  for (const line of lines) {
    const isRemark = line.trim().startsWith('[') && eventFrom(line.trim()) !== undefined;
    if (isOpen && !isRemark) parts.at(-1)!.push(line);
    else parts.push([line]);
    isOpen = !isRemark;
  }
  return parts;
}
