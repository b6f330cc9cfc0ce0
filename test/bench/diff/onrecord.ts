/** What the benchmark needs of the program, bundled when it starts. */
export { alignUtterances } from '../../../src/core/align/alignment.ts';
export { diffContents } from '../../../src/core/diff/entries.ts';
