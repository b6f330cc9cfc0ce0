/** Plain text and Markdown in which speakers are marked in one of several ways. */
import { defineFormat } from '../define-format.ts';
import { detectProfile, readBackText, readText } from './read.ts';
import { writeText } from './write.ts';

/** JSON that no other format claims is data, not talk. */
const JSON_START = /^\s*[{[]\s*["{[]/;
/** Text is what is left when a file is nothing else; where speakers are marked it is surely text. */
const SURE = 0.4;
const LEFT = 0.05;
/** Enough of a long text to see how it is written. */
const SAMPLE = 100_000;

export const format = defineFormat({
  id: 'text',
  name: 'plain text',
  title: 'plain text and Markdown with speakers (see --profile)',
  extensions: ['txt', 'md'],
  keeps:
    'words, paragraphs, names of speakers, title and date (as front matter); with some profiles start times or pages',
  loses: 'annotations, claims, sources, ids, ends, everything about speakers but their names',
  takes: ['profile', 'speakers', 'carrySpeaker'],
  detect: text => (JSON_START.test(text) ? 0 : detectProfile(text.slice(0, SAMPLE)) === 'none' ? LEFT : SURE),
  read: readText,
  readBack: ({ parts = [] }) => readBackText(parts),
  write: writeText,
});
