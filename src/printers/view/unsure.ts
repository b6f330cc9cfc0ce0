/** What is said of anchors that are not sure, with the commands that settle them. */

import type { View } from '../../core/model/view.ts';
import { counted } from '../../core/text/counted.ts';
import { listOf } from '../../core/text/list-of.ts';
import { shellWord } from '../../core/text/shell-word.ts';
import { anchoredEntries, unsureOf } from '../../core/view/unsure.ts';

/**
 * The lines that head a view: "4 annotations wait for a person: onrecord reanchor ...", "30 are not pinned: ...".
 *
 * @param namesFiles whether the second command names the files, as people at a terminal need it.
 */
export function unsureLines(view: View, namesFiles = false): string[] {
  const { annotations, claims } = anchoredEntries(view);
  const { waiting, 'claims-waiting': claimsWaiting, unpinned } = unsureOf(view);
  const lines: string[] = [];
  if (waiting + claimsWaiting > 0) {
    const what = [
      ...(waiting === 0 ? [] : [counted(waiting, 'annotation')]),
      ...(claimsWaiting === 0 ? [] : [counted(claimsWaiting, 'claim')]),
    ];
    const verb = waiting + claimsWaiting === 1 ? 'waits' : 'wait';
    const transcript = shellWord(view.project.transcript.file);
    lines.push(`${listOf(what)} ${verb} for a person: onrecord reanchor OLD ${transcript}`);
  }
  if (unpinned > 0) {
    const unpinnedOnes = [...annotations, ...claims].filter(({ state }) => state.state === 'unpinned');
    const files = namesFiles ? new Set(unpinnedOnes.map(({ document }) => shellWord(document.file))) : [];
    const command = ['onrecord check --fix', ...files].join(' ');
    lines.push(`${unpinned} ${unpinned === 1 ? 'is' : 'are'} not pinned: ${command}`);
  }
  return lines;
}
