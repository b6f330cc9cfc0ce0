/**
 * The blocks of a WebVTT file by the file parsing algorithm of the W3C specification (section 6.1): what a browser
 * takes for a cue is a cue here, and nothing else is. What a browser drops (comments, style sheets, regions, blocks
 * that are none of these) is kept with its place.
 */
import type { Milliseconds } from '../../core/model/model.ts';
import type { Span } from '../../core/model/span.ts';
import { fromClock } from '../shared/clock.ts';
import { type Line, linesOf } from '../shared/lines.ts';

interface Cue {
  readonly kind: 'cue';
  readonly id: string;
  readonly start: Milliseconds;
  readonly end: Milliseconds;
  /** What follows the times on their line. */
  readonly settings: string;
  /** Lines of the payload joined by line feeds, with their markup. */
  readonly payload: string;
  readonly span: Span;
}

export interface OtherBlock {
  readonly kind: 'note' | 'style' | 'region' | 'unknown';
  readonly text: string;
  readonly span: Span;
}

/** A block with an arrow and without valid times; a browser drops it. */
export interface BadCue {
  readonly kind: 'bad-cue';
  readonly id: string;
  /** The line with the arrow. */
  readonly times: string;
  readonly payload: string;
  /** Of the line with the arrow. */
  readonly span: Span;
}

export type Block = Cue | OtherBlock | BadCue;

export interface VttFile {
  /** What stands behind the signature, and the lines directly below it. */
  readonly header: string;
  readonly blocks: readonly Block[];
}

const SIGNATURE = /^WEBVTT(?:[ \t]|$)/;
const TIMESTAMP = '(?:(\\d+):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})(?!\\d)';
const BLANKS = '[ \\t\\f]*';
const TIMES = new RegExp(`^${BLANKS}${TIMESTAMP}${BLANKS}-->${BLANKS}${TIMESTAMP}(.*)$`);
const ARROW = '-->';

/** Undefined where the text does not begin with the signature. */
export function parseBlocks(text: string): VttFile | undefined {
  const lines = linesOf(text.replaceAll('\0', '\ufffd'));
  const first = lines[0]?.text ?? '';
  if (!SIGNATURE.test(first)) return undefined;
  const header = [first.slice('WEBVTT'.length).trim()];
  let at = 1;
  // Times directly below the signature begin a cue; anything else there belongs to the header.
  while (at < lines.length && !lines[at]!.text.includes(ARROW) && lines[at]!.text !== '')
    header.push(lines[at++]!.text);
  const blocks: Block[] = [];
  let hasCue = false;
  while (at < lines.length) {
    if (lines[at]!.text === '') {
      at++;
      continue;
    }
    const { block, next } = collectBlock(lines, at, hasCue);
    hasCue ||= block.kind === 'cue';
    blocks.push(block);
    at = next;
  }
  return { header: header.join('\n'), blocks };
}

/** An arrow on the first or second line makes a block a cue; a later one begins the next block. */
function collectBlock(
  lines: readonly Line[],
  first: number,
  hasCue: boolean,
): { block: Block; next: number } {
  const arrow = [first, first + 1].find(at => at < lines.length && lines[at]!.text.includes(ARROW));
  const bodyStart = arrow === undefined ? first + 1 : arrow + 1;
  let end = bodyStart;
  while (end < lines.length && lines[end]!.text !== '' && !lines[end]!.text.includes(ARROW)) end++;
  const span = spanOf(lines, first, end);
  const textOf = (from: number) =>
    lines
      .slice(from, end)
      .map(line => line.text)
      .join('\n');
  if (arrow === undefined) return { block: otherBlock(textOf(first), span, hasCue), next: end };
  const times = TIMES.exec(lines[arrow]!.text);
  const id = arrow > first ? lines[first]!.text : '';
  if (times === null) {
    const { start, text } = lines[arrow]!;
    const place = { start, end: start + text.length };
    return {
      block: { kind: 'bad-cue', id, times: text, payload: textOf(bodyStart), span: place },
      next: end,
    };
  }
  const cue: Cue = {
    kind: 'cue',
    id,
    start: fromClock(times.slice(1, 5)),
    end: fromClock(times.slice(5, 9)),
    settings: times[9]!.trim(),
    payload: textOf(bodyStart),
    span,
  };
  return { block: cue, next: end };
}

function otherBlock(text: string, span: Span, hasCue: boolean): OtherBlock {
  const kind = /^NOTE(?:[ \t\n]|$)/.test(text)
    ? 'note'
    : !hasCue && /^STYLE[ \t\f]*(?:\n|$)/.test(text)
      ? 'style'
      : !hasCue && /^REGION[ \t\f]*(?:\n|$)/.test(text)
        ? 'region'
        : 'unknown';
  return { kind, text, span };
}

function spanOf(lines: readonly Line[], first: number, end: number): Span {
  const last = lines[end - 1]!;
  return { start: lines[first]!.start, end: last.start + last.text.length };
}
