/** The other known way: one word diff of the whole text, and offsets carried through it. Deleted ends fall onto the next place. */
import { diffArrays } from 'diff';

const tokens = text => text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? [];

/** A function from a range of the old text to one of the new text; undefined where nothing of it is left. */
export function wordDiffMap(oldText, newText) {
  const runs = [];
  let oldAt = 0;
  let newAt = 0;
  for (const { added, removed, value } of diffArrays(tokens(oldText), tokens(newText))) {
    const length = value.reduce((sum, token) => sum + token.length, 0);
    const oldLength = added ? 0 : length;
    const newLength = removed ? 0 : length;
    runs.push({ oldAt, newAt, oldLength, newLength, kept: !added && !removed });
    oldAt += oldLength;
    newAt += newLength;
  }
  const map = (offset, leansRight) => {
    for (const run of leansRight ? runs.toReversed() : runs) {
      const holds = leansRight ? offset >= run.oldAt : offset <= run.oldAt + run.oldLength;
      if (holds && (run.oldLength > 0 || run.kept))
        return run.kept
          ? run.newAt + (offset - run.oldAt)
          : leansRight
            ? run.newAt
            : run.newAt + run.newLength + addedAfter(run);
    }
    return newText.length;
  };
  const addedAfter = run => {
    const next = runs[runs.indexOf(run) + 1];
    return next !== undefined && next.oldLength === 0 ? next.newLength : 0;
  };
  return (start, end) => {
    const range = { start: map(start, true), end: map(end, false) };
    return range.start < range.end ? range : undefined;
  };
}
