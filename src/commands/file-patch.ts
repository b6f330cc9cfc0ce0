/** The change that writing a file would make, for `--dry-run`. */
import { unifiedPatch } from '../core/diff/patch.ts';
import { visible } from '../printers/escape/visible.ts';

export interface FileChange {
  readonly file: string;
  /** undefined where the file is new. */
  readonly before: Uint8Array | undefined;
  readonly after: Uint8Array;
}

/** A unified diff with the headers of git, so that `git apply` and `patch -p1` take it; empty if nothing changes. */
export function patchOf({ file, before, after }: FileChange): string {
  return unifiedPatch(textOf(before), textOf(after), {
    oldName: before === undefined ? '/dev/null' : `a/${visible(file)}`,
    newName: `b/${visible(file)}`,
    context: 3,
  });
}

function textOf(bytes: Uint8Array | undefined): string {
  return visible(new TextDecoder().decode(bytes), { newlines: true, tabs: true });
}
