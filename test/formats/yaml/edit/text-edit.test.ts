import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../../src/formats/yaml/edit/text-edit.ts';

const edit = (start: number, end: number, text: string) => ({ span: { start, end }, text });

describe('edits', () => {
  test.for([
    ['none', [], 'abcdef'],
    ['in any order', [edit(4, 5, 'Y'), edit(1, 2, 'X')], 'aXcdYf'],
    ['insertions at one place in their order', [edit(3, 3, '1'), edit(3, 3, '2')], 'abc12def'],
    ['side by side', [edit(1, 2, ''), edit(2, 3, 'X')], 'aXdef'],
  ] as const)('%s', ([, edits, expected]) => {
    expect(applyEdits('abcdef', edits)).toBe(expected);
  });

  test.for([
    ['that overlap', [edit(1, 3, ''), edit(2, 4, '')]],
    ['beyond the end', [edit(5, 7, '')]],
    ['that end before they start', [edit(3, 2, '')]],
  ] as const)('%s are refused', ([, edits]) => {
    expect(() => applyEdits('abcdef', edits)).toThrow(RangeError);
  });
});
