/** A patch of the plain view in the unified format (POSIX `diff -u`), for `patch`, delta and other readers of patches. */
import { unifiedPatch } from '../../core/diff/patch.ts';
import { fileName } from '../escape/visible.ts';
import type { PrintContext } from '../printer.ts';
import { printPlain } from '../view/plain.ts';
import type { DiffPrinter } from './report.ts';

const CONTEXT_LINES = 3;

export const printDiffUnified: DiffPrinter = ({ diff, names }, context) => {
  const patch = unifiedPatch(printPlain(diff.old, context), printPlain(diff.new, context), {
    oldName: fileName(names.old),
    newName: fileName(names.new),
    context: CONTEXT_LINES,
  });
  return context.colour.level === 0 ? patch : coloured(patch, context);
};

function coloured(patch: string, { colour }: PrintContext): string {
  return patch.replace(/^(?:---|\+\+\+) .*$|^@@.*$|^-.*$|^\+.*$/gm, line => {
    if (/^(?:---|\+\+\+) /.test(line)) return colour.bold(line);
    if (line.startsWith('@@')) return colour.cyan(line);
    return line.startsWith('-') ? colour.red(line) : colour.green(line);
  });
}
