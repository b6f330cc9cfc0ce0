/** Unified diffs of texts. */

import { FILE_HEADERS_ONLY, formatPatch, type StructuredPatchHunk, structuredPatch } from 'diff';
import { pushAll } from '../long-lists.ts';
import { diffSequence, type SequenceRun } from './sequence.ts';

/** Options of {@link unifiedPatch}. */
export interface UnifiedOptions {
  readonly oldName: string;
  readonly newName: string;
  /** Unchanged lines around each change. */
  readonly context: number;
}

/** The package takes 10 ms for this many changed lines, 200 ms for ten times as many. */
const MOST_EDITS = 100;

/**
 * Returns a unified diff (POSIX `diff -u`) of two texts, for `patch`, `git apply` and pagers. An empty string where the
 * texts are equal.
 */
export function unifiedPatch(oldText: string, newText: string, options: UnifiedOptions): string {
  const { oldName, newName, context } = options;
  const patch = structuredPatch(oldName, newName, oldText, newText, undefined, undefined, {
    context,
    maxEditLength: MOST_EDITS,
  }) ?? {
    oldFileName: oldName,
    newFileName: newName,
    oldHeader: undefined,
    newHeader: undefined,
    hunks: hunksBetweenAnchors(linesOf(oldText), linesOf(newText), context),
  };
  return patch.hunks.length === 0 ? '' : formatPatch(patch, FILE_HEADERS_ONLY);
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

/** A line of a patch, with the mark that POSIX wants behind a last line without a line feed. */
function patchLine(sign: ' ' | '-' | '+', line: string): string[] {
  return line.endsWith('\n') ? [sign + line.slice(0, -1)] : [sign + line, '\\ No newline at end of file'];
}

function hunksBetweenAnchors(
  oldLines: readonly string[],
  newLines: readonly string[],
  context: number,
): StructuredPatchHunk[] {
  return stretchesOf(diffSequence(oldLines, newLines), context).map(runs => {
    const [first, last] = [runs[0]!, runs.at(-1)!];
    const lines: string[] = [];
    for (const run of runs) {
      for (const line of oldLines.slice(run.oldStart, run.oldEnd))
        pushAll(lines, patchLine(run.kept ? ' ' : '-', line));
      if (!run.kept)
        for (const line of newLines.slice(run.newStart, run.newEnd)) pushAll(lines, patchLine('+', line));
    }
    return {
      oldStart: first.oldStart + 1,
      oldLines: last.oldEnd - first.oldStart,
      newStart: first.newStart + 1,
      newLines: last.newEnd - first.newStart,
      lines,
    };
  });
}

/** Groups of nearby changes, each with its context. */
function stretchesOf(runs: readonly SequenceRun[], context: number): SequenceRun[][] {
  const stretches: SequenceRun[][] = [];
  let stretch: SequenceRun[] = [];
  for (const [index, run] of runs.entries()) {
    const { kept, oldStart, oldEnd, newStart, newEnd } = run;
    const isInner = index > 0 && index < runs.length - 1;
    if (!kept || (isInner && oldEnd - oldStart <= 2 * context)) {
      stretch.push(run);
      continue;
    }
    const length = Math.min(context, oldEnd - oldStart);
    if (index > 0)
      stretches.push([...stretch, { ...run, oldEnd: oldStart + length, newEnd: newStart + length }]);
    stretch = [{ ...run, oldStart: oldEnd - length, newStart: newEnd - length }];
  }
  if (runs.at(-1)?.kept === false) stretches.push(stretch);
  return stretches;
}
