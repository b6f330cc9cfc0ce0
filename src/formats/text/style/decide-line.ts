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
/** `isNone`: every line is words. */
export function lineDecider(style: Style, isNone: boolean) {
  /** Who spoke last. */
  let before: string | undefined;
  /** The last line of a remark of several lines. */
  let remarkEnd = -1;

  function decide(index: number): Decision {
    if (isNone) return WORDS;
    const { heads, consumed } = style;
    if (index <= remarkEnd || (consumed.size > 0 && consumed.has(index))) return CONSUMED;
    const head = heads[index];
    const decision = head === undefined ? decideWords(index) : decideHead(head, index);
    if (decision.kind === 'head') before = decision.head.label;
    return decision;
  }

  function decideWords(index: number): Decision {
    const { file, layout, hasHeads } = style;
    // Official reports set apart what is no speech by indentation.
    if (layout.kind === 'indent') return WORDS;
    const text = file.text(index);
    if (isBreak(text)) return BREAK;
    if (!hasHeads) return WORDS;
    const heading = text.startsWith('#') ? markdownHeading(text) : undefined;
    if (heading !== undefined) return { kind: 'event', event: heading, isInside: true };
    return decideRemark(index) ?? decideLongRemark(index) ?? WORDS;
  }

  /** A remark in brackets that goes over several lines. */
  function decideLongRemark(index: number): Decision | undefined {
    const { file } = style;
    if (!opensRemark(file.text(index)) || file.isWrapped(index)) return undefined;
    const lines = [file.text(index).trim()];
    const closing = lines[0]!.startsWith('(') ? ')' : ']';
    for (let end = index + 1; end <= index + MOST_LINES && !file.isBlank(end); end++) {
      if (file.lines[end]!.role !== undefined) continue;
      lines.push(file.text(end).trim());
      if (!lines.at(-1)!.includes(closing)) continue;
      if (!lines.at(-1)!.endsWith(closing)) return undefined;
      remarkEnd = end;
      return { kind: 'event', event: lines.join(' ').slice(1, -1).trim(), isInside: false };
    }
    return undefined;
  }

  function decideRemark(index: number): Decision | undefined {
    const { file } = style;
    const event = remarkOf(file.text(index), () => file.isWrapped(index));
    return event === undefined ? undefined : { kind: 'event', event, isInside: false };
  }

  function decideHead(head: Head, index: number): Decision {
    const { form } = head;
    const { questions, fields, file } = style;
    if (form.isQuestion) {
      return style.takes(form.id) && questions.isHead(head, file, index, before) ? headOf(head) : WORDS;
    }
    const isTurn = style.beginsTurn(index);
    if (isTurn && head.hasColon && !form.isOwnLine) return headOf(head);
    const other = decideOther(head, index);
    if (other !== undefined) return other;
    if (isTurn) return headOf(head);
    if (form.isTitled) return WORDS;
    const isBody = head.hasColon && style.isBody(index);
    if (isBody !== false) return isBody === true ? WORDS : nobody(head, head.whole);
    if (fields.has(index)) return nobody(head, head.whole);
    return head.label === undefined ? decideUnlabelled(head, index) : decideLabelled(head, index);
  }

  /** A heading or a remark that has the looks of a head: `BY MR. LIND:`. */
  function decideOther(head: Head, index: number): Decision | undefined {
    const { form } = head;
    const { file, layout, hasHeads } = style;
    // A time in front, or a head that the file shows: no remark begins so.
    if (!hasHeads || layout.kind === 'indent' || form.isTimeFirst || form.isOfFile || form.isTitled)
      return undefined;
    const text = file.text(index);
    const heading = text.startsWith('#') && !form.hasTime ? markdownHeading(text) : undefined;
    if (heading === undefined) return decideRemark(index);
    return style.beginsTurn(index) ? undefined : { kind: 'event', event: heading, isInside: true };
  }

  /** `>> words`, and times without a name. */
  function decideUnlabelled(head: Head, index: number): Decision {
    const { form } = head;
    const { file, hasHeads, continuing } = style;
    if (form.isTimeFirst && style.isLive(head)) {
      return { kind: 'stamp', head, continues: continuing.has(form.id.replace(/ +w$/, '')) };
    }
    const isHead = hasHeads && (head.isStrong || isLikelyStamp(file.text(index), head.rest));
    return isHead ? nobody(head, file.text(index).trim()) : WORDS;
  }

  function decideLabelled(head: Head, index: number): Decision {
    const { form, whole, rest } = head;

    const label = head.label!;
    if (form.hasTime && style.isLive(head)) {
      return nobody(head, form.isTimeFirst ? whole : `${label}: ${rest}`.trim(), true);
    }
    const isListed = head.isBullet && !style.takesBullets && !form.isBold;
    if (!style.hasHeads || isListed || form.isBracketOnly) return WORDS;
    return looksLikeHead(head, label, index) ? nobody(head, whole) : WORDS;
  }

  /** Whether the words are surely not those of the speaker before. */
  function looksLikeHead(head: Head, label: string, index: number): boolean {
    const { labels, file, layout } = style;
    const isName = judgeLabel(label).kind === 'name';
    if (layout.kind === 'indent' && !isName) return false;
    if (!head.hasColon) return head.isStrong || labels.accepts(label);
    return isName || !file.isWrapped(index);
  }

  return decide;
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
