/** Notices about anchors that are not sure, with the commands that settle them. */

import type { View } from '../../core/model/view.ts';
import { counted } from '../../core/text/counted.ts';
import { listOf } from '../../core/text/list-of.ts';
import { commandOnFiles } from '../../core/view/command-on-files.ts';
import { type AnchoredEntry, unsureEntries } from '../../core/view/unsure.ts';

/**
 * The lines at the top of a view: "4 annotations wait for a person: onrecord check ...", "30 are not pinned: ...".
 *
 * @param noCommands whether to leave the commands out
 */
export function unsureLines(view: View, noCommands = false): string[] {
  const { annotations, claims, unpinned } = unsureEntries(view);
  const waiting = [...annotations, ...claims];
  const advised = (line: string, command: string, entries: readonly AnchoredEntry[]) => {
    const whole = noCommands ? undefined : commandOnFiles(command, entries);
    return whole === undefined ? line : `${line}: ${whole}`;
  };
  const lines: string[] = [];
  if (waiting.length > 0) {
    const what = [
      ...(annotations.length === 0 ? [] : [counted(annotations.length, 'annotation')]),
      ...(claims.length === 0 ? [] : [counted(claims.length, 'claim')]),
    ];
    const line = `${listOf(what)} ${waiting.length === 1 ? 'waits' : 'wait'} for a person`;
    lines.push(advised(line, 'onrecord check', waiting));
  }
  if (unpinned.length > 0) {
    const line = `${unpinned.length} ${unpinned.length === 1 ? 'is' : 'are'} not pinned`;
    lines.push(advised(line, 'onrecord check --fix', unpinned));
  }
  return lines;
}
