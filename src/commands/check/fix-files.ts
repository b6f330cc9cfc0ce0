/** Applies the fixes of findings to files, comments and everything else kept. */

import { largest, smallest } from '../../core/long-lists.ts';
import { groupBy } from '../../core/maps.ts';
import type { Finding, Fix } from '../../core/model/finding.ts';
import { SourceText } from '../../core/model/span.ts';
import { fewOf } from '../../core/text/list-of.ts';
import { readDocument } from '../../formats/onrecord/read.ts';
import { decodeText, encodeText } from '../../formats/yaml/read/decode.ts';
import type { Env } from '../../io/env.ts';
import { visible } from '../../printers/escape/visible.ts';
import { refuseUnfinishedFile } from '../../project/edit-journal.ts';
import type { LoadedFile } from '../../project/loaded-file.ts';
import type { FileChange } from '../file-patch.ts';
import { wayToOurs } from '../writable-file.ts';

export interface FixedFile extends FileChange {
  readonly before: Uint8Array;
  readonly applied: readonly AppliedFix[];
}

interface AppliedFix {
  /** The change: "wrote id u7". */
  readonly done: string;
  readonly file: string;
  readonly line: number;
}

/** A transcript in another format that was named is never written: what to run instead. */
export async function tellUnwritable(
  formats: ReadonlyMap<string, string>,
  paths: readonly string[],
  env: Env,
): Promise<void> {
  for (const file of paths) {
    const format = formats.get(file);
    if (format === undefined) continue;
    const told = `onrecord: ${file} is ${format}, and --fix writes only onrecord YAML\n  ${wayToOurs(file)}\n`;
    await env.stderr.write(visible(told, { newlines: true }));
  }
}

/** The files that fixes change. Of fixes that overlap, the first one is applied; the next round finds the others. */
export function fixedFiles(files: readonly LoadedFile[], findings: readonly Finding[]): FixedFile[] {
  const fixesOf = groupBy(
    findings.flatMap(({ fix }) => fix ?? []),
    ({ file }) => file,
  );
  return files.flatMap(({ file, bytes }) => {
    const fixes = fixesOf.get(file);
    const decoded = decodeText(bytes, file);
    if (fixes === undefined || 'finding' in decoded) return [];
    const { text, chosen } = apply(decoded.text, fixes);
    const after = encodeText(text, decoded.bom);
    if (!isSound(bytes, after, file)) return [];
    const source = new SourceText(decoded.text);
    const applied = chosen.map(fix => ({ done: fix.done, file, line: source.position(startOf(fix)).line }));
    return [{ file, before: bytes, after, applied }];
  });
}

/** A fix may make room for the next one; more rounds than this mean that two fixes undo each other. */
const MAX_ROUNDS = 10;

/** Fixes and checks again until nothing is left to fix, and tells what was done. */
export async function writeAllFixes<Round extends { readonly fixed: readonly FixedFile[] }>(
  first: Round,
  round: () => Promise<Round>,
  env: Env,
): Promise<Round> {
  let result = first;
  const applied: AppliedFix[] = [];
  for (let count = 0; count < MAX_ROUNDS && result.fixed.length > 0; count++) {
    writeFixes(env, result.fixed);
    for (const fix of result.fixed.flatMap(file => file.applied)) applied.push(fix);
    result = await round();
  }
  if (applied.length > 0) await env.stderr.write(`onrecord: ${fixesInWords(applied)}\n`);
  return result;
}

/** @throws InputError where an edit of one of the files was not finished; then nothing is written. */
function writeFixes(env: Env, fixed: readonly FixedFile[]): void {
  for (const { file } of fixed) refuseUnfinishedFile(env.files, file);
  for (const { file, before, after } of fixed) env.files.replace(file, after, before);
}

/** "fixed 1: wrote id u7 (talk.yaml:45)", with the first few of many. */
function fixesInWords(applied: readonly AppliedFix[]): string {
  const told = applied.map(({ done, file, line }) => `${visible(done)} (${visible(file)}:${line})`);
  return `fixed ${applied.length}: ${fewOf(told, MAX_TOLD, '; ')}`;
}

const MAX_TOLD = 5;

function startOf(fix: Fix): number {
  return smallest(fix.edits.map(({ span }) => span.start));
}

function apply(text: string, fixes: readonly Fix[]): { text: string; chosen: readonly Fix[] } {
  let end = -1;
  const chosen = fixes
    .filter(fix => fix.edits.length > 0)
    .sort((a, b) => startOf(a) - startOf(b))
    .filter(fix => {
      if (startOf(fix) <= end) return false;
      end = largest(fix.edits.map(({ span }) => span.end));
      return true;
    });
  const edits = chosen.flatMap(fix => fix.edits).sort((a, b) => a.span.start - b.span.start);
  let result = '';
  let from = 0;
  for (const { span, text: put } of edits) {
    result += text.slice(from, span.start) + put;
    from = span.end;
  }
  return { text: result + text.slice(from), chosen };
}

/** A fix must never make a file worse to read than it was. */
function isSound(before: Uint8Array, after: Uint8Array, file: string): boolean {
  const errors = (bytes: Uint8Array) =>
    readDocument(bytes, file).findings.filter(({ severity }) => severity === 'error').length;
  return errors(after) <= errors(before);
}
