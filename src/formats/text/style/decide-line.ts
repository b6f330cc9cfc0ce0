/** What each line of a file is, once its style is known. */
import { judgeLabel } from '../../shared/labels/judge-label.ts';
import type { Head } from '../heads/head.ts';
import { isBreak, opensRemark, remarkOf } from '../lines/remarks.ts';
import { markdownHeading } from '../markdown.ts';
import type { Style } from './find-style.ts';

export type Decision =
  /** A turn begins; without a label only a change of speaker is marked. */
  | { readonly kind: 'head'; readonly head: Head }
  /** Looks like a head, and its label is not taken: the words are nobody's. Its time counts where the form is one of the file's. */
  | { readonly kind: 'nobody'; readonly head: Head; readonly words: string; readonly hasTime: boolean }
  /** A time without a name; `continues` where the file writes so that the same speaker goes on. */
  | { readonly kind: 'stamp'; readonly head: Head; readonly continues: boolean }
  | { readonly kind: 'words' | 'consumed' | 'break' }
  /** No speech; `isInside` where the speaker before goes on behind it. */
  | { readonly kind: 'event'; readonly event: string; readonly isInside: boolean };

const WORDS: Decision = { kind: 'words' };
const CONSUMED: Decision = { kind: 'consumed' };
const BREAK: Decision = { kind: 'break' };

/** Remarks are no longer than this. */
const MOST_LINES = 8;

/** Lines must be asked for in order: an answer is known by the question before it. */
export class LineDecider {
  readonly #style: Style;
  readonly #isNone: boolean;
  /** Who spoke last. */
  #before: string | undefined;
  /** The last line of a remark of several lines. */
  #remarkEnd = -1;

  /** `isNone`: every line is words. */
  constructor(style: Style, isNone: boolean) {
    this.#style = style;
    this.#isNone = isNone;
  }

  decide(index: number): Decision {
    if (this.#isNone) return WORDS;
    const { heads, consumed } = this.#style;
    if (index <= this.#remarkEnd || (consumed.size > 0 && consumed.has(index))) return CONSUMED;
    const head = heads[index];
    const decision = head === undefined ? this.#decideWords(index) : this.#decideHead(head, index);
    if (decision.kind === 'head') this.#before = decision.head.label;
    return decision;
  }

  #decideWords(index: number): Decision {
    const { file, layout, hasHeads } = this.#style;
    // Official reports set apart what is no speech by indentation.
    if (layout.kind === 'indent') return WORDS;
    const text = file.text(index);
    if (isBreak(text)) return BREAK;
    if (!hasHeads) return WORDS;
    const heading = text.startsWith('#') ? markdownHeading(text) : undefined;
    if (heading !== undefined) return { kind: 'event', event: heading, isInside: true };
    return this.#decideRemark(index) ?? this.#decideLongRemark(index) ?? WORDS;
  }

  /** A remark in brackets that goes over several lines. */
  #decideLongRemark(index: number): Decision | undefined {
    const { file } = this.#style;
    if (!opensRemark(file.text(index)) || file.isWrapped(index)) return undefined;
    const lines = [file.text(index).trim()];
    const closing = lines[0]!.startsWith('(') ? ')' : ']';
    for (let end = index + 1; end <= index + MOST_LINES && !file.isBlank(end); end++) {
      if (file.lines[end]!.role !== undefined) continue;
      lines.push(file.text(end).trim());
      if (!lines.at(-1)!.includes(closing)) continue;
      if (!lines.at(-1)!.endsWith(closing)) return undefined;
      this.#remarkEnd = end;
      return { kind: 'event', event: lines.join(' ').slice(1, -1).trim(), isInside: false };
    }
    return undefined;
  }

  #decideRemark(index: number): Decision | undefined {
    const { file } = this.#style;
    const event = remarkOf(file.text(index), () => file.isWrapped(index));
    return event === undefined ? undefined : { kind: 'event', event, isInside: false };
  }

  #decideHead(head: Head, index: number): Decision {
    const { form } = head;
    const { questions, fields, file } = this.#style;
    if (form.isQuestion) {
      return this.#style.takes(form.id) && questions.isHead(head, file, index, this.#before)
        ? headOf(head)
        : WORDS;
    }
    const isTurn = this.#style.beginsTurn(index);
    if (isTurn && head.hasColon && !form.isOwnLine) return headOf(head);
    const other = this.#decideOther(head, index);
    if (other !== undefined) return other;
    if (isTurn) return headOf(head);
    if (form.isTitled) return WORDS;
    const isBody = head.hasColon && this.#style.isBody(index);
    if (isBody !== false) return isBody === true ? WORDS : nobody(head, head.whole);
    if (fields.has(index)) return nobody(head, head.whole);
    return head.label === undefined ? this.#decideUnlabelled(head, index) : this.#decideLabelled(head, index);
  }

  /** A heading or a remark that has the looks of a head: `BY MR. LIND:`. */
  #decideOther(head: Head, index: number): Decision | undefined {
    const { form } = head;
    const { file, layout, hasHeads } = this.#style;
    // A time in front, or a head that the file shows: no remark begins so.
    if (!hasHeads || layout.kind === 'indent' || form.isTimeFirst || form.isOfFile || form.isTitled)
      return undefined;
    const text = file.text(index);
    const heading = text.startsWith('#') && !form.hasTime ? markdownHeading(text) : undefined;
    if (heading === undefined) return this.#decideRemark(index);
    return this.#style.beginsTurn(index) ? undefined : { kind: 'event', event: heading, isInside: true };
  }

  /** `>> words`, and times without a name. */
  #decideUnlabelled(head: Head, index: number): Decision {
    const { form } = head;
    const { file, hasHeads, continuing } = this.#style;
    if (form.isTimeFirst && this.#style.isLive(head)) {
      return { kind: 'stamp', head, continues: continuing.has(form.id.replace(/ +w$/, '')) };
    }
    const isHead = hasHeads && (head.isStrong || isLikelyStamp(file.text(index), head.rest));
    return isHead ? nobody(head, file.text(index).trim()) : WORDS;
  }

  #decideLabelled(head: Head, index: number): Decision {
    const { form, whole, rest } = head;
    const style = this.#style;
    const label = head.label!;
    if (form.hasTime && style.isLive(head)) {
      return nobody(head, form.isTimeFirst ? whole : `${label}: ${rest}`.trim(), true);
    }
    const isListed = head.isBullet && !style.takesBullets && !form.isBold;
    if (!style.hasHeads || isListed || form.isBracketOnly) return WORDS;
    return this.#looksLikeHead(head, label, index) ? nobody(head, whole) : WORDS;
  }

  /** Whether the words are surely not those of the speaker before. */
  #looksLikeHead(head: Head, label: string, index: number): boolean {
    const { labels, file, layout } = this.#style;
    const isName = judgeLabel(label).kind === 'name';
    if (layout.kind === 'indent' && !isName) return false;
    if (!head.hasColon) return head.isStrong || labels.accepts(label);
    return isName || !file.isWrapped(index);
  }
}

function headOf(head: Head): Decision {
  return { kind: 'head', head };
}

function nobody(head: Head, words: string, hasTime = false): Decision {
  return { kind: 'nobody', head, words, hasTime };
}

/** `0:12 words` where no other time begins a line: few begin a sentence so. */
function isLikelyStamp(text: string, words: string): boolean {
  return /^\s*0\d?:\d\d\b/.test(text) && !TIME_OF_DAY.test(words);
}

const TIME_OF_DAY = /^(?:[ap]\.?m|o'clock|uhr|hours|in the (?:morning|evening|afternoon)|at night)\b/i;
