/** What the benchmark needs of the program, bundled when it starts. */
export { carryOnto } from '../../../src/core/collate/carry.ts';
export { collate } from '../../../src/core/collate/collation.ts';
export { wordsOfTranscripts } from '../../../src/core/language/transcript-words.ts';
export { parseWordsField } from '../../../src/core/model/word-times.ts';
export { importFile } from '../../../src/project/import-file.ts';
export { noisy, plainTranscript, seeded, talkOf, timedTranscript } from '../../helpers/noisy-talk.ts';
