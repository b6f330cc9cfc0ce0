/** What the benchmark needs of the program, bundled when it starts. */
export { alignUtterances } from '../../../src/core/align/align-utterances.ts';
export { diffContents } from '../../../src/core/diff/diff-entries.ts';
