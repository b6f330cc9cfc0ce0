import { expect, test } from 'vitest';
import { mergeText } from '../../src/io/merge-text.ts';

/** Files that git does not merge: both sides are kept between our own markers. */
function merged(markerSize: number): string {
  const files = {
    absolute: (file: string) => `/talk/${file}`,
    read: (file: string) => new TextEncoder().encode(`${file}\n`),
  };
  const git = () => ({ status: 255, stdout: new Uint8Array(), stderr: '' });
  const versions = { base: 'base', ours: 'ours', theirs: 'theirs' };
  const { bytes } = mergeText(git as never, files as never, versions, markerSize);
  return new TextDecoder().decode(bytes);
}

test('markers are as long as git says, and seven signs where nobody means that length', () => {
  expect(merged(9)).toBe('<<<<<<<<< ours\nours\n=========\ntheirs\n>>>>>>>>> theirs\n');
  for (const size of [0, -3, 1.5, Number.NaN, 999_999_999_999])
    expect(merged(size)).toBe('<<<<<<< ours\nours\n=======\ntheirs\n>>>>>>> theirs\n');
});
