/**
 * Blocks that a browser drops and that hold words: a player may drop them, a record of what was said may not. The words
 * of a cue with bad times are kept without the times; so are words behind a blank line, which are those of an empty cue
 * before it.
 */
import { pushAll } from '../../core/long-lists.ts';
import type { Milliseconds } from '../../core/model/model.ts';
import type { Span } from '../../core/model/span.ts';
import type { ImportReport } from '../shared/report.ts';
import type { BadCue, Block, OtherBlock } from './blocks.ts';

export interface KeptCue {
  readonly id: string;
  /** Absent where the times cannot be read. */
  readonly start?: Milliseconds;
  readonly end?: Milliseconds;
  readonly settings: string;
  readonly payload: string;
  readonly span: Span;
  /** The line of times that could not be read. */
  readonly badTimes?: string;
}

export type KeptBlock = { readonly cue: KeptCue } | { readonly comment: OtherBlock };

/** A line that was meant for times: a number with a colon at its start, and an arrow of any kind. */
const MEANT_FOR_TIMES =
  /^[ \t\f]*(?:[-−]?\d{1,6}[:.,]\d.{0,40}?(?:-+>|[–—]+>|=+>|→)|(?:NaN|undefined|null)\S{0,20}[ \t]*-->|-->[ \t]*\d+:\d)/;
/** What stands where words may stand and is none: late style sheets and regions, the header of a joined file. */
const NO_WORDS = /^(?:STYLE|REGION)[ \t\f]*(?:\n|$)/;
const HEADER = /^(?:WEBVTT(?:[ \t\n]|$)|X-TIMESTAMP-MAP)/;
const COUNTER = /^[ \t]*\d+[ \t]*$/;

/** What is kept of the blocks of a file, in their order. */
export function keptBlocks(blocks: readonly Block[], report: ImportReport): KeptBlock[] {
  const kept: KeptBlock[] = [];
  let hasCue = false;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'cue') kept.push({ cue: block });
    else if (block.kind === 'bad-cue') pushAll(kept, cueWithoutTimes(block, report));
    else if (block.kind !== 'unknown') kept.push({ comment: block });
    else keepUnknown(block, blocks[index - 1], hasCue, kept, report);
    hasCue ||= 'cue' in (kept.at(-1) ?? {});
  }
  return kept;
}

function keepUnknown(
  block: OtherBlock,
  before: Block | undefined,
  hasCue: boolean,
  kept: KeptBlock[],
  report: ImportReport,
): void {
  const { text, span } = block;
  const bad = withShortArrow(block);
  const last = kept.at(-1);
  if (bad !== undefined) pushAll(kept, cueWithoutTimes(bad, report));
  else if (HEADER.test(text) || COUNTER.test(text)) reportIgnored(span, report);
  else if (NO_WORDS.test(text) || !hasCue) {
    kept.push({ comment: block });
    report.add('bad-structure', span, 'neither a cue nor a comment; players ignore it', {
      help: 'it was kept in x-vtt-blocks',
    });
  } else if (last !== undefined && 'cue' in last && isEmptyCue(before)) {
    kept[kept.length - 1] = { cue: { ...last.cue, payload: text } };
    report.add('bad-structure', span, 'a blank line stands between the times and the words of a cue', {
      help: 'players show nothing; the words were kept. Remove the blank line for players',
    });
  } else {
    kept.push({ cue: { id: '', settings: '', payload: text, span } });
    report.add('bad-structure', span, 'words after a blank line belong to no cue; players ignore them', {
      help: 'the words were kept, without times',
      loses: 'times of cues',
    });
  }
}

function isEmptyCue(block: Block | undefined): boolean {
  return (block?.kind === 'cue' || block?.kind === 'bad-cue') && block.payload.trim() === '';
}

function reportIgnored(span: Span, report: ImportReport): void {
  report.add('bad-structure', span, 'neither a cue nor a comment; players ignore it, and so does this');
}

/** A block whose first or second line has times and an arrow of another kind, as translation programs write it. */
function withShortArrow({ text, span }: OtherBlock): BadCue | undefined {
  const lines = text.split('\n', 2);
  const at = lines.findIndex(line => MEANT_FOR_TIMES.test(line));
  if (at === -1) return undefined;
  const times = lines[at]!;
  const start = span.start + (at === 0 ? 0 : lines[0]!.length + 1);
  const head = lines.slice(0, at + 1).join('\n').length;
  return {
    kind: 'bad-cue',
    id: at === 0 ? '' : lines[0]!,
    times,
    payload: text.slice(head + 1),
    span: { start, end: Math.min(start + times.length, span.end) },
  };
}

/** Its words without times. A line with an arrow that has no times is words itself. */
function cueWithoutTimes({ id, times, payload, span }: BadCue, report: ImportReport): KeptBlock[] {
  if (!MEANT_FOR_TIMES.test(times)) {
    const words = [id, times, payload].filter(line => line !== '').join('\n');
    if (!/[\p{L}\p{N}]/u.test(words)) {
      reportIgnored(span, report);
      return [];
    }
    report.add('bad-structure', span, 'an arrow in the words ends a cue; players ignore what follows', {
      help: 'the words were kept, without times. Write --&gt; for an arrow in the words',
      loses: 'times of cues',
    });
    return [{ cue: { id: '', settings: '', payload: words, span } }];
  }
  report.add('bad-time', span, 'the times of a cue cannot be read', {
    help: 'its words were kept without them. Write HH:MM:SS.mmm --> HH:MM:SS.mmm, with three digits after the point',
    loses: 'times of cues',
  });
  return [{ cue: { id, settings: '', payload, span, badTimes: times.trim() } }];
}
