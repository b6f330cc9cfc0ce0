/** What writing a file would change, for `--dry-run`. */
import { unifiedPatch } from '../core/diff/patch.ts';
import { fileName, visible } from '../printers/escape/visible.ts';

export interface FileChange {
  readonly file: string;
  /** undefined where the file is new. */
  readonly before: Uint8Array | undefined;
  readonly after: Uint8Array;
}

/** As a unified diff; empty where nothing changes. */
export function patchOf({ file, before, after }: FileChange): string {
  const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
  const patch = unifiedPatch(text(before), text(after), {
    oldName: before === undefined ? '/dev/null' : fileName(file),
    newName: fileName(file),
    context: 3,
  });
  return visible(patch, { newlines: true });
}
