/** Commands to CI runners that come about when pieces of output are put together. */
import { latePattern } from '../../core/lazily.ts';
import { visibleForm } from './characters.ts';

const COLOURS = '(?:\\x1b\\[[0-9;]*m)*';
/** A string in every workflow command; a cheap search for it spares most output the costly patterns. */
const pair = latePattern(`:${COLOURS}:|#${COLOURS}#`);
const composedStart = latePattern(
  `(?<=^(?:[^\\S\\n]|\\x1b\\[[0-9;]*m)*):(?=${COLOURS}:${COLOURS}[A-Za-z-])`,
  'gm',
);
const composedMidline = latePattern(
  `(?<=#${COLOURS})#(?=${COLOURS}(?:\\[|vso${COLOURS}\\[|teamcity${COLOURS}\\[))`,
  'gi',
);

/** Breaks CI commands that came about by putting pieces together; printers apply it to a whole output, colours included. */
export function breakCommands(output: string): string {
  if (!hasPair(output)) return output;
  return output.replace(composedStart(), visibleForm).replace(composedMidline(), visibleForm);
}

function hasPair(output: string): boolean {
  if (output.includes('\x1b')) return pair().test(output);
  return output.includes('::') || output.includes('##');
}
